import { expect, it } from 'vitest';

import type { DueAward } from '#src/announcements/batch.ts';
import { untilSomebodyWaits } from '#test/store/waits.ts';
import {
  describeOnBoth,
  describeOnPostgres,
  openBeside,
  openTestStore,
} from '#test/support/store.ts';

import { addBatches, award, batch, feed, NOW, ulid } from './rows.ts';

const games = (awards: readonly Pick<DueAward, 'gameId'>[]) => awards.map(({ gameId }) => gameId);

describeOnBoth('an award in the outbox', (kind) => {
  it('is read as it was added', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const unknown = { gameTitle: null, systemId: null, systemName: null };
    const awards = [award(), award({ gameId: 2, ...unknown, awardedAt: NOW + 1 })];
    expect(await store.dueAwards.add(awards, NOW, 'due')).toBe(2);
    expect(await store.dueAwards.due('a')).toEqual(awards);
  });

  it('is stored once, however often it comes', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    expect(await store.dueAwards.add([award(), award()], NOW, 'due')).toBe(1);
    expect(await store.dueAwards.add([award({ awardedAt: NOW + 1 })], NOW, 'due')).toBe(0);
    expect(await store.dueAwards.add([award(), award({ gameId: 2 })], NOW, 'dropped')).toBe(1);
    expect(await store.dueAwards.due('a')).toEqual([award()]);
  });

  it('is a different one in another feed, or for another player, game, or kind', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    const awards = [
      award(),
      award({ channelId: 'b' }),
      award({ ulid: ulid(2) }),
      award({ gameId: 2 }),
      award({ kind: 'beaten-hardcore' }),
    ];
    expect(await store.dueAwards.add(awards, NOW, 'due')).toBe(5);
    expect(await store.dueAwards.countDue('a')).toBe(4);
    expect(await store.dueAwards.countDue('b')).toBe(1);
  });

  it('is known but never due once it’s dropped', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'dropped');
    expect(await store.dueAwards.due('a')).toEqual([]);
    expect(await store.dueAwards.countDue('a')).toBe(0);
    expect(await store.dueAwards.known([award()])).toEqual([award()]);
    expect(await store.dueAwards.add([award()], NOW, 'due')).toBe(0);
  });

  it('is left out if its feed has been removed', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const awards = [award({ channelId: 'gone' }), award()];
    expect(await store.dueAwards.add(awards, NOW, 'due')).toBe(1);
    expect(await store.dueAwards.add([award({ channelId: 'gone' })], NOW, 'due')).toBe(0);
    expect(await store.dueAwards.add([], NOW, 'due')).toBe(0);
  });

  it('can be one of thousands', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const awards = Array.from({ length: 5_000 }, (_, index) => award({ gameId: index + 1 }));
    expect(await store.dueAwards.add(awards, NOW, 'due')).toBe(5_000);
    expect(await store.dueAwards.known([...awards, award({ gameId: 9_999 })])).toHaveLength(5_000);
    expect(await store.dueAwards.due('a')).toHaveLength(5_000);
  });
});

describeOnBoth('the known awards', (kind) => {
  it('are all for the same game, player, and feed, whatever became of them', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    const beaten = award({ kind: 'beaten-hardcore' });
    const others = [
      award({ channelId: 'b' }),
      award({ ulid: ulid(2) }),
      award({ ulid: ulid(2), gameId: 2 }),
      award({ gameId: 2 }),
    ];
    await store.dueAwards.add([beaten, ...others], NOW, 'due');
    await addBatches(store, batch('1', { awards: [beaten] }));
    expect(await store.dueAwards.known([award()])).toEqual([beaten]);
    expect(await store.dueAwards.known([])).toEqual([]);
    expect(await store.dueAwards.known([award({ gameId: 3 })])).toEqual([]);
    // Player 1's game 2 in `b`, or player 2's game 1 in `b`, is none of these.
    const asked = [award({ channelId: 'b' }), award({ ulid: ulid(2), gameId: 2 })];
    expect(await store.dueAwards.known(asked)).toHaveLength(2);
  });
});

