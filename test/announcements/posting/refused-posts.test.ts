import { describe, expect, it } from 'vitest';

import type { PauseReason } from '#src/announcements/feed.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import type { ChannelProblem } from '#src/discord/channels/posts.ts';

import {
  DAY,
  forbid,
  MINUTE,
  openChannels,
  REFUSED,
  SECOND,
  sleepFor,
  text,
  TROUBLE,
  UNSURE,
  win,
} from '../channel-stage.ts';
import { accessible, describeEngine } from '../engine-stage.ts';

const HOUR = 60 * MINUTE;

describeEngine('a channel', () => {
  describe('eight channels that each refuse one post', () => {
    it('all get their posts, and nobody is told', async () => {
      await using stage = await openChannels(8);
      const { channels, clock, feed } = stage;
      const refused = new Set<string>();
      channels.outcome = (channelId) => {
        if (refused.has(channelId)) return null;
        refused.add(channelId);
        return { kind: 'refused', reason: 'missingAccess', detail: '50001: Missing Access' };
      };
      for (let n = 1; n <= 8; n += 1) feed.award(n, n, 'mastered', clock.now());
      await clock.advance(2 * MINUTE);
      expect(refused.size).toBe(8);
      expect(channels.posted).toHaveLength(8);
      expect(channels.told).toEqual([]);
      for (let n = 1; n <= 8; n += 1) expect((await stage.feedOf(`${n}00`)).pause).toBeNull();
    });
  });

  describe('a channel that keeps refusing posts', () => {
    it('is tried for some minutes, checked, and paused with the reason', async () => {
      await using stage = await openChannels(2);
      const { clock, channels, engine } = stage;
      forbid(stage, '100');
      const { outcome } = channels;
      const at: number[] = [];
      channels.outcome = (channelId, ...post) => {
        if (channelId === '100') at.push(clock.now());
        return outcome(channelId, ...post);
      };
      await win(stage, 1, 5, 6);
      await win(stage, 2, 7);
      const status = await engine.management.status(await stage.feedOf('100'));
      expect(status).toMatchObject({ dueCount: 2, refusingSince: at[0] });
      expect(channels.looks).toEqual([]);
      await clock.advance(TROUBLE);
      expect(at.map((time) => (time - (at[0] ?? 0)) / SECOND)).toEqual([0, 30, 60, 120, 240, 480]);
      expect(channels.looks).toEqual(['100']);
      expect((await stage.feedOf('100')).pause).toMatchObject({ reason: 'missingPermissions' });
      expect(channels.posted).toEqual([text(2, 7)]);
    });

    it('keeps due awards, and gets them on resume', async () => {
      await using stage = await openChannels(1);
      const { clock, channels, engine } = stage;
      const allow = forbid(stage, '100');
      await win(stage, 1, 5, 6);
      await clock.advance(TROUBLE);
      await win(stage, 1, 8);
      allow();
      await engine.management.resume(await stage.feedOf('100'));
      await clock.advance(SECOND);
      expect(channels.posted).toEqual([text(1, 5), text(1, 6), text(1, 8)]);
      expect(channels.requests.some((request) => request.startsWith('find'))).toBe(false);
    });

    it('resumes by itself when it allows posts again', async () => {
      await using stage = await openChannels(1);
      const { clock, channels } = stage;
      const allow = forbid(stage, '100');
      await win(stage, 1, 5);
      await clock.advance(TROUBLE);
      expect((await stage.feedOf('100')).pause).not.toBeNull();
      allow();
      await clock.advance(9 * MINUTE);
      expect(channels.posted).toEqual([text(1, 5)]);
      expect((await stage.feedOf('100')).pause).toBeNull();
    });
  });
});

