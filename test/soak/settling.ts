import { setTimeout as delay } from 'node:timers/promises';

import type { TestDatabase } from '#test/support/store.ts';

import type { Books } from './books.ts';
import type { MovedClock } from './moved-clock.ts';
import type { Scene } from './troubles.ts';
import type { Weather } from './weather.ts';

const LOOK_MS = 50;
/** Who waits in vain for a second lets the clock go on: the bots wait for their next try. */
const NUDGE_AFTER_MS = 1_000;
/** Less than any patience of the bots with a response. */
const NUDGE_MS = 5_000;
/** A digest waits for a poll so long. */
const SITE_DOWN_NUDGE_MS = 130_000;
const PATIENCE_MS = 120_000;
const SHORT_MS = 5;
const RECENT = 50;
/** Older requests were cut. */
const ANSWERED_WITHIN_MS = 1_000;

/** What the bots still have to do, as their database says. */
type UnderWay = {
  readonly batches: number;
  readonly attempts: number;
  readonly digests: number;
  /** When the award feed was read last, ms since 1970. */
  readonly polledAt: number;
};

/** Resolves when everything that is due is told, and the bots have nothing left to do. */
export async function settled(parts: {
  readonly books: Books;
  readonly weather: Weather;
  readonly clock: MovedClock;
  readonly database: TestDatabase;
}): Promise<void> {
  const { books, weather, clock, database } = parts;
  if (weather.areAllOff) return;
  const since = clock.now();
  const end = performance.now() + PATIENCE_MS;
  let nudgeAt = performance.now() + NUDGE_AFTER_MS;
  let found: UnderWay | null = null;
  const isQuiet = async () => {
    if (weather.isCalm && books.late().length > 0) return false;
    found = await underWay(database, clock.now());
    const { batches, attempts, digests, polledAt } = found;
    const isPolled = weather.isSiteDown || polledAt >= since;
    const isPosted = weather.isDiscordDown || batches + attempts === 0;
    return isPolled && isPosted && digests === 0;
  };
  while (!(await isQuiet())) {
    if (performance.now() > end) throw new Error(`It does not settle: ${said(books, found)}`);
    if (performance.now() > nudgeAt) {
      clock.forward(weather.isSiteDown ? SITE_DOWN_NUDGE_MS : NUDGE_MS);
      nudgeAt = performance.now() + NUDGE_AFTER_MS;
    }
    await delay(LOOK_MS);
  }
}

/** Resolves when no bot waits for the site: a step of the clock would end its patience. */
export async function siteIdle({
  stage,
  clock,
}: Pick<Scene, 'stage'> & { readonly clock: MovedClock }): Promise<void> {
  const isWaiting = () =>
    stage.site.requests
      .slice(-RECENT)
      .some(({ status, at }) => status === null && clock.now() - at < ANSWERED_WITHIN_MS);
  while (isWaiting()) await delay(SHORT_MS);
}

async function underWay(database: TestDatabase, now: number): Promise<UnderWay> {
  const [row] = await database.query(`
    with running as (select * from feeds where pause_reason is null)
    select
      (select count(*) from batches join running using (channel_id) where status = 'due') as batches,
      (select count(*) from attempts join batches on batches.id = batch_id
        join running using (channel_id) where status = 'due') as attempts,
      (select count(*) from running where next_digest_at <= ${Math.floor(now)}) as digests,
      (select polled_at from award_feed) as polled_at`);
  const number = (name: string) => Number(row?.[name] ?? 0);
  return {
    batches: number('batches'),
    attempts: number('attempts'),
    digests: number('digests'),
    polledAt: number('polled_at'),
  };
}

function said(books: Books, found: UnderWay | null): string {
  const late = books.late().slice(0, 9);
  return JSON.stringify({ found, late: late.map(({ key, by }) => `${key} by ${by}`) });
}
