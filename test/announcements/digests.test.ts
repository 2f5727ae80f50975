import { describe, expect, it } from 'vitest';

import type { Schedule } from '#src/announcements/feed.ts';
import { createPlanner } from '#src/announcements/posting/planner.ts';
import { createAnnouncer } from '#src/announcements/reading/announcer.ts';
import { createPoll } from '#src/announcements/reading/poll.ts';
import { createLog } from '#src/platform/log.ts';
import { createWake } from '#src/platform/wake.ts';

import { DAY, MINUTE, SECOND } from './channel-stage.ts';
import { openEngineStage, POLL_MS } from './engine-stage.ts';
import type { EngineStage } from './engine-stage.ts';

const HOUR = 60 * MINUTE;

/** A feed with a digest at 12:00 UTC; it is 11:58:30. */
async function openDaily(): Promise<EngineStage> {
  const stage = await openEngineStage({ start: Date.UTC(2025, 0, 1, 11, 58, 30) });
  await stage.setUp('100', [1], { schedule: { cadence: 'daily', hour: 12 } });
  await stage.clock.advance(SECOND);
  return stage;
}

/** A day in which the bot was off, but for its last minutes. */
async function skipDay({ clock }: EngineStage, days = 1): Promise<void> {
  clock.set(clock.now() + days * DAY - 10 * MINUTE);
  await clock.advance(10 * MINUTE);
}

describe('a digest', () => {
  it('has every award up to its hour, and comes with the next poll', async () => {
    await using stage = await openDaily();
    const { clock, feed, channels, engine } = stage;
    engine.start();
    feed.award(1, 5, 'beaten-softcore', clock.now());
    await clock.advance(80 * SECOND);
    feed.award(1, 6, 'mastered', clock.now());
    expect(new Date(clock.now()).toISOString()).toContain('11:59:51');
    await clock.advance(30 * SECOND);
    expect(channels.posted).toEqual([]);
    await clock.advance(30 * SECOND);
    const digest = '100 digest Player1: Title 5 beaten-softcore, Title 6 mastered';
    expect(channels.posted).toEqual([digest]);
    feed.award(1, 7, 'mastered', clock.now());
    await clock.advance(5 * MINUTE);
    expect(channels.posted).toEqual([digest]);
    await skipDay(stage);
    expect(channels.posted).toEqual([digest, '100 digest Player1: Title 7 mastered']);
  });

  it('waits two minutes for the site, and no longer', async () => {
    await using stage = await openDaily();
    const { clock, feed, channels, engine } = stage;
    feed.award(1, 5, 'mastered', clock.now());
    engine.start();
    await clock.advance(2 * SECOND);
    feed.before = () => {
      throw new Error('The site is down');
    };
    await clock.advance(Date.UTC(2025, 0, 1, 12, 1, 59) - clock.now());
    expect(channels.posted).toEqual([]);
    await clock.advance(31 * SECOND);
    expect(channels.posted).toHaveLength(1);
  });

  it('is not posted for a period without awards', async () => {
    await using stage = await openDaily();
    const { clock, channels, engine } = stage;
    engine.start();
    await clock.advance(5 * MINUTE);
    await skipDay(stage);
    expect(channels.requests).toEqual([]);
    expect((await stage.feedOf('100')).nextDigestAt).toBe(Date.UTC(2025, 0, 3, 12));
  });

  it('is posted once if several were missed', async () => {
    await using stage = await openDaily();
    const { clock, feed, channels, engine } = stage;
    engine.start();
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(2 * SECOND);
    feed.award(1, 6, 'mastered', clock.now() + DAY);
    await skipDay(stage, 2);
    expect(channels.posted).toEqual(['100 digest Player1: Title 5 mastered, Title 6 mastered']);
    expect((await stage.feedOf('100')).nextDigestAt).toBe(Date.UTC(2025, 0, 3, 12));
  });

  it('comes on resume if its hour passed during the pause', async () => {
    await using stage = await openDaily();
    const { clock, feed, channels, engine } = stage;
    engine.start();
    feed.award(1, 5, 'mastered', clock.now());
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    await clock.advance(10 * MINUTE);
    expect(channels.posted).toEqual([]);
    await engine.management.resume(await stage.feedOf('100'));
    await clock.advance(POLL_MS);
    expect(channels.posted).toEqual(['100 digest Player1: Title 5 mastered']);
    expect((await stage.feedOf('100')).nextDigestAt).toBe(Date.UTC(2025, 0, 2, 12));
  });

  it('comes at the new hour if that was changed, with the waiting awards', async () => {
    await using stage = await openDaily();
    const { clock, feed, channels, engine } = stage;
    engine.start();
    feed.award(1, 5, 'mastered', clock.now());
    await clock.advance(MINUTE);
    await stage.setUp('100', [], { schedule: { hour: 13 } });
    await clock.advance(HOUR);
    expect(channels.posted).toEqual([]);
    await clock.advance(3 * MINUTE);
    expect(channels.posted).toEqual(['100 digest Player1: Title 5 mastered']);
  });

  it('becomes one window of posts if its feed becomes live, and the other way round', async () => {
    await using stage = await openDaily();
    const { clock, feed, channels, engine } = stage;
    engine.start();
    feed.award(1, 5, 'mastered', clock.now());
    feed.award(1, 6, 'mastered', clock.now());
    await clock.advance(30 * SECOND);
    await stage.setUp('100', [], { schedule: { cadence: 'live' } });
    await clock.advance(MINUTE);
    const live = ['100 single Player1 Title 5 mastered', '100 single Player1 Title 6 mastered'];
    expect(channels.posted).toEqual(live);
    await stage.setUp('100', [], { schedule: { cadence: 'daily', hour: 12 } });
    feed.award(1, 7, 'mastered', clock.now());
    await clock.advance(5 * MINUTE);
    expect(channels.posted).toEqual(live);
    await skipDay(stage);
    expect(channels.posted).toEqual([...live, '100 digest Player1: Title 7 mastered']);
  });

  it('is posted to each of many feeds with the same hour', async () => {
    await using stage = await openEngineStage({ start: Date.UTC(2025, 0, 1, 11, 58, 30) });
    const { clock, feed, channels, engine } = stage;
    const ids = Array.from({ length: 60 }, (_, n) => `${1_000 + n}`);
    for (const id of ids) await stage.setUp(id, [1], { schedule: { cadence: 'daily', hour: 12 } });
    await clock.advance(SECOND);
    engine.start();
    feed.award(1, 5, 'mastered', clock.now());
    // One after the other: everything else gets a turn in between.
    await clock.advance(15 * MINUTE);
    const expected = ids.map((id) => `${id} digest Player1: Title 5 mastered`);
    expect(channels.posted.toSorted()).toEqual(expected.toSorted());
  });
});

