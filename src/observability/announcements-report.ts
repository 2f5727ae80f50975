import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';

/** How this process's announcements are doing, ms since 1970; null for whatever is fine. */
export type AnnouncementHealth = {
  readonly isAnnouncing: boolean;
  readonly readsFailSince: number | null;
  readonly writesFailSince: number | null;
  readonly pollsStuckSince: number | null;
};

/** How announcements are going, whichever process makes them. Times are ms since 1970, null for never. */
export type AnnouncementsReport = {
  readonly trackedPlayers: number;
  readonly lastPollAt: number | null;
  readonly lastPostAt: number | null;
  readonly awardsWaiting: {
    readonly post: number;
    readonly digest: number;
    readonly paused: number;
  };
  readonly oldestPostAt: number | null;
};

/** The connections to a database server. */
export type Connections = {
  readonly limit: number;
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
};

/** Whoever asks wants a response soon, even if the database hangs. */
const PATIENCE_MS = 2_000;

/** Asks once at a time. Null if the database isn't open, or doesn't respond in time. Never rejects. */
export function createReporter(
  ask: () => Promise<AnnouncementsReport | null>,
  clock: Clock,
): () => Promise<AnnouncementsReport | null> {
  let asking: Promise<AnnouncementsReport | null> | null = null;
  return async () => {
    asking ??= ask()
      .catch(() => null)
      .finally(() => {
        asking = null;
      });
    const asked = asking;
    return (await settlesWithin(asked, PATIENCE_MS, clock)) ? asked : null;
  };
}
