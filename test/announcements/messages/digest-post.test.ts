import { describe, expect, it } from 'vitest';

import { DEFAULT_SCHEDULE } from '#src/announcements/feed.ts';
import type { Cadence } from '#src/announcements/feed.ts';
import { encodeDigestCustomId } from '#src/announcements/messages/custom-ids.ts';
import { digestPostMessage } from '#src/announcements/messages/digest-post.ts';
import type { DigestPost } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { t } from '#test/progress/messages/pages.ts';
import { componentsOf } from '#test/progress/messages/read-page.ts';
import { fc } from '#test/support/fast-check.ts';

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

/** A player, a game, a place in the ranking, names with counts, what is left out, or nothing. */
const WHOLE_LINE =
  /^(?:\*\*\[.+\]\(https:\/\/retroachievements\.org\/user\/\S+\)\*\*.*|\S+ (?:\*\*.+\*\* )?\[.*\]\(https:\/\/retroachievements\.org\/game\/\d+\).*|\*\*Top players in hardcore\*\*|\*\*\d+\.\*\* .+ · \d+ games?(?: \(\+\d+ casual\))?|\*\*.+\*\*\u00A0\(\d+\)|-# …and .+|)$/;

const DAILY = { ...DEFAULT_SCHEDULE, cadence: 'daily' } as const;
const MONTHLY = { ...DEFAULT_SCHEDULE, cadence: 'monthly' } as const;

const SONIC = '[Sonic the Hedgehog](https://retroachievements.org/game/1) · MD';

describe('a digest', () => {
  it('is one embed, with each player’s games under their name, the highest awards first', () => {
    const beaten = game({ kind: 'beaten-hardcore' });
    const players = [
      { player: player(), games: [beaten, beaten, game()] },
      { player: playerNumber(2), games: [game({ kind: 'completed', tags: ['Hack'] })] },
    ];
    const post = digest(players, { schedule: DAILY });
    expect(posted(post)).toEqual({
      body: {
        embeds: [
          {
            color: 0xcc_99_00,
            title: 'Daily digest: 2 players finished 4 games',
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
  ])('has a title for its schedule (%s): “%s”', (cadence, title) => {
    const schedule = { cadence, hour: 18, weekday: 'monday', timezone: 'UTC' } as const;
    const post = digest([{ player: player(), games: games(1) }], { schedule });
    expect(embedOf(posted(post).body).title).toBe(title);
  });

  it.each([1, 11, 500])('has a button to the full list of %i games', (count) => {
    expect(buttonsOf(count)).toMatchObject([{ custom_id: 'd1:0::0batch:1', label: 'Full list' }]);
  });

  it('pings the role and each linked member once', () => {
    const one = { player: player({ memberId: '1' }), games: games(1) };
    const two = { player: playerNumber(2, { memberId: '2' }), games: games(1) };
    const { body, mentions } = posted(digest([one, two, two], { roleId: '7' }));
    expect(body.content).toBe('<@&7> <@1> <@2>');
    expect(mentions).toEqual({ roles: ['7'], users: ['1', '2'] });
  });

  it('pings as many members as fit', () => {
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

/** Each player has one kind of award. */
const crowd = (playerCount: number, gameCount: number, name = (n: number) => `Player${n}`) =>
  Array.from({ length: playerCount }, (_, n) => ({
    player: playerNumber(n, { name: name(n) }),
    games: games(Math.ceil((gameCount - n) / playerCount), {
      kind: AWARD_KINDS[n % AWARD_KINDS.length] ?? 'mastered',
    }),
  }));

describe('a large digest', () => {
  it('gives every player a line, and the most active ones more if there is room', () => {
    const counts = [80, 12, 5, 1, 1];
    const players = counts.map((count, n) => ({ player: playerNumber(n), games: games(count) }));
    const post = digest(players, { schedule: DAILY });
    const blocks = (embedOf(posted(post).body).description ?? '').split('\n\n');
    const shown = blocks.map((block) => block.split('\n').filter((line) => line.startsWith('🏆')));
    expect(shown.map(({ length }) => length).slice(1)).toEqual([12, 5, 1, 1]);
    const first = shown[0]?.length ?? 0;
    expect(first).toBeGreaterThan(20);
    expect(first).toBeLessThan(80);
    expect(blocks[0]?.split('\n').at(-1)).toBe(`-# …and ${80 - first} more`);
  });

  it.each([DAILY, MONTHLY])(
    'names all 60 players with their counts first, then games: %j',
    (schedule) => {
      const players = crowd(60, 200, (n) => `LongNameOfAPlayer${n}`);
      const { body } = posted(digest(players, { schedule }));
      const text = embedOf(body).description ?? '';
      const entries = players.map(
        ({ player: { name }, games: { length } }) => `**${name}**\u00A0(${length})`,
      );
      expect(text).toContain(entries.join(', '));
      const lines = linesOf(body).filter((line) => line.includes('/game/'));
      expect(lines.length).toBeGreaterThan(15);
      // Of each in turn.
      for (const [n, line] of lines.entries())
        expect(line).toContain(`**LongNameOfAPlayer${n}** [`);
      expect(linesOf(body).at(-1)).toBe(`-# …and ${200 - lines.length} more`);
      expect(text.indexOf(entries.at(-1) ?? '')).toBeLessThan(text.indexOf(lines[0] ?? ''));
      expect(componentsOf(body)).toHaveLength(1);
      expect(problemsOf(body)).toEqual([]);
    },
  );

  it('says how many players don’t fit', () => {
    const { body } = posted(digest(crowd(500, 500), { schedule: DAILY }));
    const [names = '', more] = linesOf(body);
    const named = names.split(', ').length;
    expect(named).toBeGreaterThan(150);
    expect(more).toBe(`-# …and ${500 - named} more players`);
    expect(linesOf(body)).toHaveLength(2);
    expect(componentsOf(body)).toHaveLength(1);
  });

  it('names everyone above their games, even if the site’s names make links too long', () => {
    const name = '漢'.repeat(150);
    const { body } = posted(
      digest(
        crowd(5, 5, () => name),
        { schedule: DAILY },
      ),
    );
    const blocks = (embedOf(body).description ?? '').split('\n\n');
    expect(blocks).toHaveLength(5);
    for (const block of blocks) {
      expect(block).toMatch(/^\*\*\[漢+…\]\(https:\/\/retroachievements\.org\)\*\*\n.*\/game\//);
    }
    expect(problemsOf(body)).toEqual([]);
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

  it.each(sizes)('with %i players and %i games is accepted by Discord', (players, count) => {
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
      const { body } = posted(digest(groups, { schedule: offset % 1_400 === 0 ? DAILY : MONTHLY }));
      expect(problemsOf(body)).toEqual([]);
      expect(embedOf(body).title).toContain(`${count.toLocaleString('en')} game`);
    }
  });

  it('is accepted by Discord with complete links, whatever games and players are called', () => {
    const anySchedule = fc.constantFrom(DAILY, MONTHLY);
    const anyPlayer = fc.record({
      name: fc.string({ minLength: 1, maxLength: 40 }),
      won: fc.array(anyGame, { minLength: 1, maxLength: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyPlayer, { minLength: 1, maxLength: 60 }),
        anySchedule,
        (some, schedule) => {
          const players = some.map(({ name, won }, n) => ({
            player: playerNumber(n, { name }),
            games: won,
          }));
          const { body } = posted(digest(players, { schedule }));
          expect(problemsOf(body)).toEqual([]);
          expect(embedOf(body).description?.isWellFormed()).toBe(true);
          expect(linesOf(body).filter((line) => !WHOLE_LINE.test(line))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const hardcore = (count: number) => games(count, { kind: 'beaten-hardcore' });
const casual = (count: number) => games(count, { kind: 'completed' });
const opening = (body: MessageBody) => (embedOf(body).description ?? '').split('\n\n')[0];

describe('a weekly or monthly digest', () => {
  it.each(['weekly', 'monthly'] as const)(
    '(%s) opens with the players who finished the most in hardcore',
    (cadence) => {
      const players = [
        { player: playerNumber(1), games: casual(9) },
        { player: playerNumber(2), games: [...hardcore(3), ...casual(5)] },
        { player: playerNumber(3), games: [...hardcore(3), ...games(1)] },
        { player: playerNumber(4), games: hardcore(3) },
        { player: playerNumber(5), games: games(1) },
      ];
      const { body } = posted(digest(players, { schedule: { ...DEFAULT_SCHEDULE, cadence } }));
      expect(opening(body)?.split('\n')).toEqual([
        '**Top players in hardcore**',
        '**1.** Player3 · 4 games',
        '**2.** Player2 · 3 games (+5 casual)',
        '**2.** Player4 · 3 games',
        '**4.** Player5 · 1 game',
      ]);
      expect((embedOf(body).description ?? '').split('\n\n')[1]).toMatch(/^\*\*\[Player1\]/);
    },
  );

  it.each(['hourly', 'daily'] as const)('but not a digest that is %s', (cadence) => {
    const players = [{ player: player(), games: games(2) }];
    const { body } = posted(digest(players, { schedule: { ...DEFAULT_SCHEDULE, cadence } }));
    expect(opening(body)).toMatch(/^\*\*\[MaxMilyin\]/);
  });

  it('ranks up to ten, and nobody if everything is casual', () => {
    const players = Array.from({ length: 12 }, (_, n) => ({
      player: playerNumber(n),
      games: games(12 - n),
    }));
    const lines = opening(posted(digest(players)).body)?.split('\n') ?? [];
    expect(lines).toHaveLength(1 + 10);
    expect(lines.at(-1)).toBe('**10.** Player9 · 3 games');
    const { body } = posted(digest([{ player: player(), games: casual(2) }]));
    expect(opening(body)).toMatch(/^\*\*\[MaxMilyin\]/);
  });

  it('counts a game that was beaten in hardcore and completed in casual as hardcore', () => {
    const both = game({ kind: 'completed', alsoEarned: ['beaten-hardcore'] });
    const { body } = posted(digest([{ player: player(), games: [both] }]));
    expect(opening(body)).toContain('**1.** MaxMilyin · 1 game');
    expect(opening(body)).not.toContain('casual');
  });
});

describe('a digest’s time', () => {
  it('is when it was made, not when an award was earned', () => {
    const post = digest([{ player: player(), games: games(1) }], { at: AT + 60_000 });
    expect(embedOf(posted(post).body).timestamp).toBe('2025-03-03T18:01:05.000Z');
  });
});
