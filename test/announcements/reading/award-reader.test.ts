import { describe, expect, it } from 'vitest';

import { LOOK_BACK_MS, readAwards } from '#src/announcements/reading/award-reader.ts';
import type { AwardFeedPosition } from '#src/announcements/reading/award-reader.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import { fc } from '#test/support/fast-check.ts';

import { ScriptedFeed } from '../engine-stage.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NEVER = new AbortController().signal;

function start() {
  const clock = createFakeClock();
  const feed = new ScriptedFeed();
  let position: AwardFeedPosition | null = null;
  let since = clock.now() - HOUR;
  let nextGame = 1;
  return {
    clock,
    feed,
    position: () => position,
    since: (time: number) => void (since = time),
    /** So many awards, one after another so far apart, the last one just now. */
    win(count: number, apartMs = SECOND, until = clock.now()) {
      const games = Array.from({ length: count }, () => nextGame++);
      for (const [index, game] of games.entries()) {
        feed.award(1, game, 'mastered', until - (count - 1 - index) * apartMs);
      }
      return games;
    },
    /** The games of the awards that are read, oldest first, and the offsets that were asked for. */
    async read(kinds: readonly AwardKind[] = AWARD_KINDS) {
      feed.requests.length = 0;
      const { site } = feed;
      const result = await readAwards({ site, kinds, position, since, clock, signal: NEVER });
      ({ position } = result);
      const offsets = feed.requests.map((request) => Number(request.split(' ')[1]));
      return { games: result.awards.map(({ gameId }) => gameId), offsets };
    },
  };
}

