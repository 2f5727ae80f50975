import { describe, expect, it } from 'vitest';

import { StoreError } from '#src/store/store-error.ts';

import { DAY, forbid, MINUTE, SECOND, sleepFor, TROUBLE, win } from '../channel-stage.ts';
import { openEngineStage, POLL_MS } from '../engine-stage.ts';
import type { EngineStage } from '../engine-stage.ts';
import { withLock } from '../lock.ts';
import { watchPosts, watchStore } from '../watched.ts';

async function openNews(count = 1): Promise<EngineStage> {
  const stage = await openEngineStage();
  for (let n = 1; n <= count; n += 1) await stage.setUp(`${n}00`, [n], { crossposts: true });
  stage.engine.start();
  await stage.clock.advance(SECOND);
  return stage;
}

async function openRefusing() {
  const stage = await openEngineStage();
  await stage.setUp('100', [1]);
  return { ...stage, allow: forbid(stage, '100') };
}

describe('cross-posting', () => {
  it('follows each post in an announcement channel, once', async () => {
    await using stage = await openNews();
    await win(stage, 1, 5, 6);
    await stage.clock.advance(10 * MINUTE);
    expect(stage.channels.crossposted).toEqual(['100 m1', '100 m2']);
  });

  it('doesn’t happen in other channels', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1]);
    stage.engine.start();
    await stage.clock.advance(SECOND);
    await win(stage, 1, 5);
    expect(stage.channels.posted).toHaveLength(1);
    expect(stage.channels.crossposted).toEqual([]);
  });

  it('holds up no post while Discord limits it, and is retried less and less often', async () => {
    await using stage = await openNews();
    const { channels, clock } = stage;
    const tries: number[] = [];
    channels.crosspostOutcome = () => {
      tries.push(clock.now());
      return tries.length > 6 ? 'done' : 'later';
    };
    await win(stage, 1, 5);
    await win(stage, 1, 6);
    expect(channels.posted).toHaveLength(2);
    await clock.advance(8 * MINUTE);
    expect(channels.crossposted).toEqual(['100 m1', '100 m2']);
    const gaps = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / SECOND);
    expect(gaps).toEqual([5, 10, 20, 40, 80, 160, 0]);
  });

  it('doesn’t wait for other channels, however many posts wait there', async () => {
    await using stage = await openNews(2);
    const { channels, clock, store } = stage;
    channels.crosspostOutcome = (channelId) => (channelId === '100' ? 'later' : 'done');
    for (let n = 0; n < 150; n += 1) {
      const id = String(n).padStart(5, '0');
      const batch = {
        id,
        channelId: '100',
        kind: 'single',
        createdAt: 0,
        pings: false,
        isPlain: false,
      } as const;
      await store.batches.add({ ...batch, awards: [] });
      await store.batches.posted(id, { id: `old${n}`, at: 0, crosspost: true });
    }
    await clock.advance(10 * SECOND);
    await win(stage, 2, 5);
    await clock.advance(10 * SECOND);
    expect(channels.crossposted).toEqual(['200 m1']);
  });

  it('doesn’t rest longer because the clock was set back', async () => {
    await using stage = await openEngineStage();
    let aheadMs = 0;
    const clock = { ...stage.clock, now: () => stage.clock.now() + aheadMs };
    await stage.setUp('100', [1], { crossposts: true });
    stage.createEngine({ clock }).start();
    await stage.clock.advance(SECOND);
    let tries = 0;
    stage.channels.crosspostOutcome = () => ((tries += 1) > 1 ? 'done' : 'later');
    await win(stage, 1, 5);
    aheadMs = -DAY;
    await stage.clock.advance(MINUTE);
    expect(tries).toBe(2);
  });

  it('continues if telling a manager fails', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1], { crossposts: true });
    const store = watchStore(stage.store, (call) => {
      if (call === 'before feedTroubles.withNoticeDue') throw new StoreError('locked', 'here');
    });
    stage.createEngine({ store }).start();
    await stage.clock.advance(SECOND);
    await win(stage, 1, 5);
    expect(stage.channels.crossposted).toEqual(['100 m1']);
    expect(stage.warnings).toContain('cross-posts and notices failed; trying again later');
  });

  it('is left to the process that announces', async () => {
    await using stage = await openNews();
    const { lock, store } = withLock(stage.store);
    lock.isFree = false;
    const calls: string[] = [];
    const posts = watchPosts(stage.channels, (call) => void calls.push(call));
    stage.createEngine({ store: { ...store, sharesWork: true }, posts }).start();
    await win(stage, 1, 5);
    await stage.clock.advance(MINUTE);
    expect(stage.channels.crossposted).toEqual(['100 m1']);
    expect(calls.filter((call) => call.includes('crosspost'))).toEqual([]);
  });
});

