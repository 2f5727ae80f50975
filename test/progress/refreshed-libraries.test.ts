import { describe, expect, it } from 'vitest';

import type { Library } from '#src/progress/library.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import {
  byName,
  byUlid,
  createLibraryStack,
  createScriptedSite,
  failure,
  gamesOf,
  inShort,
  MAX_ULID,
  maxMilyin,
  OTHER_ULID,
  TTL_MS,
  updatesOf,
} from './scripted-site.ts';

const MAX = byName('MaxMilyin');
const MINUTE = 60_000;

/** A library stack whose requests are noted with their priority: `background progress MaxMilyin 0`. */
function start(gameCount = 30, requestsPerMinute = 1_000) {
  const account = maxMilyin(gameCount);
  const site = createScriptedSite(account);
  const clock = createFakeClock();
  const budget = createRequestBudget({ requestsPerMinute, clock });
  const noted: string[] = [];
  const { completionProgress, userProfile } = site;
  site.completionProgress = (ref, page, options) =>
    budget.run(options.priority, { deadline: clock.now() + MINUTE, ...options }, () => {
      noted.push(`${options.priority} ${page.offset}`);
      return completionProgress(ref, page, options);
    });
  site.userProfile = (ref, options) =>
    budget.run(options.priority, { deadline: clock.now() + MINUTE, ...options }, () => {
      noted.push(`${options.priority} profile`);
      return userProfile(ref, options);
    });
  return { account, site, noted, budget, ...createLibraryStack(site, { clock }) };
}

const sizes = (all: readonly Library[]) => all.map(({ entries }) => entries.length);

describe('a library that is refreshed in the background', () => {
  it('comes in parts, at background priority', async () => {
    const { libraries, noted, clock } = start(1_287);
    const all = await Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    expect(sizes(all).at(-1)).toBe(1_287);
    expect(noted.toSorted()).toEqual([
      'background 0',
      'background 1000',
      'background 500',
      'background profile',
    ]);
  });

  it('is there for everyone afterwards', async () => {
    const { libraries, noted, clock } = start();
    await Array.fromAsync(libraries.refreshed(byUlid(MAX_ULID), clock.now()));
    expect(libraries.fresh(MAX)?.entries).toHaveLength(30);
    expect(inShort(await updatesOf(libraries, MAX))).toEqual(['ready 30/30']);
    expect(noted).toHaveLength(2);
  });

  it('is the copy in memory if that is recent enough', async () => {
    const { libraries, noted, clock } = start();
    await updatesOf(libraries, MAX);
    await clock.advance(10 * TTL_MS);
    const since = clock.now() - 10 * TTL_MS;
    expect(sizes(await Array.fromAsync(libraries.refreshed(MAX, since)))).toEqual([30]);
    expect(noted).toHaveLength(2);
  });

  it('is requested if the copy in memory is older, however fresh', async () => {
    const { libraries, account, noted, clock } = start();
    await updatesOf(libraries, MAX);
    account.games = gamesOf(31);
    await clock.advance(1);
    const all = await Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    expect(sizes(all)).toEqual([31]);
    expect(noted.slice(2)).toEqual(['background 0']);
  });

  it('is requested once, however many want it', async () => {
    const { libraries, noted, clock } = start();
    const since = clock.now();
    await Promise.all(
      Array.from({ length: 20 }, () => Array.fromAsync(libraries.refreshed(MAX, since))),
    );
    expect(noted.toSorted()).toEqual(['background 0', 'background profile']);
  });

  it('is requested once more if an earlier load is under way', async () => {
    const { libraries, account, site, clock } = start();
    const gate = Promise.withResolvers<void>();
    site.before = () => gate.promise;
    const early = Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    await clock.advance(MINUTE / 2);
    const late = Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    await clock.advance(0);
    gate.resolve();
    site.before = async () => {
      account.games = gamesOf(31);
    };
    expect(sizes(await early)).toEqual([30]);
    expect(sizes(await late)).toEqual([30, 31]);
  });

  it('isn’t requested over and over if the clock is set back', async () => {
    const { libraries, site, clock } = start();
    await Array.fromAsync(libraries.refreshed(MAX, clock.now() + MINUTE));
    expect(site.requests.filter((request) => request.startsWith('progress'))).toHaveLength(2);
  });

  it('fails with what the site fails with', async () => {
    const { libraries, site, clock } = start();
    site.before = async () => {
      throw failure({ kind: 'network' });
    };
    const all = Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    await expect(all).rejects.toMatchObject({ failure: { kind: 'network' } });
    site.before = async () => undefined;
    expect(sizes(await Array.fromAsync(libraries.refreshed(MAX, clock.now())))).toEqual([30]);
  });

  it('isn’t requested if any copy will do', async () => {
    const { libraries, noted, clock } = start();
    expect(await libraries.atHand(MAX)).toBeUndefined();
    await updatesOf(libraries, MAX);
    await clock.advance(10 * TTL_MS);
    expect((await libraries.atHand(byUlid(MAX_ULID)))?.entries).toHaveLength(30);
    expect(noted).toHaveLength(2);
  });
});