describe('a channel that keeps refusing posts', () => {
  it('resumes by itself, even after a restart', async () => {
    await using stage = await openChannels(1);
    const { clock, channels, engine } = stage;
    const allow = forbid(stage, '100');
    await win(stage, 1, 5);
    await clock.advance(TROUBLE);
    await engine[Symbol.asyncDispose]();
    allow();
    stage.createEngine().start();
    await clock.advance(10 * MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
  });

  it('is checked less and less often', async () => {
    await using stage = await openChannels(1);
    const { clock, channels } = stage;
    forbid(stage, '100');
    await win(stage, 1, 5);
    await clock.advance(TROUBLE);
    const looks: number[] = [];
    const { accessOf } = channels;
    channels.accessOf = (channelId) => {
      looks.push(clock.now());
      return accessOf(channelId);
    };
    for (let n = 0; n < 2 * 24 * 6; n += 1) await sleepFor(stage, 10 * MINUTE);
    const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(6 * HOUR);
    expect(looks.length).toBeLessThan(16);
    expect(looks.length).toBeGreaterThan(8);
  });

  it('is tried once per check if the check finds nothing, and its manager is told once', async () => {
    await using stage = await openChannels(1);
    const { clock, channels } = stage;
    const tries: number[] = [];
    channels.outcome = () => {
      tries.push(clock.now());
      return REFUSED;
    };
    await win(stage, 1, 5);
    await clock.advance(TROUBLE);
    const before = tries.length;
    for (let n = 0; n < 24 * 6; n += 1) await sleepFor(stage, 10 * MINUTE);
    expect(tries.length - before).toBeLessThan(12);
    expect(channels.told).toEqual(['1 100 refused']);
    expect((await stage.feedOf('100')).pause).toMatchObject({
      reason: 'refused',
      detail: '50013: Missing Permissions',
    });
  });

  it('isn’t paused while Discord says nothing about it', async () => {
    await using stage = await openChannels(1);
    const { clock, channels } = stage;
    const allow = forbid(stage, '100');
    channels.accessOf = () => ({ kind: 'unavailable' });
    await win(stage, 1, 5);
    await clock.advance(HOUR);
    expect((await stage.feedOf('100')).pause).toBeNull();
    allow();
    await clock.advance(5 * MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
  });

  it('stays paused if a manager paused it, whether or not it allows posts', async () => {
    await using stage = await openChannels(1);
    const { clock, channels, engine } = stage;
    const allow = forbid(stage, '100');
    await win(stage, 1, 5);
    await clock.advance(TROUBLE);
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    allow();
    await clock.advance(HOUR);
    expect(channels.posted).toEqual([]);
  });

  const ok = accessible('100');
  it.for<[ChannelProblem, ChannelAccess, PauseReason]>([
    ['missingAccess', { kind: 'noAccess' }, 'missingAccess'],
    ['refused', { kind: 'noAccess' }, 'missingAccess'],
    ['missingAccess', { kind: 'unknown' }, 'unknownChannel'],
    ['refused', { kind: 'notInServer' }, 'notInServer'],
    ['missingAccess', { ...ok, missing: ['viewChannel', 'sendMessages'] }, 'missingAccess'],
    ['refused', { ...ok, missing: ['embedLinks'] }, 'missingPermissions'],
    ['refused', { ...ok, missing: ['manageThreads'] }, 'threadLocked'],
    ['refused', { ...ok, channel: { ...ok.channel, type: 15 } }, 'wrongChannelType'],
    ['threadLocked', ok, 'threadLocked'],
    ['refused', ok, 'refused'],
    ['refused', { kind: 'unreadable' }, 'refused'],
    ['missingAccess', { kind: 'unreadable' }, 'refused'],
    ['missingPermissions', { kind: 'unreadable' }, 'missingPermissions'],
    ['missingAccess', ok, 'refused'],
    ['unknownChannel', ok, 'refused'],
  ])(
    'for %s, and looks like %o, is paused with what is known: %s',
    async ([said, looks, reason]) => {
      await using stage = await openChannels(1);
      const { clock, channels } = stage;
      channels.outcome = () => ({ kind: 'refused', reason: said, detail: '0: words' });
      channels.accessOf = () => looks;
      await win(stage, 1, 5);
      await clock.advance(TROUBLE);
      const { pause } = await stage.feedOf('100');
      expect(pause).toMatchObject({ reason });
      expect(pause?.detail).toBe(reason === 'refused' ? '0: words' : undefined);
    },
  );

  it('has a post in doubt looked up when it works again', async () => {
    await using stage = await openChannels(1);
    const { channels, clock } = stage;
    let tries = 0;
    channels.outcome = (channelId, json, nonce) => {
      tries += 1;
      if (tries > 1) return tries > 2 ? null : REFUSED;
      channels.take(channelId, json, nonce);
      return UNSURE;
    };
    await win(stage, 1, 5);
    await sleepFor(stage, DAY);
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
    expect(tries).toBe(2);
  });

  it('gets no award that waited for more than seven days', async () => {
    await using stage = await openChannels(1);
    const { clock, channels, engine } = stage;
    const allow = forbid(stage, '100');
    await win(stage, 1, 5);
    await win(stage, 1, 6);
    await clock.advance(TROUBLE);
    await sleepFor(stage, DAY);
    await win(stage, 1, 7);
    await sleepFor(stage, 6 * DAY + MINUTE);
    allow();
    await engine.management.resume(await stage.feedOf('100'));
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 7)]);
    await sleepFor(stage, DAY);
    expect(channels.posted).toHaveLength(1);
  });

  it('resumes even if another one that was paused with it can’t', async () => {
    await using stage = await openChannels(2);
    const { clock, channels, feed, store } = stage;
    const allow = forbid(stage, '100', '200');
    for (const n of [1, 2]) feed.award(n, n, 'mastered', clock.now());
    await clock.advance(TROUBLE + MINUTE);
    await store.feedTroubles.lookAt('100', 1);
    allow();
    const { accessOf } = channels;
    channels.accessOf = (channelId) => {
      if (channelId === '100') throw new Error('Nobody knows why');
      return accessOf(channelId);
    };
    await clock.advance(15 * MINUTE);
    expect(channels.posted).toEqual(['200 single Player2 Title 2 mastered']);
    expect(stage.warnings).toContain('a paused channel could not be looked at');
  });

  it('is paused in time even if the clock was set back', async () => {
    await using stage = await openChannels(1);
    const { clock } = stage;
    forbid(stage, '100');
    await win(stage, 1, 5);
    clock.set(clock.now() - DAY);
    stage.createEngine().start();
    await clock.advance(TROUBLE + 2 * MINUTE);
    expect((await stage.feedOf('100')).pause).not.toBeNull();
  });
});
