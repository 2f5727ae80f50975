import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { Cache } from '#src/platform/cache.ts';
import { UnknownPlayer } from '#src/progress/unknown-player.ts';
import { startClient } from '#test/retroachievements/start-client.ts';

import {
  byName,
  byUlid,
  createLibraryStack,
  createMapCache,
  createScriptedSite,
  failure,
  gamesOf,
  inShort,
  MAX_ULID,
  maxMilyin,
  OTHER_ULID,
  playerOf,
  TTL_MS,
  ulid,
  updatesOf,
} from './scripted-site.ts';
import type { ScriptedSite } from './scripted-site.ts';

const MAX = byName('MaxMilyin');
const HOUR = 3_600_000;

function start(gameCount = 30) {
  const account = maxMilyin(gameCount);
  const site = createScriptedSite(account);
  return { account, site, ...createLibraryStack(site) };
}

const down = async () => {
  throw failure({ kind: 'network' });
};

describe('a library that isn’t in memory', () => {
  it('loads and is ready', async () => {
    const { libraries, account } = start(3);
    expect(libraries.fresh(MAX)).toBeUndefined();
    const [update, ...others] = await updatesOf(libraries, MAX);
    expect(others).toEqual([]);
    expect(update).toMatchObject({ phase: 'ready', library: { player: playerOf(account) } });
  });

  it('is shown while it loads if it’s large', async () => {
    const { libraries, site } = start(1_287);
    const gate = Promise.withResolvers<void>();
    site.before = (request) => (request.endsWith(' 500') ? gate.promise : Promise.resolve());
    const updates = libraries.open(MAX);
    const first = await updates.next();
    expect(first.value).toMatchObject({ phase: 'loading', library: { total: 1_287 } });
    gate.resolve();
    const rest = await Array.fromAsync(updates);
    expect(inShort(rest).at(-1)).toBe('ready 1287/1287');
  });

  it('fails if there is nothing to show', async () => {
    const { libraries, site } = start();
    site.before = down;
    await expect(updatesOf(libraries, MAX)).rejects.toMatchObject({ failure: { kind: 'network' } });
    site.before = async () => undefined;
    expect(inShort(await updatesOf(libraries, MAX))).toEqual(['ready 30/30']);
  });

  it('fails with that for an unknown player', async () => {
    const { libraries } = start();
    await expect(updatesOf(libraries, byName('Nobody'))).rejects.toThrow(UnknownPlayer);
  });

  it('is halted with what has loaded if it fails halfway', async () => {
    const { libraries, site } = start(1_287);
    site.before = async (request) => {
      if (request.endsWith(' 1000')) throw failure({ kind: 'status', status: 502 });
    };
    const updates = await updatesOf(libraries, MAX);
    expect(inShort(updates).at(-1)).toBe('halted 1000/1287');
    expect(updates.at(-1)).toMatchObject({ failure: { kind: 'status', status: 502 } });
    expect(libraries.fresh(MAX)).toBeUndefined();
  });

  it('is fetched once for 200 people', async () => {
    const { libraries, site } = start(1_287);
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        updatesOf(libraries, byName(index % 2 === 0 ? 'MaxMilyin' : 'maxmilyin')),
      ),
    );
    expect(site.requests).toHaveLength(3 + 1);
    expect(new Set(all.map((updates) => updates.at(-1)?.library)).size).toBe(1);
  });

  it('is fetched once, even for those whose cache was slower than the fetch', async () => {
    const account = maxMilyin(3);
    const site = createScriptedSite(account);
    const inner = createMapCache();
    const slow = Promise.withResolvers<void>();
    let isSlow = false;
    const cache: Cache = {
      ...inner,
      async get(key, schema) {
        const value = await inner.get(key, schema);
        if (isSlow && key.startsWith('library')) await slow.promise;
        return value;
      },
    };
    const { libraries, clock } = createLibraryStack(site, { cache });
    isSlow = true;
    const late = updatesOf(libraries, MAX);
    await clock.advance(0);
    isSlow = false;
    await updatesOf(libraries, MAX);
    slow.resolve();
    expect(inShort(await late)).toEqual(['ready 3/3']);
    expect(site.requests).toHaveLength(2);
  });

  it('fails for everyone at once', async () => {
    const { libraries, site } = start();
    site.before = down;
    const all = await Promise.allSettled([1, 2, 3].map(() => updatesOf(libraries, MAX)));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(site.requests).toHaveLength(2);
  });

  it('isn’t held up by someone who stops watching', async () => {
    const { libraries } = start(1_287);
    for await (const _ of libraries.open(MAX)) break;
    expect(inShort(await updatesOf(libraries, MAX)).at(-1)).toBe('ready 1287/1287');
  });
});

