import { describe, expect, it } from 'vitest';

import { StoreError } from '#src/store/store-error.ts';

import { DAY, MINUTE, SECOND, sleepFor, text, UNSURE, win } from '../channel-stage.ts';
import { openEngineStage } from '../engine-stage.ts';
import type { Ways } from '../engine-stage.ts';
import { watchStore } from '../watched.ts';

describe('a database that fails', () => {
  it('causes no second post if it can’t store the first, and isn’t hammered', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1]);
    let failures = 0;
    const store = watchStore(stage.store, (call) => {
      if (call !== 'before batches.posted' || failures >= 100) return;
      failures += 1;
      throw new StoreError('full', 'here');
    });
    stage.createEngine({ store }).start();
    await stage.clock.advance(SECOND);
    await win(stage, 1, 5);
    await stage.clock.advance(5 * MINUTE);
    expect(failures).toBeGreaterThan(0);
    expect(failures).toBeLessThanOrEqual(61);
    failures = 100;
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toEqual([text(1, 5)]);
    expect(stage.channels.requests.filter((request) => request.startsWith('post'))).toHaveLength(1);
    expect((await stage.feedOf('100')).lastPostedAt).not.toBeNull();
  });

  it.for(['before deliver', 'before attempts.begin', 'before batches.get', 'before begin'])(
    'delays due posts until it works again (%s)',
    async (place) => {
      await using stage = await openEngineStage();
      await stage.setUp('100', [1]);
      let isFailing = false;
      let failures = 0;
      const store = watchStore(stage.store, (call) => {
        if (!isFailing || call !== place) return;
        failures += 1;
        throw new StoreError('locked', 'here');
      });
      stage.createEngine({ store }).start();
      await stage.clock.advance(SECOND);
      isFailing = true;
      await win(stage, 1, 5);
      await stage.clock.advance(5 * MINUTE);
      expect(failures).toBeGreaterThan(0);
      expect(failures).toBeLessThanOrEqual(61 + 60);
      isFailing = false;
      await stage.clock.advance(6 * MINUTE);
      expect(stage.channels.posted).toEqual([text(1, 5)]);
    },
  );
});

async function openWriting() {
  const stage = await openEngineStage();
  await stage.setUp('100', [1]);
  const { promise, resolve } = Promise.withResolvers<void>();
  let isWriting = false;
  const compose: Ways['compose'] = async () => {
    isWriting = true;
    await promise;
    return { kind: 'collected', post: { lines: [], roleId: null } };
  };
  const engine = stage.createEngine({ compose });
  engine.start();
  await stage.clock.advance(SECOND);
  await win(stage, 1, 5);
  expect(isWriting).toBe(true);
  return { stage, engine, finish: resolve };
}

describe('a feed that changes while its post is written', () => {
  it('gets no post once paused, and gets it once resumed', async () => {
    const { stage, finish } = await openWriting();
    await using _ = stage;
    const { management } = stage.engine;
    await management.pause(await stage.feedOf('100'), 'manager');
    finish();
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toEqual([]);
    await management.resume(await stage.feedOf('100'));
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toHaveLength(1);
  });

  it('gets no post once removed', async () => {
    const { stage, finish } = await openWriting();
    await using _ = stage;
    await stage.engine.management.remove(await stage.feedOf('100'));
    finish();
    await stage.setUp('100', [1]);
    await stage.clock.advance(5 * MINUTE);
    expect(stage.channels.requests).toEqual([]);
  });

  it('gets no post that another process has already made, and nothing stays in doubt', async () => {
    const { stage, finish } = await openWriting();
    await using _ = stage;
    const { store, clock } = stage;
    const head = await store.batches.nextDue(clock.now(), []);
    const id = head?.id ?? '';
    await store.batches.posted(id, { id: 'm1', at: clock.now(), crosspost: false });
    finish();
    await clock.advance(MINUTE);
    expect(stage.channels.requests).toEqual([]);
    expect(await store.attempts.of(id)).toBeNull();
  });

  it('doesn’t delay a stop', async () => {
    const { stage, engine, finish } = await openWriting();
    await using _ = stage;
    const stopped = engine[Symbol.asyncDispose]();
    await stage.clock.advance(5 * SECOND);
    await stopped;
    finish();
    expect(stage.channels.requests).toEqual([]);
    stage.engine.start();
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toEqual([text(1, 5)]);
  });
});

describe('a stop', () => {
  it('lets a post under way arrive', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1]);
    const engine = stage.createEngine();
    const { channels, clock } = stage;
    channels.outcome = async (_channel, _json, _nonce, signal) => {
      await clock.sleep(4 * SECOND, signal);
      return null;
    };
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    const stopped = engine[Symbol.asyncDispose]();
    await clock.advance(4 * SECOND);
    await stopped;
    expect(channels.posted).toEqual([text(1, 5)]);
    expect((await stage.feedOf('100')).lastPostedAt).not.toBeNull();
  });

  it('waits at most five seconds for a post, which is then in doubt', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1]);
    const engine = stage.createEngine();
    const { channels, clock } = stage;
    channels.outcome = (channelId, json, nonce, signal) => {
      channels.take(channelId, json, nonce);
      return clock.sleep(DAY, signal).then(
        () => null,
        () => UNSURE,
      );
    };
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    const stopped = engine[Symbol.asyncDispose]();
    await clock.advance(5 * SECOND);
    await stopped;
    channels.outcome = () => null;
    await sleepFor(stage, DAY);
    stage.engine.start();
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
  });

  it('ends an idle bot at once', async () => {
    await using stage = await openEngineStage();
    const { clock, engine } = stage;
    engine.start();
    await clock.advance(SECOND);
    await engine[Symbol.asyncDispose]();
    expect(clock.sleeperCount()).toBe(0);
  });
});
