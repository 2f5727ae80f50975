import { describe, expect, it } from 'vitest';

import { ranked, startOf } from '#src/people/leaderboard.ts';
import type { LeaderboardQuery } from '#src/people/leaderboard.ts';
import type { KnownGame } from '#src/people/tables/known-games.ts';
import { feed, track, ulid } from '#test/announcements/tables/rows.ts';
import { describeOnBoth } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

import { DAY, game, linkVerified, openPeople, seen } from './people.ts';

/** A Wednesday. */
const NOW = Date.UTC(2025, 5, 18, 12);
const ALL: LeaderboardQuery = { period: 'all', kinds: 'any', casual: false };

/** A server that tracks these players, who have these games. */
async function start(kind: StoreKind, libraries: Readonly<Record<number, readonly KnownGame[]>>) {
  const bot = await openPeople(kind);
  await bot.store.feeds.save(feed('a', { guildId: 'here' }));
  for (const [number, library] of Object.entries(libraries)) {
    await track(bot.store, 'a', Number(number));
    await bot.games.keep(seen(Number(number), library));
  }
  return {
    ...bot,
    async rank(query: Partial<LeaderboardQuery> = {}, guildId = 'here') {
      const players = await bot.serverPlayers.in(guildId);
      const places = await bot.leaderboard.rank(players, { ...ALL, ...query }, NOW);
      return places.map(({ place, name, count }) => `${place} ${name} ${count}`);
    },
  };
}

/** So many games, whose ids come after `from`. */
function games(
  count: number,
  { from = 0, ...changes }: Omit<Partial<KnownGame>, 'gameId'> & { readonly from?: number } = {},
): readonly KnownGame[] {
  return Array.from({ length: count }, (_, index) =>
    game({ gameId: from + index + 1, ...changes }),
  );
}

const at = (awardedAt: number, gameId: number) => game({ gameId, awardedAt });

describe('on SQLite, which takes any number,', () => {
  it.each(['9223372036854775807', '1e300', '-5', "'many'"])(
    'a count of %s is none, and those of others go on',
    async (odd) => {
      await using bot = await start('sqlite', {
        1: [...games(2), game({ gameId: 3, award: 'beaten-hardcore' })],
        2: games(3),
      });
      const where = `ulid = '${ulid(1)}'`;
      await bot.store.database.query(`update award_counts set games = ${odd} where ${where}`);
      expect(await bot.rank()).toEqual(['1 Player2 3']);
    },
  );

  it('a game with an award of any time is counted', async () => {
    await using bot = await start('sqlite', { 1: games(2) });
    await bot.store.database.query('update player_games set awarded_at = 9e18');
    await bot.games.keep(seen(1, [game({ gameId: 1 })], { isWhole: false, at: 9 }));
    expect(await bot.rank()).toEqual(['1 Player1 2']);
  });

  it('a holder with counts that are none has 0', async () => {
    await using bot = await start('sqlite', { 1: games(1) });
    const odd = 'possible = 1e300, awarded = -1, awarded_hardcore = 1.5';
    await bot.store.database.query(`update player_games set ${odd}`);
    const players = await bot.serverPlayers.in('here');
    expect(await bot.serverGames.holders(1, players)).toMatchObject([
      { possible: 0, awarded: 0, awardedHardcore: 0 },
    ]);
  });
});

describe('places', () => {
  it('are shared by players with equally many games', () => {
    const players = [3, 1, 2, 2, 0].map((count, index) => ({
      ulid: String(index),
      name: `p${9 - index}`,
      count,
    }));
    expect(ranked(players).map(({ place, name }) => `${place} ${name}`)).toEqual([
      '1 p9',
      '2 p6',
      '2 p7',
      '4 p8',
      '5 p5',
    ]);
  });
});

describe('a period', () => {
  it.each([
    ['week', Date.UTC(2025, 5, 16)],
    ['month', Date.UTC(2025, 5, 1)],
    ['year', Date.UTC(2025, 0, 1)],
    ['all', null],
  ] as const)('%s begins in UTC', (period, start_) => {
    expect(startOf(period, NOW)).toBe(start_);
  });

  it('of a week begins on its Monday, even on a Sunday and across a new year', () => {
    expect(startOf('week', Date.UTC(2025, 5, 22, 23, 59))).toBe(Date.UTC(2025, 5, 16));
    expect(startOf('week', Date.UTC(2025, 5, 23))).toBe(Date.UTC(2025, 5, 23));
    expect(startOf('week', Date.UTC(2026, 0, 2))).toBe(Date.UTC(2025, 11, 29));
  });
});

