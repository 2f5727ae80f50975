import { expect, it } from 'vitest';

import { untilSomebodyWaits } from '#test/store/waits.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';

import { addBatches, award, batch, feed, NOW, track, ulid } from './rows.ts';

describeOnBoth('a feed', (kind) => {
  it('is read as it was saved', async () => {
    await using store = await openTestStore(kind);
    const plain = feed('a');
    const full = feed('b', {
      kinds: 'hardcore',
      schedule: { cadence: 'weekly', hour: 7, weekday: 'sunday', timezone: 'Asia/Kathmandu' },
      roleId: '400',
      language: 'pt-BR',
      crossposts: true,
      wantedSince: NOW + 1,
      pause: { reason: 'threadLocked', at: NOW + 2 },
      nextDigestAt: NOW + 3,
      lastPostedAt: NOW + 4,
    });
    await store.feeds.save(plain);
    await store.feeds.save(full);
    expect(await store.feeds.get('a')).toEqual(plain);
    expect(await store.feeds.get('b')).toEqual(full);
    expect(await store.feeds.get('c')).toBeNull();
  });

  it('is one per channel, and saving it again replaces it', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { roleId: '400', pause: { reason: 'manager', at: NOW } }));
    await store.feeds.save(feed('a', { kinds: 'beaten' }));
    expect(await store.feeds.get('a')).toEqual(feed('a', { kinds: 'beaten' }));
    expect(await store.feeds.inGuild('guild')).toHaveLength(1);
  });

  it('keeps its players and due awards when it’s saved again', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1);
    await store.dueAwards.add([award()], NOW, 'due');
    await store.feeds.save(feed('a', { kinds: 'mastered' }));
    expect(await store.trackedPlayers.count('a')).toBe(1);
    expect(await store.dueAwards.countDue('a')).toBe(1);
  });

  it('is listed with its server’s feeds, oldest first', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('young', { createdAt: NOW + 1 }));
    await store.feeds.save(feed('b'));
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('elsewhere', { guildId: 'other' }));
    const feeds = await store.feeds.inGuild('guild');
    expect(feeds.map(({ channelId }) => channelId)).toEqual(['a', 'b', 'young']);
    expect(await store.feeds.inGuild('third')).toEqual([]);
  });

  it('is removed with its players and due awards, and leaves other feeds alone', async () => {
    await using store = await openTestStore(kind);
    for (const channelId of ['a', 'b']) {
      await store.feeds.save(feed(channelId));
      await track(store, channelId, 1);
      const awards = [award({ channelId }), award({ channelId, gameId: 2 })];
      await store.dueAwards.add(awards, NOW, 'due');
      await addBatches(
        store,
        batch(`batch-${channelId}`, { channelId, awards: [award({ channelId })] }),
      );
      await store.attempts.begin(`batch-${channelId}`, '{}', NOW);
    }
    await store.transaction(({ feeds }) => feeds.remove('a'));
    expect(await store.feeds.get('a')).toBeNull();
    expect(await store.trackedPlayers.of('a')).toEqual([]);
    expect(await store.dueAwards.due('a')).toEqual([]);
    expect(await store.dueAwards.ofBatch('batch-a')).toEqual([]);
    expect(await store.batches.get('batch-a')).toBeNull();
    expect(await store.attempts.of('batch-a')).toBeNull();
    expect(await store.trackedPlayers.count('b')).toBe(1);
    expect(await store.dueAwards.countDue('b')).toBe(1);
    expect(await store.batches.get('batch-b')).not.toBeNull();
    expect(await store.attempts.of('batch-b')).not.toBeNull();
    const candidates = await store.trackedPlayers.candidates({ ulids: [ulid(1)], names: [] });
    expect(candidates.map(({ channelId }) => channelId)).toEqual(['b']);
  });

  it('starts empty if it’s set up again in the same channel', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1);
    await store.dueAwards.add([award()], NOW, 'due');
    await store.transaction(({ feeds }) => feeds.remove('a'));
    await store.feeds.save(feed('a'));
    expect(await store.trackedPlayers.count('a')).toBe(0);
    expect(await store.dueAwards.countDue('a')).toBe(0);
    // What was announced once is forgotten with it.
    expect(await store.dueAwards.add([award()], NOW, 'due')).toBe(1);
  });

  it.each(['', 'x', '<@1>', '1/../2', '1'.repeat(30)])(
    'has no manager where %j stands for one, and nobody is told',
    async (managerId) => {
      await using store = await openTestStore(kind);
      await store.feeds.save(feed('a', { managerId }));
      await store.feedTroubles.pause('a', 'refused', NOW, { tell: true });
      expect((await store.feeds.get('a'))?.managerId).toBe('');
      expect(await store.feedTroubles.withNoticeDue()).toEqual([]);
    },
  );

  it('stores when it last posted', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.posted('a', NOW + 5);
    expect((await store.feeds.get('a'))?.lastPostedAt).toBe(NOW + 5);
  });

  it('stores whether its posts are published to channels that follow it', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.setCrossposts('a', true);
    expect((await store.feeds.get('a'))?.crossposts).toBe(true);
    await store.feeds.setCrossposts('a', false);
    expect((await store.feeds.get('a'))?.crossposts).toBe(false);
  });
});

