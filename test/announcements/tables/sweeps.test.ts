import { expect, it } from 'vitest';

import { describeOnBoth, openTestStore } from '#test/support/store.ts';

import { feed, NOW, track, ulid } from './rows.ts';

describeOnBoth('a sweep', (kind) => {
  it('goes to whoever has waited longest', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { sweepAt: NOW + 2 });
    await track(store, 'a', 2, { sweepAt: NOW + 1 });
    expect(await store.sweeps.next(NOW)).toBeNull();
    const second = { ulid: ulid(2), name: 'Player2', sweptAt: null };
    expect(await store.sweeps.next(NOW + 1)).toEqual(second);
    expect(await store.sweeps.next(NOW + 9)).toEqual(second);
    await store.sweeps.done(ulid(2), NOW + 9, NOW + 99);
    expect((await store.sweeps.next(NOW + 9))?.ulid).toBe(ulid(1));
    await store.sweeps.done(ulid(1), NOW + 9, NOW + 100);
    expect(await store.sweeps.next(NOW + 9)).toBeNull();
    expect(await store.sweeps.next(NOW + 99)).toEqual({ ...second, sweptAt: NOW + 9 });
  });

  it('keeps the time of the last one if it fails', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { sweepAt: NOW });
    await store.sweeps.done(ulid(1), NOW, NOW + 1);
    await store.sweeps.done(ulid(1), null, NOW + 5);
    expect(await store.sweeps.next(NOW + 4)).toBeNull();
    expect((await store.sweeps.next(NOW + 5))?.sweptAt).toBe(NOW);
  });
});