describeOnBoth('the due awards', (kind) => {
  it('come in the order earned', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const inOrder = [
      award({ awardedAt: NOW - 1, ulid: ulid(9), gameId: 9 }),
      award({ kind: 'beaten-hardcore' }),
      award({ kind: 'mastered' }),
      award({ gameId: 10 }),
      award({ ulid: ulid(2) }),
      award({ awardedAt: NOW + 1, gameId: 3 }),
    ];
    await store.dueAwards.add(inOrder.toReversed(), NOW, 'due');
    expect(await store.dueAwards.due('a')).toEqual(inOrder);
    expect(await store.dueAwards.dueLive()).toEqual(inOrder);
  });

  it('of live feeds don’t include those of digests or paused feeds', async () => {
    await using store = await openTestStore(kind);
    const daily = { cadence: 'daily', hour: 18, weekday: 'monday', timezone: 'UTC' } as const;
    await store.feeds.save(feed('live'));
    await store.feeds.save(feed('daily', { schedule: daily }));
    await store.feeds.save(feed('paused', { pause: { reason: 'manager', at: NOW } }));
    for (const channelId of ['live', 'daily', 'paused']) {
      await store.dueAwards.add([award({ channelId })], NOW, 'due');
    }
    const live = await store.dueAwards.dueLive();
    expect(live.map(({ channelId }) => channelId)).toEqual(['live']);
    expect(await store.dueAwards.due('daily')).toHaveLength(1);
    expect(await store.dueAwards.due('paused')).toHaveLength(1);
  });

  it('are no longer due once they’re in a batch', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const awards = [award(), award({ gameId: 2 }), award({ gameId: 3 })];
    await store.dueAwards.add(awards, NOW, 'due');
    await store.dueAwards.assign('1', awards.slice(0, 2));
    expect(games(await store.dueAwards.due('a'))).toEqual([3]);
    expect(games(await store.dueAwards.ofBatch('1'))).toEqual([1, 2]);
    expect(await store.dueAwards.ofBatch('2')).toEqual([]);
  });

  it('are dropped by when they were seen, in one feed', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    const old = [award(), award({ channelId: 'b' })];
    await store.dueAwards.add(old, NOW, 'due');
    await store.dueAwards.add([award({ gameId: 2, awardedAt: NOW - 9 })], NOW + 1, 'due');
    await store.unwantedAwards.dropSeenBefore('a', NOW + 1);
    expect(games(await store.dueAwards.due('a'))).toEqual([2]);
    expect(games(await store.dueAwards.due('b'))).toEqual([1]);
    expect(await store.dueAwards.add([award()], NOW, 'due')).toBe(0);
  });

  it('stay as they are if they are dropped after they were put into a batch', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'due');
    await addBatches(store, batch('1', { awards: [award()] }));
    await store.unwantedAwards.dropSeenBefore('a', NOW + 1);
    expect(games(await store.dueAwards.ofBatch('1'))).toEqual([1]);
  });
});

describeOnPostgres('two processes that plan at the same time', () => {
  it('never get the same awards', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'due');
    await store.transaction(async ({ dueAwards }) => {
      const mine = await dueAwards.dueLive();
      expect(games(mine)).toEqual([1]);
      await other.dueAwards.add([award({ gameId: 2 })], NOW, 'due');
      expect(games(await other.transaction((all) => all.dueAwards.dueLive()))).toEqual([2]);
      expect(games(await other.transaction((all) => all.dueAwards.due('a')))).toEqual([2]);
      await dueAwards.assign('1', mine);
    });
    expect(games(await other.dueAwards.dueLive())).toEqual([2]);
  });

  it('get the awards that the other one gave back', async () => {
    await using store = await openTestStore('postgres');
    await store.feeds.save(feed('a'));
    await store.dueAwards.add([award()], NOW, 'due');
    const failing = store.transaction(async ({ dueAwards }) => {
      await dueAwards.assign('1', await dueAwards.dueLive());
      throw new Error('not planned');
    });
    await expect(failing).rejects.toThrow('not planned');
    expect(games(await store.dueAwards.dueLive())).toEqual([1]);
  });
});

describeOnPostgres('a feed that is removed while its awards are added', () => {
  it('takes them along', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    const { removed } = await store.transaction(async ({ dueAwards }) => {
      await dueAwards.add([award()], NOW, 'due');
      const ended = other.transaction(({ feeds }) => feeds.remove('a'));
      await untilSomebodyWaits(store);
      expect(await dueAwards.add([award({ gameId: 2 })], NOW, 'due')).toBe(1);
      return { removed: ended };
    });
    await removed;
    expect(await store.feeds.get('a')).toBeNull();
    expect(await store.dueAwards.known([award(), award({ gameId: 2 })])).toEqual([]);
  });
});
