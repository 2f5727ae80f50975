import { describe, expect, it } from 'vitest';

import { createPlayers, identityOf } from '#src/progress/players.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import {
  byName,
  byUlid,
  createMapCache,
  createScriptedSite,
  failure,
  MAX_ULID,
  maxMilyin,
  OTHER_ULID,
  playerOf,
} from './scripted-site.ts';

const MAX = byName('MaxMilyin');
const HOUR = 3_600_000;

function start() {
  const account = maxMilyin(0);
  const site = createScriptedSite(account);
  const clock = createFakeClock();
  const cache = createMapCache();
  const players = createPlayers({ site, cache, clock });
  const another = () => createPlayers({ site, cache, clock });
  return { account, site, clock, cache, players, another };
}

describe('a player', () => {
  it('is requested once an hour, by any name', async () => {
    const { players, site, account, clock } = start();
    expect(await players.find(byName('maxmilyin'), { priority: 'command' })).toEqual(
      playerOf(account),
    );
    await clock.advance(HOUR - 1);
    for (const ref of [MAX, byName('MAXMILYIN'), byUlid(MAX_ULID)]) {
      expect(await players.find(ref, { priority: 'command' })).toEqual(playerOf(account));
    }
    expect(site.requests).toEqual(['profile maxmilyin']);
    await clock.advance(1);
    await players.find(MAX, { priority: 'command' });
    expect(site.requests).toHaveLength(2);
  });

  it('is requested once, however many ask at the same time', async () => {
    const { players, site } = start();
    await Promise.all(Array.from({ length: 50 }, () => players.find(MAX, { priority: 'command' })));
    expect(site.requests).toHaveLength(1);
  });

  it('is known from then on, however old the profile', async () => {
    const { players, account, clock } = start();
    expect(players.inMemory(MAX)).toBeUndefined();
    await players.find(MAX, { priority: 'command' });
    await clock.advance(48 * HOUR);
    expect(players.inMemory(MAX)).toEqual(playerOf(account));
    expect(players.inMemory(byUlid(MAX_ULID))).toEqual(playerOf(account));
  });

  it('is current for an hour', async () => {
    const { players, account, clock } = start();
    await players.find(MAX, { priority: 'command' });
    await clock.advance(HOUR - 1);
    expect(players.fresh(MAX)).toEqual(playerOf(account));
    await clock.advance(1);
    expect(players.fresh(MAX)).toBeUndefined();
  });

  it('that doesn’t exist isn’t requested again for half a minute', async () => {
    const { players, site, clock } = start();
    expect(await players.find(byName('Nobody'), { priority: 'command' })).toBeNull();
    expect(players.inMemory(byName('Nobody'))).toBeUndefined();
    await clock.advance(29_999);
    expect(await players.find(byName('nobody'), { priority: 'command' })).toBeNull();
    expect(site.requests).toHaveLength(1);
    site.accounts.push({ name: 'Nobody', ulid: OTHER_ULID, games: [] });
    await clock.advance(1);
    expect(await players.find(byName('Nobody'), { priority: 'command' })).toMatchObject({
      ulid: OTHER_ULID,
    });
  });

  it('comes from the last copy if the site fails, or fails', async () => {
    const { players, site, account, clock } = start();
    site.before = async () => {
      throw failure({ kind: 'network' });
    };
    await expect(players.find(MAX, { priority: 'command' })).rejects.toMatchObject({
      failure: { kind: 'network' },
    });
    site.before = async () => undefined;
    await players.find(MAX, { priority: 'command' });
    await clock.advance(2 * HOUR);
    site.before = async () => {
      throw failure({ kind: 'network' });
    };
    expect(await players.find(MAX, { priority: 'command' })).toEqual(playerOf(account));
  });

  it('is known to other processes without a request', async () => {
    const { players, site, account, another } = start();
    await players.find(MAX, { priority: 'command' });
    const other = another();
    expect(other.inMemory(MAX)).toBeUndefined();
    expect(await other.atHand(byUlid(MAX_ULID))).toEqual(playerOf(account));
    expect(other.inMemory(MAX)).toEqual(playerOf(account));
    expect(await other.find(MAX, { priority: 'command' })).toEqual(playerOf(account));
    expect(site.requests).toHaveLength(1);
  });

  it('who was renamed is found under both names for a while, and then under the new one', async () => {
    const { players, account, clock } = start();
    await players.find(MAX, { priority: 'command' });
    account.name = 'NewLeaf';
    expect(await players.find(byName('NewLeaf'), { priority: 'command' })).toMatchObject({
      ulid: MAX_ULID,
    });
    expect(await players.find(MAX, { priority: 'command' })).toMatchObject({ ulid: MAX_ULID });
    await clock.advance(HOUR);
    expect(await players.find(MAX, { priority: 'command' })).toBeNull();
    expect(await players.find(byUlid(MAX_ULID), { priority: 'command' })).toMatchObject({
      name: 'NewLeaf',
    });
  });

  it('whose name someone else has taken is the new owner', async () => {
    const { players, site, account, clock } = start();
    await players.find(MAX, { priority: 'command' });
    account.name = 'NewLeaf';
    site.accounts.push({ name: 'MaxMilyin', ulid: OTHER_ULID, games: [] });
    await clock.advance(HOUR);
    expect(await players.find(MAX, { priority: 'command' })).toMatchObject({ ulid: OTHER_ULID });
    expect(players.inMemory(MAX)).toMatchObject({ ulid: OTHER_ULID });
  });

  it('isn’t read from a copy if nobody is waiting anymore', async () => {
    const { players, site, clock } = start();
    await players.find(MAX, { priority: 'command' });
    await clock.advance(2 * HOUR);
    const ending = new AbortController();
    site.before = async () => {
      ending.abort();
      ending.signal.throwIfAborted();
    };
    const request = { priority: 'background', signal: ending.signal } as const;
    await expect(players.find(MAX, request)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is requested with the given priority', async () => {
    const { players, site } = start();
    const priorities: unknown[] = [];
    const honest = site.userProfile;
    site.userProfile = (ref, options) => {
      priorities.push(options.priority);
      return honest(ref, options);
    };
    await players.find(MAX, { priority: 'background' });
    expect(priorities).toEqual(['background']);
  });
});

describe('the identity behind a name', () => {
  it('is the ULID if it’s known', () => {
    expect(identityOf(MAX, playerOf(maxMilyin(0)))).toEqual(byUlid(MAX_ULID));
    expect(identityOf(MAX, { ...playerOf(maxMilyin(0)), ulid: null })).toBe(MAX);
    expect(identityOf(MAX, null)).toBe(MAX);
    expect(identityOf(MAX, undefined)).toBe(MAX);
  });
});

describe('a profile in the cache', () => {
  it.each([
    ['as it was kept is theirs', {}, 0, true],
    ['about someone else is not theirs', { name: 'Other', ulid: OTHER_ULID }, 0, false],
    ['of another ULID is not theirs', { ulid: OTHER_ULID }, 0, false],
    ['from the future is none', {}, 60_001, false],
    ['that is older than any is kept is none', {}, -24 * HOUR - 1, false],
    ['whose name nobody could read is none', { name: 'Max\u202e' }, 0, false],
  ])('%s', async (_, change, later, isTheirs) => {
    const { account, cache, clock, players } = start();
    const value = { at: clock.now() + later, player: { ...playerOf(account), ...change } };
    await cache.set(`player:v2:${MAX_ULID}`, value, HOUR);
    const known = await players.atHand(byUlid(MAX_ULID));
    expect(known !== undefined).toBe(isTheirs);
    expect(players.inMemory(byUlid(OTHER_ULID))).toBeUndefined();
  });
});
