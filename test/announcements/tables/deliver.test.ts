import { expect, it } from 'vitest';

import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { BatchHead } from '#src/announcements/tables/batches.ts';
import {
  describeOnBoth,
  describeOnPostgres,
  openBeside,
  openTestStore,
} from '#test/support/store.ts';

import { addBatches, award, batch, feed, NOW } from './rows.ts';

/** Takes a batch and holds it until it is let go. */
async function hold(store: AnnouncementStore, busy: readonly string[] = []) {
  const taken = Promise.withResolvers<BatchHead | null>();
  const free = Promise.withResolvers<void>();
  const ended = store.deliver(NOW, busy, async (head, { transact }) => {
    taken.resolve(head);
    await free.promise;
    await transact(({ batches }) =>
      batches.posted(head.id, { id: 'message', at: NOW, crosspost: false }),
    );
  });
  ended.then(() => taken.resolve(null), taken.reject);
  const head = await taken.promise;
  return {
    id: head?.id ?? null,
    async post() {
      free.resolve();
      await ended;
    },
    async lose() {
      free.reject(new Error('lost'));
      await expect(ended).rejects.toThrow('lost');
    },
  };
}

describeOnBoth('a delivery', (kind) => {
  it('handles the next batch, and says that there was one', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'), batch('2'));
    const heads: string[] = [];
    const deliver = () =>
      store.deliver(NOW, [], async (head, { transact }) => {
        heads.push(head.id);
        await transact(({ batches }) =>
          batches.posted(head.id, { id: 'message', at: NOW, crosspost: false }),
        );
      });
    expect([await deliver(), await deliver(), await deliver()]).toEqual([true, true, false]);
    expect(heads).toEqual(['1', '2']);
  });

  it('skips channels that this process is already working on', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    await addBatches(store, batch('1'), batch('2', { channelId: 'b' }), batch('3'));
    const one = await hold(store);
    const other = await hold(store, ['a']);
    const third = await hold(store, ['a', 'b']);
    expect([one.id, other.id, third.id]).toEqual(['1', '2', null]);
    await Promise.all([one.post(), other.post()]);
    expect((await store.batches.nextDue(NOW, []))?.id).toBe('3');
  });

  it('stores everything or nothing', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const failing = store.deliver(NOW, [], (head, { transact }) =>
      transact(async ({ batches, feeds }) => {
        await batches.posted(head.id, { id: 'message', at: NOW, crosspost: false });
        await feeds.posted('a', NOW);
        throw new Error('lost');
      }),
    );
    await expect(failing).rejects.toThrow('lost');
    expect((await store.feeds.get('a'))?.lastPostedAt).toBeNull();
    expect((await store.batches.nextDue(NOW, []))?.id).toBe('1');
  });

  it('that fails keeps what it stored before it sent anything', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const failing = store.deliver(NOW, [], async ({ id }) => {
      await store.attempts.begin(id, 'body', NOW);
      throw new Error('lost');
    });
    await expect(failing).rejects.toThrow('lost');
    expect(await store.attempts.of('1')).not.toBeNull();
    expect((await store.batches.nextDue(NOW, []))?.id).toBe('1');
  });

  it('doesn’t block removing its feed', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'), batch('2'));
    const held = await hold(store);
    await store.transaction(({ feeds }) => feeds.remove('a'));
    expect(await store.feeds.get('a')).toBeNull();
    await held.post();
    await store.feeds.save(feed('a'));
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
  });

  it('doesn’t block dropping what waits behind it', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'), batch('2'));
    const held = await hold(store);
    await store.batches.dropDue('a', NOW + 1);
    await held.post();
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
  });
});

describeOnPostgres('a claimed batch', () => {
  it('belongs to nobody else, and neither does the next one of its channel', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    await addBatches(store, batch('1'), batch('2'), batch('3', { channelId: 'b' }));
    const one = await hold(store);
    const two = await hold(other);
    const none = await hold(other);
    expect([one.id, two.id, none.id]).toEqual(['1', '3', null]);
    await one.post();
    const next = await hold(other);
    expect(next.id).toBe('2');
    await Promise.all([two.post(), next.post()]);
  });

  it('is one per channel, however many claim at the same time', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    const channels = Array.from({ length: 6 }, (_, index) => `channel-${index}`);
    for (const channelId of channels) await store.feeds.save(feed(channelId));
    await addBatches(
      store,
      ...channels.flatMap((channelId) =>
        [1, 2, 3].map((round) => batch(`${round}-${channelId}`, { channelId })),
      ),
    );
    const claims = await Promise.all(
      [store, other, store, other, store, other, store, other].map((one) => hold(one)),
    );
    const ids = claims.flatMap(({ id }) => (id === null ? [] : [id]));
    expect(ids.toSorted()).toEqual(channels.map((channelId) => `1-${channelId}`));
    await Promise.all(claims.map((claim) => claim.post()));
  });

  it('is free again if its claim fails', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    await (await hold(store)).lose();
    const again = await hold(other);
    expect(again.id).toBe('1');
    await again.post();
  });

  it('is free again if the connection of its claim breaks, and no process ends', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const claimed = Promise.withResolvers<void>();
    const broken = Promise.withResolvers<void>();
    const claim = store.deliver(NOW, [], async ({ id }, { transact }) => {
      await store.attempts.begin(id, 'body', NOW);
      claimed.resolve();
      await broken.promise;
      await transact(({ batches }) =>
        batches.posted(id, { id: 'message', at: NOW, crosspost: false }),
      );
    });
    await claimed.promise;
    await store.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and state = 'idle in transaction'`,
    );
    const again = await hold(other);
    expect(again.id).toBe('1');
    broken.resolve();
    await expect(claim).rejects.toThrow(/can't be reached/);
    expect(await other.attempts.of('1')).not.toBeNull();
    await again.post();
    // The pool has noticed.
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
  });

  it('leaves enough connections for everything else, four at a time', async () => {
    await using store = await openTestStore('postgres');
    const channels = ['a', 'b', 'c', 'd'];
    for (const channelId of channels) await store.feeds.save(feed(channelId));
    await addBatches(store, ...channels.map((channelId) => batch(channelId, { channelId })));
    const claims = await Promise.all(channels.map(() => hold(store)));
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        store.transaction(async (all) => {
          await all.dueAwards.add([award({ gameId: index + 1 })], NOW, 'due');
          await all.batches.dropDue('a', NOW);
          await all.feeds.posted('b', NOW);
        }),
      ),
    );
    await Promise.all(channels.map((id) => store.attempts.begin(id, 'body', NOW)));
    await store.transaction(({ feeds }) => feeds.remove('c'));
    await Promise.all(claims.map((claim) => claim.post()));
    expect(await store.dueAwards.countDue('a')).toBe(40);
  });
});
