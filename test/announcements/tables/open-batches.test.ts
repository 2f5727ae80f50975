import { expect, it } from 'vitest';

import { createBatchIds, createPlanner } from '#src/announcements/posting/planner.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';
import type { StoreKind, TestStore } from '#test/support/store.ts';

import { addBatches, award, batch, feed, NOW, ulid } from './rows.ts';

const planner = createPlanner(createBatchIds(createFakeClock()));

const beaten = (gameId: number) => award({ gameId, kind: 'beaten-softcore' });
const others = (gameId: number) => award({ gameId, ulid: ulid(2), playerName: 'Player2' });

/** Of three awards each, one waits alone, one in a batch, and one in a batch that Discord rejected. */
async function openWaiting(kind: StoreKind): Promise<TestStore> {
  const store = await openTestStore(kind);
  await store.feeds.save(feed('a'));
  await store.feeds.save(feed('b'));
  const [alone, batched, rejected] = [1, 2, 3].map((gameId) => [beaten(gameId), others(gameId)]);
  await store.dueAwards.add(
    [...(alone ?? []), ...(batched ?? []), ...(rejected ?? [])],
    NOW,
    'due',
  );
  await store.dueAwards.add([award({ channelId: 'b', kind: 'beaten-softcore' })], NOW, 'due');
  await addBatches(
    store,
    batch('1', { awards: batched ?? [] }),
    batch('2', { awards: rejected ?? [] }),
  );
  await store.rejections.add('2', 'words');
  return store;
}

async function waitingIn(store: TestStore): Promise<readonly string[]> {
  const due = await store.transaction(({ dueAwards }) => dueAwards.due('a'));
  const batches = [await store.batches.get('1'), await store.batches.get('2')];
  const all = [...due, ...batches.flatMap((one) => one?.awards ?? [])];
  return all.map(({ playerName, gameId }) => `${playerName} ${gameId}`).toSorted();
}

const channels = (feeds: readonly { readonly channelId: string }[]) =>
  feeds.map(({ channelId }) => channelId);

describeOnBoth('awards that no longer match', (kind) => {
  it.each([
    { says: 'of a player', unwanted: { ulid: ulid(1) } },
    { says: 'of other kinds', unwanted: { otherThan: ['mastered', 'completed'] as const } },
  ])('$says are dropped, wherever they wait', async ({ unwanted }) => {
    await using store = await openWaiting(kind);
    const drop = () => store.transaction((tables) => planner.dropUnwanted(tables, 'a', unwanted));
    expect(await drop()).toBe(3);
    expect(await waitingIn(store)).toEqual(['Player2 1', 'Player2 2', 'Player2 3']);
    expect(await store.dueAwards.countDue('b')).toBe(1);
    expect(await drop()).toBe(0);
    await store.dueAwards.add([beaten(1), beaten(2)], NOW, 'due');
    expect(await store.dueAwards.countDue('a')).toBe(1);
  });

  it('leave no empty batch behind', async () => {
    await using store = await openWaiting(kind);
    for (const number of [1, 2]) {
      const unwanted = { ulid: ulid(number) };
      await store.transaction((tables) => planner.dropUnwanted(tables, 'a', unwanted));
    }
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
    expect(await store.rejections.of('a', 0)).toBeNull();
  });

  it('are kept if they may already be posted', async () => {
    await using store = await openWaiting(kind);
    await store.attempts.begin('1', 'body', NOW);
    const unwanted = { ulid: ulid(1) };
    expect(await store.transaction((tables) => planner.dropUnwanted(tables, 'a', unwanted))).toBe(
      2,
    );
    expect((await store.batches.get('1'))?.awards).toHaveLength(2);
  });

  it('are kept if an attempt to post them has just begun', async () => {
    await using store = await openWaiting(kind);
    const unwanted = { ulid: ulid(1) };
    // Connecting takes longer than what follows.
    await Promise.all([1, 2, 3].map(() => store.feeds.get('a')));
    const begun = Promise.withResolvers<void>();
    const attempt = store.transaction(async ({ dueAwards, attempts }) => {
      await dueAwards.hold(['1']);
      begun.resolve();
      // Enough for the other one to come as far as it can.
      for (let turn = 0; turn < 100; turn += 1) await attempts.of('1');
      await attempts.begin('1', 'body', NOW);
    });
    await begun.promise;
    const drop = store.transaction((tables) => planner.dropUnwanted(tables, 'a', unwanted));
    await attempt;
    expect(await drop).toBe(2);
    expect((await store.batches.get('1'))?.awards).toHaveLength(2);
  });

  it('are dropped if another process is still writing their message', async () => {
    await using store = await openWaiting(kind);
    const unwanted = { ulid: ulid(1) };
    const drop = () => store.transaction((tables) => planner.dropUnwanted(tables, 'a', unwanted));
    let dropped = 0;
    await store.deliver(NOW, [], async () => {
      dropped = await drop();
    });
    expect(dropped).toBe(3);
    expect((await store.batches.get('1'))?.awards).toHaveLength(1);
  });
});