describe('reading the award feed', () => {
  it('takes one request if all new awards are on the newest page, and reads all of that page', async () => {
    const { clock, win, read } = start();
    const old = win(100);
    await read();
    await clock.advance(MINUTE);
    const news = win(3);
    expect(await read()).toEqual({ games: [...old.slice(3), ...news], offsets: [0] });
  });

  it('requests the newest page on the award feed’s share, and the rest in the background', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    win(250);
    const priorities: string[] = [];
    const { recentGameAwards } = feed.site;
    feed.site.recentGameAwards = (page, request) => {
      priorities.push(request.priority);
      return recentGameAwards(page, request);
    };
    await read();
    expect(priorities).toEqual(['poll', 'background', 'background']);
  });

  it('finds nothing in an empty feed, with one request', async () => {
    const { read, position, clock } = start();
    expect(await read()).toEqual({ games: [], offsets: [0] });
    expect(position()).toEqual({ newestAt: 0, recent: [], polledAt: clock.now() });
  });

  it('requests no second page if a short feed is all new', async () => {
    const { win, read } = start();
    const all = win(99);
    expect(await read()).toEqual({ games: all, offsets: [0] });
  });

  it.for([
    { news: 99, offsets: [0] },
    { news: 100, offsets: [0, 90] },
    { news: 189, offsets: [0, 90] },
    { news: 190, offsets: [0, 90, 180] },
    { news: 900, offsets: [0, 90, 180, 270, 360, 450, 540, 630, 720, 810] },
  ])('finds $news new awards, each page overlapping the one before', async (sample) => {
    const { clock, win, read } = start();
    win(200);
    await read();
    await clock.advance(HOUR);
    const news = win(sample.news);
    const { games, offsets } = await read();
    expect(games.slice(-sample.news)).toEqual(news);
    expect(offsets).toEqual(sample.offsets);
  });

  it('reads back to the first moment that is needed, and no further, the first time', async () => {
    const { clock, since, win, read } = start();
    win(500, MINUTE);
    since(clock.now() - 150 * MINUTE);
    expect((await read()).offsets).toEqual([0, 90]);
  });

  it('finds all awards of the second in which a player was tracked, even across pages', async () => {
    const { clock, since, win, read } = start();
    const games = win(150, 0);
    since(clock.now() + 999);
    expect((await read()).games).toEqual(games);
  });

  it('reads no further back than 48 hours', async () => {
    const { clock, since, win, read } = start();
    win(2);
    await read();
    await clock.advance(10 * 24 * HOUR);
    since(0);
    win(2_000, 10 * MINUTE);
    const { games, offsets } = await read();
    const pages = Math.ceil(LOOK_BACK_MS / (10 * MINUTE) / 90);
    expect(offsets).toHaveLength(pages);
    expect(games.length).toBeGreaterThanOrEqual(LOOK_BACK_MS / (10 * MINUTE));
  });

  it('drops duplicates that come from rows moving down between two pages', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    const news = win(250);
    feed.before = (offset) => {
      if (offset > 0) win(1);
    };
    const { games } = await read();
    expect(games.slice(-250)).toEqual(news);
    expect(new Set(games).size).toBe(games.length);
  });

  it('misses nothing when accounts are removed between two pages', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    const news = win(250);
    feed.before = (offset) => {
      if (offset > 0) feed.awards.splice(-3);
    };
    expect((await read()).games.slice(-250)).toEqual(news);
  });

  it('continues past pages that are short because accounts were removed', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    const news = win(250);
    feed.removed.add('Player2');
    for (let n = 0; n < 30; n += 1) feed.award(2, 10_000 + n, 'mastered', clock.now() - n * 5_000);
    expect((await read()).games.slice(-250)).toEqual(news);
  });

  it('continues past a page without a single account left', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    const news = win(50, SECOND, clock.now() - 10 * MINUTE);
    feed.removed.add('Player2');
    for (let n = 0; n < 190; n += 1) feed.award(2, 10_000 + n, 'mastered', clock.now());
    const { games, offsets } = await read();
    expect(games.slice(-50)).toEqual(news);
    expect(offsets).toEqual([0, 90, 180]);
  });

  it('finds awards that come in the second that was read last', async () => {
    const { clock, win, read } = start();
    win(40, 0);
    await read();
    const later = win(120, 0);
    clock.set(clock.now() + 500);
    const { games } = await read();
    expect(games).toEqual(expect.arrayContaining(later));
  });

  it('finds more than two pages from one second, and requests one page the next time', async () => {
    const { clock, win, read } = start();
    win(10);
    await read();
    await clock.advance(MINUTE);
    const news = win(250, 0);
    expect((await read()).games.slice(-250)).toEqual(news);
    const one = win(1, 0);
    const { games, offsets } = await read();
    expect(games).toEqual(expect.arrayContaining(one));
    expect(offsets).toEqual([0]);
  });

  it('finds an award that comes late', async () => {
    const { clock, win, read } = start();
    win(50);
    await read();
    await clock.advance(MINUTE);
    win(5);
    const late = win(1, 0, clock.now() - 3 * MINUTE);
    const { games } = await read();
    expect(games).toEqual(expect.arrayContaining(late));
  });

  it('isn’t stopped by a date in the future', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    feed.award(1, 9_999, 'mastered', clock.now() + 24 * HOUR);
    await read();
    await clock.advance(HOUR);
    const news = win(250);
    const { games } = await read();
    expect(games.filter((game) => game !== 9_999).slice(-250)).toEqual(news);
    expect((await read()).offsets).toEqual([0]);
  });

  it('isn’t stopped by an award that was earned again', async () => {
    const { clock, feed, win, read } = start();
    const [first = 0] = win(100);
    await read();
    feed.awards.splice(0, 1);
    await clock.advance(HOUR);
    const news = win(250);
    feed.award(1, first, 'mastered', clock.now());
    expect((await read()).games).toEqual(expect.arrayContaining(news));
  });

  it('finds its place again if the award it read last was removed', async () => {
    const { clock, feed, win, read } = start();
    win(150);
    await read();
    feed.awards.splice(-120);
    await clock.advance(HOUR);
    const news = win(100);
    const { games, offsets } = await read();
    expect(games).toEqual(expect.arrayContaining(news));
    expect(offsets).toEqual([0, 90]);
  });

  it('finds its place again if other kinds are requested', async () => {
    const { clock, feed, win, read } = start();
    for (let n = 0; n < 300; n += 1) {
      feed.award(2, 10_000 + n, 'beaten-softcore', clock.now() - n * SECOND);
    }
    win(100);
    await read(['mastered']);
    await clock.advance(MINUTE);
    const news = win(5);
    feed.award(2, 20_000, 'beaten-softcore', clock.now());
    const { games, offsets } = await read();
    expect(games.slice(-6)).toEqual([...news, 20_000]);
    expect(offsets).toEqual([0]);
    expect((await read(['beaten-softcore'])).games).not.toContain(news[0]);
  });

  it('trusts full pages more than a total that is too low', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    const news = win(250);
    feed.claimedTotal = 0;
    expect((await read()).games.slice(-250)).toEqual(news);
  });

  it('gives up soon if the site claims more than it has', async () => {
    const { feed, win, read } = start();
    win(20);
    feed.claimedTotal = 1_000_000;
    expect((await read()).offsets).toEqual([0, 90, 180, 270]);
  });

  it('gives up soon if every page is the same', async () => {
    const { feed, win, read, since } = start();
    win(100);
    since(0);
    const { recentGameAwards } = feed.site;
    feed.site.recentGameAwards = (page, options) =>
      recentGameAwards({ ...page, offset: 0 }, options);
    feed.claimedTotal = 1_000_000;
    expect((await read()).offsets).toHaveLength(4);
  });

  it('ends even if the feed doesn’t', async () => {
    const { clock, feed, win, read, since } = start();
    since(0);
    feed.claimedTotal = 1_000_000;
    feed.before = () => void win(200, 0, clock.now());
    const { recentGameAwards } = feed.site;
    feed.site.recentGameAwards = async (page, options) => {
      const { awards, ...rest } = await recentGameAwards({ ...page, offset: 0 }, options);
      feed.awards.length = 0;
      return { ...rest, awards };
    };
    expect((await read()).offsets).toHaveLength(1_000);
  });

  it('retries a later page, so that the ones before it don’t have to be read again', async () => {
    const { clock, feed, win, read } = start();
    win(100);
    await read();
    await clock.advance(HOUR);
    const news = win(250);
    let isFailing = true;
    feed.before = (offset) => {
      if (offset === 0 || !isFailing) return;
      isFailing = false;
      throw new Error('The site is down');
    };
    const reading = read();
    await clock.advance(15_000);
    const { games, offsets } = await reading;
    expect(games.slice(-250)).toEqual(news);
    expect(offsets).toEqual([0, 90, 90, 180]);
  });

  it('fails at once if the newest page fails, and eventually if another one does', async () => {
    const { clock, feed, win, read } = start();
    win(250);
    feed.before = () => {
      throw new Error('The site is down');
    };
    await expect(read()).rejects.toThrow('The site is down');
    expect(feed.requests).toHaveLength(1);
    feed.before = (offset) => {
      if (offset > 0) throw new Error('The site is down');
    };
    await Promise.all([
      expect(read()).rejects.toThrow('The site is down'),
      clock.advance(5 * 15_000),
    ]);
    expect(feed.requests).toHaveLength(7);
  });

  it('misses nothing and repeats nothing, whatever happens between polls', async () => {
    const step = fc.record({
      news: fc.integer({ min: 0, max: 350 }),
      apartMs: fc.constantFrom(0, 100, SECOND, 20 * SECOND),
      waitMs: fc.constantFrom(0, 400, MINUTE, HOUR, 5 * HOUR),
      isMoving: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { clock, feed, since, win, read } = start();
        since(clock.now());
        const seen = new Set<number>();
        const won: number[] = [];
        for (const { news, apartMs, waitMs, isMoving } of steps) {
          const before = clock.now();
          await clock.advance(waitMs);
          const gap = Math.min(apartMs, (clock.now() - before) / Math.max(1, news));
          won.push(...win(news, gap));
          feed.before = () => {
            if (isMoving) won.push(...win(3, 0));
          };
          const { games } = await read();
          expect(new Set(games).size).toBe(games.length);
          for (const game of games) seen.add(game);
        }
        feed.before = () => undefined;
        for (const game of (await read()).games) seen.add(game);
        expect(won.filter((game) => !seen.has(game))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
