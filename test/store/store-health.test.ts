import { sql } from 'kysely';
import { expect, it } from 'vitest';

import { StoreError } from '#src/store/store-error.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import type { OpenStore } from '#test/support/announcement-store.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import { setReadOnly } from '#test/support/read-only.ts';
import { createTestDatabase, describeOnBoth, describeOnPostgres } from '#test/support/store.ts';
import type { StoreKind, TestDatabase } from '#test/support/store.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const WELL = { readsFailSince: null, writesFailSince: null };
const PATIENCE = { timeout: 10_000 };

/** From now on the database takes no writes, or takes them again. */
async function takeReadsOnly(database: TestDatabase, store: OpenStore, is: boolean): Promise<void> {
  if (database.kind === 'sqlite') {
    await sql`pragma query_only = ${sql.lit(is ? 1 : 0)}`.execute(store.db);
    return;
  }
  await setReadOnly(database, is);
  await expect.poll(() => store.feeds.get('a').catch(() => 'lost'), PATIENCE).toBeNull();
}

async function open(kind: StoreKind) {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await createTestDatabase(kind));
  const clock = createFakeClock();
  const store = resources.use(await openAnnouncementStore(database.url, { clock }));
  return {
    clock,
    store,
    setReadOnly: (is: boolean) => takeReadsOnly(database, store, is),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function errorOf(work: Promise<unknown>): Promise<StoreError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof StoreError)) throw new Error('It should fail', { cause: error });
  return error;
}

describeOnBoth('a database that only takes reads', (kind) => {
  it('is known by its writes, and says since when', async () => {
    await using scene = await open(kind);
    const { clock, store } = scene;
    expect(store.health()).toEqual(WELL);
    await scene.setReadOnly(true);
    const since = clock.now();
    const failed = await errorOf(store.feeds.save(feed('a')));
    expect(failed.since).toBe(since);
    await clock.advance(SECOND);
    const again = await errorOf(store.transaction(({ feeds }) => feeds.save(feed('a'))));
    expect(again.since).toBe(since);
    expect(await store.feeds.get('a')).toBeNull();
    await store.transaction(({ feeds }) => feeds.get('a')).catch(() => undefined);
    expect(store.health()).toEqual({ ...WELL, writesFailSince: since });
  });

  it('recovers once something is written', async () => {
    await using scene = await open(kind);
    const { store } = scene;
    await scene.setReadOnly(true);
    await errorOf(store.feeds.save(feed('a')));
    await scene.setReadOnly(false);
    expect(store.health()).not.toEqual(WELL);
    await store.transaction(({ feeds }) => feeds.save(feed('b')));
    expect(store.health()).toEqual(WELL);
  });

  it('is tried again a minute after the last try if nobody else writes', async () => {
    await using scene = await open(kind);
    const { clock, store } = scene;
    await scene.setReadOnly(true);
    const since = clock.now();
    await errorOf(store.feeds.save(feed('a')));
    await clock.advance(MINUTE);
    await store.checkHealth();
    expect(store.health()).toEqual({ ...WELL, writesFailSince: since });
    await scene.setReadOnly(false);
    await clock.advance(MINUTE - 1);
    await store.checkHealth();
    expect(store.health()).toEqual({ ...WELL, writesFailSince: since });
    await clock.advance(1);
    await store.checkHealth();
    expect(store.health()).toEqual(WELL);
  });
});

describeOnBoth('a transaction that is rolled back', (kind) => {
  it('has written nothing', async () => {
    await using scene = await open(kind);
    const { store } = scene;
    await scene.setReadOnly(true);
    const { since } = await errorOf(store.feeds.save(feed('a')));
    await scene.setReadOnly(false);
    const undone = store.transaction(async ({ feeds }) => {
      await feeds.save(feed('a'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(store.health().writesFailSince).toBe(since);
  });
});

describeOnPostgres('a server that is down', () => {
  it('can’t be read, and recovers once it can', async () => {
    await using scene = await open('postgres');
    const { clock, store } = scene;
    const since = clock.now();
    const lost = store.transaction(async ({ feeds }) => {
      await scene.setReadOnly(false);
      await feeds.get('a');
    });
    // The session of that transaction was ended.
    expect((await errorOf(lost)).since).toBe(since);
    expect(store.health().readsFailSince).toBe(since);
    await store.feeds.get('a');
    expect(store.health()).toEqual(WELL);
  });
});
