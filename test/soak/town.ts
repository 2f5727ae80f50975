import assert from 'node:assert/strict';

import { sql } from 'kysely';

import type { Channel } from '#loopback/discord/entities.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import type { AwardFilter, Cadence, Schedule } from '#src/announcements/feed.ts';
import { WEEKDAYS } from '#src/announcements/feed.ts';
import { FALLBACK, LANGUAGES } from '#src/messages/languages/languages.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Stage } from '#test/e2e/stage.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import type { OpenStore } from '#test/support/announcement-store.ts';

import { nextDigest } from './calendar.ts';
import type { Draws } from './draws.ts';

/** The announcements of one server. */
export type SoakFeed = {
  readonly channel: Channel;
  readonly kinds: AwardFilter;
  readonly schedule: Schedule;
  readonly language: string;
  readonly players: readonly SitePlayer[];
};

export type Town = {
  readonly feeds: readonly SoakFeed[];
  readonly players: readonly SitePlayer[];
  /** Nobody tracks them. */
  readonly strangers: readonly SitePlayer[];
};

const CADENCES: readonly (readonly [Cadence, number])[] = [
  ['live', 0.6],
  ['hourly', 0.12],
  ['daily', 0.14],
  ['weekly', 0.1],
  ['monthly', 0.04],
];
const FILTERS: readonly (readonly [AwardFilter, number])[] = [
  ['all', 0.5],
  ['hardcore', 0.2],
  ['beaten', 0.15],
  ['mastered', 0.15],
];
const ZONES = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Europe/Paris',
];
/** In an order of their own, because what a seed draws depends on it. */
const SPOKEN = [...new Set([FALLBACK, ...Object.keys(LANGUAGES).toSorted()])];
/** So many players are in a second feed, too. */
const SHARED = 0.2;
const HOUR_MS = 60 * 60_000;

/** Servers with a feed each, and players on the site: each feed has the same number of its own, and some of others'. */
export function buildTown(
  { discord, site }: Pick<Stage, 'discord' | 'site'>,
  draws: Draws,
  size: { readonly servers: number; readonly players: number },
): Town {
  const people = (name: string, count: number) =>
    Array.from({ length: count }, (_, n) => site.addPlayer({ name: `${name}${n}`, games: [] }));
  const players = people('Player', size.players);
  const byFeed = Array.from({ length: size.servers }, () => new Set<SitePlayer>());
  for (const [index, player] of players.entries()) {
    byFeed[index % size.servers]?.add(player);
    if (draws.random() < SHARED) draws.one(byFeed).add(player);
  }
  const feeds = byFeed.map((own, n) => {
    const guild = discord.world.addGuild(`Server ${n}`);
    return {
      channel: discord.channel(`feed-${n}`, 0, guild),
      kinds: draws.oneOf(FILTERS),
      schedule: {
        cadence: draws.oneOf(CADENCES),
        hour: draws.below(24),
        weekday: draws.one(WEEKDAYS),
        timezone: draws.one(ZONES),
      },
      language: draws.one(SPOKEN),
      players: [...own],
    };
  });
  return { feeds, players, strangers: people('Stranger', Math.ceil(size.players / 5)) };
}

/** Writes the feeds into the bots' database, as managers' commands would. @param now ms since 1970 */
export async function settle(
  { feeds }: Town,
  databaseUrl: string,
  draws: Draws,
  { managerId, now }: { readonly managerId: string; readonly now: number },
): Promise<void> {
  await using store = await openAnnouncementStore(databaseUrl);
  for (const feed of feeds) await write(store, feed, draws, { managerId, now });
  // Their libraries are not loaded for the first time.
  await sql`update known_players set loaded_at = ${now}`.execute(store.db);
}

function write(
  store: OpenStore,
  { channel, kinds, schedule, language, players }: SoakFeed,
  draws: Draws,
  { managerId, now }: { readonly managerId: string; readonly now: number },
): Promise<void> {
  return store.transaction(async (tables) => {
    await tables.feeds.save({
      channelId: channel.id,
      guildId: channel.guild_id ?? '',
      kinds,
      schedule,
      roleId: null,
      managerId,
      language,
      crossposts: false,
      createdAt: now,
      wantedSince: now,
      pause: null,
      nextDigestAt: schedule.cadence === 'live' ? null : nextDigest(schedule, now),
      lastPostedAt: null,
    });
    for (const { ulid, name } of players) {
      assert(isUlid(ulid));
      const player = { ulid, name, avatarPath: null };
      // As the bot spreads them.
      const sweepAt = Math.floor(now + (12 + 24 * draws.random()) * HOUR_MS);
      await tables.trackedPlayers.track({ channelId: channel.id, player, at: now, sweepAt });
    }
  });
}
