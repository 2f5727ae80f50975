import { sql } from 'kysely';

import { DEFAULT_AWARD_FILTER, DEFAULT_SCHEDULE } from '#src/announcements/feed.ts';
import type { Feed, Schedule } from '#src/announcements/feed.ts';
import { nextDigestAt } from '#src/announcements/schedule.ts';
import { createAnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { toRow } from '#src/announcements/tables/feed-row.ts';
import type { Schema } from '#src/announcements/tables/schema.ts';
import { MIGRATIONS } from '#src/migrations.ts';
import type { PeopleSchema } from '#src/people/tables/schema.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';
import { openStore } from '#src/store/store.ts';

import { channelIdOf, guildIdOf } from './identity.ts';

/** A player as a feed tracks them. */
export type Tracked = { readonly ulid: Ulid; readonly name: string };

/** Players per feed. */
const PLAYERS_A_FEED = 40;
const DAY_MS = 24 * 60 * 60_000;

/** How many feeds they are in, one per server. */
export function feedsFor(players: number): number {
  return Math.ceil(players / PLAYERS_A_FEED);
}

/**
 * Fills an empty database as managers do by setting up feeds and tracking players, different ones in each feed. No
 * library has to be loaded or checked for a day.
 * @param crowd.known who has an account on the site; they come first
 * @param crowd.feeds one for each 40 players if left out
 */
export async function writeTracked(
  url: string,
  crowd: {
    readonly players: number;
    readonly known: readonly Tracked[];
    readonly feeds?: number;
    readonly schedule?: Schedule;
  },
): Promise<void> {
  const { players, known, feeds = feedsFor(players), schedule = DEFAULT_SCHEDULE } = crowd;
  const at = Date.now();
  await using store = await openAnnouncementStore(url);
  await store.db
    .$extendTables<Schema & PeopleSchema>()
    .transaction()
    .execute(async (db) => {
      await inChunks(numbers(feeds), async (chunk) => {
        const rows = chunk.map((feed) => toRow(feedOf(feed, at, schedule)));
        await db.insertInto('feeds').values(rows).execute();
        return [];
      });
      await inChunks(numbers(players), async (chunk) => {
        const these = chunk.map((index) => ({ ...(known[index] ?? trackedOf(index)), index }));
        const rows = these.map(({ ulid, name }) => ({
          ulid,
          name,
          name_key: name.toLowerCase(),
          next_sweep_at: at + DAY_MS,
        }));
        await db.insertInto('players').values(rows).execute();
        const tracked = these.map(({ ulid, index }) => ({
          channel_id: channelIdOf(index % feeds),
          ulid,
          tracked_at: at,
        }));
        await db.insertInto('tracked_players').values(tracked).execute();
        const loaded = these.map(({ ulid, name }) => ({ ulid, name, loaded_at: at }));
        await db.insertInto('known_players').values(loaded).execute();
        return [];
      });
    });
  // As Postgres does by itself after a while.
  if (store.sharesWork) await sql`vacuum analyze`.execute(store.db);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Opens a database as the bot does. */
export async function openAnnouncementStore(url: string) {
  const log = createLog('silent', []);
  const store = await openStore(url, { migrations: MIGRATIONS, clock: systemClock, log });
  return {
    ...createAnnouncementStore(store),
    db: store.db,
    [Symbol.asyncDispose]: store[Symbol.asyncDispose],
  };
}

/** Someone who isn't on the site. */
export function trackedOf(index: number): Tracked {
  const ulid = `01${String(index).padStart(24, '0')}`;
  if (!isUlid(ulid)) throw new RangeError(`${index} makes no ULID`);
  return { ulid, name: `Tracked${index}` };
}

function feedOf(index: number, at: number, schedule: Schedule): Feed {
  return {
    channelId: channelIdOf(index),
    guildId: guildIdOf(index),
    kinds: DEFAULT_AWARD_FILTER,
    schedule,
    roleId: null,
    managerId: guildIdOf(index),
    language: 'en',
    crossposts: false,
    createdAt: at,
    wantedSince: at,
    pause: null,
    nextDigestAt: nextDigestAt(schedule, at),
    lastPostedAt: null,
  };
}
