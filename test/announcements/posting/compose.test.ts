import { describe, expect, it } from 'vitest';

import type { Batch, DueAward } from '#src/announcements/batch.ts';
import { DEFAULT_SCHEDULE } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { AwardDetails, Post } from '#src/announcements/post.ts';
import { createCompose, digestPostOf } from '#src/announcements/posting/compose.ts';
import type { PlayerDetails } from '#src/announcements/posting/details.ts';

import { GUILD, playerNumber } from '../engine-stage.ts';

const AT = Date.UTC(2025, 0, 1, 12);

const FEED: Feed = {
  channelId: '100',
  guildId: GUILD,
  kinds: 'all',
  schedule: { ...DEFAULT_SCHEDULE, cadence: 'daily' },
  roleId: '7',
  managerId: '1',
  language: 'en',
  crossposts: false,
  createdAt: 0,
  wantedSince: 0,
  pause: null,
  nextDigestAt: null,
  lastPostedAt: null,
};

function award(player: number, gameId: number, said: Partial<DueAward> = {}): DueAward {
  const { ulid, name: playerName } = playerNumber(player);
  const game = { gameId, gameTitle: `Title ${gameId}`, systemId: 3, systemName: 'SNES' };
  const base = { channelId: '100', ulid, playerName, ...game };
  return { ...base, kind: 'mastered', awardedAt: AT + gameId, ...said };
}

function batch(kind: Batch['kind'], ...awards: readonly DueAward[]): Batch {
  return { id: 'b1', channelId: '100', kind, createdAt: AT, pings: true, isPlain: false, awards };
}

const DETAILS: AwardDetails = {
  iconPath: '/Images/5.png',
  possible: 20,
  awarded: 20,
  awardedHardcore: 20,
  nth: { count: 100, isMilestone: true },
  nthOnSystem: null,
};

/** What is asked for is written down. */
function start(known: Partial<PlayerDetails> = {}) {
  const asked: { ulid: string; kinds: readonly string[]; seenAt: number }[] = [];
  const members: string[] = [];
  const compose = createCompose({
    details: {
      of: async ({ ulid, awards, seenAt }) => {
        asked.push({ ulid, kinds: awards.map(({ kind }) => kind), seenAt });
        return { avatarPath: null, games: new Map(), ...known };
      },
    },
    members: {
      memberFor: async (guildId, ulid) => {
        members.push(`${guildId} ${ulid}`);
        return ulid === playerNumber(1).ulid ? '55' : null;
      },
    },
    avatarOf: (ulid) => Promise.resolve(`/UserPic/${Number(ulid.slice(2))}.png`),
  });
  return { compose, asked, members };
}

const gameOf = (post: Post) => (post.kind === 'single' ? post.post.game : null);

