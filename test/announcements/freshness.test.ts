import { describe, expect, it } from 'vitest';

import { StoreError } from '#src/store/store-error.ts';

import { openEngineStage, POLL_MS } from './engine-stage.ts';
import type { EngineStage } from './engine-stage.ts';
import { watchStore } from './watched.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What `/announcements status` says of a channel, by another process than the one that announces. */
async function lookAt({ createEngine, feedOf }: EngineStage, beside = createEngine()) {
  const status = await beside.management.status(await feedOf('100'));
  if (!status) throw new Error('There is no feed');
  const { lastPollAt, failingSince, unreadSince, unsavedSince, unpostedSince } = status;
  return { lastPollAt, failingSince, unreadSince, unsavedSince, unpostedSince };
}

const FINE = { failingSince: null, unreadSince: null, unsavedSince: null, unpostedSince: null };

describe('the last poll', () => {
  it('is overdue after three intervals, in every process', async () => {
    await using stage = await openEngineStage();
    const { clock, engine } = stage;
    await stage.setUp('100', [1]);
    const beside = stage.createEngine();
    engine.start();
    await clock.advance(SECOND);
    const { lastPollAt } = await lookAt(stage, beside);
    await clock.advance(POLL_MS - 2 * SECOND);
    await engine[Symbol.asyncDispose]();
    await clock.advance(2 * POLL_MS + SECOND);
    expect(await lookAt(stage, beside)).toEqual({ lastPollAt, ...FINE });
    await clock.advance(SECOND);
    expect(await lookAt(stage, beside)).toEqual({ lastPollAt, ...FINE, unreadSince: lastPollAt });
  });

  it('is never overdue if nobody is tracked', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', []);
    const beside = stage.createEngine();
    await stage.clock.advance(100 * POLL_MS);
    expect(await lookAt(stage, beside)).toMatchObject(FINE);
    // The first one counts from when there is somebody.
    await stage.setUp('100', [1]);
    await stage.clock.advance(3 * POLL_MS);
    expect(await lookAt(stage, beside)).toMatchObject(FINE);
    await stage.clock.advance(SECOND);
    const trackedAt = stage.clock.now() - 3 * POLL_MS - SECOND;
    expect(await lookAt(stage, beside)).toMatchObject({ ...FINE, unreadSince: trackedAt });
  });

  it('isn’t overdue right after a start that follows an outage', async () => {
    await using stage = await openEngineStage();
    const { clock, engine } = stage;
    await stage.setUp('100', [1]);
    engine.start();
    await clock.advance(SECOND);
    await engine[Symbol.asyncDispose]();
    await clock.advance(60 * MINUTE);
    expect(await lookAt(stage)).toMatchObject(FINE);
  });

  it('isn’t overdue if it’s the site that fails', async () => {
    await using stage = await openEngineStage();
    const { clock, engine, feed } = stage;
    await stage.setUp('100', [1]);
    engine.start();
    await clock.advance(SECOND);
    feed.before = () => {
      throw new Error('The site is down');
    };
    const downAt = clock.now() - SECOND + POLL_MS;
    await clock.advance(30 * MINUTE);
    const { unreadSince, failingSince } = await lookAt(stage, engine);
    expect([unreadSince, failingSince]).toEqual([null, downAt]);
    expect(engine.health().pollsStuckSince).toBeNull();
  });
});

describe('a post', () => {
  it('is late after three intervals, unless its feed is paused', async () => {
    await using stage = await openEngineStage();
    const { clock, engine, channels, feed } = stage;
    await stage.setUp('100', [1]);
    engine.start();
    await clock.advance(SECOND);
    channels.outcome = () => ({ kind: 'limited', waitMs: 5 * MINUTE });
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    const madeAt = clock.now() - SECOND;
    await clock.advance(3 * POLL_MS - SECOND);
    expect(await lookAt(stage, engine)).toMatchObject(FINE);
    await clock.advance(SECOND);
    expect(await lookAt(stage, engine)).toMatchObject({ ...FINE, unpostedSince: madeAt });
    expect(await engine.activity()).toMatchObject({
      awardsWaiting: { post: 1, digest: 0, paused: 0 },
      oldestPostAt: madeAt,
    });
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    expect(await lookAt(stage, engine)).toMatchObject(FINE);
    expect(await engine.activity()).toMatchObject({
      awardsWaiting: { post: 0, digest: 0, paused: 1 },
      oldestPostAt: null,
    });
  });
});

describe('the process that announces', () => {
  it('is stuck if it saves no polls, but not if it only stands by', async () => {
    await using stage = await openEngineStage();
    const { clock, store } = stage;
    await stage.setUp('100', [1]);
    let isBroken = false;
    const broken = watchStore(store, (call) => {
      if (isBroken && call === 'before commit') throw new StoreError('full', 'x.db');
    });
    const engine = stage.createEngine({ store: broken });
    expect(engine.health()).toMatchObject({ isAnnouncing: false, pollsStuckSince: null });
    engine.start();
    await clock.advance(SECOND);
    const savedAt = clock.now() - SECOND;
    expect(engine.health()).toMatchObject({ isAnnouncing: true, pollsStuckSince: null });
    isBroken = true;
    await clock.advance(30 * MINUTE);
    expect(engine.health()).toMatchObject({ isAnnouncing: true, pollsStuckSince: savedAt });
    isBroken = false;
    await clock.advance(6 * MINUTE);
    expect(engine.health()).toMatchObject({ isAnnouncing: true, pollsStuckSince: null });
  });

  it('isn’t stuck during a long poll after an outage', async () => {
    await using stage = await openEngineStage();
    const { clock, engine, feed } = stage;
    await stage.setUp('100', [1]);
    feed.before = (_, signal) => clock.sleep(60 * MINUTE, signal);
    engine.start();
    await clock.advance(30 * MINUTE);
    expect(engine.health()).toMatchObject({ isAnnouncing: true, pollsStuckSince: null });
  });
});
