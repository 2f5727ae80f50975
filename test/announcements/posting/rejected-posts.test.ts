import { describe, expect, it } from 'vitest';

import type { PostOutcome } from '#src/discord/channels/posts.ts';

import {
  DAY,
  MINUTE,
  openChannels,
  SECOND,
  sleepFor,
  text,
  watchTries,
  win,
} from '../channel-stage.ts';
import { describeEngine } from '../engine-stage.ts';
import type { EngineStage, Ways } from '../engine-stage.ts';

const REJECTED: PostOutcome = { kind: 'rejected', detail: '200000: Message was blocked' };

const plain = (player: number, game: number) =>
  text(player, game).replace('00 single', '00 plain single');

const unableToWrite5: Ways['compose'] = async ({ awards: [award] }) => {
  if (award?.gameId === 5) throw new RangeError('A title that nobody foresaw');
  return { kind: 'collected', post: { lines: [], roleId: null } };
};

/** Discord rejects whatever is about game 5. */
function reject5({ channels }: EngineStage): void {
  channels.outcome = (_, json) => (json.includes('Title 5') ? REJECTED : null);
}

async function rejectionsOf({ engine, feedOf }: EngineStage) {
  return (await engine.management.status(await feedOf('100')))?.rejections;
}

describeEngine('rejected posts', () => {
  describe('a post that Discord rejects', () => {
    it('is sent in plain form at once, and holds up nothing', async () => {
      await using stage = await openChannels(1);
      const { tries } = watchTries(stage, [REJECTED]);
      await win(stage, 1, 5, 6);
      expect(stage.channels.posted).toEqual([plain(1, 5), text(1, 6)]);
      expect(tries).toHaveLength(3);
      expect(await rejectionsOf(stage)).toBeNull();
    });

    it('is sent in plain form even if the bot dies after the first try', async () => {
      await using stage = await openChannels(1);
      const { channels, clock, engine } = stage;
      const { promise, resolve } = Promise.withResolvers<PostOutcome>();
      let count = 0;
      channels.outcome = () => ((count += 1) === 1 ? REJECTED : count === 2 ? promise : null);
      await win(stage, 1, 5);
      const ended = engine[Symbol.asyncDispose]();
      await clock.advance(10 * SECOND);
      resolve({ kind: 'unsent' });
      await ended;
      stage.createEngine().start();
      await clock.advance(MINUTE);
      expect(channels.posted).toEqual([plain(1, 5)]);
    });

    it('is counted with Discord’s words if the plain form is rejected, too, and never retried on its own', async () => {
      await using stage = await openChannels(1);
      const { tries } = watchTries(stage, [REJECTED, REJECTED]);
      await win(stage, 1, 5, 6);
      expect(stage.channels.posted).toEqual([text(1, 6)]);
      await sleepFor(stage, DAY);
      expect(tries).toHaveLength(3);
      expect(await rejectionsOf(stage)).toEqual({ count: 1, words: '200000: Message was blocked' });
      expect(stage.warnings).toContain('a post was rejected for good');
    });

    it('is retried on resume, starting with its first form', async () => {
      await using stage = await openChannels(1);
      const { channels, clock, engine } = stage;
      reject5(stage);
      await win(stage, 1, 5, 6);
      expect(await engine.management.resume(await stage.feedOf('100'))).toBe(1);
      await clock.advance(SECOND);
      expect(await rejectionsOf(stage)).toMatchObject({ count: 1 });
      channels.outcome = () => null;
      await engine.management.resume(await stage.feedOf('100'));
      await clock.advance(SECOND);
      expect(channels.posted).toEqual([text(1, 6), text(1, 5)]);
      expect(await rejectionsOf(stage)).toBeNull();
      expect(await engine.management.resume(await stage.feedOf('100'))).toBe(0);
    });

    it('is forgotten after seven days', async () => {
      await using stage = await openChannels(1);
      const { channels, clock, engine } = stage;
      reject5(stage);
      await win(stage, 1, 5);
      expect(await rejectionsOf(stage)).toMatchObject({ count: 1 });
      clock.set(clock.now() + 7 * DAY + MINUTE);
      expect(await rejectionsOf(stage)).toBeNull();
      channels.outcome = () => null;
      expect(await engine.management.resume(await stage.feedOf('100'))).toBe(0);
      await clock.advance(MINUTE);
      expect(channels.posted).toEqual([]);
    });

    it('doesn’t affect other channels', async () => {
      await using stage = await openChannels(3);
      const { channels, clock, feed } = stage;
      channels.outcome = (channelId) => (channelId === '200' ? REJECTED : null);
      for (const n of [1, 2, 3]) feed.award(n, n, 'mastered', clock.now());
      await clock.advance(2 * MINUTE);
      expect(channels.posted.toSorted()).toEqual([text(1, 1), text(3, 3)]);
    });

    it('isn’t posted again if someone has deleted it', async () => {
      await using stage = await openChannels(1);
      const { tries } = watchTries(stage, [{ kind: 'deleted' }]);
      await win(stage, 1, 5, 6);
      await sleepFor(stage, DAY);
      expect(stage.channels.posted).toEqual([text(1, 6)]);
      expect(tries).toHaveLength(2);
      expect(await rejectionsOf(stage)).toBeNull();
    });
  });

  describe('a post that can’t be written', () => {
    it('is given up and counted, and holds up nothing', async () => {
      await using stage = await openChannels(1, { compose: unableToWrite5 });
      await win(stage, 1, 5, 6);
      expect(stage.channels.posted).toHaveLength(1);
      expect(stage.warnings).toContain('a post could not be written');
      expect(await rejectionsOf(stage)).toMatchObject({ count: 1 });
    });
  });
});