describe('a post about one game', () => {
  it('has the highest award, those earned with it, and the library’s details', async () => {
    const { compose, asked, members } = start({
      avatarPath: '/UserPic/New.png',
      games: new Map([[5, DETAILS]]),
    });
    const { ulid } = playerNumber(1);
    const beaten = award(1, 5, { kind: 'beaten-hardcore', playerName: 'Old' });
    const awards = [beaten, award(1, 5, { awardedAt: AT + 9, playerName: 'New' })];
    expect(await compose(batch('single', ...awards), FEED)).toEqual({
      kind: 'single',
      post: {
        player: { name: 'New', ulid, avatarPath: '/UserPic/New.png', memberId: '55' },
        game: {
          gameId: 5,
          name: 'Title 5',
          tags: [],
          system: 'SNES',
          kind: 'mastered',
          alsoEarned: ['beaten-hardcore'],
          awardedAt: AT + 9,
        },
        details: DETAILS,
        roleId: '7',
      },
    });
    expect(asked).toEqual([{ ulid, kinds: ['beaten-hardcore', 'mastered'], seenAt: AT }]);
    expect(members).toEqual([`${GUILD} ${ulid}`]);
  });

  it('leaves out details that aren’t available', async () => {
    const { compose } = start();
    expect(await compose({ ...batch('single', award(2, 5)), pings: false }, FEED)).toMatchObject({
      post: {
        player: { avatarPath: '/UserPic/2.png', memberId: null },
        details: null,
        roleId: null,
      },
    });
  });

  it.for([
    {
      says: 'tags',
      said: { gameTitle: '~Hack~ ~Demo~ Knuckles' },
      is: { name: 'Knuckles', tags: ['Hack', 'Demo'] },
    },
    {
      says: 'a title that the site didn’t send',
      said: { gameTitle: null },
      is: { name: 'Game 5' },
    },
    {
      says: 'a system by its short name',
      said: { systemId: 12, systemName: 'PlayStation' },
      is: { system: 'PS1' },
    },
    { says: 'a known system without a name', said: { systemName: null }, is: { system: 'SNES' } },
    {
      says: 'an unknown system',
      said: { systemId: 999, systemName: 'Toaster' },
      is: { system: 'Toaster' },
    },
    {
      says: 'an unknown system without a name',
      said: { systemId: 999, systemName: null },
      is: { system: null },
    },
    {
      says: 'a system without a number',
      said: { systemId: null, systemName: 'Toaster' },
      is: { system: 'Toaster' },
    },
    { says: 'no system', said: { systemId: null, systemName: null }, is: { system: null } },
  ])('handles $says', async ({ said, is }) => {
    const { compose } = start();
    expect(gameOf(await compose(batch('single', award(1, 5, said)), FEED))).toMatchObject(is);
  });
});

describe('a post about several games', () => {
  it('lists each game once in the order earned, without a request to the site', async () => {
    const { compose, asked } = start();
    const awards = [
      award(1, 5, { kind: 'beaten-softcore' }),
      award(2, 6),
      award(1, 5, { kind: 'completed' }),
      award(1, 7),
    ];
    const post = await compose(batch('collected', ...awards), FEED);
    const lines = post.kind === 'collected' ? post.post.lines : [];
    expect(lines.map(({ player, game }) => [player.name, player.memberId, game.gameId])).toEqual([
      ['Player1', '55', 5],
      ['Player2', null, 6],
      ['Player1', '55', 7],
    ]);
    expect(lines[0]?.game).toMatchObject({ kind: 'completed', alsoEarned: ['beaten-softcore'] });
    expect(asked).toEqual([]);
  });
});

describe('a digest', () => {
  const awards = [
    award(1, 5),
    award(2, 6),
    award(2, 7),
    award(3, 8),
    award(2, 7, { kind: 'completed' }),
  ];

  it('has the player with the most games first, without a request to the site', async () => {
    const { compose, asked } = start();
    const post = await compose(batch('digest', ...awards), FEED);
    expect(post).toMatchObject({
      kind: 'digest',
      post: { batchId: 'b1', schedule: FEED.schedule, roleId: '7', at: AT },
    });
    const players = post.kind === 'digest' ? post.post.players : [];
    expect(
      players.map(({ player, games }) => [player.name, games.map(({ gameId }) => gameId)]),
    ).toEqual([
      ['Player2', [6, 7]],
      ['Player1', [5]],
      ['Player3', [8]],
    ]);
    expect(asked).toEqual([]);
  });

  it('opens later as it was, except for mentions and pings', async () => {
    const { compose } = start();
    const whole = batch('digest', ...awards);
    const post = await compose(whole, FEED);
    const later = digestPostOf(whole, FEED);
    expect(later.roleId).toBeNull();
    expect(later.players).toHaveLength(3);
    expect(later.players.map(({ games }) => games)).toEqual(
      post.kind === 'digest' ? post.post.players.map(({ games }) => games) : [],
    );
    expect(later.players.every(({ player }) => player.memberId === null)).toBe(true);
  });

  it('can be opened even if its awards are no longer stored', () => {
    expect(digestPostOf(batch('digest'), FEED).players).toEqual([]);
  });
});
