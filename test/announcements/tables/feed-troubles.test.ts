import { expect, it } from 'vitest';

import { announcements } from '#src/announcements/tables/0001-announcements.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createTestDatabase, describeOnBoth, openTestStore } from '#test/support/store.ts';

import { addBatches, award, batch, feed, NOW } from './rows.ts';

describeOnBoth('a database from before troubles were stored', (kind) => {
  it('is migrated with what waited in it', async () => {
    await using database = await createTestDatabase(kind);
    const old = { '0001-announcements': announcements };
    await (await openAnnouncementStore(database.url, { migrations: old }))[Symbol.asyncDispose]();
    const values = "'a', 'guild', 'all', 'live', 18, 'monday', 'UTC', null, '500', 1, 1, 1";
    await database.query(
      `insert into feeds (channel_id, guild_id, kinds, cadence, hour, weekday, timezone, role_id, manager_id, crossposts,
        created_at, wanted_since, pause_reason, paused_at, notice_due)
        values (${values}, 'missingAccess', 5, 1)`,
    );
    await database.query(
      `insert into batches (id, channel_id, kind, created_at, pings, status)
        values ('1', 'a', 'single', 1, 1, 'due')`,
    );
    await using store = await openAnnouncementStore(database.url);
    expect(await store.feeds.get('a')).toMatchObject({
      pause: { reason: 'missingAccess', at: 5 },
      crossposts: true,
    });
    expect(await store.feedTroubles.withNoticeDue()).toHaveLength(1);
    expect(await store.batches.get('1')).toMatchObject({ pings: true, isPlain: false });
    // Nothing says when to look: at once.
    expect(await store.feedTroubles.toLookAt(NOW)).toHaveLength(1);
  });
});

describeOnBoth('a channel’s trouble', (kind) => {
  it('lasts until a post is accepted', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    expect(await store.feedTroubles.refusingSince('a')).toBeNull();
    await store.feedTroubles.setRefusingSince('a', NOW);
    await store.feeds.save(feed('a'));
    expect(await store.feedTroubles.refusingSince('a')).toBe(NOW);
    await store.feeds.posted('a', NOW + 1);
    expect(await store.feedTroubles.refusingSince('a')).toBeNull();
  });

  it('is reported once', async () => {
    await using store = await openTestStore(kind);
    for (const id of ['a', 'b']) await store.feeds.save(feed(id));
    const pause = () =>
      store.feedTroubles.pause('a', 'refused', NOW, { tell: true, detail: 'words' });
    await pause();
    expect(await store.feedTroubles.withNoticeDue()).toMatchObject([
      { channelId: 'a', pause: { reason: 'refused', at: NOW, detail: 'words' } },
    ]);
    await store.feedTroubles.noticeGiven(['a', 'b']);
    expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
    await store.feeds.save(feed('a'));
    await pause();
    expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
    await store.feeds.save(feed('a'));
    await store.feeds.posted('a', NOW);
    await pause();
    expect(await store.feedTroubles.withNoticeDue()).toHaveLength(1);
  });

  it('is checked when it’s time, unless a manager paused the feed', async () => {
    await using store = await openTestStore(kind);
    for (const id of ['a', 'b', 'c', 'd']) await store.feeds.save(feed(id));
    const tell = true;
    await store.feedTroubles.pause('a', 'missingAccess', NOW, { tell, lookAt: NOW + 2 });
    await store.feedTroubles.pause('b', 'missingAccess', NOW, { tell, lookAt: NOW + 1 });
    await store.feedTroubles.pause('c', 'missingAccess', NOW, { tell, lookAt: NOW + 1 });
    await store.feedTroubles.keepPaused('c');
    const ids = async (at: number) =>
      (await store.feedTroubles.toLookAt(at)).map(({ channelId }) => channelId);
    expect(await ids(NOW)).toEqual([]);
    expect(await ids(NOW + 2)).toEqual(['b', 'a']);
    await store.feedTroubles.lookAt('b', NOW + 9);
    expect(await ids(NOW + 2)).toEqual(['a']);
    await store.feeds.save(feed('a'));
    expect(await ids(NOW + 2)).toEqual([]);
  });

  it('leaves waiting awards as they are', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'due');
    await addBatches(store, batch('1', { awards: [award()] }));
    await store.feedTroubles.pause('a', 'refused', NOW, { tell: true });
    expect(await store.batches.countDueAwards('a')).toBe(1);
  });
});

describeOnBoth('a pause', (kind) => {
  it('keeps the first reason', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feedTroubles.pause('a', 'missingAccess', NOW + 1, { tell: true });
    await store.feedTroubles.pause('a', 'manager', NOW + 2, { tell: false });
    expect((await store.feeds.get('a'))?.pause).toEqual({ reason: 'missingAccess', at: NOW + 1 });
  });

  it('is reported once, if it should be', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await store.feedTroubles.pause('a', 'missingAccess', NOW, { tell: true });
    await store.feedTroubles.pause('b', 'manager', NOW, { tell: false });
    expect((await store.feedTroubles.withNoticeDue()).map(({ channelId }) => channelId)).toEqual([
      'a',
    ]);
    await store.feedTroubles.noticeGiven(['a']);
    expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
    expect((await store.feeds.get('a'))?.pause).not.toBeNull();
  });

  it('isn’t reported once it has ended', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feedTroubles.pause('a', 'missingAccess', NOW, { tell: true });
    await store.feeds.save(feed('a'));
    expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
  });

  it('does nothing in a channel without a feed', async () => {
    await using store = await openTestStore(kind);
    await store.feedTroubles.pause('a', 'manager', NOW, { tell: true });
    expect(await store.feeds.get('a')).toBeNull();
  });
});
