import { expect, it } from 'vitest';

import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import { untilSomebodyWaits } from '#test/store/waits.ts';
import {
  describeOnBoth,
  describeOnPostgres,
  openBeside,
  openTestStore,
} from '#test/support/store.ts';
import type { TestStore } from '#test/support/store.ts';

import { feed, NOW, track, ulid } from './rows.ts';

/** Which of the first players are in the store at all, tracked or not. */
async function known(store: TestStore, last: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let number = 1; number <= last; number += 1) {
    // A sweep takes its turn by the time, whoever tracks the player.
    await store.sweeps.done(ulid(number), null, 0);
    const next = await store.sweeps.next(0);
    if (next?.ulid === ulid(number)) found.push(number);
    await store.sweeps.done(ulid(number), null, NOW);
  }
  return found;
}

async function fill(store: TestStore, channelId: string, count: number): Promise<void> {
  await store.transaction(async ({ trackedPlayers }) => {
    for (let number = 1; number <= count; number += 1) {
      const player = { ulid: ulid(number), name: `Player${number}`, avatarPath: null };
      await trackedPlayers.track({ channelId, player, at: NOW, sweepAt: NOW });
    }
  });
}

describeOnBoth('tracking', (kind) => {
  it('adds a player, and says how many there are', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    expect(await track(store, 'a', 1)).toEqual({ kind: 'tracked', playerCount: 1 });
    expect(await track(store, 'a', 2)).toEqual({ kind: 'tracked', playerCount: 2 });
    expect(await store.trackedPlayers.count('a')).toBe(2);
    expect(await store.trackedPlayers.count('b')).toBe(0);
  });

  it('someone who is already tracked says under which name, and stores the new one', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { at: NOW });
    expect(await track(store, 'a', 1, { name: 'Renamed', at: NOW + 1 })).toEqual({
      kind: 'already',
      former: 'Player1',
    });
    expect(await store.trackedPlayers.of('a')).toEqual([
      { ulid: ulid(1), name: 'Renamed', trackedAt: NOW, addedBy: null },
    ]);
  });

  it('keeps the latest avatar', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    const avatars: (string | null)[] = [];
    for (const avatarPath of [null, '/UserPic/A.png', null]) {
      const player = { ulid: ulid(1), name: 'Player1', avatarPath };
      await store.transaction(({ trackedPlayers }) =>
        trackedPlayers.track({ channelId: 'a', player, at: NOW, sweepAt: NOW }),
      );
      avatars.push(await store.trackedPlayers.avatarOf(ulid(1)));
    }
    expect(avatars).toEqual([null, '/UserPic/A.png', '/UserPic/A.png']);
    expect(await store.trackedPlayers.avatarOf(ulid(2))).toBeNull();
  });

  it('is separate for each feed', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await track(store, 'a', 1);
    expect(await track(store, 'b', 1)).toEqual({ kind: 'tracked', playerCount: 1 });
  });

  it('keeps the next sweep of a player who is already tracked', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await track(store, 'a', 1, { sweepAt: NOW });
    await track(store, 'b', 1, { sweepAt: NOW + 5 });
    expect((await store.sweeps.next(NOW))?.ulid).toBe(ulid(1));
  });

  it('does nothing in a removed feed', async () => {
    await using store = await openTestStore(kind);
    expect(await track(store, 'a', 1)).toEqual({ kind: 'gone' });
    expect(await known(store, 1)).toEqual([]);
  });

  it('stops at the limit, except for players already tracked', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await fill(store, 'a', PLAYERS_LIMIT);
    expect(await track(store, 'a', PLAYERS_LIMIT + 1)).toEqual({ kind: 'full' });
    expect(await track(store, 'a', 1)).toEqual({ kind: 'already', former: 'Player1' });
    expect(await track(store, 'b', PLAYERS_LIMIT + 1)).toMatchObject({ kind: 'tracked' });
    expect(await store.trackedPlayers.count('a')).toBe(PLAYERS_LIMIT);
  });

  it('stops at the limit when many come at once', async () => {
    await using store = await openTestStore(kind);
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    await fill(store, 'a', PLAYERS_LIMIT - 5);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        track(index % 2 === 0 ? store : other, 'a', PLAYERS_LIMIT + index),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'tracked')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome.kind === 'full')).toHaveLength(7);
    expect(await store.trackedPlayers.count('a')).toBe(PLAYERS_LIMIT);
  });

  it('one player several times at once counts once', async () => {
    await using store = await openTestStore(kind);
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    const outcomes = await Promise.all(
      [store, other, store, other].map((one) => track(one, 'a', 1)),
    );
    const kinds = outcomes.map((outcome) => outcome.kind).toSorted();
    expect(kinds).toEqual(['already', 'already', 'already', 'tracked']);
  });
});