describe('a library in memory', () => {
  it('is returned without a request while it’s fresh, by name in any case and by ULID', async () => {
    const { libraries, site, clock } = start();
    await updatesOf(libraries, MAX);
    await clock.advance(TTL_MS - 1);
    const before = site.requests.length;
    for (const ref of [MAX, byName('MAXMILYIN'), byUlid(MAX_ULID)]) {
      expect(libraries.fresh(ref)?.entries).toHaveLength(30);
      expect(inShort(await updatesOf(libraries, ref))).toEqual(['ready 30/30']);
    }
    expect(site.requests).toHaveLength(before);
  });

  it('is returned if it’s old, followed by the new one', async () => {
    const { libraries, account, clock } = start();
    await updatesOf(libraries, MAX);
    account.games = gamesOf(31);
    await clock.advance(TTL_MS);
    expect(libraries.fresh(MAX)).toBeUndefined();
    expect(inShort(await updatesOf(libraries, MAX))).toEqual(['revalidating 30/30', 'ready 31/31']);
    expect(libraries.fresh(MAX)?.entries).toHaveLength(31);
  });

  it('isn’t replaced by part of the new one if it’s large', async () => {
    const { libraries, account, clock } = start(1_287);
    await updatesOf(libraries, MAX);
    account.games = gamesOf(1_288);
    await clock.advance(TTL_MS);
    expect(inShort(await updatesOf(libraries, MAX))).toEqual([
      'revalidating 1287/1287',
      'ready 1288/1288',
    ]);
  });

  it('is marked outdated while the site is down, with the reason', async () => {
    const { libraries, site, clock } = start();
    await updatesOf(libraries, MAX);
    await clock.advance(TTL_MS);
    site.before = down;
    const updates = await updatesOf(libraries, MAX);
    expect(inShort(updates)).toEqual(['revalidating 30/30', 'outdated 30/30']);
    expect(updates[1]).toMatchObject({ failure: { kind: 'network' } });
    expect(updates[0]?.library).toBe(updates[1]?.library);
  });

  it('is requested again on refresh', async () => {
    const { libraries, account } = start();
    await updatesOf(libraries, MAX);
    account.games = gamesOf(31);
    expect(inShort(await updatesOf(libraries, MAX, { refresh: true }))).toEqual(['ready 31/31']);
  });

  it('is shown if a refresh fails', async () => {
    const { libraries, site } = start();
    await updatesOf(libraries, MAX);
    site.before = down;
    expect(inShort(await updatesOf(libraries, MAX, { refresh: true }))).toEqual(['outdated 30/30']);
  });

  it('isn’t requested twice by a refresh while it’s loading', async () => {
    const { libraries, site, clock } = start();
    const gate = Promise.withResolvers<void>();
    site.before = (request) => (request.startsWith('progress') ? gate.promise : Promise.resolve());
    const first = updatesOf(libraries, MAX);
    await clock.advance(0);
    const refreshed = [MAX, byUlid(MAX_ULID)].map((ref) =>
      updatesOf(libraries, ref, { refresh: true }),
    );
    await clock.advance(0);
    gate.resolve();
    await Promise.all([first, ...refreshed]);
    expect(site.requests.filter((request) => request.startsWith('progress MaxM'))).toHaveLength(1);
  });

  it('is counted, with the age of the newest one', async () => {
    const { libraries, site, clock } = start();
    expect(libraries.holdings()).toEqual({ count: 0, newestAt: null });
    site.accounts.push({ name: 'Other', ulid: OTHER_ULID, games: gamesOf(2) });
    await updatesOf(libraries, MAX);
    await clock.advance(1_000);
    await updatesOf(libraries, byName('Other'));
    expect(libraries.holdings()).toEqual({ count: 2, newestAt: clock.now() });
  });

  it('makes room for others, and stays in the cache', async () => {
    const { libraries, site } = start(20_000);
    const others = ['02', '03', '04', '05', '06'].map((end) => ({
      name: `Other${end}`,
      ulid: ulid(`00003EMFWR7XB8SDPEHB3K56${end}`),
      games: gamesOf(20_000),
    }));
    site.accounts.push(...others);
    await updatesOf(libraries, MAX);
    for (const { name } of others) await updatesOf(libraries, byName(name));
    expect(libraries.holdings().count).toBeLessThan(6);
    expect(libraries.fresh(MAX)).toBeUndefined();
    site.before = down;
    // It is written to the cache after it was shown.
    await vi.waitFor(
      async () => {
        expect(inShort(await updatesOf(libraries, MAX))).toEqual(['ready 20000/20000']);
      },
      { timeout: 20_000 },
    );
  });
});

