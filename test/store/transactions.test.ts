import { expect, it } from 'vitest';

import { addBatches, award, batch, feed, NOW, track } from '#test/announcements/tables/rows.ts';
import {
  describeOnBoth,
  describeOnPostgres,
  openBeside,
  openTestStore,
} from '#test/support/store.ts';

describeOnBoth('a transaction', (kind) => {
  it('returns the result of its work', async () => {
    await using store = await openTestStore(kind);
    const found = await store.transaction(async ({ feeds }) => {
      await feeds.save(feed('a'));
      return feeds.get('a');
    });
    expect(found).toEqual(feed('a'));
  });

  it('that fails leaves nothing: no award, no batch, no position in the award feed', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1);
    const failing = store.transaction(async (all) => {
      await all.dueAwards.add([award()], NOW, 'due');
      await all.batches.add(batch('1', { awards: [award()] }));
      await all.awardFeed.save({ newestAt: NOW, recent: [], polledAt: NOW });
      await all.feeds.remove('a');
      throw new Error('the machine is on fire');
    });
    await expect(failing).rejects.toThrow('the machine is on fire');
    expect(await store.feeds.get('a')).toEqual(feed('a'));
    expect(await store.trackedPlayers.count('a')).toBe(1);
    expect(await store.dueAwards.known([award()])).toEqual([]);
    expect(await store.batches.get('1')).toBeNull();
    expect(await store.awardFeed.get()).toBeNull();
  });

  it('that fails because of the database leaves nothing, either', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await addBatches(store, batch('1'));
    const failing = store.transaction(async (all) => {
      await all.feeds.save(feed('b'));
      await all.batches.add(batch('1'));
    });
    await expect(failing).rejects.toThrow(/unique/i);
    expect(await store.feeds.get('b')).toBeNull();
    await store.transaction((all) => all.feeds.save(feed('c')));
    expect(await store.feeds.get('c')).not.toBeNull();
  });

  it('isn’t mixed with other work', async () => {
    await using store = await openTestStore(kind);
    const failing = store.transaction(async ({ feeds }) => {
      await feeds.save(feed('a'));
      await new Promise(setImmediate);
      throw new Error('given up');
    });
    const [failed] = await Promise.allSettled([
      failing,
      store.feeds.save(feed('b')),
      store.transaction(({ feeds }) => feeds.save(feed('c'))),
    ]);
    expect(failed.status).toBe('rejected');
    const feeds = await store.feeds.inGuild('guild');
    expect(feeds.map(({ channelId }) => channelId)).toEqual(['b', 'c']);
  });

  it('can follow many others that all come at the same time', async () => {
    await using store = await openTestStore(kind);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        store.transaction(async ({ feeds }) => {
          await feeds.save(feed(`${index}`));
          await feeds.posted(`${index}`, index);
        }),
      ),
    );
    const feeds = await store.feeds.inGuild('guild');
    expect(feeds).toHaveLength(60);
    expect(feeds.every(({ channelId, lastPostedAt }) => `${lastPostedAt}` === channelId)).toBe(
      true,
    );
  });
});

describeOnPostgres('what a transaction writes', () => {
  it('isn’t visible to others before all of it is written', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.transaction(async ({ feeds }) => {
      await feeds.save(feed('a'));
      expect(await other.feeds.get('a')).toBeNull();
    });
    expect(await other.feeds.get('a')).not.toBeNull();
  });
});
