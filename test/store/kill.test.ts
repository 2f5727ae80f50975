import { expect, it } from 'vitest';

import { addBatches, batch, feed, NOW, track } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createTestDatabase, describeOnBoth, openTestStore } from '#test/support/store.ts';

import { runProcess } from './run-process.ts';

/** The server takes its time. */
const PATIENCE = { timeout: 10_000 };
const KILLED = { code: null, signal: 'SIGKILL' };

describeOnBoth('a killed process', (kind) => {
  it('has stored what it was told is stored', async () => {
    await using database = await createTestDatabase(kind);
    expect(await runProcess('die-written', database.url).ended).toEqual(KILLED);
    await using store = await openAnnouncementStore(database.url);
    expect(await store.feeds.get('a')).toEqual(feed('a'));
    expect(await store.trackedPlayers.count('a')).toBe(1);
    expect((await store.batches.nextDue(NOW, []))?.id).toBe('1');
    expect((await store.attempts.of('1'))?.body).toBe('body');
  });

  it('leaves its batch and the announcer’s lock to the next one', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const holder = runProcess('hold-all', store.database.url);
    expect(await holder.word).toEqual({ holds: '1' });
    expect(await store.lock.tryAcquire()).toBe(false);
    await holder.kill();
    await expect.poll(() => store.lock.tryAcquire(), PATIENCE).toBe(true);
    await expect.poll(async () => (await store.batches.nextDue(NOW, []))?.id, PATIENCE).toBe('1');
    expect(await store.attempts.of('1')).not.toBeNull();
  });

  // The first few make the tables in which migrations are noted.
  it.each([1, 3, 6, 8, 12, 20, 30])(
    'after %i statements of its migrations leaves what the next start can continue with',
    async (number) => {
      await using database = await createTestDatabase(kind);
      const killed = await runProcess('die-migrating', database.url, { number }).ended;
      expect(killed).toEqual(KILLED);
      await using store = await openAnnouncementStore(database.url);
      await store.feeds.save(feed('a'));
      expect(await track(store, 'a', 1)).toMatchObject({ kind: 'tracked' });
    },
  );
});

describeOnBoth('processes that start at the same time on an empty database', (kind) => {
  it('all find the tables', async () => {
    await using database = await createTestDatabase(kind);
    const processes = Array.from({ length: 4 }, () => runProcess('open', database.url));
    const words = await Promise.all(processes.map((one) => one.word));
    expect(words).toEqual(words.map(() => ({ opened: true })));
    await using store = await openAnnouncementStore(database.url);
    expect(await store.feeds.inGuild('guild')).toHaveLength(4);
  });
});

describeOnBoth('a reopened store', (kind) => {
  it('has what was in it', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.lock.tryAcquire();
    await store.lock[Symbol.asyncDispose]();
    await using again = await openAnnouncementStore(store.database.url);
    expect(await again.feeds.get('a')).toEqual(feed('a'));
    expect(await again.lock.tryAcquire()).toBe(true);
  });
});
