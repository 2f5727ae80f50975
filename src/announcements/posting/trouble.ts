import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type {
  ChannelAccess,
  ChannelPermissions,
} from '#src/discord/channels/channel-permissions.ts';
import { canPost } from '#src/discord/channels/postable.ts';
import type { ChannelProblem, PostOutcome } from '#src/discord/channels/posts.ts';
import { truncate } from '#src/messages/markdown.ts';

import type { Feed, PauseReason } from '../feed.ts';

type Refused = Extract<PostOutcome, { readonly kind: 'refused' }>;

/** What to do about a channel that refused a post. */
export type Verdict =
  | { readonly kind: 'again'; readonly since: number; readonly waitMs: number }
  | {
      readonly kind: 'pause';
      readonly since: number;
      readonly reason: ChannelProblem;
      readonly detail: string | null;
      /** When to check the channel next, ms since 1970. */
      readonly lookAt: number;
    };

/** Show at most this much of Discord's message, in UTF-16 units. */
const WORDS_LIMIT = 200;
const HOUR_MS = 60 * 60_000;
const LONGEST_LOOK_MS = 6 * HOUR_MS;
/** Reasons that checking the channel can prove or disprove. */
const SEEN: ReadonlySet<PauseReason> = new Set<PauseReason>([
  'unknownChannel',
  'missingAccess',
  'missingPermissions',
  'notInServer',
]);

/** Whether checking the channel can show that the problem is gone. */
export function isSeen(reason: PauseReason): boolean {
  return SEEN.has(reason);
}

export type Troubles = ReturnType<typeof createTroubles>;

/**
 * Decides when a channel that refuses posts is paused: never for one response, but after attempts at 0, ½, 1, 2, 4, and
 * 8 units of time, and a check of the channel.
 * @param options.unitMs a minute, or less for tests
 */
export function createTroubles(options: {
  readonly store: Pick<AnnouncementStore, 'feedTroubles'>;
  readonly channels: Pick<ChannelPermissions, 'access'>;
  readonly unitMs: number;
}) {
  const { store, channels, unitMs } = options;
  const patienceMs = 7.5 * unitMs;

  return {
    /** @param now ms since 1970 */
    async verdict(
      feed: Feed,
      refused: Refused,
      now: number,
      signal: AbortSignal,
    ): Promise<Verdict> {
      const known = await store.feedTroubles.refusingSince(feed.channelId);
      // Later than now, because the clock was set back.
      const since = Math.min(known ?? now, now);
      const elapsedMs = now - since;
      const waitMs = clamp(elapsedMs, unitMs / 2, 4 * unitMs);
      if (elapsedMs < patienceMs) return { kind: 'again', since, waitMs };
      const found = await channels.access(feed, signal);
      if (found.kind === 'unavailable') return { kind: 'again', since, waitMs };
      const reason = reasonOf(found, refused.reason);
      const detail = reason === 'refused' ? shortDetail(refused.detail) : null;
      return { kind: 'pause', since, reason, detail, lookAt: now + this.lookAgainMs(since, now) };
    },
    /** How long to leave a paused channel alone until the next check: longer each time. */
    lookAgainMs: (since: number, now: number): number =>
      clamp(now - since, 5 * unitMs, LONGEST_LOOK_MS),
  };
}

/** Only what is certain: what the check found, else what Discord said. */
function reasonOf(found: ChannelAccess, said: ChannelProblem): ChannelProblem {
  switch (found.kind) {
    case 'unknown':
      return 'unknownChannel';
    case 'notInServer':
      return 'notInServer';
    case 'noAccess':
      return 'missingAccess';
    case 'unavailable':
    case 'unreadable':
      return isSeen(said) && said !== 'missingPermissions' ? 'refused' : said;
    case 'ok':
      if (found.missing.includes('viewChannel')) return 'missingAccess';
      if (found.missing.includes('manageThreads')) return 'threadLocked';
      if (found.missing.length > 0) return 'missingPermissions';
      if (!canPost(found)) return 'wrongChannelType';
      return isSeen(said) ? 'refused' : said;
  }
}

/** What Discord said, short enough to show. */
export function shortDetail(detail: string): string {
  return truncate(detail, WORDS_LIMIT);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