describeOnBoth('the wanted kinds', (kind) => {
  it('are those of feeds that track someone, each once', async () => {
    await using store = await openTestStore(kind);
    expect(await store.feeds.wantedFilters()).toEqual([]);
    await store.feeds.save(feed('a', { kinds: 'beaten' }));
    await store.feeds.save(feed('b', { kinds: 'beaten' }));
    await store.feeds.save(feed('c', { kinds: 'mastered' }));
    await store.feeds.save(feed('nobody', { kinds: 'all' }));
    for (const channelId of ['a', 'b', 'c']) await track(store, channelId, 1);
    expect((await store.feeds.wantedFilters()).toSorted()).toEqual(['beaten', 'mastered']);
  });

  it('include those of paused feeds, whose due awards are kept', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { kinds: 'beaten', pause: { reason: 'manager', at: NOW } }));
    await track(store, 'a', 1);
    expect(await store.feeds.wantedFilters()).toEqual(['beaten']);
  });
});

describeOnBoth('a held feed', (kind) => {
  it('can’t be changed by anyone else', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { nextDigestAt: NOW }));
    const moves: Promise<boolean>[] = [];
    await store.transaction(async ({ feeds }) => {
      const held = await feeds.hold('a');
      moves.push(store.transaction((others) => others.feeds.moveDigest('a', NOW, NOW + 2)));
      if (kind === 'postgres') await untilSomebodyWaits(store);
      if (held) await feeds.save({ ...held, nextDigestAt: NOW + 1 });
    });
    expect(await Promise.all(moves)).toEqual([false]);
    expect((await store.feeds.get('a'))?.nextDigestAt).toBe(NOW + 1);
  });

  it('is null if there is none', async () => {
    await using store = await openTestStore(kind);
    expect(await store.transaction(({ feeds }) => feeds.hold('gone'))).toBeNull();
  });
});

describeOnBoth('a digest', (kind) => {
  it('is due at its time unless its feed is paused, oldest first', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('live'));
    await store.feeds.save(feed('now', { nextDigestAt: NOW }));
    await store.feeds.save(feed('missed', { nextDigestAt: NOW - 1 }));
    await store.feeds.save(feed('later', { nextDigestAt: NOW + 1 }));
    const pause = { reason: 'manager', at: NOW } as const;
    await store.feeds.save(feed('paused', { nextDigestAt: NOW, pause }));
    const feeds = await store.feeds.withDigestDue(NOW);
    expect(feeds.map(({ channelId }) => channelId)).toEqual(['missed', 'now']);
  });

  it('is moved by whoever comes first', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { nextDigestAt: NOW }));
    const moves = await Promise.all(
      [1, 2, 3, 4, 5].map((hours) => store.feeds.moveDigest('a', NOW, NOW + hours)),
    );
    expect(moves.filter(Boolean)).toHaveLength(1);
    expect((await store.feeds.get('a'))?.nextDigestAt).toBe(NOW + moves.indexOf(true) + 1);
    expect(await store.feeds.moveDigest('a', NOW, NOW + 9)).toBe(false);
  });

  it('isn’t moved if its feed has another time or none', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('live'));
    expect(await store.feeds.moveDigest('live', NOW, NOW + 1)).toBe(false);
    expect(await store.feeds.moveDigest('gone', NOW, NOW + 1)).toBe(false);
    await store.feeds.save(feed('a', { nextDigestAt: NOW }));
    expect(await store.feeds.moveDigest('a', NOW, null)).toBe(true);
    expect((await store.feeds.get('a'))?.nextDigestAt).toBeNull();
  });
});
