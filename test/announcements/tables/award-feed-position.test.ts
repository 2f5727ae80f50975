import { expect, it } from 'vitest';

import { describeOnBoth, openTestStore } from '#test/support/store.ts';

import { NOW } from './rows.ts';

describeOnBoth('the position in the award feed', (kind) => {
  const position = { newestAt: NOW - 1, recent: ['01 1 mastered', '02 2 "x"'], polledAt: NOW };

  it('doesn’t exist before the feed has been read', async () => {
    await using store = await openTestStore(kind);
    expect(await store.awardFeed.get()).toBeNull();
    await store.awardFeed.failing(NOW);
    expect(await store.awardFeed.get()).toBeNull();
  });

  it('is the last one saved', async () => {
    await using store = await openTestStore(kind);
    await store.awardFeed.save(position);
    expect(await store.awardFeed.get()).toEqual({
      ...position,
      failingSince: null,
      readAgainAt: null,
    });
    await store.awardFeed.readAgain(7);
    const next = { newestAt: NOW, recent: [], polledAt: NOW + 60_000 };
    await store.awardFeed.save(next);
    expect(await store.awardFeed.get()).toEqual({
      ...next,
      failingSince: null,
      readAgainAt: 7,
    });
  });

  it('says since when the feed can’t be read, until it can again', async () => {
    await using store = await openTestStore(kind);
    await store.awardFeed.save(position);
    await store.awardFeed.failing(NOW + 1);
    await store.awardFeed.failing(NOW + 2);
    expect(await store.awardFeed.get()).toMatchObject({ ...position, failingSince: NOW + 1 });
    await store.awardFeed.save(position);
    expect((await store.awardFeed.get())?.failingSince).toBeNull();
  });
});
