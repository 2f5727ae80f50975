import { describe, expect, it } from 'vitest';

import { StoreError } from '#src/store/store-error.ts';

import { DAY, MINUTE, SECOND } from '../channel-stage.ts';
import { openEngineStage, POLL_MS } from '../engine-stage.ts';
import type { EngineStage } from '../engine-stage.ts';
import { withLock } from '../lock.ts';
import { watchStore } from '../watched.ts';

/** When the newest page was asked for, in s from now. */
function watchPolls(
  { clock, feed }: EngineStage,
  before: (signal?: AbortSignal) => Promise<void> | void = () => {},
) {
  const start = clock.now();
  const polls: number[] = [];
  feed.before = (offset, signal) => {
    if (offset === 0) polls.push((clock.now() - start) / SECOND);
    return before(signal);
  };
  return polls;
}

async function openTracking(): Promise<EngineStage> {
  const stage = await openEngineStage();
  await stage.setUp('100', [1]);
  return stage;
}

describe('polls', () => {
  it('start at a fixed rate, however long the site takes', async () => {
    await using stage = await openTracking();
    const { clock, engine } = stage;
    const polls = watchPolls(stage, (signal) => clock.sleep(20 * SECOND, signal));
    engine.start();
    await clock.advance(5 * MINUTE);
    expect(polls).toEqual([0, 60, 120, 180, 240, 300]);
  });

  it('never overlap', async () => {
    await using stage = await openTracking();
    const { clock, engine } = stage;
    const polls = watchPolls(stage, (signal) => clock.sleep(150 * SECOND, signal));
    engine.start();
    await clock.advance(6 * MINUTE);
    expect(polls.map(Math.floor)).toEqual([0, 150, 300]);
  });

  it('send no request while nobody is tracked', async () => {
    await using stage = await openEngineStage();
    const polls = watchPolls(stage);
    stage.engine.start();
    await stage.clock.advance(5 * MINUTE);
    expect(polls).toEqual([]);
    await stage.setUp('100', [1]);
    await stage.clock.advance(MINUTE);
    expect(polls).toEqual([360]);
  });

  it('become less frequent while the site fails, and return to normal once it works', async () => {
    await using stage = await openTracking();
    const { clock, engine, feed, warnings } = stage;
    let isDown = true;
    const polls = watchPolls(stage, () => {
      if (isDown) throw new Error('The site is down');
    });
    engine.start();
    await clock.advance(13 * MINUTE);
    expect(polls).toEqual([0, 120, 360, 660]);
    expect(warnings).toEqual(Array(4).fill('the award feed could not be read; trying again'));
    isDown = false;
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(6 * MINUTE);
    expect(polls.slice(4)).toEqual([960, 1020, 1080, 1140]);
    expect(stage.channels.posted).toHaveLength(1);
  });

  it('say since when they have failed', async () => {
    await using stage = await openTracking();
    const { clock, engine, feed } = stage;
    engine.start();
    await clock.advance(90 * SECOND);
    const readAt = clock.now() - 30 * SECOND;
    feed.before = () => {
      throw new Error('The site is down');
    };
    await clock.advance(10 * MINUTE);
    const { management } = engine;
    const failing = await management.status(await stage.feedOf('100'));
    expect(failing).toMatchObject({ lastPollAt: readAt, failingSince: readAt + POLL_MS });
    feed.before = () => undefined;
    await clock.advance(5 * MINUTE);
    expect(await management.status(await stage.feedOf('100'))).toMatchObject({
      failingSince: null,
    });
  });

  it.for([
    { says: 'back', ms: -DAY },
    { says: 'forward', ms: DAY },
  ])('continue when the clock is put $says', async ({ ms }) => {
    await using stage = await openTracking();
    const { clock } = stage;
    let aheadMs = 0;
    const shifting = { ...clock, now: () => clock.now() + aheadMs };
    const polls = watchPolls(stage);
    stage.createEngine({ clock: shifting }).start();
    await clock.advance(90 * SECOND);
    aheadMs = ms;
    await clock.advance(10 * MINUTE);
    expect(polls.length).toBeGreaterThanOrEqual(11);
    expect(polls.length).toBeLessThanOrEqual(13);
  });

  it('wait for the database, and don’t speed up because of it', async () => {
    await using stage = await openTracking();
    let failures = 0;
    let isFailing = false;
    const store = watchStore(stage.store, (call) => {
      if (!isFailing || call !== 'before awardFeed.save') return;
      failures += 1;
      throw new StoreError('locked', 'here');
    });
    stage.createEngine({ store }).start();
    await stage.clock.advance(SECOND);
    isFailing = true;
    stage.feed.award(1, 5, 'mastered', stage.clock.now());
    await stage.clock.advance(10 * MINUTE);
    expect(failures).toBe(3);
    expect(stage.channels.posted).toEqual([]);
    isFailing = false;
    await stage.clock.advance(6 * MINUTE);
    expect(stage.channels.posted).toEqual(['100 single Player1 Title 5 mastered']);
  });
});

