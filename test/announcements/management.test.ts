import { describe, expect, it } from 'vitest';

import { DEFAULT_SCHEDULE, PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import { nextDigestAt } from '#src/announcements/schedule.ts';

import { DAY, MINUTE, SECOND } from './channel-stage.ts';
import { GUILD, openEngineStage, playerNumber, POLL_MS } from './engine-stage.ts';

const player = (n: number, name = playerNumber(n).name) => ({
  ulid: playerNumber(n).ulid,
  name,
  avatarPath: null,
  motto: '',
});

describe('setting up', () => {
  it('makes a live feed for all awards by default', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', []);
    const now = stage.clock.now();
    expect(await stage.feedOf('100')).toEqual({
      channelId: '100',
      guildId: GUILD,
      kinds: 'all',
      schedule: { cadence: 'live', hour: 18, weekday: 'monday', timezone: 'UTC' },
      roleId: null,
      language: 'en',
      managerId: '1',
      crossposts: false,
      createdAt: now,
      wantedSince: now,
      pause: null,
      nextDigestAt: null,
      lastPostedAt: null,
    });
  });

  it('says whether the feed is new', async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    const request = {
      channelId: '100',
      guildId: GUILD,
      managerId: '1',
      crossposts: false,
      serverLanguage: 'de',
    };
    expect((await management.setUp({ ...request, settings: {} })).isNew).toBe(true);
    expect((await management.setUp({ ...request, settings: {} })).isNew).toBe(false);
    expect(await management.feedsIn(GUILD)).toHaveLength(1);
    expect(await management.feedsIn('901')).toEqual([]);
  });

  it('uses the server’s language for a new feed, and keeps a chosen one', async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    const request = {
      channelId: '100',
      guildId: GUILD,
      managerId: '1',
      crossposts: false,
      serverLanguage: 'de',
    };
    await management.setUp({ ...request, settings: {} });
    expect((await stage.feedOf('100')).language).toBe('de');
    await management.setUp({ ...request, settings: { language: 'ja' } });
    await management.setUp({ ...request, settings: {} });
    expect((await stage.feedOf('100')).language).toBe('ja');
  });

  it('keeps settings that are left out, and changes the rest', async () => {
    await using stage = await openEngineStage();
    const schedule = { cadence: 'daily', hour: 7, timezone: 'Europe/Paris' } as const;
    await stage.setUp('100', [1, 2], { kinds: 'hardcore', schedule, roleId: '7' });
    const before = await stage.feedOf('100');
    await stage.clock.advance(MINUTE);
    await stage.setUp('100', []);
    expect(await stage.feedOf('100')).toEqual(before);
    const { management } = stage.engine;
    await management.setUp({
      channelId: '100',
      guildId: GUILD,
      managerId: '2',
      crossposts: true,
      serverLanguage: 'en',
      settings: { schedule: { hour: 9 } },
    });
    const after = await stage.feedOf('100');
    const { nextDigestAt: nextAt } = after;
    expect(after).toEqual({
      ...before,
      managerId: '2',
      crossposts: true,
      schedule: { ...before.schedule, hour: 9 },
      nextDigestAt: nextAt,
    });
    expect(nextAt).toBe(nextDigestAt(after.schedule, stage.clock.now()));
    expect(await management.playersOf(after)).toHaveLength(2);
    await stage.setUp('100', [], { roleId: null });
    expect((await stage.feedOf('100')).roleId).toBeNull();
  });

  it.for([
    { from: 'all', to: 'mastered', isKept: true },
    { from: 'all', to: 'hardcore', isKept: true },
    { from: 'hardcore', to: 'mastered', isKept: true },
    { from: 'mastered', to: 'mastered', isKept: true },
    { from: 'mastered', to: 'all', isKept: false },
    { from: 'hardcore', to: 'beaten', isKept: false },
    { from: 'beaten', to: 'mastered', isKept: false },
  ] as const)('begins anew from $from to $to, unless that is less: $isKept', async (change) => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [], { kinds: change.from });
    const { wantedSince } = await stage.feedOf('100');
    await stage.clock.advance(MINUTE);
    await stage.setUp('100', [], { kinds: change.to });
    const now = stage.clock.now();
    expect((await stage.feedOf('100')).wantedSince).toBe(change.isKept ? wantedSince : now);
  });

  it('resumes a feed that Discord paused, but not one that a manager paused', async () => {
    await using stage = await openEngineStage();
    const { store, engine } = stage;
    await stage.setUp('100', []);
    await store.feedTroubles.pause('100', 'missingAccess', stage.clock.now(), { tell: true });
    await stage.setUp('100', []);
    expect((await stage.feedOf('100')).pause).toBeNull();
    expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    await stage.setUp('100', [], { kinds: 'mastered' });
    expect((await stage.feedOf('100')).pause).toMatchObject({ reason: 'manager' });
  });

  it('drops awards that waited too long in a feed that Discord paused', async () => {
    await using stage = await openEngineStage();
    const { store, engine, clock, channels, feed } = stage;
    await stage.setUp('100', [1]);
    engine.start();
    await clock.advance(SECOND);
    await store.feedTroubles.pause('100', 'missingAccess', clock.now(), { tell: false });
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(await store.dueAwards.countDue('100')).toBe(1);
    clock.set(clock.now() + 7 * DAY + MINUTE);
    await stage.setUp('100', []);
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([]);
  });
});