/** The background's share of a minute is used up: three of five requests. */
async function startBusy(gameCount?: number) {
  const started = start(gameCount, 5);
  const { budget, clock } = started;
  const busy = Array.from({ length: 3 }, () =>
    budget.run('background', { deadline: clock.now() + MINUTE }, async () => undefined),
  );
  await Promise.all(busy);
  await clock.advance(MINUTE / 2);
  return started;
}

describe('someone who opens a library that is being refreshed', () => {
  it('doesn’t wait in the background queue', async () => {
    const { libraries, noted, clock } = await startBusy();
    const background = Array.fromAsync(libraries.refreshed(byUlid(MAX_ULID), clock.now()));
    await clock.advance(0);
    expect(noted).toEqual([]);
    expect(inShort(await updatesOf(libraries, byUlid(MAX_ULID)))).toEqual(['ready 30/30']);
    expect(sizes(await background)).toEqual([30]);
    await clock.advance(2 * MINUTE);
    // What waited in the queue has left it.
    expect(noted.toSorted()).toEqual(['command 0', 'library profile']);
  });

  it('gets the rest of a large one at their own priority', async () => {
    const { libraries, site, noted, clock } = start(1_287);
    const gate = Promise.withResolvers<void>();
    site.before = (request) => (request.endsWith(' 500') ? gate.promise : Promise.resolve());
    const background = Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    await clock.advance(0);
    const person = updatesOf(libraries, MAX);
    await clock.advance(0);
    gate.resolve();
    expect(inShort(await person).at(-1)).toBe('ready 1287/1287');
    expect(sizes(await background).at(-1)).toBe(1_287);
    expect(noted.filter((request) => !request.endsWith('profile'))).toEqual([
      'background 0',
      'background 500',
      'library 500',
      'library 1000',
    ]);
  });

  it('doesn’t see an earlier background failure', async () => {
    const { libraries, site, clock } = start();
    const gate = Promise.withResolvers<void>();
    let asked = 0;
    site.before = async (request) => {
      asked += request.startsWith('progress') ? 1 : 0;
      if (!request.startsWith('progress') || asked > 1) return;
      await gate.promise;
      throw failure({ kind: 'timeout' });
    };
    const background = Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    await clock.advance(0);
    const person = updatesOf(libraries, MAX);
    gate.resolve();
    expect(inShort(await person).at(-1)).toBe('ready 30/30');
    expect(sizes(await background).at(-1)).toBe(30);
  });

  it('for another player changes nothing', async () => {
    const { libraries, site, noted, clock } = await startBusy();
    site.accounts.push({ name: 'Other', ulid: OTHER_ULID, games: gamesOf(2) });
    const background = Array.fromAsync(libraries.refreshed(MAX, clock.now()));
    await clock.advance(0);
    await updatesOf(libraries, byName('Other'));
    expect(noted.toSorted()).toEqual(['command 0', 'library profile']);
    await clock.advance(2 * MINUTE);
    expect(sizes(await background)).toEqual([30]);
    expect(noted.slice(2).toSorted()).toEqual(['background 0', 'background profile']);
  });
});
