import { describe, expect, it } from 'vitest';

import { DAY, MINUTE, SECOND, sleepFor } from '../channel-stage.ts';
import { openEngineStage } from '../engine-stage.ts';
import type { EngineStage } from '../engine-stage.ts';

const HOUR = 60 * MINUTE;
const START = Date.UTC(2025, 0, 10, 12);
/** Of players whom nobody tracks. */
const OTHERS = 9;

async function openTracking(): Promise<EngineStage> {
  const stage = await openEngineStage({ start: START });
  await stage.setUp('100', [1]);
  stage.engine.start();
  await stage.clock.advance(2 * MINUTE);
  return stage;
}

/** So many awards of others, one a minute, the last one just now: they fill the newest pages. */
function busySite({ feed, clock }: EngineStage, count: number): void {
  for (let index = 0; index < count; index += 1) {
    feed.award(OTHERS, 10_000 + index, 'mastered', clock.now() - (count - index) * MINUTE);
  }
}

/** The requests for a day that is over or not, by offset. */
const readAgain = ({ feed }: EngineStage) =>
  feed.requests
    .filter((request) => /\d{4}-/.test(request))
    .map((request) => request.split(' ').slice(1).join(' '));

const posts = ({ channels }: EngineStage) => channels.posted.map((post) => post.slice(4));

/** The bot runs for the minutes after a day. */
async function nextDay(stage: EngineStage): Promise<void> {
  await sleepFor(stage, DAY);
  await stage.clock.advance(61 * MINUTE);
}

describe('the last two days of the award feed', () => {
  it('are read again from end to end once a day, and late awards are posted once', async () => {
    await using stage = await openTracking();
    await stage.clock.advance(HOUR);
    expect(readAgain(stage)).toEqual([]);
    busySite(stage, 50);
    await stage.clock.advance(MINUTE);
    // Late, and below all that a poll looks at.
    const lateAt = stage.clock.now() - 30 * SECOND;
    await sleepFor(stage, 22 * HOUR);
    busySite(stage, 250);
    await stage.clock.advance(2 * MINUTE);
    stage.feed.award(1, 5, 'mastered', lateAt);
    await stage.clock.advance(10 * MINUTE);
    expect(posts(stage)).toEqual([]);
    await stage.clock.advance(2 * HOUR);
    expect(posts(stage)).toEqual(['single Player1 Title 5 mastered']);
    const offsets = [0, 90, 180, 270];
    expect(readAgain(stage)).toEqual(offsets.map((offset) => `${offset} 2025-01-11`));
    await nextDay(stage);
    await nextDay(stage);
    expect(posts(stage)).toEqual(['single Player1 Title 5 mastered']);
  });

  it('leave out awards from before tracking', async () => {
    await using stage = await openTracking();
    busySite(stage, 150);
    await stage.clock.advance(2 * MINUTE);
    stage.feed.award(1, 6, 'mastered', START - SECOND);
    stage.feed.award(1, 8, 'mastered', START + SECOND);
    await nextDay(stage);
    expect(posts(stage)).toEqual(['single Player1 Title 8 mastered']);
  });

  it('are retried an hour after the site failed', async () => {
    await using stage = await openTracking();
    stage.feed.before = () => {
      throw new Error('The site is down');
    };
    await sleepFor(stage, DAY);
    await stage.clock.advance(70 * MINUTE);
    const failed = readAgain(stage).length;
    expect(failed).toBeGreaterThan(0);
    await stage.clock.advance(30 * MINUTE);
    stage.feed.before = () => undefined;
    await stage.clock.advance(HOUR);
    expect(readAgain(stage).length).toBeGreaterThan(failed);
    const position = await stage.store.awardFeed.get();
    expect(stage.clock.now() - (position?.readAgainAt ?? 0)).toBeLessThan(2 * HOUR);
  });
});
