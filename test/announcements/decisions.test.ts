import { describe, expect, it } from 'vitest';

import type { FeedSettings } from '#src/announcements/feed.ts';
import { createBatchIds, createPlanner } from '#src/announcements/posting/planner.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { forbid, MINUTE, SECOND, text, TROUBLE, UNSENT, win } from './channel-stage.ts';
import { describeEngine, GUILD, openEngineStage, playerNumber } from './engine-stage.ts';
import type { EngineStage } from './engine-stage.ts';

const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2025, 0, 1, 12);
/** From 11:50. */
const UNTIL_DIGEST = 15 * MINUTE;

/** It is 11:50, and the bot runs. */
async function openFeed(settings: FeedSettings, players: readonly number[] = [1, 2]) {
  const stage = await openEngineStage({ start: NOON - 10 * MINUTE });
  await stage.setUp('100', players, settings);
  stage.engine.start();
  await stage.clock.advance(SECOND);
  return stage;
}

const planner = createPlanner(createBatchIds(createFakeClock()));
const DAILY = { schedule: { cadence: 'daily', hour: 12 } } as const;

async function setUp({ engine }: EngineStage, settings: FeedSettings) {
  const request = { channelId: '100', guildId: GUILD, managerId: '1', crossposts: false };
  const serverLanguage = 'en';
  return engine.management.setUp({ ...request, serverLanguage, settings });
}

const untrack = async ({ engine, feedOf }: EngineStage, name: string) =>
  engine.management.untrack(await feedOf('100'), name);

async function openUnknown() {
  const stage = await openEngineStage({ start: NOON - 10 * MINUTE });
  await stage.setUp('100', [1], DAILY);
  await stage.setUp('200', [1], DAILY);
  await stage.setUp('300', [1]);
  const strange = await stage.feedOf('100');
  const schedule = { ...strange.schedule, timezone: 'Mars/Base' };
  await stage.store.feeds.save({ ...strange, schedule });
  stage.engine.start();
  await stage.clock.advance(SECOND);
  return stage;
}

