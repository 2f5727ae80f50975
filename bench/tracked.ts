import { sql } from 'kysely';

import { DEFAULT_AWARD_FILTER, DEFAULT_SCHEDULE } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { createAnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { MIGRATIONS } from '#src/migrations.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { openStore } from '#src/store/store.ts';

import { channelIdOf, guildIdOf } from './identity.ts';

/** A player as a feed tracks them. */
export type Tracked = { readonly ulid: Ulid; readonly name: string };

/** As many as each feed has, where there are so many players. */
const PLAYERS_A_FEED = 40;
const DAY_MS = 24 * 60 * 60_000;

/** So many feeds they are in, one a server. */
export function feedsFor(players: number): number {
  return Math.ceil(players / PLAYERS_A_FEED);
}

/**
 * Writes a database as managers do who set up feeds and track players: 40 different ones in each feed.
 * @param known who has an account on the site; they come first
 */
export async function writeTracked(
  file: string,
  players: number,
  known: readonly Tracked[],
): Promise<void> {
  await using store = await openAnnouncementStore(`sqlite:${file}`);
  const at = Date.now();
  const feeds = feedsFor(players);
  for (let feed = 0; feed < feeds; feed += 1) {
    await store.transaction(async (tables) => {
      await tables.feeds.save(feedOf(feed, at));
      for (let index = feed; index < players; index += feeds) {
        const { ulid, name } = known[index] ?? trackedOf(index);
        await tables.trackedPlayers.track({
          channelId: channelIdOf(feed),
          player: { ulid, name, avatarPath: null },
          at,
          // Nobody's library is swept while this lasts.
          sweepAt: at + DAY_MS,
        });
      }
    });
  }
  // Nor is it loaded for the first time.
  await sql`update known_players set loaded_at = ${at}`.execute(store.db);
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

/** Somebody whom nobody on the site knows. */
export function trackedOf(index: number): Tracked {
  const ulid = `01${String(index).padStart(24, '0')}`;
  if (!isUlid(ulid)) throw new RangeError(`${index} makes no ULID`);
  return { ulid, name: `Tracked${index}` };
}

function feedOf(index: number, at: number): Feed {
  return {
    channelId: channelIdOf(index),
    guildId: guildIdOf(index),
    kinds: DEFAULT_AWARD_FILTER,
    schedule: DEFAULT_SCHEDULE,
    roleId: null,
    managerId: guildIdOf(index),
    language: 'en',
    crossposts: false,
    createdAt: at,
    wantedSince: at,
    pause: null,
    nextDigestAt: null,
    lastPostedAt: null,
  };
}
