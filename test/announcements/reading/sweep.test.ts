import { describe, expect, it } from 'vitest';

import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { StoreError } from '#src/store/store-error.ts';

import { DAY, MINUTE, SECOND, sleepFor } from '../channel-stage.ts';
import { openEngineStage, playerNumber } from '../engine-stage.ts';
import type { EngineStage } from '../engine-stage.ts';
import { withLock } from '../lock.ts';
import { watchStore } from '../watched.ts';

const HOUR = 60 * MINUTE;
const START = Date.UTC(2025, 0, 1);

/** What the site's completion progress tells of a player from now on: each game's highest award. */
function library(
  { feed }: EngineStage,
  player: number,
  ...awards: readonly (readonly [gameId: number, award: AwardKind, at: number])[]
): void {
  const games = awards.map(([gameId, award, at]): GameProgress => {
    const awardedAt = Math.floor(at / SECOND) * SECOND;
    const counts = { possible: 10, awarded: 10, awardedHardcore: 10, lastUnlockAt: awardedAt };
    const game = { gameId, title: `Title ${gameId}`, iconPath: '/1.png' };
    return { ...game, systemId: 3, systemName: 'SNES', ...counts, award, awardedAt };
  });
  feed.libraries.set(playerNumber(player).ulid, {
    total: games.length,
    rowCount: games.length,
    games,
  });
}

async function openTracking(...players: readonly number[]): Promise<EngineStage> {
  const stage = await openEngineStage({ start: START });
  await stage.setUp('100', players);
  return stage;
}

/** The bot runs for the two minutes after a night of so many days. */
async function nextDay(stage: EngineStage, days = 1): Promise<void> {
  await sleepFor(stage, days * DAY);
  await stage.clock.advance(2 * MINUTE);
}

const posts = ({ channels }: EngineStage) => channels.posted.map((post) => post.slice(4));

describe('a sweep', () => {
  it('posts awards that the feed didn’t show, once, and none from before tracking', async () => {
    await using stage = await openTracking(1);
    const { engine, clock } = stage;
    engine.start();
    await clock.advance(SECOND);
    library(
      stage,
      1,
      [4, 'mastered', START - SECOND],
      [5, 'mastered', START],
      [6, 'beaten-softcore', START + HOUR],
    );
    await clock.advance(10 * MINUTE);
    expect(posts(stage)).toEqual([]);
    for (let day = 0; day < 3; day += 1) await nextDay(stage);
    expect(posts(stage)).toEqual([
      'single Player1 Title 5 mastered',
      'single Player1 Title 6 beaten-softcore',
    ]);
    expect((await stage.store.awardFeed.get())?.failingSince).toBeNull();
  });

  it('passes on the games it has seen, and whether those are all, for the rankings', async () => {
    await using stage = await openTracking(1, 2);
    const { feed } = stage;
    library(stage, 1, [5, 'mastered', START]);
    library(stage, 2, [6, 'mastered', START]);
    const second = playerNumber(2).ulid;
    const page = feed.libraries.get(second);
    if (page) feed.libraries.set(second, { ...page, total: 501 });
    stage.engine.start();
    await nextDay(stage);
    expect(stage.seen.toSorted((a, b) => (a.ulid < b.ulid ? -1 : 1))).toMatchObject([
      { ulid: playerNumber(1).ulid, isWhole: true, games: [{ gameId: 5 }] },
      { ulid: second, isWhole: false, games: [{ gameId: 6 }] },
    ]);
  });

  it('repeats nothing that the feed has shown, before or after it', async () => {
    await using stage = await openTracking(1);
    const { engine, clock, feed } = stage;
    engine.start();
    feed.award(1, 5, 'mastered', START + SECOND);
    await clock.advance(2 * MINUTE);
    library(stage, 1, [5, 'mastered', START + SECOND], [6, 'mastered', START + HOUR]);
    await nextDay(stage);
    feed.award(1, 6, 'mastered', START + HOUR);
    feed.award(1, 6, 'beaten-hardcore', START + HOUR - SECOND);
    await clock.advance(5 * MINUTE);
    await nextDay(stage);
    expect(posts(stage)).toEqual([
      'single Player1 Title 5 mastered',
      'single Player1 Title 6 mastered',
    ]);
  });

  it('makes a list of many games, and keeps a digest’s awards for the digest', async () => {
    await using stage = await openTracking(1);
    await stage.setUp('200', [1], { schedule: { cadence: 'weekly' } });
    stage.engine.start();
    await stage.clock.advance(SECOND);
    const games = [1, 2, 3, 4, 5, 6, 7].map((n) => [n, 'mastered', START + n * MINUTE] as const);
    library(stage, 1, ...games);
    await nextDay(stage);
    const lines = games.map(([n]) => `Player1 Title ${n} mastered`).join(', ');
    expect(stage.channels.posted).toEqual([`100 collected ${lines}`]);
    expect(await stage.store.dueAwards.countDue('200')).toBe(7);
  });

  it('posts awards that were granted since with an older date', async () => {
    await using stage = await openTracking(1);
    stage.engine.start();
    await nextDay(stage);
    await nextDay(stage);
    await nextDay(stage, 9);
    library(stage, 1, [5, 'beaten-hardcore', START + HOUR]);
    await nextDay(stage);
    expect(posts(stage)).toEqual(['single Player1 Title 5 beaten-hardcore']);
  });

  it('never posts awards older than a week after the bot was off for long', async () => {
    await using stage = await openTracking(1);
    stage.engine.start();
    await nextDay(stage);
    library(stage, 1, [5, 'mastered', START + 5 * DAY], [6, 'mastered', START + 12 * DAY]);
    await nextDay(stage, 15);
    expect(posts(stage)).toEqual(['single Player1 Title 6 mastered']);
    for (let day = 0; day < 3; day += 1) await nextDay(stage);
    expect(posts(stage)).toHaveLength(1);
  });

  it('posts what a feed wanted when the award was earned', async () => {
    await using stage = await openTracking(1);
    await stage.setUp('100', [], { kinds: 'mastered' });
    stage.engine.start();
    await nextDay(stage);
    await stage.setUp('100', [], { kinds: 'all' });
    const widenedAt = stage.clock.now();
    library(
      stage,
      1,
      [5, 'beaten-hardcore', START + HOUR],
      [6, 'mastered', START + 2 * HOUR],
      [7, 'beaten-hardcore', widenedAt + HOUR],
    );
    await nextDay(stage);
    expect(posts(stage)).toEqual(['single Player1 Title 7 beaten-hardcore']);
  });

  it('stores nothing if the database fails, and runs again', async () => {
    await using stage = await openTracking(1);
    let isFailing = true;
    const store = watchStore(stage.store, (call) => {
      if (isFailing && call === 'after sweeps.done') throw new StoreError('full', 'here');
    });
    stage.createEngine({ store }).start();
    await stage.clock.advance(SECOND);
    library(stage, 1, [5, 'mastered', START + HOUR]);
    await nextDay(stage);
    expect(posts(stage)).toEqual([]);
    isFailing = false;
    await sleepFor(stage, HOUR);
    await stage.clock.advance(2 * MINUTE);
    expect(posts(stage)).toEqual(['single Player1 Title 5 mastered']);
  });
});

