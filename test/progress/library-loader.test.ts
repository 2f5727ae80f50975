import { describe, expect, it } from 'vitest';

import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { Refusal } from '#src/messages/refusal.ts';
import type { Library } from '#src/progress/library.ts';
import { AccountGone, UnknownPlayer } from '#src/progress/unknown-player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { t } from '#test/progress/messages/pages.ts';
import { startClient } from '#test/retroachievements/start-client.ts';

import {
  byName,
  byUlid,
  createLibraryStack,
  createScriptedSite,
  failure,
  gamesOf,
  MAX_ULID,
  maxMilyin,
  playerOf,
} from './scripted-site.ts';

const MAX = byName('maxmilyin');

function start(gameCount: number) {
  const account = maxMilyin(gameCount);
  const site = createScriptedSite(account);
  const stack = createLibraryStack(site);
  const told: Library[] = [];
  const load = (ref: PlayerRef = MAX) => stack.loader.load(ref, (soFar) => told.push(soFar));
  return { ...stack, site, account, told, load };
}

function sentenceOf(error: unknown): string {
  return error instanceof Refusal ? error.sentence(t, (name) => `/${name}`) : String(error);
}

const ids = (library: Library) => library.entries.map(({ game }) => game.id);
const counts = (library: Library) => `${library.entries.length}/${library.total}`;
const progressRequests = (requests: readonly string[]) =>
  requests.filter((request) => request.startsWith('progress'));

describe('a library', () => {
  it.each([
    [1, 1],
    [499, 1],
    [500, 1],
    [501, 2],
    [1_287, 3],
    [10_000, 20],
  ])('with %i games takes %i requests, and one for the profile', async (count, requests) => {
    const { site, load } = start(count);
    const library = await load();
    expect(counts(library)).toBe(`${count}/${count}`);
    expect(progressRequests(site.requests)).toHaveLength(requests);
    expect(site.requests).toHaveLength(requests + 1);
  });

  it('has the games in the site’s order, and the player as the site writes them', async () => {
    const { load, account, clock } = start(1_200);
    const library = await load();
    expect(ids(library)).toEqual(gamesOf(1_200).map(({ gameId }) => gameId));
    expect(library.player).toEqual(playerOf(account));
    expect(library.fetchedAt).toBe(clock.now());
  });

  it('passes on what has loaded while there is more to come', async () => {
    const { load, told } = start(1_287);
    await load();
    expect(told.map(counts)).toEqual(['500/1287', '1000/1287']);
  });

  it('passes on nothing early if its first page is all of it', async () => {
    const { load, told } = start(500);
    await load();
    expect(told).toEqual([]);
  });

  it('is asked for by ULID once the name is known', async () => {
    const { load, site } = start(3);
    await load();
    await load();
    expect(site.requests.toSorted()).toEqual(
      [`progress ${MAX_ULID} 0`, 'profile maxmilyin', 'progress maxmilyin 0'].toSorted(),
    );
  });
});

describe('a player without games', () => {
  it('has an empty library', async () => {
    const { load, account } = start(0);
    const library = await load();
    expect(library).toMatchObject({ entries: [], total: 0, player: playerOf(account) });
  });

  it('has none if the site doesn’t know the player', async () => {
    const { load } = start(3);
    await expect(load(byName('Nobody'))).rejects.toThrow(UnknownPlayer);
  });

  it('can’t be distinguished from an unknown one without profiles', async () => {
    const { load, site } = start(0);
    site.before = async (request) => {
      if (request.startsWith('profile')) throw failure({ kind: 'status', status: 503 });
    };
    await expect(load()).rejects.toMatchObject({ failure: { kind: 'status', status: 503 } });
  });
});

const looking = (started: ReturnType<typeof start>, hadGames: boolean) =>
  started.loader.load(MAX, () => undefined, { hadGames: async () => hadGames });

