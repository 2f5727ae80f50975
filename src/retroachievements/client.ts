import type { Clock } from '#src/platform/clock.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { Signals } from '#src/platform/signals.ts';

import {
  decodeCompletionProgress,
  type CompletionProgressPage,
} from './api/completion-progress.ts';
import { decodeRecentGameAwards, type RecentGameAwardsPage } from './api/recent-game-awards.ts';
import { decodeUserProfile } from './api/user-profile.ts';
import type { AwardKind } from './award-kind.ts';
import type { Priority } from './http/budget-shares.ts';
import type { RequestBudget } from './http/budget.ts';
import {
  createFetcher,
  DEFAULT_TIMEOUTS,
  type FetchRequest,
  type Timeouts,
} from './http/fetcher.ts';
import { createHttp } from './http/http.ts';
import { isHtml, parseJson } from './http/response.ts';
import { playerRefText, type Player, type PlayerRef } from './player.ts';
import { RetroAchievementsError } from './retroachievements-error.ts';
import { createSiteHealth, type SiteHealth, type SiteOutcome } from './site-health.ts';

export type RequestOptions = {
  readonly priority: Priority;
  /** Who asked, as Discord's id: it's charged to them. */
  readonly person?: string | undefined;
  readonly signal?: AbortSignal;
};

/**
 * The endpoints of RetroAchievements' Web API v1 that the bot needs.
 * Every method throws only RetroAchievementsError, or the signal's reason when aborted.
 */
export type RetroAchievements = {
  /**
   * `API_GetUserCompletionProgress`: one page of a library, last played first.
   * An unknown player looks like one without games: total 0.
   * @param page.count 1–500; the site answers 422 to anything else.
   */
  completionProgress(
    player: PlayerRef,
    page: { readonly offset: number; readonly count: number },
    options: RequestOptions,
  ): Promise<CompletionProgressPage>;
  /** `API_GetUserProfile`: null for an unknown player. */
  userProfile(player: PlayerRef, options: RequestOptions): Promise<Player | null>;
  /**
   * `API_GetRecentGameAwards`: every award on the site, newest first.
   * @param page.count the site's maximum per request is 100.
   * @param page.until the last UTC day to include, `YYYY-MM-DD`.
   */
  recentGameAwards(
    page: {
      readonly kinds: readonly AwardKind[];
      readonly offset: number;
      readonly count: number;
      readonly until?: string;
    },
    options: RequestOptions,
  ): Promise<RecentGameAwardsPage>;
};

/** A pino logger fits. */
export type ClientLog = { warn(details: object, message: string): void };

export type RetroAchievementsOptions = {
  /** For example `https://retroachievements.org`; the API is under its `/API/`. */
  readonly baseUrl: string;
  /** The web API key: part of every request's query, and never logged. */
  readonly apiKey: string;
  /** Sent as `z`, for deployments of the API that still ask for it. */
  readonly username?: string;
  /** The host whose pictures can be shown; the public one if left out. */
  readonly mediaUrl?: string;
  readonly userAgent: string;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  /** 0 ≤ random < 1, for the jitter between attempts. */
  readonly random?: () => number;
  readonly timeouts?: Partial<Timeouts>;
  readonly log?: ClientLog;
  readonly signals?: Signals;
};

/**
 * The most that an endpoint may send, in bytes, unpacked. A profile has about 1 KB, a page of 500 games about 150 KB
 * (five times that where every letter is written as an escape), a page of 100 awards about 25 KB.
 */
export const BODY_LIMITS: Readonly<Record<keyof RetroAchievements, number>> = {
  userProfile: 64 * 1024,
  completionProgress: 2 * 1024 * 1024,
  recentGameAwards: 512 * 1024,
};

/** Keeps a broken site from filling memory and log with award kinds. */
const MAX_REMEMBERED_KINDS = 50;

/** Disposing of the client closes its connections; pending calls fail with `network`. */
export function createRetroAchievements(
  options: RetroAchievementsOptions,
): RetroAchievements & AsyncDisposable & { health(): SiteHealth } {
  const { baseUrl, mediaUrl, apiKey, username, budget, clock, log, signals = SILENT } = options;
  const timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
  const { origin, pathname } = new URL(baseUrl);
  const closing = new AbortController();
  const http = createHttp({
    origin,
    userAgent: options.userAgent,
    connectTimeout: timeouts.connect,
    connections: budget.connections,
  });
  const fetchApi = createFetcher({
    http,
    budget,
    clock,
    random: options.random ?? Math.random,
    timeouts,
    closing: closing.signal,
  });

  function path(endpoint: string, parameters: Record<string, string | number>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) query.set(name, String(value));
    if (username !== undefined) query.set('z', username);
    query.set('y', apiKey);
    return `${pathname.replace(/\/+$/, '')}/API/${endpoint}.php?${query.toString()}`;
  }

  const health = createSiteHealth(clock);

  async function call<T>(
    endpoint: keyof RetroAchievements,
    request: Omit<FetchRequest<T>, 'maxBytes'>,
    requestOptions: RequestOptions,
  ): Promise<T> {
    const startedAt = clock.now();
    const ended = (outcome: SiteOutcome) => {
      health.note(outcome);
      signals.siteCall(endpoint, outcome, clock.now() - startedAt);
    };
    try {
      const answer = await fetchApi(
        { ...request, maxBytes: BODY_LIMITS[endpoint] },
        requestOptions,
      );
      ended('ok');
      return answer;
    } catch (error) {
      ended(error instanceof RetroAchievementsError ? error.failure.kind : 'aborted');
      throw error;
    }
  }

  const knownUnknownKinds = new Set<string>();
  function onUnknownKind(kind: string): void {
    if (knownUnknownKinds.has(kind) || knownUnknownKinds.size >= MAX_REMEMBERED_KINDS) return;
    knownUnknownKinds.add(kind);
    log?.warn({ awardKind: kind }, 'RetroAchievements sent an award kind that is not known here');
  }

  return {
    completionProgress: (player, { offset, count }, request) =>
      call(
        'completionProgress',
        {
          path: path('API_GetUserCompletionProgress', {
            u: playerRefText(player),
            c: count,
            o: offset,
          }),
          decode: (body) => decodeCompletionProgress(parseJson(body), onUnknownKind, mediaUrl),
        },
        request,
      ),
    userProfile: (player, request) =>
      call<Player | null>(
        'userProfile',
        {
          path: path('API_GetUserProfile', { u: playerRefText(player) }),
          decode: (body) => decodeUserProfile(parseJson(body), playerRefText(player), mediaUrl),
          // An HTML 404 means a wrong RA_URL, not an unknown player.
          decodeFailure: ({ status, body }) =>
            status === 404 && body !== null && !isHtml(body) ? null : undefined,
        },
        request,
      ),
    recentGameAwards: ({ kinds, offset, count, until }, request) =>
      call(
        'recentGameAwards',
        {
          path: path('API_GetRecentGameAwards', {
            k: kinds.join(','),
            c: count,
            o: offset,
            ...(until === undefined ? {} : { d: until }),
          }),
          decode: (body) => decodeRecentGameAwards(parseJson(body), onUnknownKind),
        },
        request,
      ),
    health: health.current,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await http.close();
    },
  };
}