async function openLocked() {
  const stage = await openTracking();
  const { lock, store } = withLock(stage.store);
  const polls = watchPolls(stage);
  const engine = stage.createEngine({ store });
  return { stage, lock, polls, engine };
}

describe('digests', () => {
  it('due at the same time give other work a turn after each', async () => {
    await using stage = await openEngineStage();
    for (let n = 0; n < 20; n += 1)
      await stage.setUp(`${100 + n}`, [1], { schedule: { cadence: 'hourly' } });
    let turn = 0;
    const take = () => {
      turn += 1;
      others = setImmediate(take);
    };
    let others = setImmediate(take);
    const moved: number[] = [];
    const store = watchStore(stage.store, (call) => {
      if (call === 'before feeds.moveDigest') moved.push(turn);
    });
    stage.createEngine({ store }).start();
    await stage.clock.advance(62 * MINUTE);
    clearImmediate(others);
    expect(moved).toHaveLength(20);
    expect(new Set(moved).size).toBe(20);
  });

  it('that can’t be planned are retried, and hold up no others', async () => {
    await using stage = await openEngineStage();
    for (const channelId of ['100', '200'])
      await stage.setUp(channelId, [1], { schedule: { cadence: 'hourly' } });
    let tries = 0;
    const store = watchStore(stage.store, (call) => {
      if (call !== 'before feeds.moveDigest') return;
      tries += 1;
      if (tries === 1) throw new Error('Nobody knows why');
    });
    stage.createEngine({ store }).start();
    await stage.clock.advance(MINUTE);
    stage.feed.award(1, 5, 'mastered', stage.clock.now());
    await stage.clock.advance(62 * MINUTE);
    expect(stage.warnings).toContain('a digest could not be planned; trying again');
    expect(stage.channels.posted).toEqual([
      '200 digest Player1: Title 5 mastered',
      '100 digest Player1: Title 5 mastered',
    ]);
  });
});

describe('the process that announces', () => {
  it('is the one with the lock', async () => {
    const { stage, lock, polls, engine } = await openLocked();
    await using _ = stage;
    lock.isFree = false;
    engine.start();
    await stage.clock.advance(5 * MINUTE);
    expect(engine.health().isAnnouncing).toBe(false);
    expect(polls).toEqual([]);
    lock.isFree = true;
    await stage.clock.advance(10 * SECOND);
    expect(engine.health().isAnnouncing).toBe(true);
    expect(polls).toHaveLength(1);
  });

  it('neither polls nor posts once it has lost the lock', async () => {
    const { stage, lock, polls, engine } = await openLocked();
    await using _ = stage;
    engine.start();
    await stage.clock.advance(SECOND);
    lock.isHeld = false;
    lock.isFree = false;
    stage.feed.award(1, 5, 'mastered', stage.clock.now());
    await stage.clock.advance(5 * MINUTE);
    expect(engine.health().isAnnouncing).toBe(false);
    expect(polls).toHaveLength(1);
    expect(stage.warnings).toEqual(['another process has taken over announcing']);
    lock.isFree = true;
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toHaveLength(1);
  });

  it('isn’t one that can’t ask for the lock', async () => {
    const { stage, lock, engine } = await openLocked();
    await using _ = stage;
    engine.start();
    await stage.clock.advance(SECOND);
    lock.isBroken = true;
    await stage.clock.advance(MINUTE);
    expect(engine.health().isAnnouncing).toBe(false);
    lock.isBroken = false;
    await stage.clock.advance(30 * SECOND);
    expect(engine.health().isAnnouncing).toBe(true);
  });

  it('notices within half a minute that it lost the lock, even while the site fails', async () => {
    const { stage, lock, engine } = await openLocked();
    await using _ = stage;
    stage.feed.before = () => {
      throw new Error('The site is down');
    };
    engine.start();
    await stage.clock.advance(20 * MINUTE);
    lock.isHeld = false;
    lock.isFree = false;
    await stage.clock.advance(30 * SECOND);
    expect(engine.health().isAnnouncing).toBe(false);
  });
});