describe('sweeps', () => {
  it('use a quarter of the request limit, one at a time', async () => {
    await using stage = await openTracking(...Array.from({ length: 40 }, (_, n) => n));
    const { clock, feed, engine } = stage;
    const starts: number[] = [];
    let running = 0;
    feed.beforeLibrary = async (_ulid, signal) => {
      running += 1;
      expect(running).toBe(1);
      starts.push(clock.now());
      await clock.sleep(starts.length < 5 ? 10 * SECOND : 0, signal);
      running -= 1;
    };
    engine.start();
    await clock.advance(SECOND);
    await sleepFor(stage, DAY);
    await clock.advance(2 * MINUTE);
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
    expect(gaps.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 14 * SECOND));
    expect(new Set(gaps.slice(4))).toEqual(new Set([4 * SECOND]));
    expect(starts.length).toBeGreaterThan(15);
  });

  it('check each player once a day, those who have waited longest first', async () => {
    await using stage = await openTracking(1, 2, 3);
    const { clock, feed, engine } = stage;
    const swept: string[] = [];
    feed.beforeLibrary = (ulid) => void swept.push(ulid.slice(-1));
    engine.start();
    await clock.advance(SECOND);
    await nextDay(stage);
    expect(swept.toSorted()).toEqual(['1', '2', '3']);
    await clock.advance(10 * MINUTE);
    expect(swept).toHaveLength(3);
    await nextDay(stage);
    expect(swept.slice(3)).toEqual(swept.slice(0, 3));
  });

  it('retry a player after an hour if the site fails, and continue with others', async () => {
    await using stage = await openTracking(1, 2);
    const { clock, feed, engine } = stage;
    const asked: string[] = [];
    feed.beforeLibrary = (ulid) => {
      asked.push(ulid.slice(-1));
      if (ulid.endsWith('1')) throw new Error('The site is down');
    };
    engine.start();
    await clock.advance(SECOND);
    await nextDay(stage);
    expect(asked.toSorted()).toEqual(['1', '2']);
    await clock.advance(50 * MINUTE);
    expect(asked).toHaveLength(2);
    await clock.advance(15 * MINUTE);
    expect(asked.slice(2)).toEqual(['1']);
  });

  it('only run in the process that announces', async () => {
    await using stage = await openTracking(1);
    const { lock, store } = withLock(stage.store);
    lock.isFree = false;
    let count = 0;
    stage.feed.beforeLibrary = () => void (count += 1);
    stage.createEngine({ store }).start();
    await stage.clock.advance(SECOND);
    await nextDay(stage);
    expect(count).toBe(0);
    lock.isFree = true;
    await stage.clock.advance(2 * MINUTE);
    expect(count).toBe(1);
  });

  it('end with the bot', async () => {
    await using stage = await openTracking(1);
    const { clock, feed, engine } = stage;
    feed.beforeLibrary = (_ulid, signal) => clock.sleep(DAY, signal);
    engine.start();
    await clock.advance(SECOND);
    await nextDay(stage);
    await engine[Symbol.asyncDispose]();
    expect(clock.sleeperCount()).toBe(0);
    expect(await stage.store.sweeps.next(clock.now())).toMatchObject({ sweptAt: null });
  });
});
