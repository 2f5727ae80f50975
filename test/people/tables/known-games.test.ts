import { expect, it } from 'vitest';

import { MIGRATIONS } from '#src/migrations.ts';
import { track, ulid, feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createTestDatabase, describeOnBoth } from '#test/support/store.ts';

import { game, linkVerified, openPeople, seen } from '../people.ts';

/** ULID and name, as SQL. */
const player = (number: number) => `'${ulid(number)}', 'Player${number}'`;

describeOnBoth('known players’ games', (kind) => {
  it('are written if they changed, and removed if they are gone', async () => {
    await using bot = await openPeople(kind);
    await bot.knownPlayers.add(ulid(1), 'Player1');
    const [first, second] = [game(), game({ gameId: 2, award: null, awardedAt: null })];
    expect(await bot.games.keep(seen(1, [first, second]))).toBe(2);
    expect(await bot.games.keep(seen(1, [first, second], { at: 2 }))).toBe(0);
    const better = game({ gameId: 2, award: 'beaten-hardcore', awardedAt: 9, lastUnlockAt: 9 });
    expect(await bot.games.keep(seen(1, [first, better], { at: 3 }))).toBe(1);
    expect(await bot.games.of(ulid(1))).toMatchObject([
      { game_id: 2, award: 'beaten-hardcore', awarded_at: 9, title: 'Sonic the Hedgehog' },
      { game_id: 1, award: 'mastered' },
    ]);
    expect(await bot.games.keep(seen(1, [better], { at: 4 }))).toBe(1);
    expect(await bot.games.count(ulid(1))).toBe(1);
  });

  it('stay if only some of them were seen', async () => {
    await using bot = await openPeople(kind);
    await bot.knownPlayers.add(ulid(1), 'Player1');
    await bot.games.keep(seen(1, [game(), game({ gameId: 2 })]));
    await bot.games.keep(seen(1, [game({ awarded: 3 })], { at: 2, isWhole: false, name: null }));
    expect(await bot.games.count(ulid(1))).toBe(2);
  });

  it('aren’t overwritten by an older response', async () => {
    await using bot = await openPeople(kind);
    await bot.knownPlayers.add(ulid(1), 'Player1');
    await bot.games.keep(seen(1, [game(), game({ gameId: 2 })], { at: 9 }));
    expect(await bot.games.keep(seen(1, [game()], { at: 8 }))).toBe(0);
    expect(await bot.games.count(ulid(1))).toBe(2);
  });

  it('get new titles for everyone who has the game', async () => {
    await using bot = await openPeople(kind);
    for (const number of [1, 2]) {
      await bot.knownPlayers.add(ulid(number), `Player${number}`);
      await bot.games.keep(seen(number, [game()]));
    }
    await bot.games.keep(seen(1, [game({ title: 'Sonic' })], { at: 2 }));
    expect(await bot.games.of(ulid(2))).toMatchObject([{ title: 'Sonic' }]);
  });

  it('aren’t stored for anyone else, however many games they have', async () => {
    await using bot = await openPeople(kind);
    expect(await bot.games.keep(seen(1, [game()]))).toBeNull();
    const games = Array.from({ length: 1_300 }, (_, index) => game({ gameId: index + 1 }));
    await bot.knownPlayers.add(ulid(1), 'Player1');
    expect(await bot.games.keep(seen(1, games))).toBe(1_300);
    expect(await bot.games.keep(seen(1, games.slice(0, 2), { at: 2 }))).toBe(1_298);
  });

  it('can have numbers too large for a database', async () => {
    await using bot = await openPeople(kind);
    await bot.knownPlayers.add(ulid(1), 'Player1');
    const huge = game({ possible: 1e12, awarded: 1e12, awardedHardcore: 0.5, systemId: 1e12 });
    expect(await bot.games.keep(seen(1, [huge]))).toBe(1);
    expect(await bot.games.keep(seen(1, [huge], { at: 2 }))).toBe(0);
  });
});