describe('a renamed player', () => {
  it('keeps their library, which is stored by ULID', async () => {
    const { libraries, site, account, clock } = start();
    await updatesOf(libraries, MAX);
    account.name = 'NewLeaf';
    await clock.advance(2 * HOUR);
    const updates = await updatesOf(libraries, byUlid(MAX_ULID));
    expect(updates.map(({ phase, library }) => `${phase} ${library.player.name}`)).toEqual([
      'revalidating MaxMilyin',
      'ready NewLeaf',
    ]);
    expect(libraries.fresh(byName('newleaf'))?.entries).toHaveLength(30);
    expect(site.requests).toContain(`progress ${MAX_ULID} 0`);
  });

  it('isn’t confused with whoever has the old name now', async () => {
    const { libraries, site, account, clock } = start();
    await updatesOf(libraries, MAX);
    account.name = 'NewLeaf';
    site.accounts.push({ name: 'MaxMilyin', ulid: OTHER_ULID, games: gamesOf(2) });
    await clock.advance(2 * HOUR);
    const updates = await updatesOf(libraries, MAX);
    expect(updates.at(-1)).toMatchObject({
      phase: 'ready',
      library: { player: { name: 'MaxMilyin', ulid: OTHER_ULID }, total: 2 },
    });
    expect(inShort(await updatesOf(libraries, MAX))).toEqual(['ready 2/2']);
  });
});

function startTwo(gameCount: number) {
  const account = maxMilyin(gameCount);
  const site = createScriptedSite(account);
  const cache = createMapCache();
  const one = createLibraryStack(site, { cache });
  const other = createLibraryStack(site, { cache, clock: one.clock });
  return { account, site, cache, one, other };
}

/** Fetches with the first, until the other could have it. */
async function fetchWithOne({ site, cache, one }: ReturnType<typeof startTwo>): Promise<void> {
  const sets = vi.spyOn(cache, 'set');
  sets.mockClear();
  await updatesOf(one.libraries, MAX, { refresh: true });
  await vi.waitFor(() => {
    expect(sets.mock.calls.map(([key]) => key)).toContain(`library:v2:${MAX_ULID}`);
  });
  await Promise.all(sets.mock.results.map(({ value }) => value));
  site.requests.length = 0;
}

