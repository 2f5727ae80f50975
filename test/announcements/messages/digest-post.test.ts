import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Cadence } from '#src/announcements/feed.ts';
import { encodeDigestCustomId } from '#src/announcements/messages/custom-ids.ts';
import { digestPostMessage } from '#src/announcements/messages/digest-post.ts';
import type { DigestPost } from '#src/announcements/post.ts';
import { t } from '#test/progress/messages/pages.ts';
import { componentsOf } from '#test/progress/messages/read-page.ts';

import {
  anyGame,
  AT,
  digest,
  embedOf,
  game,
  games,
  linesOf,
  player,
  playerNumber,
  problemsOf,
  REAL_GAMES,
} from './posts.ts';

const customId = (batchId: string) =>
  encodeDigestCustomId({ action: 'open', ownerId: null, batchId, page: 1 });

const posted = (post: DigestPost) => digestPostMessage(post, { t, customId });

const buttonsOf = (count: number) =>
  componentsOf(posted(digest([{ player: player(), games: games(count) }])).body);

/** The longest ids that Discord can have. */
const memberOf = (n: number) => String(2n ** 64n - 1n - BigInt(n));

/** A player, a game, what is left out, or nothing. */
const WHOLE_LINE =
  /^(?:\*\*\[.+\]\(https:\/\/retroachievements\.org\/user\/\S+\)\*\*.*|\S+ \[.*\]\(https:\/\/retroachievements\.org\/game\/\d+\).*|-# …and .+|)$/;

const SONIC = '[Sonic the Hedgehog](https://retroachievements.org/game/1) · MD';

describe('a digest', () => {
  it('is one embed, with each player’s games under their name, the highest awards first', () => {
    const beaten = game({ kind: 'beaten-hardcore' });
    const post = digest([
      { player: player(), games: [beaten, beaten, game()] },
      { player: playerNumber(2), games: [game({ kind: 'completed', tags: ['Hack'] })] },
    ]);
    expect(posted(post)).toEqual({
      body: {
        embeds: [
          {
            color: 0xcc_99_00,
            title: 'Weekly digest: 2 players finished 4 games',
            description: [
              '**[MaxMilyin](https://retroachievements.org/user/MaxMilyin)** · 🏆 1 · ⭐ 2',
              `🏆 ${SONIC}`,
              `⭐ ${SONIC}`,
              `⭐ ${SONIC}`,
              '',
              '**[Player2](https://retroachievements.org/user/Player2)**',
              `🏅 ${SONIC.replace(' ·', ' `Hack` ·')}`,
            ].join('\n'),
            timestamp: '2025-03-03T18:00:05.000Z',
          },
        ],
        components: [expect.objectContaining({ type: 1 })],
      },
      mentions: { roles: [], users: [] },
    });
  });

  it.each<[Cadence, string]>([
    ['hourly', 'Hourly digest: 1 player finished 1 game'],
    ['daily', 'Daily digest: 1 player finished 1 game'],
    ['weekly', 'Weekly digest: 1 player finished 1 game'],
    ['monthly', 'Monthly digest: 1 player finished 1 game'],
    ['live', 'Digest: 1 player finished 1 game'],
  ])('of a %s feed is called “%s”', (cadence, title) => {
    const schedule = { cadence, hour: 18, weekday: 'monday', timezone: 'UTC' } as const;
    const post = digest([{ player: player(), games: games(1) }], { schedule });
    expect(embedOf(posted(post).body).title).toBe(title);
  });

  it.each([1, 11, 500])('has a button to the full list of %i', (count) => {
    expect(buttonsOf(count)).toMatchObject([{ custom_id: 'd1:0::0batch:1', label: 'Full list' }]);
  });

  it('says how many players there was no room for', () => {
    const name = '漢'.repeat(150);
    const players = Array.from({ length: 5 }, (_, n) => playerNumber(n, { name }));
    const { body } = posted(digest(players.map((one) => ({ player: one, games: games(1) }))));
    expect(linesOf(body).at(-1)).toMatch(/^-# …and \d more players$/);
    expect(componentsOf(body)).toHaveLength(1);
    expect(problemsOf(body)).toEqual([]);
  });

  it('pings the role and each linked member once', () => {
    const one = { player: player({ memberId: '1' }), games: games(1) };
    const two = { player: playerNumber(2, { memberId: '2' }), games: games(1) };
    const { body, mentions } = posted(digest([one, two, two], { roleId: '7' }));
    expect(body.content).toBe('<@&7> <@1> <@2>');
    expect(mentions).toEqual({ roles: ['7'], users: ['1', '2'] });
  });

  it('pings as many as fit', () => {
    const players = Array.from({ length: 500 }, (_, n) => ({
      player: playerNumber(n, { memberId: memberOf(n) }),
      games: games(1),
    }));
    const { body, mentions } = posted(digest(players, { roleId: memberOf(500) }));
    expect(problemsOf(body)).toEqual([]);
    expect(mentions.users).toHaveLength(80);
    expect(body.content).toContain(`<@${memberOf(79)}>`);
  });
});

describe('a large digest', () => {
  it('gives every player a line, and the most active more, as far as there is room', () => {
    const counts = [80, 12, 5, 1, 1];
    const post = digest(
      counts.map((count, n) => ({ player: playerNumber(n), games: games(count) })),
    );
    const blocks = (embedOf(posted(post).body).description ?? '').split('\n\n');
    const shown = blocks.map((block) => block.split('\n').filter((line) => line.startsWith('🏆')));
    expect(shown.map(({ length }) => length).slice(1)).toEqual([12, 5, 1, 1]);
    const first = shown[0]?.length ?? 0;
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(80);
    expect(blocks[0]?.split('\n').at(-1)).toBe(`-# …and ${80 - first} more`);
  });

  it('of more players than fit says how many there are besides', () => {
    const players = Array.from({ length: 200 }, (_, n) => ({
      player: playerNumber(n),
      games: games(3),
    }));
    const { body } = posted(digest(players));
    const lines = linesOf(body);
    const named = lines.filter((line) => line.startsWith('**[')).length;
    expect(named).toBeGreaterThan(30);
    expect(lines.at(-1)).toBe(`-# …and ${200 - named} more players`);
    expect(componentsOf(body)).toHaveLength(1);
  });

  const sizes = [
    [1, 1],
    [1, 2_000],
    [12, 37],
    [40, 41],
    [41, 400],
    [60, 2_000],
    [500, 500],
    [500, 2_000],
  ] as const;

  it.each(sizes)('of %i players with %i games is taken by Discord', (players, count) => {
    for (let offset = 0; offset < REAL_GAMES.length; offset += 700) {
      const titles = [...REAL_GAMES.slice(offset), ...REAL_GAMES].slice(0, count);
      const groups = Array.from({ length: players }, (_, n) => ({
        player: playerNumber(n),
        games: Array.from(
          { length: Math.ceil((count - n) / players) },
          (__, index) =>
            // Fewer titles than games: they come again.
            titles[(n + index * players) % titles.length] ?? game(),
        ),
      }));
      const { body } = posted(digest(groups));
      expect(problemsOf(body)).toEqual([]);
      expect(embedOf(body).title).toContain(`${count.toLocaleString('en')} game`);
    }
  });

  it('is taken by Discord whatever the games and players are called, with links that are whole', () => {
    const anyPlayer = fc.record({
      name: fc.string({ minLength: 1, maxLength: 40 }),
      won: fc.array(anyGame, { minLength: 1, maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anyPlayer, { minLength: 1, maxLength: 60 }), (players) => {
        const { body } = posted(
          digest(
            players.map(({ name, won }, n) => ({ player: playerNumber(n, { name }), games: won })),
          ),
        );
        expect(problemsOf(body)).toEqual([]);
        expect(embedOf(body).description?.isWellFormed()).toBe(true);
        expect(linesOf(body).filter((line) => !WHOLE_LINE.test(line))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a digest’s time', () => {
  it('is when it was put together, not when something was won', () => {
    const post = digest([{ player: player(), games: games(1) }], { at: AT + 60_000 });
    expect(embedOf(posted(post).body).timestamp).toBe('2025-03-03T18:01:05.000Z');
  });
});