describeOnBoth('waiting batches', (kind) => {
  it('are taken apart, but not those in doubt or rejected', async () => {
    await using store = await openWaiting(kind);
    await store.dueAwards.add([beaten(9)], NOW, 'due');
    await addBatches(store, batch('3', { awards: [beaten(9)] }));
    await store.attempts.begin('3', 'body', NOW);
    await store.transaction(({ openBatches }) => openBatches.takeApart('a'));
    expect(await store.batches.get('1')).toBeNull();
    expect(await store.dueAwards.countDue('a')).toBe(4);
    expect((await store.batches.get('2'))?.awards).toHaveLength(2);
    expect((await store.batches.get('3'))?.awards).toHaveLength(1);
  });
});

describeOnBoth('a batch that Discord rejected', (kind) => {
  it('is sent in plain form, then counted, then retried from the start', async () => {
    await using store = await openWaiting(kind);
    await store.batches.makePlain('1');
    expect((await store.batches.nextDue(NOW, []))?.isPlain).toBe(true);
    await store.rejections.add('1', 'newer? older');
    expect(await store.batches.nextDue(NOW, [])).toBeNull();
    expect(await store.rejections.of('a', NOW)).toEqual({ count: 2, words: 'words' });
    expect(await store.rejections.of('a', NOW + 1)).toBeNull();
    expect(await store.rejections.of('b', 0)).toBeNull();
    expect(await store.rejections.retry('a', NOW + 1)).toBe(0);
    expect(await store.rejections.retry('a', NOW)).toBe(2);
    expect(await store.batches.nextDue(NOW, [])).toMatchObject({ id: '1', isPlain: false });
    expect(await store.rejections.of('a', 0)).toBeNull();
  });
});

describeOnBoth('data from a newer version', (kind) => {
  const settings: readonly (readonly [string, string | number])[] = [
    ['kinds', 'later'],
    ['cadence', 'later'],
    ['weekday', 'later'],
    ['hour', 24],
    ['hour', 1.5],
  ];
  // Postgres takes no fractions.
  const possible = settings.filter(([, later]) => kind === 'sqlite' || later !== 1.5);
  it.each(possible)(
    'about a feed (%s) shows as a pause, and holds up no other feed',
    async (column, later) => {
      await using store = await openTestStore(kind);
      for (const id of ['a', 'b']) {
        await store.feeds.save(feed(id, { nextDigestAt: NOW }));
        await store.dueAwards.add([award({ channelId: id })], NOW, 'due');
      }
      await addBatches(
        store,
        batch('1', { awards: [award()] }),
        batch('2', { channelId: 'b', awards: [award({ channelId: 'b' })] }),
      );
      await store.dueAwards.add([award({ gameId: 2 })], NOW, 'due');
      await store.dueAwards.add([award({ channelId: 'b', gameId: 2 })], NOW, 'due');
      await store.database.query(`update feeds set ${column} = '${later}' where channel_id = 'a'`);
      expect((await store.batches.nextDue(NOW, []))?.id).toBe('2');
      await store.batches.retryAt('1', NOW + 1);
      expect(await store.batches.nextRetryAt(NOW)).toBeNull();
      expect(channels(await store.feeds.withDigestDue(NOW))).toEqual(['b']);
      const live = await store.transaction(({ dueAwards }) => dueAwards.dueLive());
      expect(channels(live)).toEqual(['b']);
      const [first, second] = await store.feeds.inGuild('guild');
      expect(first?.pause).toEqual({ reason: 'newerVersion', at: NOW });
      expect(second?.pause).toBeNull();
      await store.feedTroubles.keepPaused('a');
      const [row] = await store.database.query(`select * from feeds where channel_id = 'a'`);
      expect(row).toMatchObject({ [column]: later, pause_reason: 'manager' });
    },
  );

  it('about a pause shows as a pause without a known reason', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { pause: { reason: 'missingAccess', at: NOW } }));
    await store.database.query(`update feeds set pause_reason = 'later'`);
    expect((await store.feeds.get('a'))?.pause).toEqual({ reason: 'refused', at: NOW });
  });

  it('with a new kind of message waits, and holds up no other', async () => {
    await using store = await openTestStore(kind);
    for (const id of ['a', 'b']) await store.feeds.save(feed(id));
    await addBatches(store, batch('1'), batch('2', { channelId: 'b' }), batch('3'));
    await store.database.query(`update batches set kind = 'later' where id = '1'`);
    expect((await store.batches.nextDue(NOW, []))?.id).toBe('2');
    expect((await store.batches.nextDue(NOW, ['b']))?.id).toBe('3');
    expect(await store.batches.get('1')).toBeNull();
  });

  it('about the position in the award feed is ignored', async () => {
    await using store = await openTestStore(kind);
    await store.awardFeed.save({ newestAt: NOW, recent: ['x'], polledAt: NOW });
    for (const recent of ['{"later": 1}', 'no JSON']) {
      await store.database.query(`update award_feed set recent = '${recent}'`);
      expect(await store.awardFeed.get()).toMatchObject({ newestAt: NOW, recent: [] });
    }
  });
});
