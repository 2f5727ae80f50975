import { describe, expect, it } from 'vitest';

import type { PostOutcome } from '#src/discord/channels/posts.ts';

import {
  MINUTE,
  openChannels,
  SECOND,
  text,
  times,
  UNSENT,
  UNSURE,
  watchTries,
  win,
} from '../channel-stage.ts';
import { openEngineStage } from '../engine-stage.ts';
import { watchStore } from '../watched.ts';

describe('a post that Discord doesn’t accept right now', () => {
  it('is retried less and less often, down to twice a minute', async () => {
    await using stage = await openChannels(1);
    const { seconds } = watchTries(stage, times(9, UNSENT));
    await win(stage, 1, 5);
    await stage.clock.advance(10 * MINUTE);
    expect(seconds()).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121, 151]);
    expect(stage.channels.posted).toEqual([text(1, 5)]);
  });

  it('holds up later posts in its channel, but none in other channels', async () => {
    await using stage = await openChannels(2);
    const { clock, channels } = stage;
    watchTries(stage, times(4, UNSENT));
    stage.feed.award(2, 8, 'mastered', clock.now());
    await win(stage, 1, 5, 6, 7);
    expect(channels.posted).toEqual([text(2, 8)]);
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(2, 8), text(1, 5), text(1, 6), text(1, 7)]);
  });

  it('isn’t in doubt if it certainly wasn’t sent', async () => {
    await using stage = await openChannels(1);
    watchTries(stage, times(9, UNSENT));
    await win(stage, 1, 5);
    await stage.clock.advance(10 * MINUTE);
    expect(stage.channels.requests.filter((request) => request.startsWith('find'))).toEqual([]);
    expect(stage.channels.posted).toEqual([text(1, 5)]);
  });

  it('is sent again with the same text and nonce if Discord may have it, and looked up after a minute', async () => {
    await using stage = await openChannels(1);
    const { channels, clock } = stage;
    const { tries } = watchTries(stage, times(8, UNSURE));
    await win(stage, 1, 5);
    await clock.advance(10 * MINUTE);
    expect(new Set(tries.map(({ nonce, json }) => `${nonce} ${json}`)).size).toBe(1);
    const kinds = channels.requests.map((request) => request.split(' ')[0]);
    expect(kinds.slice(0, 8)).toEqual([...Array(6).fill('post'), 'find', 'post']);
    expect(channels.posted).toEqual([text(1, 5)]);
  });

  it('isn’t posted again if Discord had accepted it', async () => {
    await using stage = await openChannels(1);
    const { channels } = stage;
    let count = 0;
    channels.outcome = (channelId, json, nonce) => {
      count += 1;
      channels.take(channelId, json, nonce);
      return count < 20 ? UNSURE : null;
    };
    await win(stage, 1, 5);
    await stage.clock.advance(30 * MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
    expect(count).toBe(6);
  });
});

describe('a channel under a rate limit', () => {
  it('gets its post when the limit ends, and nothing counts as failing', async () => {
    await using stage = await openChannels(1);
    const { channels, clock, engine } = stage;
    let tries = 0;
    channels.outcome = () => ((tries += 1) === 1 ? { kind: 'limited', waitMs: MINUTE } : null);
    await win(stage, 1, 5);
    expect([tries, channels.posted]).toEqual([1, []]);
    expect(await engine.management.status(await stage.feedOf('100'))).toMatchObject({
      dueCount: 1,
      postsFailingSince: null,
    });
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
    expect(tries).toBe(2);
  });
});

describe('channels that don’t respond', () => {
  it('hold up no other', async () => {
    await using stage = await openChannels(16);
    const { channels, clock, feed } = stage;
    const { promise, resolve } = Promise.withResolvers<PostOutcome>();
    channels.outcome = (channelId) => (channelId === '1600' ? null : promise);
    for (let n = 1; n < 16; n += 1) feed.award(n, n, 'mastered', clock.now());
    await win(stage, 16, 7, 8);
    expect(channels.posted).toEqual([text(16, 7), text(16, 8)]);
    resolve(UNSENT);
  });

  it('get one post at a time', async () => {
    await using stage = await openChannels(1);
    const { channels } = stage;
    const { promise, resolve } = Promise.withResolvers<null>();
    let started = 0;
    channels.outcome = () => {
      started += 1;
      return promise;
    };
    await win(stage, 1, 5, 6);
    await stage.clock.advance(MINUTE);
    expect(started).toBe(1);
    resolve(null);
    await stage.clock.advance(SECOND);
    expect(channels.posted).toEqual([text(1, 5), text(1, 6)]);
  });

  it('cost nothing while they wait', async () => {
    const calls: string[] = [];
    await using stage = await openEngineStage();
    await stage.setUp('100', [1]);
    stage.createEngine({ store: watchStore(stage.store, (call) => void calls.push(call)) }).start();
    await stage.clock.advance(SECOND);
    const { promise, resolve } = Promise.withResolvers<null>();
    let tries = 0;
    stage.channels.outcome = () => ((tries += 1) === 1 ? UNSENT : promise);
    await win(stage, 1, 5);
    await stage.clock.advance(2 * SECOND);
    expect(tries).toBe(2);
    calls.length = 0;
    await stage.clock.advance(30 * SECOND);
    expect(calls.filter((call) => call === 'before deliver').length).toBeLessThanOrEqual(8);
    resolve(null);
  });
});
