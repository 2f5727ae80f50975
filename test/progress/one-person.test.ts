import { expect, it } from 'vitest';

import type { RequestOptions, RetroAchievements } from '#src/retroachievements/client.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { DEFAULT_TIMEOUTS } from '#src/retroachievements/http/fetcher.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { byName, createLibraryStack, gamesOf } from './scripted-site.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const MINUTES = 5;
const REQUESTS_PER_MINUTE = 60;
const ANSWER_MS = 500;
/** One answer of the site, and a quarter of a second of patience for the picture. */
const BOUND_MS = 1_000;

/** A site that takes a while, where every name has a library of this size, behind the bot's own budget. */
function start(librarySize: number) {
  const clock = createFakeClock();
  const budget = createRequestBudget({ requestsPerMinute: REQUESTS_PER_MINUTE, clock });
  const games = gamesOf(librarySize);
  const starts: { readonly person: string | undefined; readonly at: number }[] = [];
  const waits: number[] = [];

  function ask<T>({ priority, person }: RequestOptions, answer: T): Promise<T> {
    const askedAt = clock.now();
    const deadline = askedAt + DEFAULT_TIMEOUTS.deadline[priority];
    return budget.run(priority, { deadline, person }, async () => {
      starts.push({ person, at: clock.now() });
      if (priority === 'poll') waits.push(clock.now() - askedAt);
      await clock.sleep(ANSWER_MS);
      return answer;
    });
  }

  const site: RetroAchievements = {
    completionProgress: (_, { offset, count }, request) => {
      const page = games.slice(offset, offset + count);
      return ask(request, { total: games.length, rowCount: page.length, games: page });
    },
    userProfile: (ref, request) =>
      ask(request, { name: playerRefText(ref), ulid: null, avatarPath: null, motto: '' }),
    recentGameAwards: (_, request) => ask(request, { total: 0, rowCount: 0, awards: [] }),
  };
  const { libraries } = createLibraryStack(site, { clock });

  /** How long the first page takes, in ms; why there is none. */
  async function firstPage(person: string, name: string): Promise<number | string> {
    const askedAt = clock.now();
    try {
      const updates = libraries.open(byName(name), { person });
      await updates.next();
      const tookMs = clock.now() - askedAt;
      // Whoever looks also waits for the rest.
      void Array.fromAsync(updates).catch(() => undefined);
      return tookMs;
    } catch (error) {
      if (error instanceof RetroAchievementsError) return error.failure.kind;
      throw error;
    }
  }
  const poll = () =>
    site.recentGameAwards({ kinds: ['mastered'], offset: 0, count: 100 }, { priority: 'poll' });
  return { clock, firstPage, poll, starts, waits };
}

it.each([
  ['of up to 500 games', 300],
  ['of 10,000 games', 10_000],
])(
  'one person who asks for a new library %s every second uses up only their own share',
  { timeout: 60_000 },
  async (_, librarySize) => {
    const { clock, firstPage, poll, starts, waits } = start(librarySize);
    const greedy: Promise<number | string>[] = [];
    const others: Promise<number | string>[] = [];
    const polls: Promise<unknown>[] = [];
    for (let second = 0; second < MINUTES * 60; second += 1) {
      greedy.push(firstPage('greedy', `New${second}`));
      // Others come now and then, each for a library that somebody has to load.
      if (librarySize <= 500 ? second % 6 === 3 : second % 60 === 3) {
        others.push(firstPage(`person${second}`, `Friend${second}`));
      }
      if (second % 60 === 30) polls.push(poll());
      await clock.advance(SECOND);
    }
    await clock.advance(5 * MINUTE);
    await Promise.all(polls);
    const seen = await Promise.all(others);
    expect(seen.length).toBeGreaterThanOrEqual(MINUTES);
    expect(seen.filter((took) => typeof took !== 'number' || took > BOUND_MS)).toEqual([]);
    expect(waits).toHaveLength(MINUTES);
    expect(Math.max(...waits)).toBe(0);

    const told = await Promise.all(greedy);
    expect(told.filter((took) => typeof took === 'number').length).toBeGreaterThan(MINUTES);
    expect(new Set(told.filter((took) => typeof took !== 'number'))).toEqual(
      new Set(['own-share']),
    );
    const own = starts.filter(({ person }) => person === 'greedy').map(({ at }) => at);
    const busiest = own.map(
      (at) => own.filter((other) => other >= at && other < at + MINUTE).length,
    );
    expect(Math.max(...busiest)).toBe(REQUESTS_PER_MINUTE / 2);
  },
);

it('a person who opens a new player every ten seconds, and refreshes, never hits the limit', async () => {
  const { clock, firstPage } = start(450);
  const seen: Promise<number | string>[] = [];
  for (let looks = 0; looks < 60; looks += 1) {
    seen.push(firstPage('curious', `Friend${looks}`));
    await clock.advance(10 * SECOND);
  }
  await clock.advance(MINUTE);
  expect((await Promise.all(seen)).filter((took) => typeof took !== 'number')).toEqual([]);
});
