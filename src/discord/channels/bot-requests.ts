import { DiscordAPIError, RESTEvents } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import { createPostRest } from '../connection/rest.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import { createRequestJourney } from './request-journey.ts';
import { createRequestTracer } from './request-trace.ts';

export type BotRequest = {
  readonly method: 'get' | 'post';
  readonly route: `/${string}`;
  readonly query?: URLSearchParams;
  readonly body?: unknown;
  /** Ends it at once, wherever it is. */
  readonly signal?: AbortSignal | undefined;
  /** Not to wait long where Discord asks for fewer requests. */
  readonly isHurried?: boolean;
};

/** What came of one request. */
export type RequestOutcome =
  | { readonly kind: 'answered'; readonly body: unknown }
  /** Discord's API itself says no. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: number;
      readonly message: string;
    }
  /** Certainly not carried out. */
  | { readonly kind: 'unsent' }
  /** Carried out or not, nobody knows. */
  | { readonly kind: 'unsure' };

/** Requests in the bot's name. Each is tried once, and never throws. */
export type BotRequests = { send(request: BotRequest): Promise<RequestOutcome> };

/**
 * How long a rate limit is waited out: those for posts are over within seconds, that for cross-posts lasts up to an hour.
 * Of the 50 requests a second that a bot has, most are for posts.
 */
const PATIENT = { patienceMs: 60_000, perSecond: 40 };
const HURRIED = { patienceMs: 2_000, perSecond: 10 };

/** What Discord tells as a refusal, but is over after a while. */
const PASSING: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.ChannelWriteRateLimit,
  RESTJSONErrorCodes.ServerWriteRateLimit,
  RESTJSONErrorCodes.OpeningDirectMessagesTooFast,
  RESTJSONErrorCodes.SendMessagesHasBeenTemporarilyDisabled,
  RESTJSONErrorCodes.FeatureTemporarilyDisabledServerSide,
  RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited,
  RESTJSONErrorCodes.CloudflareIsBlockingYourRequest,
  RESTJSONErrorCodes.APIResourceOverloaded,
]);

/**
 * Hurried requests have a client of their own: discord.js queues by the bucket that Discord names, and Discord has named
 * the same one for limits that are not the same. A cross-post's must not hold posts back. [discord-api-docs issue 8073]
 */
export function createBotRequests(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly invalid: InvalidRequests;
  readonly clock: Clock;
  readonly log: Logger;
}): BotRequests {
  const { apiUrl, token, invalid, clock, log } = options;
  const tracer = createRequestTracer();
  let isFailing = false;

  function connect(pace: typeof PATIENT): REST {
    const rest = createPostRest({ apiUrl, token, ...pace, watch: tracer.watch });
    return rest.on(RESTEvents.Response, (_, { status, headers }) => {
      invalid.note(status, headers.get('x-ratelimit-scope'));
    });
  }
  const patient = connect(PATIENT);
  const hurried = connect(HURRIED);

  async function ask(request: BotRequest, signal: AbortSignal): Promise<unknown> {
    const { method, route, query, body, isHurried } = request;
    return await (isHurried ? hurried : patient)[method](route, {
      auth: false,
      signal,
      ...(query ? { query } : {}),
      ...(body === undefined ? {} : { body }),
    });
  }

  function failed(error: unknown, request: BotRequest): void {
    const isFirst = !isFailing && !request.signal?.aborted;
    isFailing ||= isFirst;
    const level = isFirst || isTokenRefused(error) ? 'warn' : 'debug';
    log[level]({ error, method: request.method, route: request.route }, 'Discord took no request');
  }

  return {
    async send(request) {
      if (request.signal?.aborted || !invalid.hasRoom()) return { kind: 'unsent' };
      const journey = createRequestJourney(clock);
      request.signal?.addEventListener('abort', journey.giveUp, { once: true });
      try {
        const answer = tracer.follow(journey.trace, () => ask(request, journey.signal));
        const body = await Promise.race([answer, journey.givenUp]);
        isFailing = false;
        return { kind: 'answered', body };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal) return refusal;
        failed(error, request);
        return { kind: journey.isOpen() ? 'unsure' : 'unsent' };
      } finally {
        journey.end();
        request.signal?.removeEventListener('abort', journey.giveUp);
      }
    },
  };
}

/** A page of HTML, which has no code, is not from Discord's API but from what stands before it, and passes. */
function refusalOf(error: unknown): RequestOutcome | null {
  if (!(error instanceof DiscordAPIError) || typeof error.code !== 'number') return null;
  if (isTokenRefused(error) || PASSING.has(error.code)) return null;
  return { kind: 'refused', status: error.status, code: error.code, message: error.message };
}

/** The gateway ends the bot when that is meant; REST has said it during outages too. */
function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}
