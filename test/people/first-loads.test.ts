import { expect, it } from 'vitest';

import { createFirstLoads } from '#src/people/first-loads.ts';
import { createLibraryKeeper, seenIn } from '#src/people/library-keeper.ts';
import {
  byName,
  createLibraryStack,
  createScriptedSite,
  failure,
  MAX_ULID,
  maxMilyin,
  OTHER_ULID,
  updatesOf,
} from '#test/progress/scripted-site.ts';
import { describeOnBoth } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

import { openPeople } from './people.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A load takes two requests of a quarter of 60 a minute. */
const GAP = 8_000;
const LOOK = 5_000;

/** The process that announces, with MaxMilyin's three games on the site. */
async function start(kind: StoreKind) {
  const bot = await openPeople(kind);
  const { clock, games, knownPlayers } = bot;
  const site = createScriptedSite(maxMilyin(3));
  const { libraries } = createLibraryStack(site, { clock });
  const told: string[] = [];
  const forgotten: number[] = [];
  const tell = (level: string) => (_: unknown, message?: string) =>
    told.push(`${level}: ${message}`);
  const log = { error: tell('error'), info: tell('info'), warn: tell('warn') };
  const role = { isActive: true };
  const loads = createFirstLoads({
    players: knownPlayers,
    games,
    libraries,
    forgetUntracked: async () => void forgotten.push(clock.now()),
    isActive: () => role.isActive,
    requestsPerMinute: 60,
    lookMs: LOOK,
    clock,
    log,
  });
  const stop = new AbortController();
  let running = Promise.resolve();
  return {
    ...bot,
    site,
    libraries,
    role,
    told,
    /** When the rest was forgotten, ms since 1970. */
    forgotten,
    /** Resolves when it has had its first turn, and sleeps for so long. */
    async run(sleepsFor: number) {
      const asleep = clock.asleep(sleepsFor);
      running = loads.run(stop.signal);
      await asleep;
    },
    /** Goes on to its next turn, after which it sleeps for so long. */
    async next(ms: number, sleepsFor: number) {
      await clock.advance(ms);
      await clock.asleep(sleepsFor);
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
      await bot[Symbol.asyncDispose]();
    },
  };
}

describeOnBoth('the first load of a newly known player', (kind) => {
  it('loads all games once, and then requests nothing', async () => {
    await using bot = await start(kind);
    await bot.links.save({
      userId: '1',
      ulid: MAX_ULID,
      name: 'x',
      linkedAt: 0,
      code: null,
    });
    await bot.knownPlayers.add(MAX_ULID, 'x');
    await bot.run(GAP);
    expect(await bot.games.count(MAX_ULID)).toBe(3);
    expect(bot.site.requests.filter((request) => request.startsWith('progress'))).toHaveLength(1);
    await bot.next(GAP, LOOK);
    expect(bot.site.requests.filter((request) => request.startsWith('progress'))).toHaveLength(1);
    expect(bot.told).toEqual([]);
  });

  it('is done by one process', async () => {
    await using bot = await start(kind);
    bot.role.isActive = false;
    await bot.knownPlayers.add(MAX_ULID, 'x');
    await bot.run(LOOK);
    expect(bot.site.requests).toEqual([]);
  });

  it('is tried again in ten minutes if the site fails, and the next day if the account is gone', async () => {
    await using bot = await start(kind);
    for (const [index, ulid] of [MAX_ULID, OTHER_ULID].entries()) {
      await bot.links.save({ userId: `${index}`, ulid, name: 'x', linkedAt: 0, code: null });
      await bot.knownPlayers.add(ulid, 'x');
      await bot.knownPlayers.loadAfter(ulid, index);
    }
    bot.site.before = async (request) => {
      if (request.includes(MAX_ULID)) throw failure({ kind: 'network' });
    };
    await bot.run(GAP);
    expect(bot.told).toEqual(['warn: a new player’s games could not be loaded; trying again']);
    // Nobody has the other account.
    await bot.next(GAP, GAP);
    await bot.next(GAP, LOOK);
    bot.site.before = async () => undefined;
    bot.site.requests.length = 0;
    const now = bot.clock.now();
    expect(await bot.knownPlayers.nextToLoad(now)).toBeNull();
    expect(await bot.knownPlayers.nextToLoad(now + 10 * MINUTE)).toBe(MAX_ULID);
    await bot.games.keep({
      ulid: MAX_ULID,
      name: null,
      isUnranked: null,
      games: [],
      isWhole: true,
      at: 1,
    });
    expect(await bot.knownPlayers.nextToLoad(now + 23 * HOUR)).toBeNull();
    expect(await bot.knownPlayers.nextToLoad(now + 25 * HOUR)).toBe(OTHER_ULID);
    expect(bot.told).toHaveLength(1);
  });

  it('comes after forgetting players nobody knows anymore, twice a day', async () => {
    await using bot = await start(kind);
    await bot.run(LOOK);
    await bot.knownPlayers.add(OTHER_ULID, 'x');
    await bot.knownPlayers.loadAfter(OTHER_ULID, Number.MAX_SAFE_INTEGER);
    const known = () => bot.store.database.query('select ulid from known_players');
    await bot.clock.advance(11 * HOUR);
    expect(await known()).toHaveLength(1);
    expect(bot.forgotten).toHaveLength(1);
    bot.clock.set(bot.clock.now() + HOUR);
    await bot.next(LOOK, LOOK);
    expect(await known()).toEqual([]);
    expect(bot.forgotten).toHaveLength(2);
  });
});

