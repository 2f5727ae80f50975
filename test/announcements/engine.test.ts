import { expect, it } from 'vitest';

import { openEngineStage, POLL_MS } from './engine-stage.ts';

it('posts a tracked player’s award after the next poll, and nothing else', async () => {
  await using stage = await openEngineStage();
  const { clock, feed, channels, engine } = stage;
  feed.award(1, 4, 'mastered', clock.now() - 60_000);
  await stage.setUp('100', [1]);
  engine.start();
  await clock.advance(1_000);
  feed.award(1, 5, 'mastered', clock.now());
  feed.award(2, 6, 'mastered', clock.now());
  await clock.advance(POLL_MS * 3);
  expect(channels.posted).toEqual(['100 single Player1 Title 5 mastered']);
});