function emptyFor(started: ReturnType<typeof start>, answers: number): void {
  const { account, site } = started;
  const { games } = account;
  site.before = async () => {
    account.games = progressRequests(site.requests).length > answers ? games : [];
  };
}

describe('an empty answer', () => {
  it('for a library that had games gets a second look', async () => {
    const started = start(30);
    emptyFor(started, 1);
    expect(counts(await looking(started, true))).toBe('30/30');
    expect(progressRequests(started.site.requests)).toHaveLength(2);
  });

  it('that comes twice is not believed before it’s the same minutes later', async () => {
    const started = start(30);
    emptyFor(started, 9);
    await expect(looking(started, true)).rejects.toMatchObject({ failure: { kind: 'emptied' } });
    expect(progressRequests(started.site.requests)).toHaveLength(2);
    await started.clock.advance(3 * 60_000);
    expect(counts(await looking(started, true))).toBe('0/0');
  });

  it('for a library that never had games is believed', async () => {
    const started = start(0);
    expect(counts(await looking(started, false))).toBe('0/0');
    expect(started.site.requests).toHaveLength(2);
  });

  it('isn’t believed without the profile', async () => {
    const started = start(0);
    await started.load();
    await started.clock.advance(1);
    started.site.before = async (request) => {
      if (request.startsWith('profile')) throw failure({ kind: 'network' });
    };
    await expect(looking(started, true)).rejects.toMatchObject({ failure: { kind: 'network' } });
    expect(counts(await looking(started, false))).toBe('0/0');
  });
});

describe('an account that is gone', () => {
  it('is distinguished from one that never existed, by its last name', async () => {
    const { load, site, clock } = start(3);
    await load();
    await clock.advance(1);
    site.accounts.length = 0;
    await expect(load(byUlid(MAX_ULID))).rejects.toMatchObject({ name: 'AccountGone' });
    const error: unknown = await load().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AccountGone);
    expect(sentenceOf(error)).toMatch(/This account is gone.*\*\*MaxMilyin\*\*/);
  });

  it('is known by its last name after a restart, from the cache', async () => {
    const { load, site, cache, clock } = start(3);
    await load();
    await clock.advance(1);
    site.accounts.length = 0;
    const { loader } = createLibraryStack(site, { cache, clock });
    const error: unknown = await loader
      .load(byUlid(MAX_ULID), () => undefined)
      .catch((thrown: unknown) => thrown);
    expect(sentenceOf(error)).toContain('**MaxMilyin**');
  });

  it('isn’t called by its ULID if that’s all that is known', async () => {
    const { load, site } = start(3);
    site.accounts.length = 0;
    const error: unknown = await load(byUlid(MAX_ULID)).catch((thrown: unknown) => thrown);
    expect(sentenceOf(error)).toContain('This account is gone');
    expect(sentenceOf(error)).not.toContain(MAX_ULID);
  });

  it('is found by its old name under the new one', async () => {
    const { load, account, clock } = start(3);
    await load();
    account.name = 'NewLeaf';
    await clock.advance(3_600_000);
    const library = await load();
    expect(counts(library)).toBe('3/3');
    expect(library.player.name).toBe('NewLeaf');
  });
});