describeOnBoth('a whole library that was loaded for someone', (kind) => {
  it('is kept if the player is known', async () => {
    await using bot = await openPeople(kind);
    const { clock, games, knownPlayers } = bot;
    const keeper = createLibraryKeeper({ games, clock, log: { warn: () => undefined } });
    const site = createScriptedSite(maxMilyin(3), {
      ...maxMilyin(2),
      name: 'Max2',
      ulid: OTHER_ULID,
    });
    await knownPlayers.add(MAX_ULID, 'x');
    const both = Promise.withResolvers<void>();
    let wholes = 0;
    const { libraries } = createLibraryStack(site, {
      clock,
      onWhole: (library) => {
        const seen = seenIn(library);
        if (seen) keeper.keep(seen);
        wholes += 1;
        if (wholes === 2) both.resolve();
      },
    });
    await updatesOf(libraries, byName('MaxMilyin'));
    await updatesOf(libraries, byName('Max2'));
    await both.promise;
    await keeper.idle();
    expect([await games.count(MAX_ULID), await games.count(OTHER_ULID)]).toEqual([3, 0]);
    expect(await bot.store.database.query('select name from known_players')).toEqual([
      { name: 'MaxMilyin' },
    ]);
    await keeper[Symbol.asyncDispose]();
  });

  it('delays nobody while the database fails, and is logged only once', async () => {
    const kept: string[] = [];
    const first = Promise.withResolvers<null>();
    const told: string[] = [];
    await using bot = await openPeople(kind);
    const keeper = createLibraryKeeper({
      clock: bot.clock,
      log: { warn: (_: unknown, message?: string) => told.push(message ?? '') },
      games: {
        keep: ({ ulid, at }) => {
          kept.push(`${ulid} ${at}`);
          return kept.length === 1 ? first.promise : Promise.resolve(0);
        },
      },
    });
    const seen = { name: null, isUnranked: null, games: [], isWhole: true };
    keeper.keep({ ...seen, ulid: MAX_ULID, at: 1 });
    for (const at of [2, 3]) keeper.keep({ ...seen, ulid: OTHER_ULID, at });
    first.reject(new Error('down'));
    await keeper.idle();
    expect(kept).toEqual([`${MAX_ULID} 1`, `${OTHER_ULID} 3`]);
    expect(told).toHaveLength(1);
    await keeper[Symbol.asyncDispose]();
  });
});