describeEngine('a manager’s decisions', () => {
  describe('an untracked player', () => {
    it('isn’t in the next digest, and the reply counts the dropped awards', async () => {
      await using stage = await openFeed(DAILY);
      const { clock, channels } = stage;
      await win(stage, 1, 5, 6);
      await win(stage, 2, 7);
      expect(await untrack(stage, 'Player1')).toMatchObject({ name: 'Player1', droppedCount: 2 });
      await clock.advance(UNTIL_DIGEST);
      expect(channels.posted).toEqual(['100 digest Player2: Title 7 mastered']);
    });

    it('isn’t in posts that wait for their channel', async () => {
      await using stage = await openFeed({});
      const { clock, channels } = stage;
      const allow = forbid(stage, '100');
      await win(stage, 1, 5);
      await win(stage, 2, 6);
      await win(stage, 1, 7);
      expect(await untrack(stage, 'Player1')).toMatchObject({ droppedCount: 2 });
      allow();
      await clock.advance(10 * MINUTE);
      expect(channels.posted).toEqual(['100 single Player2 Title 6 mastered']);
    });

    it('isn’t in a post that was being written', async () => {
      await using stage = await openEngineStage();
      await stage.setUp('100', [1, 2]);
      const { begun, written, compose } = heldCompose();
      stage.createEngine({ compose }).start();
      await stage.clock.advance(SECOND);
      await win(stage, 1, 5);
      await begun.promise;
      expect(await untrack(stage, 'Player1')).toMatchObject({ droppedCount: 1 });
      written.resolve();
      await stage.clock.advance(10 * MINUTE);
      expect(stage.channels.requests).toEqual([]);
    });

    it('isn’t in a post that was about to be sent', async () => {
      await using stage = await openEngineStage();
      await stage.setUp('100', [1, 2]);
      const { begun, written, compose } = heldCompose();
      stage.createEngine({ compose }).start();
      await stage.clock.advance(SECOND);
      await win(stage, 1, 5);
      await begun.promise;
      const dropped = Promise.withResolvers<void>();
      const untracking = stage.store.transaction(async (tables) => {
        const { ulid } = playerNumber(1);
        const count = await planner.dropUnwanted(tables, '100', { ulid });
        dropped.resolve();
        // Enough for the post to come as far as it can.
        for (let turn = 0; turn < 100; turn += 1) await tables.feeds.get('100');
        return count;
      });
      await dropped.promise;
      written.resolve();
      expect(await untracking).toBe(1);
      await stage.clock.advance(10 * MINUTE);
      expect(stage.channels.requests).toEqual([]);
    });

    it('is looked up if a post may already be in the channel', async () => {
      await using stage = await openFeed({});
      const { clock, channels } = stage;
      let tries = 0;
      channels.outcome = (channelId, json, nonce) => {
        tries += 1;
        if (tries > 1) return null;
        channels.take(channelId, json, nonce);
        return { kind: 'unsure' };
      };
      await win(stage, 1, 5);
      expect(await untrack(stage, 'Player1')).toMatchObject({ droppedCount: 0 });
      await clock.advance(10 * MINUTE);
      expect(channels.posted).toEqual([text(1, 5)]);
    });
  });

  describe('a narrower filter', () => {
    it('drops waiting awards that no longer match', async () => {
      await using stage = await openFeed(DAILY);
      const { clock, channels, feed } = stage;
      feed.award(1, 5, 'beaten-softcore', clock.now());
      await win(stage, 1, 6);
      expect(await setUp(stage, { kinds: 'mastered' })).toMatchObject({ droppedCount: 1 });
      await clock.advance(UNTIL_DIGEST);
      expect(channels.posted).toEqual(['100 digest Player1: Title 6 mastered']);
    });

    it('also drops them from posts that wait for their channel', async () => {
      await using stage = await openFeed({});
      const { clock, channels, feed } = stage;
      channels.outcome = () => UNSENT;
      feed.award(1, 5, 'beaten-hardcore', clock.now());
      feed.award(1, 6, 'beaten-hardcore', clock.now());
      await win(stage, 1, 5);
      expect(await setUp(stage, { kinds: 'mastered' })).toMatchObject({ droppedCount: 2 });
      channels.outcome = () => null;
      await clock.advance(MINUTE);
      expect(channels.posted).toEqual([text(1, 5)]);
    });

    it('drops nothing if it is wider', async () => {
      await using stage = await openFeed({ ...DAILY, kinds: 'mastered' });
      await win(stage, 1, 6);
      expect(await setUp(stage, { kinds: 'all' })).toMatchObject({ droppedCount: 0 });
      await stage.clock.advance(UNTIL_DIGEST);
      expect(stage.channels.posted).toHaveLength(1);
    });
  });

  describe('a new schedule', () => {
    it('turns posts that wait for their channel into one digest', async () => {
      await using stage = await openFeed({});
      const { clock, channels } = stage;
      channels.outcome = () => UNSENT;
      await win(stage, 1, 5);
      await win(stage, 2, 6);
      await setUp(stage, DAILY);
      channels.outcome = () => null;
      await clock.advance(5 * MINUTE);
      expect(channels.posted).toEqual([]);
      await clock.advance(10 * MINUTE);
      expect(channels.posted).toEqual([
        '100 digest Player1: Title 5 mastered; Player2: Title 6 mastered',
      ]);
    });

    it('splits a digest that waits for its channel into posts if the feed becomes live', async () => {
      await using stage = await openFeed(DAILY);
      const { clock, channels } = stage;
      channels.outcome = () => UNSENT;
      await win(stage, 1, 5, 6);
      await clock.advance(15 * MINUTE);
      await setUp(stage, { schedule: { cadence: 'live' } });
      channels.outcome = () => null;
      await clock.advance(MINUTE);
      expect(channels.posted).toEqual([text(1, 5), text(1, 6)]);
    });

    it('posts awards that waited for a digest at once if the feed becomes live', async () => {
      await using stage = await openFeed(DAILY);
      await win(stage, 1, 5);
      await setUp(stage, { schedule: { cadence: 'live' } });
      await stage.clock.advance(SECOND);
      expect(stage.channels.posted).toEqual([text(1, 5)]);
    });
  });

  describe('a digest whose hour passed during a pause', () => {
    it('is posted on resume, and the reply says so', async () => {
      await using stage = await openFeed(DAILY);
      const { clock, channels, engine } = stage;
      await engine.management.pause(await stage.feedOf('100'), 'manager');
      await win(stage, 1, 5);
      await clock.advance(UNTIL_DIGEST);
      await engine.management.resume(await stage.feedOf('100'));
      const status = await engine.management.status(await stage.feedOf('100'));
      expect(status).toMatchObject({ dueCount: 1, sendingCount: 1 });
      expect(status?.feed.nextDigestAt).toBe(NOON + 24 * HOUR);
      await clock.advance(SECOND);
      expect(channels.posted).toEqual(['100 digest Player1: Title 5 mastered']);
    });
  });

  describe('a deleted role', () => {
    it('is left out of posts, until another role is chosen', async () => {
      await using stage = await openFeed({ roleId: '7' });
      const { channels } = stage;
      await win(stage, 1, 5);
      channels.deletedRoles.add('7');
      await win(stage, 1, 6);
      await setUp(stage, { roleId: '8' });
      await win(stage, 1, 7);
      expect(channels.posted).toEqual([`${text(1, 5)} ping`, text(1, 6), `${text(1, 7)} ping`]);
    });
  });

  describe('a channel whose type changed', () => {
    it('has its posts published once other channels can follow it', async () => {
      await using stage = await openFeed({});
      const { channels } = stage;
      await win(stage, 1, 5);
      channels.news.add('100');
      await win(stage, 1, 6, 7);
      expect(channels.crossposted).toEqual(['100 m2', '100 m3']);
      expect((await stage.feedOf('100')).crossposts).toBe(true);
    });

    it('has no posts published once no channel can follow it', async () => {
      await using stage = await openEngineStage();
      const { channels, clock } = stage;
      await stage.setUp('100', [1], { crossposts: true });
      stage.engine.start();
      await clock.advance(SECOND);
      await win(stage, 1, 5);
      channels.news.delete('100');
      await win(stage, 1, 6);
      expect(channels.crossposted).toEqual(['100 m1']);
    });

    it.each([false, true])(
      'is requested once, whether or not Discord answers (%s)',
      async (isSilent) => {
        await using stage = await openEngineStage();
        const { channels, clock } = stage;
        channels.isSilent = isSilent;
        await stage.setUp('100', [1], { crossposts: true });
        stage.engine.start();
        await clock.advance(SECOND);
        let asked = 0;
        channels.crosspostOutcome = () => {
          asked += 1;
          channels.news.clear();
          return 'unfollowable';
        };
        await win(stage, 1, 5);
        await win(stage, 1, 6);
        await win(stage, 1, 7);
        expect(channels.posted).toHaveLength(3);
        expect(asked).toBe(1);
        expect((await stage.feedOf('100')).crossposts).toBe(false);
      },
    );
  });

  describe('a feed whose time zone this version of Node doesn’t know', () => {
    it('pauses with that reason, and other feeds keep posting', async () => {
      await using stage = await openUnknown();
      const { channels, clock } = stage;
      await win(stage, 1, 5);
      await clock.advance(UNTIL_DIGEST);
      expect(channels.posted).toEqual([
        '300 single Player1 Title 5 mastered',
        '200 digest Player1: Title 5 mastered',
      ]);
      expect((await stage.feedOf('100')).pause).toMatchObject({ reason: 'unknownTimezone' });
      expect(channels.told).toEqual(['1 100 unknownTimezone']);
    });

    it('resumes with the waiting awards when another zone is chosen', async () => {
      await using stage = await openUnknown();
      const { channels, clock } = stage;
      await win(stage, 1, 5);
      await clock.advance(UNTIL_DIGEST);
      await setUp(stage, { schedule: { timezone: 'UTC' } });
      clock.set(clock.now() + 24 * HOUR);
      await clock.advance(10 * MINUTE);
      expect(channels.posted).toContain('100 digest Player1: Title 5 mastered');
    });

    it('doesn’t hold up other digests if its hour is impossible', async () => {
      await using stage = await openUnknown();
      const strange = await stage.feedOf('100');
      const schedule = { ...strange.schedule, hour: 42, timezone: 'UTC' };
      await stage.store.feeds.save({ ...strange, schedule });
      await win(stage, 1, 5);
      await stage.clock.advance(UNTIL_DIGEST);
      expect(stage.channels.posted).toContain('200 digest Player1: Title 5 mastered');
      expect((await stage.feedOf('100')).pause).toMatchObject({ reason: 'newerVersion' });
    });
  });

  it('setup gives a failing channel a fresh start', async () => {
    await using stage = await openFeed({});
    const { clock, channels } = stage;
    const allow = forbid(stage, '100');
    await win(stage, 1, 5);
    await clock.advance(TROUBLE);
    expect((await stage.feedOf('100')).pause).not.toBeNull();
    await setUp(stage, {});
    await clock.advance(MINUTE);
    expect((await stage.feedOf('100')).pause).toBeNull();
    allow();
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
  });
});

/** Writes no text before it's told to. */
function heldCompose() {
  const written = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const compose = async () => {
    begun.resolve();
    await written.promise;
    return { kind: 'collected', post: { lines: [], roleId: null } } as const;
  };
  return { begun, written, compose };
}