/** A monthly feed with a digest at 12:00 UTC on the 1st of February, and an award of the 2nd of January. */
async function openMonthly(): Promise<EngineStage> {
  const stage = await openEngineStage({ start: Date.UTC(2025, 0, 2, 9) });
  const { clock, feed, engine } = stage;
  await stage.setUp('100', [1], { schedule: { cadence: 'monthly', hour: 12 } });
  await clock.advance(SECOND);
  engine.start();
  feed.award(1, 5, 'mastered', clock.now());
  await clock.advance(2 * POLL_MS);
  return stage;
}

/** The bot was off until the last minutes before this time. */
async function goTo({ clock }: EngineStage, time: number): Promise<void> {
  clock.set(time - 5 * MINUTE);
  await clock.advance(5 * MINUTE);
}

const FEBRUARY = Date.UTC(2025, 1, 1, 12);

describe('a monthly digest', () => {
  it('has every award of the month, and comes on the 1st', async () => {
    await using stage = await openMonthly();
    const { clock, feed, channels } = stage;
    await goTo(stage, Date.UTC(2025, 0, 30));
    feed.award(1, 6, 'beaten-hardcore', clock.now());
    await goTo(stage, FEBRUARY - SECOND);
    expect(channels.posted).toEqual([]);
    await clock.advance(2 * POLL_MS);
    const digest = '100 digest Player1: Title 5 mastered, Title 6 beaten-hardcore';
    expect(channels.posted).toEqual([digest]);
    expect((await stage.feedOf('100')).nextDigestAt).toBe(Date.UTC(2025, 2, 1, 12));
  });

  it('is one for all missed months', async () => {
    await using stage = await openMonthly();
    const { channels } = stage;
    await goTo(stage, Date.UTC(2025, 3, 7));
    expect(channels.posted).toEqual(['100 digest Player1: Title 5 mastered']);
    expect((await stage.feedOf('100')).nextDigestAt).toBe(Date.UTC(2025, 4, 1, 12));
  });

  it('loses nothing in a short pause, however old the awards are', async () => {
    await using stage = await openMonthly();
    const { clock, channels, engine } = stage;
    await goTo(stage, Date.UTC(2025, 0, 20));
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    await clock.advance(MINUTE);
    const feed = await stage.feedOf('100');
    expect((await engine.management.status(feed))?.dueCount).toBe(1);
    await engine.management.resume(feed);
    await goTo(stage, FEBRUARY + 2 * POLL_MS);
    expect(channels.posted).toEqual(['100 digest Player1: Title 5 mastered']);
  });

  it.each([
    { days: 7, isKept: true },
    { days: 8, isKept: false },
  ])('is kept while paused for $days days after its hour: $isKept', async ({ days, isKept }) => {
    await using stage = await openMonthly();
    const { clock, channels, engine } = stage;
    await engine.management.pause(await stage.feedOf('100'), 'manager');
    await goTo(stage, FEBRUARY + days * DAY - MINUTE);
    const feed = await stage.feedOf('100');
    expect((await engine.management.status(feed))?.dueCount).toBe(isKept ? 1 : 0);
    await engine.management.resume(feed);
    await clock.advance(2 * POLL_MS);
    expect(channels.posted).toHaveLength(isKept ? 1 : 0);
  });
});

