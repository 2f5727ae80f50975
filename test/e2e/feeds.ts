import assert from 'node:assert/strict';

import type { Channel } from '#loopback/discord/entities.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { DEFAULT_SCHEDULE, AWARD_FILTERS } from '#src/announcements/feed.ts';
import type { AwardFilter } from '#src/announcements/feed.ts';
import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import type { Stage } from './stage.ts';

/** The announcements of one channel. */
export type TestFeed = {
  readonly channel: Channel;
  readonly players: readonly SitePlayer[];
  readonly kinds: AwardFilter;
};

const MANAGER = '1200000000000000001';
const FAR_AWAY_MS = 24 * 60 * 60_000;

/** Feeds of all kinds, three players each: of twice as many players, every other one is in two. */
export function threeInEach(
  stage: Pick<Stage, 'addPlayer' | 'discord'>,
  count: number,
): { readonly feeds: readonly TestFeed[]; readonly players: readonly SitePlayer[] } {
  const players = Array.from({ length: 2 * count }, (_, n) => stage.addPlayer(`Player${n}`, 12, n));
  const feeds = Array.from({ length: count }, (_, n) => ({
    channel: stage.discord.channel(`feed-${n}`),
    players: players.filter((_player, index) => [n, (n + 1) % count, count + n].includes(index)),
    kinds: AWARD_FILTERS[n % AWARD_FILTERS.length] ?? 'all',
  }));
  return { feeds, players };
}

/**
 * Writes feeds into the bot's database while it does not run, as managers' commands would.
 * @param since when they were set up, ms since 1970; now where left out.
 */
export async function writeFeeds(
  { databaseUrl }: Pick<Stage, 'databaseUrl'>,
  feeds: readonly TestFeed[],
  since = Date.now(),
): Promise<void> {
  await using store = await openAnnouncementStore(databaseUrl);
  for (const feed of feeds) await writeFeed(store, feed, since);
}

function writeFeed(store: AnnouncementStore, feed: TestFeed, since: number): Promise<void> {
  const { channel, players, kinds } = feed;
  return store.transaction(async ({ feeds, trackedPlayers }) => {
    await feeds.save({
      channelId: channel.id,
      guildId: channel.guild_id ?? '',
      kinds,
      schedule: DEFAULT_SCHEDULE,
      roleId: null,
      managerId: MANAGER,
      language: 'en',
      crossposts: false,
      createdAt: since,
      wantedSince: since,
      pause: null,
      nextDigestAt: null,
      lastPostedAt: null,
    });
    for (const { ulid, name } of players) {
      assert(isUlid(ulid));
      const player = { ulid, name, avatarPath: null };
      const sweepAt = since + FAR_AWAY_MS;
      await trackedPlayers.track({ channelId: channel.id, player, at: since, sweepAt });
    }
  });
}