describeOnBoth('a known player', (kind) => {
  it('is loaded once, and tried again later', async () => {
    await using bot = await openPeople(kind);
    await bot.knownPlayers.add(ulid(1), 'Player1');
    await bot.knownPlayers.add(ulid(2), 'Player2');
    await bot.knownPlayers.loadAfter(ulid(1), 100);
    expect(await bot.knownPlayers.nextToLoad(99)).toBe(ulid(2));
    await bot.games.keep(seen(2, []));
    expect(await bot.knownPlayers.nextToLoad(99)).toBeNull();
    expect(await bot.knownPlayers.nextToLoad(100)).toBe(ulid(1));
    // What a sweep has seen is not all.
    await bot.games.keep(seen(1, [game()], { isWhole: false }));
    expect(await bot.knownPlayers.nextToLoad(100)).toBe(ulid(1));
  });

  it('is forgotten with their games once no feed tracks them and nobody has linked them', async () => {
    await using bot = await openPeople(kind);
    await bot.store.feeds.save(feed('a'));
    await track(bot.store, 'a', 1);
    await linkVerified(bot, '7', 2);
    await bot.knownPlayers.add(ulid(3), 'Player3');
    for (const number of [1, 2, 3]) await bot.games.keep(seen(number, [game()]));
    const counts = () => Promise.all([1, 2, 3].map((number) => bot.games.count(ulid(number))));
    expect(await counts()).toEqual([1, 1, 1]);
    await bot.knownPlayers.forgetAllUnknown();
    expect(await counts()).toEqual([1, 1, 0]);
    await bot.store.transaction(({ trackedPlayers }) => trackedPlayers.untrack('a', ulid(1)));
    await bot.links.remove('7');
    await bot.knownPlayers.forgetAllUnknown();
    expect(await counts()).toEqual([0, 0, 0]);
    expect(await bot.store.database.query('select * from known_players')).toEqual([]);
  });

  it('is everyone an older version tracked or had linked, except those who said no', async () => {
    await using database = await createTestDatabase(kind);
    const old = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0006'));
    await (await openAnnouncementStore(database.url, { migrations: old }))[Symbol.asyncDispose]();
    for (const number of [1, 2]) {
      await database.query(
        `insert into players (ulid, name, name_key, next_sweep_at) values (${player(number)}, 'x', 0)`,
      );
    }
    for (const [user, number] of [
      ['a', 1],
      ['b', 3],
      ['c', 3],
    ] as const) {
      await database.query(
        `insert into links (user_id, ulid, name, linked_at) values ('${user}', ${player(number)}, 0)`,
      );
    }
    await database.query(`insert into denied_players values ('${ulid(2)}', 0)`);
    await (await openAnnouncementStore(database.url))[Symbol.asyncDispose]();
    const known = await database.query('select ulid, name from known_players order by ulid');
    expect(known).toMatchObject([
      { ulid: ulid(1), name: 'Player1' },
      { ulid: ulid(3), name: 'Player3' },
    ]);
  });
});

describeOnBoth('awards', (kind) => {
  it.each(['0008', '0010'])(
    'are counted by year of the games kept before migration %s',
    async (migration) => {
      await using database = await createTestDatabase(kind);
      const old = Object.fromEntries(
        Object.entries(MIGRATIONS).filter(([name]) => name < migration),
      );
      await (await openAnnouncementStore(database.url, { migrations: old }))[Symbol.asyncDispose]();
      await database.query(`insert into known_players (ulid, name) values (${player(1)})`);
      const newYear = Date.UTC(2025, 0);
      for (const [id, [award, at]] of [
        ["'mastered'", newYear],
        ["'mastered'", newYear + 1],
        ["'mastered'", newYear - 1],
        ["'beaten-softcore'", 'null'],
        ['null', 'null'],
      ].entries()) {
        await database.query(
          `insert into player_games (ulid, game_id, award, awarded_at, awarded, awarded_hardcore, possible)
        values ('${ulid(1)}', ${id}, ${award}, ${at}, 1, 1, 1)`,
        );
      }
      await (await openAnnouncementStore(database.url))[Symbol.asyncDispose]();
      const counts = 'select award, year, games from award_counts order by award, year';
      expect(await database.query(counts)).toEqual([
        { award: 'beaten-softcore', year: 0, games: 1 },
        { award: 'mastered', year: 2024, games: 1 },
        { award: 'mastered', year: 2025, games: 2 },
      ]);
    },
  );
});
