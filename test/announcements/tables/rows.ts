import type { Batch, DueAward } from '#src/announcements/batch.ts';
import { DEFAULT_SCHEDULE } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { AnnouncementTables } from '#src/announcements/tables/announcement-store.ts';
import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

/** Noon, so that times around it read well. */
export const NOW = Date.UTC(2025, 5, 1, 12);

export function ulid(number: number): Ulid {
  const text = `01${String(number).padStart(24, '0')}`;
  if (!isUlid(text)) throw new Error(`${text} is no ULID`);
  return text;
}

export function feed(channelId: string, changes: Partial<Feed> = {}): Feed {
  return {
    channelId,
    guildId: 'guild',
    kinds: 'all',
    schedule: DEFAULT_SCHEDULE,
    roleId: null,
    managerId: '500',
    language: 'en',
    crossposts: false,
    createdAt: NOW,
    wantedSince: NOW,
    pause: null,
    nextDigestAt: null,
    lastPostedAt: null,
    ...changes,
  };
}

/** Player 1's mastered game 1 in channel `a`, but for what is said. */
export function award(changes: Partial<DueAward> = {}): DueAward {
  return {
    channelId: 'a',
    ulid: ulid(1),
    playerName: 'Player1',
    gameId: 1,
    kind: 'mastered',
    gameTitle: 'Sonic the Hedgehog',
    systemId: 1,
    systemName: 'Mega Drive',
    awardedAt: NOW,
    ...changes,
  };
}

export function batch(id: string, changes: Partial<Batch> = {}): Batch {
  return {
    id,
    channelId: 'a',
    kind: 'single',
    createdAt: NOW,
    pings: false,
    isPlain: false,
    awards: [],
    ...changes,
  };
}

/** Tracks player number `n` in a channel, as `PlayerN`. */
export function track(
  store: Pick<AnnouncementStore, 'transaction'>,
  channelId: string,
  number: number,
  changes: {
    readonly name?: string;
    readonly at?: number;
    readonly sweepAt?: number;
    readonly addedBy?: string;
  } = {},
): ReturnType<AnnouncementTables['trackedPlayers']['track']> {
  const { name = `Player${number}`, at = NOW, sweepAt = NOW, ...added } = changes;
  const player = { ulid: ulid(number), name, avatarPath: null };
  return store.transaction(({ trackedPlayers }) =>
    trackedPlayers.track({ channelId, player, at, sweepAt, ...added }),
  );
}

/** Puts batches in, one after the other. */
export async function addBatches(
  store: AnnouncementStore,
  ...batches: readonly Batch[]
): Promise<void> {
  for (const one of batches) await store.transaction((all) => all.batches.add(one));
}