describeOnBoth('a leaderboard', (kind) => {
  it('counts games by the date of their highest award', async () => {
    await using bot = await start(kind, {
      1: [at(Date.UTC(2025, 5, 16), 1), at(Date.UTC(2025, 5, 16) - 1, 2), at(NOW - 40 * DAY, 3)],
      2: [at(NOW - 365 * DAY, 1), at(NOW - 366 * DAY, 2), at(NOW, 3)],
    });
    expect(await bot.rank()).toEqual(['1 Player1 3', '1 Player2 3']);
    expect(await bot.rank({ period: 'week' })).toEqual(['1 Player1 1', '1 Player2 1']);
    expect(await bot.rank({ period: 'month' })).toEqual(['1 Player1 2', '2 Player2 1']);
    expect(await bot.rank({ period: 'year' })).toEqual(['1 Player1 3', '2 Player2 1']);
  });

  it('of a year follows an award whose date changes, and leaves out those without a date', async () => {
    const [first, last] = [Date.UTC(2025, 0), Date.UTC(2025, 0) - 1];
    await using bot = await start(kind, {
      1: [at(first, 1), game({ gameId: 2, awardedAt: null })],
    });
    expect(await bot.rank({ period: 'year' })).toEqual(['1 Player1 1']);
    expect(await bot.rank()).toEqual(['1 Player1 2']);
    await bot.games.keep(seen(1, [at(last, 1), at(first, 2)], { at: 2 }));
    expect(await bot.rank({ period: 'year' })).toEqual(['1 Player1 1']);
    await bot.games.keep(seen(1, [at(last, 1), at(last, 2)], { at: 3 }));
    expect(await bot.rank({ period: 'year' })).toEqual([]);
    expect(await bot.rank()).toEqual(['1 Player1 2']);
  });

  it('counts only hardcore, unless casual is included', async () => {
    await using bot = await start(kind, {
      1: [
        ...games(1),
        ...games(2, { from: 100, award: 'beaten-hardcore' }),
        ...games(4, { from: 200, award: 'completed' }),
        ...games(8, { from: 300, award: 'beaten-softcore' }),
        ...games(16, { from: 400, award: null, awardedAt: null }),
      ],
    });
    const count = async (query: Partial<LeaderboardQuery>) => (await bot.rank(query))[0];
    expect(await count({})).toBe('1 Player1 3');
    expect(await count({ casual: true })).toBe('1 Player1 15');
    expect(await count({ kinds: 'beaten' })).toBe('1 Player1 2');
    expect(await count({ kinds: 'beaten', casual: true })).toBe('1 Player1 10');
    expect(await count({ kinds: 'mastered' })).toBe('1 Player1 1');
    expect(await count({ kinds: 'mastered', casual: true })).toBe('1 Player1 5');
  });

  it('of all time follows each award that is earned, raised, or lost', async () => {
    const [open, won] = [{ award: null, awardedAt: null }, {}];
    await using bot = await start(kind, { 1: games(2, open) });
    expect(await bot.rank()).toEqual([]);
    const look = async (library: readonly KnownGame[], at_: number) => {
      await bot.games.keep(seen(1, library, { at: at_ }));
      return bot.rank();
    };
    expect(await look([...games(1, won), game({ gameId: 2, ...open })], 2)).toEqual([
      '1 Player1 1',
    ]);
    expect(await look(games(2, { award: 'beaten-hardcore' }), 3)).toEqual(['1 Player1 2']);
    expect(await bot.rank({ kinds: 'mastered' })).toEqual([]);
    expect(await look(games(1), 4)).toEqual(['1 Player1 1']);
    expect(await look(games(1, open), 5)).toEqual([]);
    await look(games(3), 6);
    await bot.store.trackedPlayers.untrack('a', ulid(1));
    await bot.knownPlayers.forgetAllUnknown();
    expect(await bot.store.database.query('select * from award_counts')).toEqual([]);
  });

  it('leaves out players without games, unranked ones, and those tracked elsewhere', async () => {
    await using bot = await start(kind, { 1: games(1), 2: games(2), 3: [] });
    await bot.store.feeds.save(feed('b', { guildId: 'there' }));
    await track(bot.store, 'b', 4);
    await bot.games.keep(seen(4, games(4)));
    expect(await bot.rank()).toEqual(['1 Player2 2', '2 Player1 1']);
    await bot.games.keep(seen(2, games(2), { isUnranked: true, at: 2 }));
    expect(await bot.rank()).toEqual(['1 Player1 1']);
    expect(await bot.rank({}, 'there')).toEqual(['1 Player4 4']);
    expect(await bot.rank({}, 'nowhere')).toEqual([]);
  });

  it('has members who joined and are verified, and nobody who left', async () => {
    await using bot = await start(kind, { 1: games(1) });
    await linkVerified(bot, '71', 1);
    await linkVerified(bot, '72', 2);
    await bot.games.keep(seen(2, games(2)));
    expect(await bot.rank()).toEqual(['1 Player1 1']);
    await bot.members.join('here', '72', NOW);
    await bot.members.leave('here', '71');
    expect(await bot.rank()).toEqual(['1 Player2 2']);
    expect(await bot.members.of('71')).toEqual([{ guildId: 'here', joinedAt: null }]);
    await bot.members.join('here', '71', NOW);
    expect(await bot.rank()).toEqual(['1 Player2 2', '2 Player1 1']);
    // Somebody else has proved that the account is theirs: the older claim shows and hides nobody.
    await linkVerified(bot, '73', 2);
    expect(await bot.rank()).toEqual(['1 Player1 1']);
    await bot.members.leave('here', '72');
    await bot.members.join('here', '73', NOW);
    expect(await bot.rank()).toEqual(['1 Player2 2', '2 Player1 1']);
  });

  it('never has a player who doesn’t want to be shown', async () => {
    await using bot = await start(kind, { 1: games(1) });
    await bot.denials.add(ulid(1), NOW);
    expect(await bot.rank()).toEqual([]);
    await bot.knownPlayers.forget(ulid(1));
    await bot.knownPlayers.add(ulid(1), 'Player1');
    expect(await bot.games.keep(seen(1, games(1), { at: 2 }))).toBeNull();
  });
});
