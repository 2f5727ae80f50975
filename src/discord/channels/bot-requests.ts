import { DiscordAPIError, RateLimitError, RESTEvents } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';

import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import type { InvalidRequests } from '../connection/invalid-requests.ts';
import { LONGEST_MESSAGE_WAIT_MS, LONGEST_WAIT_MS } from '../connection/rate-limits.ts';
import { createAgent, createPostRest } from '../connection/rest.ts';
import { createRequestAttempt } from './request-attempt.ts';
import type { RequestAttempt } from './request-attempt.ts';

export type BotRequest = {
  readonly method: 'get' | 'post';
  readonly route: `/${string}`;
  readonly query?: URLSearchParams;
  readonly body?: unknown;
  /** Ends it at once, even the wait for a rate limit. */
  readonly signal?: AbortSignal | undefined;
  /** Gives up soon if there's a rate limit. */
  readonly isHurried?: boolean;
};

/** What came of one request. */
export type RequestOutcome =
  | { readonly kind: 'answered'; readonly body: unknown }
  /** From Discord's API itself, not a proxy in front of it. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: number;
      readonly message: string;
    }
  /** Discord turned it away, or would: a rate limit lasts so much longer. */
  | { readonly kind: 'limited'; readonly waitMs: number }
  /** Discord never got it, or turned it away. */
  | { readonly kind: 'unsent' }
  /** Discord may have carried it out. */
  | { readonly kind: 'unsure' };

/** Requests in the bot's name. */
export type BotRequests = ReturnType<typeof createBotRequests>;

/**
 * How long to wait out a rate limit. A post is retried later, so that it holds up nothing meanwhile; a search for one
 * would start over, and needs a page a second. The limit for cross-posts lasts up to an hour. A bot may make 50
 * requests a second; most go to posts.
 */
const PATIENT = {
  patienceMs: 6_000,
  longestWaitMs: LONGEST_MESSAGE_WAIT_MS,
  perSecond: 40,
};
const HURRIED = { patienceMs: 2_000, longestWaitMs: LONGEST_WAIT_MS, perSecond: 10 };

/** Refusals that may pass. */
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
 * Hurried requests have a client of their own. discord.js queues by the bucket that Discord names, and Discord has given
 * different limits the same name: a cross-post must not hold posts back. [discord-api-docs issue 8073]
 */
export function createBotRequests(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly invalid: InvalidRequests;
  readonly clock: Clock;
  readonly log: Logger;
}) {
  const { apiUrl, token, invalid, clock, log } = options;
  const agent = createAgent();
  let isFailing = false;

  function connect(pace: typeof PATIENT): REST {
    const rest = createPostRest({ apiUrl, token, agent, log, ...pace });
    return rest.on(RESTEvents.Response, (_, { status, headers }) => {
      invalid.note(status, headers.get('x-ratelimit-scope'));
    });
  }
  const patient = connect(PATIENT);
  const hurried = connect(HURRIED);

  function ask(request: BotRequest, { signal, dispatcher }: RequestAttempt): Promise<unknown> {
    const { method, route, query, body, isHurried } = request;
    return (isHurried ? hurried : patient)[method](route, {
      auth: false,
      signal,
      dispatcher,
      ...(query ? { query } : {}),
      ...(body === undefined ? {} : { body }),
    });
  }

  function failed(error: unknown, request: BotRequest): void {
    const isFirst = !isFailing && !request.signal?.aborted;
    isFailing ||= isFirst;
    const level = isFirst || isUnauthorized(error) ? 'warn' : 'debug';
    log[level]({ error, method: request.method, route: request.route }, 'Discord took no request');
  }

  return {
    /** Tries once. Never rejects. */
    async send(request: BotRequest): Promise<RequestOutcome> {
      if (request.signal?.aborted || !invalid.hasRoom()) return { kind: 'unsent' };
      const attempt = createRequestAttempt(clock, agent);
      request.signal?.addEventListener('abort', attempt.giveUp, { once: true });
      try {
        const body = await Promise.race([ask(request, attempt), attempt.givenUp]);
        isFailing = false;
        return { kind: 'answered', body };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal) return refusal;
        if (error instanceof RateLimitError) return limitOf(error);
        failed(error, request);
        return { kind: attempt.isOpen() ? 'unsure' : 'unsent' };
      } finally {
        attempt.end();
        request.signal?.removeEventListener('abort', attempt.giveUp);
      }
    },
  };
}

function limitOf({ timeToReset, retryAfter }: RateLimitError): RequestOutcome {
  return { kind: 'limited', waitMs: Math.max(timeToReset, retryAfter, 0) };
}

/** A response without a code comes from a proxy in front of Discord's API, and may pass. */
function refusalOf(error: unknown): RequestOutcome | null {
  if (!(error instanceof DiscordAPIError) || typeof error.code !== 'number') return null;
  if (isUnauthorized(error) || PASSING.has(error.code)) return null;
  return { kind: 'refused', status: error.status, code: error.code, message: error.message };
}

/** REST has responded with 401 during outages, too. If the token really is refused, the gateway ends the bot. */
function isUnauthorized(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}