describe('a profile', () => {
  it('leaves the typed name if it can’t be loaded', async () => {
    const { load, site } = start(3);
    site.before = async (request) => {
      if (request.startsWith('profile')) throw failure({ kind: 'network' });
    };
    const library = await load();
    expect(library.player).toEqual({ name: 'maxmilyin', ulid: null, avatarPath: null, motto: '' });
    expect(library.entries).toHaveLength(3);
  });

  it('leaves a linked account’s last name if it can’t be loaded', async () => {
    const { load, site } = start(3);
    site.before = async (request) => {
      if (request.startsWith('profile')) throw failure({ kind: 'network' });
    };
    const { player } = await load({ kind: 'ulid', ulid: MAX_ULID, lastName: 'OldLeaf' });
    expect(player).toMatchObject({ name: 'OldLeaf', ulid: MAX_ULID });
  });

  it('leaves the requested ULID if it can’t be loaded', async () => {
    const { load, site } = start(3);
    site.before = async (request) => {
      if (request.startsWith('profile')) throw failure({ kind: 'network' });
    };
    expect((await load(byUlid(MAX_ULID))).player.ulid).toBe(MAX_ULID);
  });

  it('delays the first page for a moment at most', async () => {
    const { load, site, clock, told } = start(700);
    const profile = Promise.withResolvers<void>();
    site.before = (request) =>
      request.startsWith('profile') ? profile.promise : Promise.resolve();
    const loading = load();
    await clock.asleep(250);
    await clock.advance(249);
    expect(told).toEqual([]);
    await clock.advance(1);
    // From then on without: first what has come, then all.
    expect(told.map(counts)).toEqual(['500/700', '700/700']);
    expect(told.map(({ player }) => player.avatarPath)).toEqual([null, null]);
    profile.resolve();
    expect((await loading).player.avatarPath).toBe('/UserPic/MaxMilyin.png');
    expect(clock.sleeperCount()).toBe(0);
  });
});

/** The site changes before it answers for the second page, so many times. */
function shifting(
  change: (started: ReturnType<typeof start>, time: number) => void,
  times: number,
) {
  const started = start(1_200);
  let time = 0;
  started.site.before = async (request) => {
    if (!request.endsWith(' 500') || time >= times) return;
    time += 1;
    change(started, time);
  };
  return started;
}

/** An unlock moves the last game to the top. */
function moveLastUp({ account }: ReturnType<typeof start>): void {
  const last = account.games.at(-1);
  if (last) account.games = [last, ...account.games.slice(0, -1)];
}

