import { expect, it } from 'vitest';

import { describeOnBoth, openTestStore } from '#test/support/store.ts';
import type { TestStore } from '#test/support/store.ts';

import { addBatches, award, batch, feed, NOW } from './rows.ts';

const idOf = (head: { readonly id: string } | null) => head?.id ?? null;

/** Posts each batch that comes, and says in which order they came. */
async function drain({ batches }: TestStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let head = await batches.nextDue(NOW, []); head; head = await batches.nextDue(NOW, [])) {
    ids.push(head.id);
    await batches.posted(head.id, { id: `message-${head.id}`, at: NOW, crosspost: false });
  }
  return ids;
}

describeOnBoth('a batch', (kind) => {
  it('is read as it was added, with its awards in the order earned', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const awards = [award(), award({ gameId: 2, awardedAt: NOW + 1 })];
    await store.dueAwards.add(awards, NOW, 'due');
    const whole = batch('1', { kind: 'collected', pings: true, awards });
    await addBatches(store, { ...whole, awards: awards.toReversed() });
    expect(await store.batches.get('1')).toEqual(whole);
    expect(await store.batches.get('2')).toBeNull();
    expect(await store.dueAwards.countDue('a')).toBe(0);
    expect(await store.batches.countDueAwards('a')).toBe(2);
    expect(await store.batches.countDueAwards('b')).toBe(0);
  });

  it('is added with its awards, or not at all', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'due');
    await addBatches(store, batch('1'));
    const again = store.transaction((all) => all.batches.add(batch('1', { awards: [award()] })));
    await expect(again).rejects.toThrow(/unique/i);
    expect(await store.dueAwards.countDue('a')).toBe(1);
  });

  it('no longer waits once it was posted', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'due');
    await addBatches(store, batch('1', { awards: [award()] }));
    await store.batches.posted('1', { id: 'message', at: NOW, crosspost: false });
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
    expect(await store.batches.countDueAwards('a')).toBe(0);
    expect(await store.crossposts.due()).toEqual([]);
    expect((await store.batches.get('1'))?.awards).toEqual([award()]);
  });
});

describeOnBoth('the next batch', (kind) => {
  it('doesn’t exist if none is due', async () => {
    await using store = await openTestStore(kind);
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
    expect(await store.batches.nextRetryAt(NOW)).toBeNull();
  });

  it('comes without its awards', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const { awards: _, ...head } = batch('1', { kind: 'digest', pings: true });
    await addBatches(store, batch('1', { kind: 'digest', pings: true }));
    expect(await store.batches.nextDue(NOW, [])).toEqual(head);
  });

  it('is the oldest, channel by channel in order', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    const ids = ['3', '1', '5', '2', '4'];
    const channels = new Map([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'a'],
      ['4', 'a'],
      ['5', 'b'],
    ]);
    const batches = ids.map((id) => batch(id, { channelId: channels.get(id) ?? '' }));
    await addBatches(store, ...batches);
    expect(await drain(store)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is from a channel that isn’t busy, and is never a channel’s second', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    const b = { channelId: 'b' };
    await addBatches(store, batch('1'), batch('2'), batch('3', b), batch('4', b));
    expect(idOf(await store.batches.nextDue(NOW, ['a']))).toBe('3');
    expect(idOf(await store.batches.nextDue(NOW, ['b', 'c']))).toBe('1');
    expect(await store.batches.nextDue(NOW, ['a', 'b'])).toBeNull();
  });

  it('isn’t from a paused feed, until that resumes', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    await addBatches(store, batch('1'), batch('2', { channelId: 'b' }));
    await store.feedTroubles.pause('a', 'missingAccess', NOW, { tell: false });
    expect(idOf(await store.batches.nextDue(NOW, []))).toBe('2');
    await store.feeds.save(feed('a'));
    expect(idOf(await store.batches.nextDue(NOW, []))).toBe('1');
  });

  it('isn’t from a removed feed', async () => {
    await using store = await openTestStore(kind);
    await addBatches(store, batch('1', { channelId: 'gone' }));
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
  });

  it('waits for the one before it in its channel to be retried', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    await addBatches(store, batch('1'), batch('2'), batch('3', { channelId: 'b' }));
    await store.batches.retryAt('1', NOW + 1);
    expect(idOf(await store.batches.nextDue(NOW, []))).toBe('3');
    expect(await store.batches.nextDue(NOW, ['b'])).toBeNull();
    expect(idOf(await store.batches.nextDue(NOW + 1, []))).toBe('1');
  });

  it('waits for at most ten minutes, even if the clock was set back', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    await store.batches.retryAt('1', NOW + 10 * 60_000);
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
    await store.batches.retryAt('1', NOW + 10 * 60_000 + 1);
    expect(idOf(await store.batches.nextDue(NOW, []))).toBe('1');
  });

  it.each(['dropped', 'refused'] as const)('comes after one that is given up (%s)', async (how) => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'), batch('2'));
    if (how === 'dropped') await store.batches.drop('1');
    else await store.rejections.add('1', 'words');
    expect(await drain(store)).toEqual(['2']);
  });
});

describeOnBoth('the next retry', (kind) => {
  it('is the first after now in channels that aren’t paused', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b', 'c', 'd']) {
      await store.feeds.save(feed(channelId));
      await addBatches(store, batch(channelId, { channelId }));
    }
    expect(await store.batches.nextRetryAt(NOW)).toBeNull();
    await store.batches.retryAt('a', NOW + 9);
    await store.batches.retryAt('b', NOW + 5);
    await store.batches.retryAt('c', NOW + 1);
    // It is tried just now.
    await store.batches.retryAt('d', NOW);
    await store.feedTroubles.pause('c', 'manager', NOW, { tell: false });
    expect(await store.batches.nextRetryAt(NOW)).toBe(NOW + 5);
    expect(await store.batches.nextRetryAt(NOW + 5)).toBe(NOW + 9);
    await store.batches.drop('a');
    expect(await store.batches.nextRetryAt(NOW + 5)).toBeNull();
  });
});

describeOnBoth('a batch that waits too long', (kind) => {
  it('is dropped by its age, in one channel', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) await store.feeds.save(feed(channelId));
    await addBatches(
      store,
      batch('1', { createdAt: NOW - 1 }),
      batch('2', { createdAt: NOW }),
      batch('3', { channelId: 'b', createdAt: NOW - 1 }),
    );
    await store.batches.dropDue('a', NOW);
    expect(await drain(store)).toEqual(['2', '3']);
  });

  it('isn’t dropped if it was posted', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { crossposts: true }));
    await addBatches(store, batch('1'));
    await store.batches.posted('1', { id: 'message', at: NOW, crosspost: true });
    await store.batches.dropDue('a', NOW + 1);
    expect(await store.crossposts.due()).toHaveLength(1);
  });
});

describeOnBoth('posts to cross-post', (kind) => {
  it('come oldest first, until they are done', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('2'), batch('1'), batch('3'));
    for (const id of ['2', '1']) {
      await store.batches.posted(id, { id: `message-${id}`, at: NOW, crosspost: true });
    }
    await store.batches.posted('3', { id: 'message-3', at: NOW, crosspost: false });
    const first = { batchId: '1', channelId: 'a', messageId: 'message-1' };
    const second = { batchId: '2', channelId: 'a', messageId: 'message-2' };
    expect(await store.crossposts.due()).toEqual([first, second]);
    expect(await store.crossposts.due(['a', 'b'])).toEqual([]);
    expect(await store.crossposts.due(['b'])).toEqual([first, second]);
    await store.crossposts.done('1');
    expect(await store.crossposts.due()).toEqual([second]);
  });
});