describe('a pause', () => {
  it('by a manager outlasts one by Discord, whichever came first', async () => {
    await using stage = await openEngineStage();
    const { store, engine, clock } = stage;
    await stage.setUp('100', []);
    const at = clock.now();
    await store.feedTroubles.pause('100', 'missingAccess', at, { tell: true });
    await clock.advance(MINUTE);
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    expect((await stage.feedOf('100')).pause).toEqual({ reason: 'manager', at });
    expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
    await stage.setUp('100', []);
    expect((await stage.feedOf('100')).pause).not.toBeNull();
  });

  it('ends on resume, and another resume changes nothing', async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    await stage.setUp('100', []);
    const feed = await stage.feedOf('100');
    await management.pause(feed, 'manager');
    await management.resume(feed);
    await management.resume(feed);
    expect(await stage.feedOf('100')).toEqual(feed);
  });

  it('does nothing for a feed that was just removed, and neither does a resume', async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    await stage.setUp('100', [1]);
    const feed = await stage.feedOf('100');
    await management.remove(feed);
    await management.pause(feed, 'manager');
    await management.resume(feed);
    expect(await management.status(feed)).toBeNull();
    expect(await management.track(feed, player(1))).toEqual({ kind: 'gone' });
    expect(await management.untrack(feed, 'Player1')).toBeNull();
    expect(await stage.store.trackedPlayers.earliest()).toBeNull();
  });
});

describe('removing', () => {
  it('forgets players that no other feed tracks', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1, 2]);
    await stage.setUp('200', [2, 3]);
    await stage.engine.management.remove(await stage.feedOf('100'));
    const ulids = [1, 2, 3].map((n) => playerNumber(n).ulid);
    stage.clock.set(stage.clock.now() + 3 * DAY);
    const swept: string[] = [];
    for (;;) {
      const next = await stage.store.sweeps.next(stage.clock.now());
      if (!next) break;
      swept.push(next.ulid);
      await stage.store.sweeps.done(next.ulid, null, stage.clock.now() + DAY);
    }
    expect(swept.toSorted()).toEqual(ulids.slice(1));
  });
});

describe('tracking', () => {
  it('says under which name a player is already tracked', async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    await stage.setUp('100', []);
    const feed = await stage.feedOf('100');
    expect(await management.track(feed, player(1))).toEqual({ kind: 'tracked', playerCount: 1 });
    expect(await management.track(feed, player(1))).toEqual({
      kind: 'already',
      formerName: null,
    });
    expect(await management.track(feed, player(1, 'Newer'))).toEqual({
      kind: 'already',
      formerName: 'Player1',
    });
    expect((await management.playersOf(feed)).map(({ name }) => name)).toEqual(['Newer']);
  });

  it(`allows ${PLAYERS_LIMIT} players and no more`, async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    await stage.setUp(
      '100',
      Array.from({ length: PLAYERS_LIMIT }, (_, n) => n),
    );
    const feed = await stage.feedOf('100');
    expect(await management.track(feed, player(9_999))).toEqual({ kind: 'full' });
    expect(await management.track(feed, player(3))).toMatchObject({ kind: 'already' });
    expect(await management.untrack(feed, 'pLAYER3')).toMatchObject({ name: 'Player3' });
    expect(await management.track(feed, player(9_999))).toEqual({
      kind: 'tracked',
      playerCount: PLAYERS_LIMIT,
    });
  });

  it('refuses a player without a ULID', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', []);
    const tracking = stage.engine.management.track(await stage.feedOf('100'), {
      ...player(1),
      ulid: null,
    });
    await expect(tracking).rejects.toThrow(TypeError);
  });

  it('ends by name or by ULID', async () => {
    await using stage = await openEngineStage();
    const { management } = stage.engine;
    await stage.setUp('100', [1, 2]);
    const feed = await stage.feedOf('100');
    expect(await management.untrack(feed, 'nobody')).toBeNull();
    expect(await management.untrack(feed, playerNumber(1).ulid.toLowerCase())).toMatchObject({
      name: 'Player1',
    });
    expect(await management.playersOf(feed)).toHaveLength(1);
  });
});

