import { expect, it } from 'vitest';

import { MIGRATIONS } from '#src/migrations.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createTestDatabase, describeOnBoth, openTestStore } from '#test/support/store.ts';

import { addBatches, batch, feed, NOW } from './rows.ts';

const MINUTE = 60_000;

describeOnBoth('a database from before rate limits were distinguished from failures', (kind) => {
  it('is migrated with what failed in it', async () => {
    await using database = await createTestDatabase(kind);
    const old = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0005'));
    await (await openAnnouncementStore(database.url, { migrations: old }))[Symbol.asyncDispose]();
    await database.query(
      `insert into batches (id, channel_id, kind, created_at, pings, status, retry_at)
        values ('1', 'a', 'single', 5, 1, 'due', 6)`,
    );
    await using store = await openAnnouncementStore(database.url);
    expect(await store.batches.failingSince('a')).toBe(5);
  });
});

describeOnBoth('a batch that waits for a rate limit', (kind) => {
  it('doesn’t count as a failure, and is due again when the limit ends', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const due = async (now: number) => (await store.batches.nextDue(now, []))?.id ?? null;
    await store.batches.waitUntil('1', NOW + MINUTE, NOW);
    expect(await store.batches.failingSince('a')).toBeNull();
    expect(await store.batches.nextRetryAt(NOW)).toBe(NOW + MINUTE);
    expect([await due(NOW + MINUTE - 1), await due(NOW + MINUTE)]).toEqual([null, '1']);
    await store.batches.retryAt('1', NOW + 2 * MINUTE);
    expect(await store.batches.failingSince('a')).toBe(NOW);
  });

  it('is retried after ten minutes, however long the limit is', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    await store.batches.waitUntil('1', NOW + 15 * MINUTE, NOW);
    expect(await store.batches.nextRetryAt(NOW)).toBe(NOW + 10 * MINUTE);
  });
});