describe('two processes with one cache', () => {
  it('send one request', async () => {
    const two = startTwo(1_287);
    await fetchWithOne(two);
    expect(inShort(await updatesOf(two.other.libraries, MAX))).toEqual(['ready 1287/1287']);
    expect(two.site.requests).toEqual([]);
    const [mine, theirs] = [two.one.libraries.fresh(MAX), two.other.libraries.fresh(MAX)];
    expect(theirs).toEqual(mine);
  });

  it('see what the other one has fetched since', async () => {
    const two = startTwo(30);
    await fetchWithOne(two);
    await updatesOf(two.other.libraries, MAX);
    two.account.games = gamesOf(31);
    await two.one.clock.advance(TTL_MS);
    await fetchWithOne(two);
    expect(inShort(await updatesOf(two.other.libraries, MAX))).toEqual(['ready 31/31']);
    expect(two.site.requests).toEqual([]);
  });

  it('show the other one’s copy while the site is down', async () => {
    const two = startTwo(30);
    await fetchWithOne(two);
    await two.one.clock.advance(12 * HOUR);
    two.site.before = down;
    expect(inShort(await updatesOf(two.other.libraries, MAX))).toEqual([
      'revalidating 30/30',
      'outdated 30/30',
    ]);
  });

  it('ignore a copy that can’t be read', async () => {
    const two = startTwo(30);
    await fetchWithOne(two);
    await two.cache.set(`library:v2:${MAX_ULID}`, 'bm90IGEgbGlicmFyeQ==', HOUR);
    expect(inShort(await updatesOf(two.other.libraries, MAX))).toEqual(['ready 30/30']);
    expect(two.site.requests).not.toEqual([]);
  });
});

describe('a copy in the cache', () => {
  it('is only used for its own player', async () => {
    const two = startTwo(30);
    await fetchWithOne(two);
    two.site.accounts.push({ name: 'Other', ulid: OTHER_ULID, games: gamesOf(3) });
    const text = await two.cache.get(`library:v2:${MAX_ULID}`, z.string());
    await two.cache.set(`library:v2:${OTHER_ULID}`, text, HOUR);
    const { libraries } = two.other;
    expect(inShort(await updatesOf(libraries, byUlid(OTHER_ULID))).at(-1)).toBe('ready 3/3');
  });

  const outdated = ['revalidating 30/30', 'outdated 30/30'];
  it.each([
    ['a minute ahead, as clocks are, is one', -60_000, ['ready 30/30']],
    ['from the future, and would be fresh for ever, is none', -60_001, []],
    ['a day old is one', 24 * HOUR, outdated],
    ['older than any is kept is none', 24 * HOUR + 1, []],
  ])('that is %s', async (_, ageMs, shown) => {
    const two = startTwo(30);
    await fetchWithOne(two);
    two.one.clock.set(two.one.clock.now() + ageMs);
    two.site.before = down;
    const { libraries } = two.other;
    const updates = await updatesOf(libraries, byUlid(MAX_ULID)).catch(() => []);
    expect(inShort(updates)).toEqual(shown);
  });
});

describe('through the real client', () => {
  it('takes one chain of requests for 200 people', async () => {
    await using ra = await startRetroAchievements();
    ra.addPlayer({
      name: 'MaxMilyin',
      games: generateLibrary({ seed: 5, size: 1_287, now: Date.UTC(2024, 0, 1) }),
    });
    await using started = startClient(ra);
    const { libraries } = createLibraryStack(started.client);
    const all = await Promise.all(
      Array.from({ length: 200 }, () => updatesOf(libraries, byName('maxmilyin'))),
    );
    expect(all.every((updates) => updates.at(-1)?.phase === 'ready')).toBe(true);
    expect(ra.count('API_GetUserCompletionProgress')).toBe(3);
    expect(ra.count('API_GetUserProfile')).toBe(1);
  });

  it('says why it is outdated', async () => {
    await using ra = await startRetroAchievements();
    ra.addPlayer({ name: 'MaxMilyin', games: [] });
    ra.unlock('MaxMilyin', 1);
    await using started = startClient(ra);
    const { libraries, clock } = createLibraryStack(started.client);
    await updatesOf(libraries, MAX);
    await clock.advance(TTL_MS);
    ra.faults.add({ effect: { kind: 'status', status: 404 } });
    expect((await updatesOf(libraries, MAX)).at(-1)).toMatchObject({
      phase: 'outdated',
      failure: { kind: 'status', status: 404 },
    });
  });
});

