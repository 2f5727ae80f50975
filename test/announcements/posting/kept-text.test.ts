import { expect, it } from 'vitest';

import type { Feed } from '#src/announcements/feed.ts';
import { createPeopleInFeeds } from '#src/announcements/people-in-feeds.ts';
import { createBatchIds, createPlanner } from '#src/announcements/posting/planner.ts';
import { addBatches, award, batch, feed, NOW } from '#test/announcements/tables/rows.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

import { DAY } from '../channel-stage.ts';

const PAUSED: Partial<Feed> = { pause: { reason: 'notInServer', at: NOW } };

/** A post in doubt in a channel whose player is no longer tracked, and the bot's regular cleanup. */
async function start(kind: StoreKind, changes: Partial<Feed>) {
  const store = await openTestStore(kind);
  const clock = createFakeClock();
  const planner = createPlanner(createBatchIds(clock));
  const { forgetUntracked } = createPeopleInFeeds({ store, planner, clock });
  await store.feeds.save(feed('a', changes));
  await store.dueAwards.add([award()], NOW, 'due');
  await addBatches(store, batch('1', { awards: [award()] }));
  await store.attempts.begin('1', 'The text', NOW);
  return {
    store,
    async cleanUpAt(time: number): Promise<void> {
      clock.set(time);
      await forgetUntracked();
    },
    text: async () => (await store.attempts.of('1'))?.body,
    awardCount: async () => (await store.dueAwards.known([award()])).length,
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

describeOnBoth('the text of a post in doubt', (kind) => {
  it('is kept for 7 days while its channel is paused, and then forgotten with its awards', async () => {
    await using stage = await start(kind, PAUSED);
    await stage.cleanUpAt(NOW + 7 * DAY);
    expect(await stage.text()).toBe('The text');
    expect(await stage.awardCount()).toBe(1);
    await stage.cleanUpAt(NOW + 7 * DAY + 1);
    expect(await stage.text()).toBeUndefined();
    expect(await stage.awardCount()).toBe(0);
    expect(await stage.store.batches.isDue('1')).toBe(false);
  });

  it('is kept as long as it takes in a channel that goes on', async () => {
    await using stage = await start(kind, {});
    await stage.cleanUpAt(NOW + 30 * DAY);
    expect(await stage.text()).toBe('The text');
    expect(await stage.store.batches.isDue('1')).toBe(true);
  });

  it('is forgotten once the post was dropped', async () => {
    await using stage = await start(kind, {});
    await stage.store.batches.dropDue('a', NOW + 1);
    await stage.cleanUpAt(NOW + 2);
    expect(await stage.text()).toBeUndefined();
  });

  it('is forgotten once its channel was removed while it was sent', async () => {
    await using stage = await start(kind, {});
    await stage.store.database.query(`delete from feeds`);
    await stage.cleanUpAt(NOW);
    expect(await stage.text()).toBeUndefined();
  });
});
