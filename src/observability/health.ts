import { isoTimeOrNull } from '#src/platform/shown-time.ts';

import type { AnnouncementHealth, AnnouncementsReport } from './announcements-report.ts';
import type { Answers } from './answers.ts';
import type { StatusPage } from './status-server.ts';

/** How the bot is doing. Times are ms since 1970. */
export type BotStatus = {
  readonly version: string;
  readonly startedAt: number;
  readonly gatewayLatencyMs: number | null;
  readonly site: { readonly lastAnswerAt: number | null; readonly failingSince: number | null };
};

/** What of this process has to work. */
export type Working = {
  /** To Discord. */
  readonly isConnected: boolean;
  readonly answers: Answers;
  /** Null before the database is open. */
  readonly announcements: AnnouncementHealth | null;
  /** From one poll to the next, ms. */
  readonly pollMs: number;
};

type Word = 'ok' | 'starting' | 'disconnected' | 'databaseFailing' | 'pollsStuck' | 'notAnswering';

/** What `/healthz` says. Times are ISO 8601, UTC. */
export type Health = {
  /** The first thing that is wrong. */
  readonly status: Word;
  readonly version: string;
  readonly uptimeSeconds: number;
  readonly discord: { readonly connected: boolean; readonly latencyMs: number | null };
  readonly interactions: {
    readonly lastAnswerAt: string | null;
    readonly unansweredSince: string | null;
  };
  readonly retroAchievements: {
    readonly lastAnswerAt: string | null;
    readonly failingSince: string | null;
  };
  readonly database: {
    readonly readsFailSince: string | null;
    readonly writesFailSince: string | null;
  };
  readonly announcements: {
    /** Whether this process polls. */
    readonly here: boolean;
    readonly pollsStuckSince: string | null;
    /** By any process; null before the first, and where the database doesn't say. */
    readonly lastPollAt: string | null;
    readonly lastPostAt: string | null;
    readonly oldestWaitingAt: string | null;
  };
};

/** This many unanswered interactions in a row aren't a coincidence. */
const UNANSWERED_LIMIT = 3;

/**
 * The bot is healthy once its database is open, and while it is connected to Discord, answers interactions, and can save
 * its data, including polls if this process makes them. A process that only stands by needs no polls. An outage of
 * RetroAchievements is reported but changes nothing: the bot serves saved copies, and a restart wouldn't help.
 * @param now ms since 1970.
 */
export function healthOf(
  status: BotStatus,
  working: Working,
  report: AnnouncementsReport | null,
  now: number,
): Health {
  const { version, startedAt, gatewayLatencyMs, site } = status;
  const { isConnected, answers, announcements } = working;
  return {
    status: wordFor(working, now),
    version,
    uptimeSeconds: Math.floor((now - startedAt) / 1000),
    discord: { connected: isConnected, latencyMs: gatewayLatencyMs },
    interactions: {
      lastAnswerAt: isoTimeOrNull(answers.lastAnswerAt),
      unansweredSince: isoTimeOrNull(answers.unansweredSince),
    },
    retroAchievements: {
      lastAnswerAt: isoTimeOrNull(site.lastAnswerAt),
      failingSince: isoTimeOrNull(site.failingSince),
    },
    database: {
      readsFailSince: isoTimeOrNull(announcements?.readsFailSince),
      writesFailSince: isoTimeOrNull(announcements?.writesFailSince),
    },
    announcements: {
      here: announcements?.isAnnouncing ?? false,
      pollsStuckSince: isoTimeOrNull(announcements?.pollsStuckSince),
      lastPollAt: isoTimeOrNull(report?.lastPollAt),
      lastPostAt: isoTimeOrNull(report?.lastPostAt),
      oldestWaitingAt: isoTimeOrNull(report?.oldestPostAt),
    },
  };
}

function wordFor({ isConnected, answers, announcements, pollMs }: Working, now: number): Word {
  if (!announcements) return 'starting';
  if (!isConnected) return 'disconnected';
  const lasts = (since: number | null) => since !== null && now - since >= pollMs;
  // One failure passes; one that lasts from a poll to the next doesn't.
  if (lasts(announcements.readsFailSince) || lasts(announcements.writesFailSince)) {
    return 'databaseFailing';
  }
  if (announcements.pollsStuckSince !== null) return 'pollsStuck';
  return answers.unansweredCount >= UNANSWERED_LIMIT ? 'notAnswering' : 'ok';
}

/** `/healthz`: 503 while something is wrong. */
export function healthPage(health: () => Promise<Health>): StatusPage {
  return async () => {
    const now = await health();
    return {
      status: now.status === 'ok' ? 200 : 503,
      type: 'application/json',
      body: `${JSON.stringify(now)}\n`,
    };
  };
}
