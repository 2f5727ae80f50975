import type { Clock } from '#src/platform/clock.ts';

import {
  decodeCompletionProgress,
  type CompletionProgressPage,
} from './api/completion-progress.ts';
import { decodeRecentGameAwards, type RecentGameAwardsPage } from './api/recent-game-awards.ts';
import { decodeUserProfile } from './api/user-profile.ts';
import type { AwardKind } from './award-kind.ts';
import type { Priority, RequestBudget } from './http/budget.ts';
import { createFetcher, type Timeouts } from './http/fetcher.ts';
import { createHttp } from './http/http.ts';
import { isHtml, parseJson } from './http/response.ts';
import { playerRefText, type Player, type PlayerRef } from './player.ts';

/** How one request is made. */
export type RequestOptions = {
  readonly priority: Priority;
  readonly signal?: AbortSignal;
};

/**
 * RetroAchievements' Web API v1, the three endpoints that the bot needs, decoded into the domain.
 * Every method throws RetroAchievementsError and nothing else (but the signal's reason when aborted).
 */
export type RetroAchievements = {
  /**
   * `API_GetUserCompletionProgress`: one page of a library, last played first.
   * An unknown player answers like one without games: total 0.
   * @param page.count 1–500; outside the site answers 422.
   */
  completionProgress(
    player: PlayerRef,
    page: { readonly offset: number; readonly count: number },
    options: RequestOptions,
  ): Promise<CompletionProgressPage>;
  /** `API_GetUserProfile`: null for a player that the site does not know. */
  userProfile(player: PlayerRef, options: RequestOptions): Promise<Player | null>;
  /**
   * `API_GetRecentGameAwards`: every award on the site, newest first.
   * @param page.count 1–100, capped by the site.
   * @param page.until awards up to the end of this UTC day, `YYYY-MM-DD`.
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

/** What the client tells its operator; a pino logger fits. */
export type ClientLog = { warn(details: object, message: string): void };

export type RetroAchievementsOptions = {
  /** For example `https://retroachievements.org`; the API is under its `/API/`. */
  readonly baseUrl: string;
  /** The web API key. It is in every request's query and nowhere else. */
  readonly apiKey: string;
  /** Sent as `z` where set, for deployments of the API that still ask for it. */
  readonly username?: string;
  readonly userAgent: string;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  /** 0 ≤ random < 1, for the jitter between tries. */
  readonly random?: () => number;
  readonly timeouts?: Partial<Timeouts>;
  readonly log?: ClientLog;
};

const PERSON_ATTEMPT = { headers: 7000, body: 7000 };

const TIMEOUTS: Timeouts = {
  // Whoever typed a command gets a sentence within 15 s, whatever the site does. The rest of a large library, of which
  // the first page is shown already, may wait for the next minute's budget; a site that is silent ends it sooner.
  deadline: { command: 12_000, library: 75_000, background: 60_000 },
  attempt: {
    command: PERSON_ATTEMPT,
    // Its deadline leaves room for the budget; a site that hangs is given up after two tries, within 15 s all the same.
    library: { headers: 6000, body: 6000 },
    background: { headers: 20_000, body: 20_000 },
  },
  connect: 5000,
};

/** So that a site gone wild can't fill the memory, or the log, with award kinds. */
const MAX_REMEMBERED_KINDS = 50;

/** The client over HTTP. Disposing of it ends its connections; calls that are under way fail with `network`. */
export function createRetroAchievements(
  options: RetroAchievementsOptions,
): RetroAchievements & AsyncDisposable {
  const { baseUrl, apiKey, username, budget, clock, log } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const { origin, pathname } = new URL(baseUrl);
  const closing = new AbortController();
  const http = createHttp({
    origin,
    userAgent: options.userAgent,
    connectTimeout: timeouts.connect,
    connections: budget.maxConcurrent,
  });
  const fetcher = createFetcher({
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

  const knownUnknownKinds = new Set<string>();
  function onUnknownKind(kind: string): void {
    if (knownUnknownKinds.has(kind) || knownUnknownKinds.size >= MAX_REMEMBERED_KINDS) return;
    knownUnknownKinds.add(kind);
    log?.warn(
      { awardKind: kind.slice(0, 100) },
      'RetroAchievements sent an award kind that is not known here',
    );
  }

  return {
    completionProgress: (player, { offset, count }, request) =>
      fetcher.fetch(
        {
          path: path('API_GetUserCompletionProgress', {
            u: playerRefText(player),
            c: count,
            o: offset,
          }),
          decode: (body) => decodeCompletionProgress(parseJson(body), onUnknownKind),
        },
        request,
      ),
    userProfile: (player, request) =>
      fetcher.fetch<Player | null>(
        {
          path: path('API_GetUserProfile', { u: playerRefText(player) }),
          decode: (body) => decodeUserProfile(parseJson(body)),
          // A 404 that is a page for people comes from a wrong address, not from a site that does not know the player.
          decodeFailure: ({ status, body }) => (status === 404 && !isHtml(body) ? null : undefined),
        },
        request,
      ),
    recentGameAwards: ({ kinds, offset, count, until }, request) =>
      fetcher.fetch(
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
    async [Symbol.asyncDispose]() {
      closing.abort();
      await http.close();
    },
  };
}
