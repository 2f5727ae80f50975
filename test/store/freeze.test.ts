import { expect, it } from 'vitest';

import { addBatches, batch, feed, NOW } from '#test/announcements/tables/rows.ts';
import { describeOnPostgres, openTestStore } from '#test/support/store.ts';
import type { TestStore } from '#test/support/store.ts';

import { runProcess } from './run-process.ts';

/** The server counts the seconds. */
const TAKE_OVER = { timeout: 60_000, interval: 1_000 };
const PATIENCE = { timeout: 30_000 };

/** When the sessions of the process that holds everything were last asked something. */
async function lastAsked({ database }: TestStore): Promise<readonly number[]> {
  const rows = await database.query(
    `select extract(epoch from query_start)::float8 as at from pg_stat_activity
     where datname = current_database() and pid in (
       select pid from pg_locks where locktype = 'advisory'
       union select pid from pg_stat_activity where state = 'idle in transaction')
     order by pid`,
  );
  return rows.map(({ at }) => Number(at));
}

describeOnPostgres('a process that delivers and announces', () => {
  it('keeps its batch and the lock while it waits, and loses both within a minute if it freezes', async () => {
    await using store = await openTestStore('postgres');
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const holder = runProcess('hold-all', store.database.url);
    expect(await holder.word).toEqual({ holds: '1' });
    const before = await lastAsked(store);
    expect(before).toHaveLength(2);
    const isEachLater = async () =>
      (await lastAsked(store)).map((at, index) => at > (before[index] ?? Infinity));
    await expect.poll(isEachLater, PATIENCE).toEqual([true, true]);

    holder.freeze();
    expect(await store.lock.tryAcquire()).toBe(false);
    await expect.poll(() => store.lock.tryAcquire(), TAKE_OVER).toBe(true);
    const dueId = async () => (await store.batches.nextDue(NOW, []))?.id;
    await expect.poll(dueId, TAKE_OVER).toBe('1');
    await holder.kill();
  }, 90_000);
});