describe('a manager', () => {
  it('is told once about one problem, whatever is tried and however often the bot restarts', async () => {
    await using stage = await openRefusing();
    const { channels, clock, engine } = stage;
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    expect(channels.told).toEqual([]);
    await clock.advance(TROUBLE + MINUTE);
    expect(channels.told).toEqual(['1 100 missingPermissions']);
    await engine.management.resume(await stage.feedOf('100'));
    await clock.advance(TROUBLE + MINUTE);
    expect((await stage.feedOf('100')).pause).not.toBeNull();
    await engine[Symbol.asyncDispose]();
    const next = stage.createEngine();
    next.start();
    await next.management.resume(await stage.feedOf('100'));
    await clock.advance(2 * TROUBLE);
    expect((await stage.feedOf('100')).pause).not.toBeNull();
    expect(channels.told).toHaveLength(1);
  });

  it('is told about another problem once Discord has accepted a post', async () => {
    await using stage = await openRefusing();
    const { channels, clock, engine } = stage;
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    await clock.advance(TROUBLE + MINUTE);
    stage.allow();
    await engine.management.resume(await stage.feedOf('100'));
    await clock.advance(MINUTE);
    expect(channels.posted).toHaveLength(1);
    forbid(stage, '100');
    await win(stage, 1, 6);
    await clock.advance(TROUBLE + MINUTE);
    expect(channels.told).toHaveLength(2);
  });

  it('is told about all of a server’s channels together', async () => {
    await using stage = await openEngineStage();
    const { channels, clock, engine, feed } = stage;
    const ids = ['100', '200', '300'];
    for (const id of ids) await stage.setUp(id, [1]);
    forbid(stage, ...ids);
    engine.start();
    await clock.advance(SECOND);
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(TROUBLE + 3 * MINUTE);
    expect(channels.told).toHaveLength(1);
    for (const id of ids) expect(channels.told[0]).toContain(`${id} missingPermissions`);
  });

  it('isn’t told about their own pause', async () => {
    await using stage = await openRefusing();
    const { channels, clock, engine } = stage;
    engine.start();
    await clock.advance(SECOND);
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    await clock.advance(10 * MINUTE);
    expect((await stage.feedOf('100')).pause).toMatchObject({ reason: 'manager' });
    expect(channels.told).toEqual([]);
  });

  it('is told once, even if the bot dies before it has stored that', async () => {
    await using stage = await openRefusing();
    const { channels, clock } = stage;
    let isDead = false;
    const store = watchStore(stage.store, (call) => {
      isDead ||= call === 'before feedTroubles.noticeGiven';
      if (isDead) throw new StoreError('broken', 'here');
    });
    const first = stage.createEngine({ store });
    first.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    await clock.advance(TROUBLE + MINUTE);
    await first[Symbol.asyncDispose]();
    expect(channels.told).toHaveLength(1);
    stage.engine.start();
    await clock.advance(10 * MINUTE);
    expect(channels.told).toEqual(['1 100 missingPermissions']);
    expect(await stage.store.feedTroubles.withNoticeDue()).toEqual([]);
  });

  it('who accepts no messages isn’t tried again', async () => {
    await using stage = await openRefusing();
    const { channels, clock, engine } = stage;
    let tries = 0;
    channels.tellOutcome = () => {
      tries += 1;
      return 'impossible';
    };
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    await clock.advance(TROUBLE + 20 * MINUTE);
    expect(tries).toBe(1);
  });

  it('who can’t be told now is told later', async () => {
    await using stage = await openRefusing();
    const { channels, clock, engine } = stage;
    channels.tellOutcome = () => 'later';
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    await clock.advance(TROUBLE + MINUTE);
    expect(channels.told).toEqual([]);
    channels.tellOutcome = () => 'told';
    await clock.advance(2 * MINUTE);
    expect(channels.told).toHaveLength(1);
  });

  it('isn’t told about a pause that has already ended', async () => {
    await using stage = await openRefusing();
    const { channels, clock, engine } = stage;
    channels.tellOutcome = () => 'later';
    engine.start();
    await clock.advance(SECOND);
    await win(stage, 1, 5);
    await clock.advance(TROUBLE + MINUTE);
    expect(await stage.store.feedTroubles.withNoticeDue()).toHaveLength(1);
    stage.allow();
    await engine.management.resume(await stage.feedOf('100'));
    channels.tellOutcome = () => 'told';
    await sleepFor(stage, POLL_MS * 10);
    expect(channels.told).toEqual([]);
    expect(channels.posted).toHaveLength(1);
  });
});