/** The site has nothing to say for so many answers. */
function silence(
  { account, site }: Pick<ReturnType<typeof start>, 'account' | 'site'>,
  answers: number,
): void {
  const { games } = account;
  let seen = 0;
  site.before = async (request) => {
    if (request.startsWith('progress')) seen += 1;
    account.games = seen > answers ? games : [];
  };
}

describe('one empty answer', () => {
  it('on a refresh discards nothing', async () => {
    const started = start(30);
    const { libraries } = started;
    await updatesOf(libraries, MAX);
    silence(started, 1);
    expect(inShort(await updatesOf(libraries, MAX, { refresh: true }))).toEqual(['ready 30/30']);
  });

  it('after a restart, with a copy in the cache, discards nothing', async () => {
    const two = startTwo(30);
    await fetchWithOne(two);
    await two.one.clock.advance(TTL_MS);
    silence(two, 1);
    expect(inShort(await updatesOf(two.other.libraries, MAX)).at(-1)).toBe('ready 30/30');
  });

  it('with a missing profile keeps the copy for outages', async () => {
    const { libraries, site, account, clock } = start(30);
    await updatesOf(libraries, MAX);
    await clock.advance(HOUR);
    site.accounts.length = 0;
    await expect(updatesOf(libraries, MAX)).rejects.toThrow('accountGone');
    site.accounts.push(account);
    site.before = down;
    expect(inShort(await updatesOf(libraries, MAX)).at(-1)).toBe('outdated 30/30');
  });
});

const MINUTE = 60_000;
const always = Number.MAX_SAFE_INTEGER;

describe('empty answers for a library that had games', () => {
  it('keep the copy and its age, and say why', async () => {
    const started = start(30);
    const { libraries, clock } = started;
    const [first] = await updatesOf(libraries, MAX);
    await clock.advance(MINUTE);
    silence(started, always);
    const updates = await updatesOf(libraries, MAX, { refresh: true });
    expect(updates).toMatchObject([
      {
        phase: 'outdated',
        library: { total: 30, fetchedAt: first?.library.fetchedAt },
        failure: { kind: 'emptied' },
      },
    ]);
  });

  it('that end some seconds later count as the site’s fault', async () => {
    const started = start(30);
    const { libraries, clock } = started;
    await updatesOf(libraries, MAX);
    silence(started, 4);
    for (const _ of [1, 2]) {
      await clock.advance(2_000);
      await updatesOf(libraries, MAX, { refresh: true });
    }
    expect(inShort(await updatesOf(libraries, MAX, { refresh: true }))).toEqual(['ready 30/30']);
    // The next ones are the first again.
    await clock.advance(HOUR);
    silence(started, always);
    expect(inShort(await updatesOf(libraries, MAX)).at(-1)).toBe('outdated 30/30');
  });

  it('are believed once they are the same minutes later', async () => {
    const started = start(30);
    const { libraries, clock } = started;
    await updatesOf(libraries, MAX);
    silence(started, always);
    await updatesOf(libraries, MAX, { refresh: true });
    await clock.advance(3 * MINUTE - 1);
    expect(inShort(await updatesOf(libraries, MAX, { refresh: true }))).toEqual(['outdated 30/30']);
    await clock.advance(1);
    expect(inShort(await updatesOf(libraries, byUlid(MAX_ULID), { refresh: true }))).toEqual([
      'ready 0/0',
    ]);
    expect(libraries.fresh(MAX)?.total).toBe(0);
  });
});