const SCHEDULES: readonly Partial<Schedule>[] = [
  { cadence: 'hourly', timezone: 'Europe/Paris' },
  { cadence: 'daily', hour: 2, timezone: 'Europe/Paris' },
  { cadence: 'daily', hour: 3, timezone: 'Europe/Paris' },
  { cadence: 'weekly', hour: 2, weekday: 'sunday', timezone: 'Europe/Paris' },
];

/** Polls and digests alone, over so many days: what each feed's digests hold, and when they were put together. */
async function simulate(start: number, days: number) {
  await using stage = await openEngineStage({ start });
  const { clock, feed, store } = stage;
  for (const [n, schedule] of SCHEDULES.entries()) await stage.setUp(`${n}`, [1], { schedule });
  const ids: string[] = [];
  const planner = createPlanner(() => {
    ids.push(`b${ids.length}`);
    return `b${ids.length - 1}`;
  });
  const log = createLog('silent', []);
  const site = feed.site;
  const poll = createPoll({ store, site, planner, clock, log });
  const wake = createWake(clock);
  const stop = new AbortController();
  const pollMs = 15 * MINUTE;
  const announcer = createAnnouncer({ store, poll, planner, wake, pollMs, clock, log });
  const running = announcer.run(stop.signal);
  let games = 0;
  while (clock.now() < start + days * DAY) {
    games += 1;
    feed.award(1, games, 'mastered', clock.now());
    await clock.advance(37 * MINUTE + 13 * SECOND);
  }
  stop.abort();
  await running;
  const batches = await Promise.all(ids.map((id) => store.batches.get(id)));
  return { games, batches: batches.filter((batch) => batch !== null) };
}

const localTime = new Intl.DateTimeFormat('sv', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

const days = (times?: readonly string[]) => times?.map((time) => time.slice(0, 10));
const hours = (times?: readonly string[]) =>
  new Map(times?.map((time) => [time.slice(0, 10), time.slice(11, 13)]));

describe('digests in a time zone whose clock changes', () => {
  it.for([
    { says: 'put forward', start: Date.UTC(2025, 2, 27, 12), sunday: '2025-03-30', two: '03' },
    { says: 'put back', start: Date.UTC(2025, 9, 23, 12), sunday: '2025-10-26', two: '02' },
  ])('come once per period when it is $says, with each award once', async (change) => {
    const { games, batches } = await simulate(change.start, 4);
    const told = SCHEDULES.map((_, channel) => {
      const own = batches.filter(({ channelId }) => channelId === String(channel));
      return {
        games: own.flatMap(({ awards }) => awards.map(({ gameId }) => gameId)),
        times: own.map(({ createdAt }) => localTime.format(createdAt)),
      };
    });
    for (const digests of told) {
      expect(digests.games).toEqual(digests.games.map((_, index) => index + 1));
      expect(digests.games.length).toBeGreaterThan(games / 2);
      expect(digests.games.length).toBeLessThanOrEqual(games);
    }
    const [hourly, atTwo, atThree, weekly] = told.map(({ times }) => times);
    expect(hourly).toHaveLength(4 * 24);
    expect(new Set(days(atTwo)).size).toBe(4);
    expect(days(atThree)).toEqual(days(atTwo));
    expect(days(weekly)).toEqual([change.sunday]);
    const atTwoHours = hours(atTwo);
    expect(atTwoHours.get(change.sunday)).toBe(change.two);
    atTwoHours.delete(change.sunday);
    expect(new Set(atTwoHours.values())).toEqual(new Set(['02']));
    expect(new Set(hours(atThree).values())).toEqual(new Set(['03']));
  });
});