describeOnBoth('who added a player', (kind) => {
  it.each([
    ['700', '700'],
    ['@everyone', null],
    ['7'.repeat(30), null],
  ])('is whoever Discord can know (%j)', async (addedBy, told) => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { addedBy });
    expect(await store.trackedPlayers.of('a')).toMatchObject([{ addedBy: told }]);
  });
});

describeOnBoth('untracking', (kind) => {
  it.each([
    ['the name', 'Player1'],
    ['the name in another case', 'pLAYER1'],
    ['the ULID', ulid(1)],
    ['the ULID in lower case', ulid(1).toLowerCase()],
  ])('accepts %s', async (_, typed) => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1);
    await track(store, 'a', 2);
    expect(await store.trackedPlayers.untrack('a', typed)).toEqual({
      ulid: ulid(1),
      name: 'Player1',
      trackedAt: NOW,
      addedBy: null,
    });
    expect((await store.trackedPlayers.of('a')).map(({ name }) => name)).toEqual(['Player2']);
  });

  it('finds nobody this feed doesn’t track', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await track(store, 'b', 1);
    expect(await store.trackedPlayers.untrack('a', 'Player1')).toBeNull();
    expect(await store.trackedPlayers.untrack('a', 'Nobody')).toBeNull();
    expect(await store.trackedPlayers.count('b')).toBe(1);
  });

  it('forgets a player with the last feed', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await track(store, 'a', 1);
    await track(store, 'b', 1);
    await store.trackedPlayers.untrack('a', 'Player1');
    expect(await known(store, 1)).toEqual([1]);
    await store.trackedPlayers.untrack('b', 'Player1');
    expect(await known(store, 1)).toEqual([]);
  });
});

describeOnBoth('the players of a feed', (kind) => {
  it('are sorted by name, in any case', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { name: 'beta' });
    await track(store, 'a', 2, { name: 'Alpha' });
    await track(store, 'a', 3, { name: 'Gamma' });
    const players = await store.trackedPlayers.of('a');
    expect(players.map(({ name }) => name)).toEqual(['Alpha', 'beta', 'Gamma']);
  });

  it('have their current name', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1);
    await store.trackedPlayers.rename(ulid(1), 'NewName');
    expect((await store.trackedPlayers.of('a')).map(({ name }) => name)).toEqual(['NewName']);
    expect(await store.trackedPlayers.untrack('a', 'player1')).toBeNull();
    expect(await store.trackedPlayers.untrack('a', 'newname')).not.toBeNull();
  });
});

describeOnBoth('candidates', (kind) => {
  it('are found by ULID, and by name in any case', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { kinds: 'beaten', wantedSince: NOW + 1 }));
    await track(store, 'a', 1, { at: NOW });
    const expected = [
      { channelId: 'a', ulid: ulid(1), name: 'Player1', kinds: 'beaten', since: NOW + 1 },
    ];
    const { candidates } = store.trackedPlayers;
    expect(await candidates({ ulids: [ulid(1), ulid(2)], names: [] })).toEqual(expected);
    expect(await candidates({ ulids: [], names: ['PLAYER1', 'Player2'] })).toEqual(expected);
    expect(await candidates({ ulids: [], names: [] })).toEqual([]);
  });

  it('count from when they were tracked, and from when their feed’s filter was set', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a', { wantedSince: NOW }));
    await store.feeds.save(feed('b', { wantedSince: NOW + 9 }));
    for (const channelId of ['a', 'b']) await track(store, channelId, 1, { at: NOW + 5 });
    const found = await store.trackedPlayers.candidates({ ulids: [ulid(1)], names: [] });
    const since = Object.fromEntries(found.map((one) => [one.channelId, one.since]));
    expect(since).toEqual({ a: NOW + 5, b: NOW + 9 });
  });

  it('that are found both ways, or requested twice, come once', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    for (const channelId of ['a', 'b']) await track(store, channelId, 1);
    const ulids = [ulid(1), ulid(1)];
    const names = ['Player1', 'player1'];
    const found = await store.trackedPlayers.candidates({ ulids, names });
    expect(found.map(({ channelId }) => channelId).toSorted()).toEqual(['a', 'b']);
  });

  it('include both players who have had the same name', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { name: 'Shared' });
    await track(store, 'a', 2, { name: 'shared' });
    const found = await store.trackedPlayers.candidates({ ulids: [], names: ['Shared'] });
    expect(found.map((one) => one.ulid).toSorted()).toEqual([ulid(1), ulid(2)]);
  });

  it('are found among more than fit one statement', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await fill(store, 'a', 300);
    const ulids = Array.from({ length: 40_000 }, (_, index) => ulid(index + 1));
    expect(await store.trackedPlayers.candidates({ ulids, names: [] })).toHaveLength(300);
  });
});

