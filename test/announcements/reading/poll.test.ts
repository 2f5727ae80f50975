import { describe, expect, it } from 'vitest';

import type { DueAward } from '#src/announcements/batch.ts';
import { createBatchIds } from '#src/announcements/posting/planner.ts';
import { createPlanner } from '#src/announcements/posting/planner.ts';
import { StoreError } from '#src/store/store-error.ts';

import { MINUTE, SECOND } from '../channel-stage.ts';
import { openEngineStage, playerNumber, POLL_MS } from '../engine-stage.ts';
import type { EngineStage } from '../engine-stage.ts';
import { watchStore } from '../watched.ts';

async function openPolling(...players: readonly number[]): Promise<EngineStage> {
  const stage = await openEngineStage();
  await stage.setUp('100', players);
  stage.engine.start();
  await stage.clock.advance(SECOND);
  return stage;
}

const posts = ({ channels }: EngineStage) => channels.posted.map((post) => post.slice(4));

describe('a poll', () => {
  it('posts awards from the second of tracking on, and none from before', async () => {
    await using stage = await openEngineStage();
    const { clock, feed, engine } = stage;
    clock.set(clock.now() + 700);
    feed.award(1, 4, 'mastered', clock.now() - SECOND);
    feed.award(1, 5, 'mastered', clock.now());
    await stage.setUp('100', [1]);
    engine.start();
    await clock.advance(POLL_MS * 3);
    expect(posts(stage)).toEqual(['single Player1 Title 5 mastered']);
  });

  it('posts each award once, however often the site shows it', async () => {
    await using stage = await openPolling(1);
    const { clock, feed } = stage;
    feed.award(1, 5, 'mastered', clock.now());
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS * 5);
    expect(posts(stage)).toEqual(['single Player1 Title 5 mastered']);
  });

  it('combines beaten and mastered from one poll', async () => {
    await using stage = await openPolling(1);
    const { clock, feed } = stage;
    feed.award(1, 5, 'beaten-hardcore', clock.now() - SECOND);
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(posts(stage)).toEqual(['single Player1 Title 5 mastered+beaten-hardcore']);
  });

  it('posts beaten before mastered, but not beaten if it’s seen after mastered', async () => {
    await using stage = await openPolling(1);
    const { clock, feed } = stage;
    feed.award(1, 5, 'beaten-hardcore', clock.now());
    await clock.advance(POLL_MS);
    feed.award(1, 5, 'mastered', clock.now());
    feed.award(1, 6, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    feed.award(1, 6, 'beaten-hardcore', clock.now() - POLL_MS);
    await clock.advance(POLL_MS * 3);
    expect(posts(stage)).toEqual([
      'single Player1 Title 5 beaten-hardcore',
      'single Player1 Title 5 mastered',
      'single Player1 Title 6 mastered',
    ]);
  });

  it('gives every feed that tracks a player what it wants', async () => {
    await using stage = await openPolling(1);
    const { clock, feed, channels } = stage;
    await stage.setUp('200', [1, 2], { kinds: 'mastered' });
    await stage.setUp('300', [2]);
    await clock.advance(SECOND);
    feed.award(1, 5, 'beaten-softcore', clock.now());
    feed.award(2, 6, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(channels.posted.toSorted()).toEqual([
      '100 single Player1 Title 5 beaten-softcore',
      '200 single Player2 Title 6 mastered',
      '300 single Player2 Title 6 mastered',
    ]);
  });

  it('requests only the kinds that a feed with players wants', async () => {
    await using stage = await openEngineStage();
    await stage.setUp('100', [1], { kinds: 'beaten' });
    await stage.setUp('200', [], { kinds: 'all' });
    stage.engine.start();
    await stage.clock.advance(SECOND);
    expect(stage.feed.requests).toEqual(['beaten-hardcore,beaten-softcore 0']);
    await stage.setUp('200', [2], { kinds: 'mastered' });
    await stage.clock.advance(POLL_MS);
    expect(stage.feed.requests.at(-1)?.split(/[ ,]/).toSorted()).toEqual(
      ['beaten-hardcore', 'beaten-softcore', 'mastered', '0'].toSorted(),
    );
  });

  it('follows a renamed player, and finds awards without a ULID by the new name', async () => {
    await using stage = await openPolling(1);
    const { clock, feed, store } = stage;
    const { ulid } = playerNumber(1);
    const award = (gameId: number, playerName: string, known: typeof ulid | null) => {
      const game = { gameId, gameTitle: `Title ${gameId}`, systemId: null, systemName: null };
      const awardedAt = Math.floor(clock.now() / SECOND) * SECOND;
      feed.awards.push({ playerName, ulid: known, kind: 'mastered', awardedAt, ...game });
    };
    award(5, 'Renamed', ulid);
    await clock.advance(POLL_MS);
    expect((await store.trackedPlayers.of('100')).map(({ name }) => name)).toEqual(['Renamed']);
    award(6, 'RENAMED', null);
    award(7, 'Player1', null);
    await clock.advance(POLL_MS);
    expect(posts(stage)).toEqual([
      'single Renamed Title 5 mastered',
      'single RENAMED Title 6 mastered',
    ]);
  });

  it.for([
    'before begin',
    'after dueAwards.known',
    'after dueAwards.add',
    'after dueAwards.dueLive',
    'after batches.add',
    'after awardFeed.save',
    'before commit',
  ])('stores nothing if it fails (%s), and the next one stores all of it', async (place) => {
    await using stage = await openEngineStage();
    const { clock, feed, store } = stage;
    await stage.setUp('100', [1]);
    let isFailing = false;
    const failing = watchStore(store, (call) => {
      if (isFailing && call === place) throw new StoreError('full', 'here');
    });
    stage.createEngine({ store: failing }).start();
    await clock.advance(SECOND);
    const position = await store.awardFeed.get();
    feed.award(1, 5, 'beaten-hardcore', clock.now());
    feed.award(1, 6, 'mastered', clock.now());
    isFailing = true;
    await clock.advance(POLL_MS);
    expect(await store.awardFeed.get()).toMatchObject({ recent: position?.recent });
    expect(await store.dueAwards.countDue('100')).toBe(0);
    expect(await store.batches.countDueAwards('100')).toBe(0);
    expect(await store.batches.nextDue(clock.now(), [])).toBeNull();
    isFailing = false;
    await clock.advance(5 * MINUTE);
    expect(posts(stage)).toEqual([
      'single Player1 Title 5 beaten-hardcore',
      'single Player1 Title 6 mastered',
    ]);
  });

  it('catches up with an outage in few posts', async () => {
    await using stage = await openPolling(1, 2, 3);
    const { clock, feed } = stage;
    feed.before = () => {
      throw new Error('The site is down');
    };
    const start = clock.now();
    clock.set(start + 180 * MINUTE);
    for (let n = 0; n < 1_500; n += 1) {
      feed.award(n % 30 === 0 ? 1 : 50 + (n % 40), n, 'mastered', start + n * 7 * SECOND);
    }
    for (let n = 0; n < 4; n += 1) feed.award(2, 5_000 + n, 'mastered', clock.now());
    feed.before = () => undefined;
    await clock.advance(10 * MINUTE);
    const sizes = posts(stage).map((post) => [post.split(' ')[0], post.split(', ').length]);
    expect(sizes).toEqual([
      ['collected', 20],
      ['collected', 20],
      ['collected', 10],
      ...Array.from({ length: 4 }, () => ['single', 1]),
    ]);
  });

  it('gives other work a turn while it puts thousands of awards into messages', async () => {
    await using stage = await openEngineStage();
    const { clock, store } = stage;
    await stage.setUp('100', [1]);
    const planner = createPlanner(createBatchIds(clock));
    const { ulid, name: playerName } = playerNumber(1);
    const game = { gameTitle: null, systemId: null, systemName: null, awardedAt: clock.now() };
    const awards = Array.from({ length: 5_000 }, (_, gameId): DueAward => {
      return { channelId: '100', ulid, playerName, kind: 'mastered', gameId, ...game };
    });
    let turns = 0;
    const take = () => {
      turns += 1;
      others = setImmediate(take);
    };
    let others = setImmediate(take);
    await store.transaction(async (repositories) => {
      await planner.add(repositories, awards, clock.now());
      expect(await planner.planLive(repositories, clock.now())).toBe(250);
    });
    clearImmediate(others);
    expect(turns).toBeGreaterThan(20);
  });

  it('sends the site as many requests for one tracked player as for thousands', async () => {
    await using stage = await openEngineStage();
    const { clock, feed } = stage;
    for (let n = 0; n < 10; n += 1) {
      await stage.setUp(
        `${100 + n}`,
        Array.from({ length: 200 }, (_, k) => n * 200 + k),
      );
    }
    stage.engine.start();
    for (let n = 0; n < 30; n += 1) feed.award(n * 50, n, 'mastered', clock.now() + n * SECOND);
    await clock.advance(10 * MINUTE);
    expect(feed.requests).toHaveLength(11);
  });
});

describe('a paused feed', () => {
  it('keeps new awards, and posts them as one window when it is resumed', async () => {
    await using stage = await openPolling(1, 2);
    const { clock, feed, engine, channels } = stage;
    const { management } = engine;
    await management.pause(await stage.feedOf('100'), 'manager');
    for (let n = 1; n <= 6; n += 1) {
      feed.award(1, n, 'mastered', clock.now());
      await clock.advance(POLL_MS);
    }
    feed.award(2, 7, 'beaten-hardcore', clock.now());
    await clock.advance(POLL_MS);
    feed.award(2, 7, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(channels.posted).toEqual([]);
    expect(await management.status(await stage.feedOf('100'))).toMatchObject({ dueCount: 8 });
    await management.resume(await stage.feedOf('100'));
    await clock.advance(SECOND);
    const six = [1, 2, 3, 4, 5, 6].map((n) => `Player1 Title ${n} mastered`);
    expect(posts(stage)).toEqual([
      `collected ${six.join(', ')}`,
      'single Player2 Title 7 mastered+beaten-hardcore',
    ]);
  });

  it('holds up no other feed', async () => {
    await using stage = await openPolling(1);
    const { clock, feed, engine, channels } = stage;
    await stage.setUp('200', [1]);
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    await clock.advance(SECOND);
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(channels.posted).toEqual(['200 single Player1 Title 5 mastered']);
  });
});

describe('a changed feed', () => {
  it('posts no past awards if its filter gets wider', async () => {
    await using stage = await openPolling(1);
    const { clock, feed } = stage;
    await stage.setUp('100', [], { kinds: 'mastered' });
    feed.award(1, 5, 'beaten-hardcore', clock.now());
    await clock.advance(POLL_MS);
    await stage.setUp('100', [], { kinds: 'all' });
    await clock.advance(POLL_MS);
    feed.award(1, 6, 'beaten-hardcore', clock.now());
    await clock.advance(POLL_MS);
    expect(posts(stage)).toEqual(['single Player1 Title 6 beaten-hardcore']);
  });

  it('loses nothing it still wants if its filter gets narrower', async () => {
    await using stage = await openPolling(1);
    const { clock, feed } = stage;
    feed.award(1, 5, 'beaten-hardcore', clock.now());
    feed.award(1, 6, 'mastered', clock.now());
    await clock.advance(10 * SECOND);
    await stage.setUp('100', [], { kinds: 'mastered' });
    await clock.advance(POLL_MS);
    expect(posts(stage)).toEqual(['single Player1 Title 6 mastered']);
  });

  it('posts nothing about an untracked player, and says how many awards waited', async () => {
    await using stage = await openPolling(1);
    const { clock, feed, engine } = stage;
    await stage.setUp('100', [], { schedule: { cadence: 'hourly' } });
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    const removed = await engine.management.untrack(await stage.feedOf('100'), 'player1');
    expect(removed?.droppedCount).toBe(1);
    feed.award(1, 6, 'mastered', clock.now());
    await clock.advance(60 * MINUTE);
    expect(posts(stage)).toEqual([]);
  });

  it('posts nothing earned while a player wasn’t tracked', async () => {
    await using stage = await openPolling(1);
    const { clock, feed, engine } = stage;
    await engine.management.untrack(await stage.feedOf('100'), 'Player1');
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    await stage.setUp('100', [1]);
    await clock.advance(POLL_MS);
    feed.award(1, 6, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(posts(stage)).toEqual(['single Player1 Title 6 mastered']);
  });

  it('posts nothing that was due before it was removed and set up again', async () => {
    await using stage = await openPolling(1);
    const { clock, feed, channels, engine } = stage;
    channels.outcome = () => ({ kind: 'unsent' });
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(channels.requests).not.toEqual([]);
    await engine.management.remove(await stage.feedOf('100'));
    channels.outcome = () => null;
    await clock.advance(POLL_MS);
    await stage.setUp('100', [1]);
    await clock.advance(POLL_MS);
    expect(channels.posted).toEqual([]);
    feed.award(1, 6, 'mastered', clock.now());
    await clock.advance(POLL_MS);
    expect(posts(stage)).toEqual(['single Player1 Title 6 mastered']);
  });
});