describe('a list that shifts between two pages', () => {
  it.each([
    ['a game that moves to the top', moveLastUp, 1_200],
    [
      'a game that is new',
      ({ account }: ReturnType<typeof start>, time: number) => {
        account.games = [...gamesOf(1, 9_000 + time), ...account.games];
      },
      1_201,
    ],
    [
      'a game that goes',
      ({ account }: ReturnType<typeof start>) => {
        account.games = account.games.slice(1);
      },
      1_199,
    ],
  ])('by %s is read again, correctly', async (_, change, size) => {
    const { load, site, account, told } = shifting(change, 1);
    const library = await load();
    expect(ids(library)).toEqual(account.games.map(({ gameId }) => gameId));
    expect(counts(library)).toBe(`${size}/${size}`);
    expect(progressRequests(site.requests).map((request) => request.split(' ')[2])).toEqual([
      '0',
      '500',
      '0',
      '500',
      '1000',
    ]);
    // Nobody is shown fewer games than before.
    const sizes = told.map(({ entries }) => entries.length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
  });

  it('again and again fails, and its parts don’t pass as a library', async () => {
    const { load, site } = shifting(moveLastUp, Infinity);
    await expect(load()).rejects.toMatchObject({ failure: { kind: 'unreadable' } });
    // Two tries that end at the second page, and one that goes on.
    expect(progressRequests(site.requests)).toHaveLength(7);
  });

  it('by a duplicate on one page is read again', async () => {
    const { load, site, account } = start(20);
    const [first] = account.games;
    if (!first) throw new Error('The library is empty');
    const right = account.games;
    account.games = [first, ...account.games];
    site.before = async (request) => {
      if (progressRequests(site.requests).length > 1) account.games = right;
      expect(request).toBeDefined();
    };
    expect(counts(await load())).toBe('20/20');
    expect(progressRequests(site.requests)).toHaveLength(2);
  });
});

/** The first game once more in each of these places. */
const repeated = (games: ReturnType<typeof gamesOf>, ...places: readonly number[]) =>
  places.reduce((all, place) => all.toSpliced(place, 0, ...games.slice(0, 1)), games);

describe('a list with the same game twice in every reading', () => {
  it.each([
    ['on its only page', 30, [10], 2],
    ['on its last page', 1_200, [1_100], 6],
    ['on several pages', 1_700, [600, 1_100, 1_600], 12],
  ])('%s is accepted after the second reading', async (_, size, places, requests) => {
    const { load, site, account } = start(size);
    account.games = repeated(account.games, ...places);
    const library = await load();
    expect(counts(library)).toBe(`${size}/${size}`);
    expect(new Set(ids(library)).size).toBe(size);
    expect(progressRequests(site.requests).length).toBeLessThanOrEqual(requests);
  });

  it('that also changes is read until two readings agree', async () => {
    const { load, site, account } = start(30);
    account.games = repeated(account.games, 10);
    site.before = async () => {
      if (progressRequests(site.requests).length === 2) account.games = repeated(gamesOf(30), 20);
    };
    expect(counts(await load())).toBe('30/30');
    expect(progressRequests(site.requests)).toHaveLength(3);
  });
});

describe('a site that promises more than it sends', () => {
  it('isn’t asked forever', async () => {
    const { site, loader } = start(3);
    const honest = site.completionProgress;
    site.completionProgress = async (...request) => ({
      ...(await honest(...request)),
      total: 1_000_000,
    });
    const told: Library[] = [];
    await expect(loader.load(MAX, (soFar) => told.push(soFar))).rejects.toMatchObject({
      failure: { kind: 'unreadable' },
    });
    expect(told.map(counts)).toEqual(['3/1000000']);
    expect(progressRequests(site.requests).length).toBeLessThanOrEqual(6);
  });

  it('on a page is asked again from where that page ended', async () => {
    const { site, loader } = start(250);
    const honest = site.completionProgress;
    site.completionProgress = (ref, page, options) => honest(ref, { ...page, count: 100 }, options);
    expect(counts(await loader.load(MAX, () => undefined))).toBe('250/250');
    expect(progressRequests(site.requests)).toHaveLength(3);
  });

  it('because rows can’t be read leaves those out', async () => {
    const { site, loader } = start(600);
    const honest = site.completionProgress;
    site.completionProgress = async (...request) => {
      const page = await honest(...request);
      return { ...page, games: page.games.slice(1) };
    };
    expect(counts(await loader.load(MAX, () => undefined))).toBe('598/598');
    expect(progressRequests(site.requests)).toHaveLength(2);
  });
});

describe('a failure', () => {
  it('on the third of 20 pages ends the load, after what has loaded', async () => {
    const { load, site, told } = start(10_000);
    site.before = async (request) => {
      if (request.endsWith(' 1000')) throw failure({ kind: 'timeout' });
    };
    await expect(load()).rejects.toMatchObject({ failure: { kind: 'timeout' } });
    expect(told.map(counts)).toEqual(['500/10000', '1000/10000']);
    expect(progressRequests(site.requests)).toHaveLength(3);
  });
});

describe('through the real client', () => {
  it('a library comes as the site has it, and a shift is read again', async () => {
    await using ra = await startRetroAchievements();
    const games = generateLibrary({ seed: 5, size: 1_287, now: Date.UTC(2024, 0, 1) });
    const player = ra.addPlayer({ name: 'MaxMilyin', games });
    await using started = startClient(ra);
    ra.faults.add({
      times: 1,
      when: (query) => query.get('o') === '0' && query.has('c'),
      effect: { kind: 'shift' },
    });
    const { loader } = createLibraryStack(started.client);
    const library = await loader.load(MAX, () => undefined);
    expect(ids(library)).toEqual(player.games.map(({ GameID }) => GameID));
    expect(library.player).toMatchObject({ name: 'MaxMilyin', ulid: player.ulid });
    expect(ra.count('API_GetUserCompletionProgress')).toBe(2 + 3);
  });

  it('a player whom the site doesn’t know is unknown', async () => {
    await using ra = await startRetroAchievements();
    await using started = startClient(ra);
    const { loader } = createLibraryStack(started.client);
    await expect(loader.load(MAX, () => undefined)).rejects.toThrow(UnknownPlayer);
  });
});