describeOnBoth('the earliest tracking', (kind) => {
  it('is that of the players who are still tracked', async () => {
    await using store = await openTestStore(kind);
    expect(await store.trackedPlayers.earliest()).toBeNull();
    await store.feeds.save(feed('a'));
    await track(store, 'a', 1, { at: NOW + 1 });
    await track(store, 'a', 2, { at: NOW });
    expect(await store.trackedPlayers.earliest()).toBe(NOW);
    await store.trackedPlayers.untrack('a', 'Player2');
    expect(await store.trackedPlayers.earliest()).toBe(NOW + 1);
  });
});

describeOnBoth('players nobody tracks', (kind) => {
  it('are forgotten, and nobody else', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    for (const number of [1, 2, 3]) await track(store, 'a', number);
    await track(store, 'b', 3);
    await store.feeds.remove('a');
    expect(await known(store, 3)).toEqual([1, 2, 3]);
    await store.trackedPlayers.forgetUntracked([ulid(1)]);
    expect(await known(store, 3)).toEqual([2, 3]);
    await store.trackedPlayers.forgetUntracked([1, 2, 3].map(ulid));
    expect(await known(store, 3)).toEqual([3]);
  });
});

describeOnPostgres('a player whom one feed drops while another adds them', () => {
  it('stays if the other one was first', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await track(store, 'a', 1);
    const player = { ulid: ulid(1), name: 'Player1', avatarPath: null };
    const untracked = await other.transaction(async ({ trackedPlayers }) => {
      await trackedPlayers.track({ channelId: 'b', player, at: NOW, sweepAt: NOW });
      const ended = store.transaction((all) => all.trackedPlayers.untrack('a', 'Player1'));
      await untilSomebodyWaits(store);
      return { ended };
    });
    await untracked.ended;
    expect(await store.trackedPlayers.count('a')).toBe(0);
    expect(await store.trackedPlayers.count('b')).toBe(1);
  });

  it('stays if the other one was second', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    await store.feeds.save(feed('a'));
    await store.feeds.save(feed('b'));
    await track(store, 'a', 1);
    const tracked = await other.transaction(async ({ trackedPlayers }) => {
      await trackedPlayers.untrack('a', 'Player1');
      const ended = track(store, 'b', 1);
      await untilSomebodyWaits(store);
      return { ended };
    });
    expect(await tracked.ended).toEqual({ kind: 'tracked', playerCount: 1 });
    expect(await store.trackedPlayers.count('b')).toBe(1);
  });
});

describeOnBoth('the names that a server tracks', (kind) => {
  it('are found by their beginning, once each, without those of other servers', async () => {
    await using store = await openTestStore(kind);
    await store.feeds.save({ ...feed('a'), guildId: 'here' });
    await store.feeds.save({ ...feed('b'), guildId: 'here' });
    await store.feeds.save({ ...feed('c'), guildId: 'there' });
    const names = [
      ['a', 'Max'],
      ['b', 'Max'],
      ['b', 'maximum'],
      ['a', 'Maya'],
      ['a', 'Z9'],
      ['c', 'Maxwell'],
    ] as const;
    const ulids = new Map(
      [...new Set(names.map(([, name]) => name))].map((name, index) => [name, ulid(index + 1)]),
    );
    await store.transaction(async ({ trackedPlayers }) => {
      for (const [channelId, name] of names) {
        const player = { ulid: ulids.get(name) ?? ulid(99), name, avatarPath: null };
        await trackedPlayers.track({ channelId, player, at: NOW, sweepAt: NOW });
      }
    });
    const { namesIn } = store.trackedPlayers;
    expect(await namesIn('here', 'ma', 25)).toEqual(['Max', 'maximum', 'Maya']);
    expect(await namesIn('here', 'max', 25)).toEqual(['Max', 'maximum']);
    expect(await namesIn('here', '', 2)).toEqual(['Max', 'maximum']);
    expect(await namesIn('here', 'q', 25)).toEqual([]);
    expect(await namesIn('there', '', 25)).toEqual(['Maxwell']);
  });
});