describe('status', () => {
  it('counts awards that wait for a digest or for the channel', async () => {
    await using stage = await openEngineStage();
    const { clock, feed, channels, engine } = stage;
    await stage.setUp('100', [1], { schedule: { cadence: 'weekly' } });
    await stage.setUp('200', [1, 2]);
    engine.start();
    await clock.advance(SECOND);
    channels.outcome = () => ({ kind: 'unsent' });
    for (const game of [5, 6, 7]) feed.award(1, game, 'mastered', clock.now());
    const before = await engine.management.status(await stage.feedOf('100'));
    expect(before).toMatchObject({ playerCount: 1, dueCount: 0, lastPollAt: clock.now() - SECOND });
    await clock.advance(POLL_MS);
    expect(await engine.management.status(await stage.feedOf('100'))).toMatchObject({
      dueCount: 3,
      failingSince: null,
    });
    expect(await engine.management.status(await stage.feedOf('200'))).toMatchObject({
      dueCount: 3,
      playerCount: 2,
    });
  });
});

describe('a digest’s full list', () => {
  it('has the digest’s games, under the feed’s current schedule', async () => {
    await using stage = await openEngineStage({ start: Date.UTC(2025, 0, 1, 10, 58) });
    const { clock, feed, engine, channels } = stage;
    const ids: string[] = [];
    channels.outcome = (_channel, _json, nonce) => {
      ids.push(nonce);
      return null;
    };
    await stage.setUp('100', [1, 2], { schedule: { cadence: 'hourly' } });
    await clock.advance(SECOND);
    engine.start();
    feed.award(1, 5, 'beaten-softcore', clock.now());
    feed.award(2, 6, 'mastered', clock.now());
    feed.award(2, 7, 'mastered', clock.now());
    await clock.advance(5 * MINUTE);
    const [id = ''] = ids;
    const list = await engine.management.digest(id, GUILD);
    if (list === null || list === 'elsewhere') throw new Error(`The list is ${list}`);
    expect(list.players.map(({ player: { name }, games }) => [name, games.length])).toEqual([
      ['Player2', 2],
      ['Player1', 1],
    ]);
    expect(list.schedule).toEqual({ ...DEFAULT_SCHEDULE, cadence: 'hourly' });
    expect(await engine.management.digest('another', GUILD)).toBeNull();
    for (const elsewhere of ['8', null]) {
      expect(await engine.management.digest(id, elsewhere)).toBe('elsewhere');
    }
    await engine.peopleInFeeds.deny(playerNumber(2).ulid);
    const rest = await engine.management.digest(id, GUILD);
    if (rest === null || rest === 'elsewhere') throw new Error(`The list is ${rest}`);
    expect(rest.players.map(({ player: { name } }) => name)).toEqual(['Player1']);
    await engine.peopleInFeeds.deny(playerNumber(1).ulid);
    expect(await engine.management.digest(id, GUILD)).toBeNull();
    await stage.store.denials.remove(playerNumber(1).ulid);
    await engine.management.remove(await stage.feedOf('100'));
    expect(await engine.management.digest(id, GUILD)).toBeNull();
  });
});

describe('a player who is never announced', () => {
  it('can’t be tracked until they allow it again', async () => {
    await using stage = await openEngineStage();
    const { peopleInFeeds, management } = stage.engine;
    await stage.setUp('100', []);
    const feed = await stage.feedOf('100');
    const max = { ...playerNumber(1), avatarPath: null, motto: '' };
    expect(await peopleInFeeds.deny(max.ulid)).toBe(0);
    expect(await management.track(feed, max)).toEqual({ kind: 'denied' });
    await stage.store.denials.remove(max.ulid);
    expect(await management.track(feed, max)).toMatchObject({ kind: 'tracked' });
  });
});
