import { sql } from 'kysely';

import { DEFAULT_SCHEDULE } from '#src/announcements/feed.ts';

import { channelIdOf } from '../identity.ts';
import { openAnnouncementStore, trackedOf, writeTracked } from '../tracked.ts';

/** Every feed tracks as many. */
const PLAYERS_A_FEED = 4;

/** Feeds with a digest each hour, and an award that waits for it in each. One feed a server. */
export async function writeDigests(url: string, feeds: number): Promise<void> {
  await writeTracked(url, {
    players: feeds * PLAYERS_A_FEED,
    known: [],
    feeds,
    schedule: { ...DEFAULT_SCHEDULE, cadence: 'hourly' },
  });
  await using store = await openAnnouncementStore(url);
  const now = Date.now();
  const awards = Array.from({ length: feeds }, (_, feed) => {
    const { ulid, name } = trackedOf(feed);
    return {
      channelId: channelIdOf(feed),
      ulid,
      playerName: name,
      gameId: 1,
      kind: 'mastered',
      gameTitle: 'Sonic the Hedgehog',
      systemId: 1,
      systemName: 'Genesis/Mega Drive',
      awardedAt: now,
    } as const;
  });
  await store.transaction((tables) => tables.dueAwards.add(awards, now, 'due'));
}

/** Makes all of them due at once, while the bot runs. */
export async function makeDue(url: string): Promise<void> {
  await using store = await openAnnouncementStore(url);
  await sql`update feeds set next_digest_at = ${Date.now()}`.execute(store.db);
}