describe('a deleted account', () => {
  it('is gone for everyone, by name and ULID, however fresh the copy', async () => {
    const { libraries, site, clock } = start(30);
    await updatesOf(libraries, MAX);
    await clock.advance(1_000);
    site.accounts.length = 0;
    await expect(updatesOf(libraries, MAX, { refresh: true })).rejects.toThrow('accountGone');
    for (const ref of [MAX, byUlid(MAX_ULID)]) {
      await clock.advance(MINUTE);
      expect(libraries.fresh(ref)).toBeUndefined();
      await expect(updatesOf(libraries, ref)).rejects.toThrow('accountGone');
    }
  });

  it('may be shown until it’s found to be gone, but not after', async () => {
    const { libraries, site, clock } = start(30);
    await updatesOf(libraries, MAX);
    await clock.advance(HOUR);
    site.accounts.length = 0;
    await expect(updatesOf(libraries, byUlid(MAX_ULID))).rejects.toThrow('accountGone');
    const shown: unknown[] = [];
    const again = async () => {
      for await (const update of libraries.open(MAX)) shown.push(update);
    };
    await expect(again()).rejects.toThrow('accountGone');
    expect(shown).toEqual([]);
  });

  it('is back once the site has it again', async () => {
    const { libraries, site, account, clock } = start(30);
    await updatesOf(libraries, MAX);
    await clock.advance(1_000);
    site.accounts.length = 0;
    await expect(updatesOf(libraries, MAX, { refresh: true })).rejects.toThrow('accountGone');
    site.accounts.push(account);
    await clock.advance(1_000);
    const updates = await updatesOf(libraries, MAX);
    expect(inShort(updates)).toEqual(['ready 30/30']);
    expect(updates[0]?.library.player.name).toBe('MaxMilyin');
    expect(libraries.fresh(MAX)?.total).toBe(30);
  });
});

describe('a library with a game twice', () => {
  it('is kept like any other', async () => {
    const { libraries, site, account } = start(30);
    account.games = [...account.games, ...account.games.slice(0, 1)];
    await updatesOf(libraries, MAX);
    expect(libraries.fresh(MAX)?.entries).toHaveLength(30);
    site.requests.length = 0;
    expect(inShort(await updatesOf(libraries, MAX))).toEqual(['ready 30/30']);
    expect(site.requests).toEqual([]);
  });
});

describe('a mistyped name', () => {
  it('isn’t worth a warning in the log', async () => {
    const account = maxMilyin(3);
    const site = createScriptedSite(account);
    const warn = vi.fn<() => void>();
    const { libraries } = createLibraryStack(site, { log: { debug: () => undefined, warn } });
    await expect(updatesOf(libraries, byName('Nobody'))).rejects.toThrow(UnknownPlayer);
    expect(warn).not.toHaveBeenCalled();
    site.before = down;
    await expect(updatesOf(libraries, MAX)).rejects.toThrow('reached');
    expect(warn).toHaveBeenCalledOnce();
  });
});

/** Refuses one person, once they have waited for others to join. */
function refuse(site: ScriptedSite, person: string) {
  const gate = Promise.withResolvers<void>();
  const { completionProgress } = site;
  site.completionProgress = async (ref, page, request) => {
    if (request.person !== person) return completionProgress(ref, page, request);
    await gate.promise;
    throw failure({ kind: 'own-share', retryAfterMs: 1_000 });
  };
  return gate;
}

describe('a library whose first viewer has used up their share', () => {
  it('is loaded on the share of someone who joined', async () => {
    const { libraries, site } = start();
    const gate = refuse(site, 'greedy');
    const greedy = updatesOf(libraries, MAX, { person: 'greedy' });
    const others = ['bob', 'carol'].map((person) => updatesOf(libraries, MAX, { person }));
    await vi.waitFor(() => expect(site.requests.length).toBeGreaterThan(0));
    gate.resolve();
    await expect(greedy).rejects.toMatchObject({ failure: { kind: 'own-share' } });
    for (const updates of await Promise.all(others))
      expect(inShort(updates)).toEqual(['ready 30/30']);
  });

  it('doesn’t count as an outage: nothing is logged above debug', async () => {
    const account = maxMilyin(30);
    const site = createScriptedSite(account);
    const log = { debug: vi.fn<() => void>(), warn: vi.fn<() => void>() };
    const { libraries } = createLibraryStack(site, { log });
    refuse(site, 'greedy').resolve();
    await expect(updatesOf(libraries, MAX, { person: 'greedy' })).rejects.toThrow('One person');
    expect(log.debug).toHaveBeenCalled();
    expect(log.warn).not.toHaveBeenCalled();
  });
});
