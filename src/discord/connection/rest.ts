import { createRequire } from 'node:module';

import { DefaultRestOptions, DefaultUserAgent, REST, RESTEvents } from '@discordjs/rest';
import type { RequestData, RESTOptions } from '@discordjs/rest';

import type { Logger } from '#src/platform/log.ts';
import { VERSION } from '#src/platform/version.ts';

import { TooManyRefused } from './invalid-requests.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import {
  boundRateLimit,
  createRateLimits,
  LONGEST_CALLBACK_WAIT_MS,
  LONGEST_MESSAGE_WAIT_MS,
} from './rate-limits.ts';
import { LONGEST_RESPONSE, readWhole } from './whole-response.ts';

const APPENDIX = `Completionist/${VERSION}`;

/** Sends requests over kept connections. */
export type DiscordAgent = NonNullable<RequestData['dispatcher']>;

/** Discord refuses clients whose name doesn't begin with `DiscordBot (url, version)`. */
export const DISCORD_USER_AGENT = `${DefaultUserAgent} ${APPENDIX}`;

/**
 * The undici that discord.js brings. Without an agent of its own, discord.js takes the process's, which may come from
 * another version and then refuses its forms: files could not be sent.
 */
const undici: {
  readonly Agent: new (options: { readonly maxResponseSize: number }) => DiscordAgent;
} = createRequire(import.meta.resolve('@discordjs/rest'))('undici');

export function createAgent(): DiscordAgent {
  return new undici.Agent({ maxResponseSize: LONGEST_RESPONSE });
}

/** As discord.js names the routes of messages and of first responses. */
const CHANNEL_MESSAGES = '/channels/:id/messages';
const CALLBACK = '/interactions/:id/:token/callback';
/** discord.js counts requests by the second, and adds a moment. */
const PACE_MS = 1_100;

type RestLog = Pick<Logger, 'warn'>;

/** discord.js forgets the token after one 401, but Discord has responded with that during outages, too. */
class FaithfulRest extends REST {
  override setToken(token: string | null): this {
    return token === null ? this : super.setToken(token);
  }
}

/** discord.js's own REST client: it waits out rate limits and repeats what failed with 5xx. */
export function createRest(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly log: RestLog;
}): REST {
  return restOf(options).setToken(options.token);
}

/**
 * For answers to interactions: they need no token and don't count against the bot's 50 requests a second. What Discord
 * holds against the bot counts all the same.
 */
export function createInteractionRest(options: {
  readonly apiUrl: string;
  readonly log: RestLog;
  readonly invalid: InvalidRequests;
}): REST {
  const { invalid } = options;
  const rest = restOf(
    { ...options, longestWaitMs: LONGEST_MESSAGE_WAIT_MS },
    {
      globalRequestsPerSecond: Infinity,
      rejectOnRateLimit: ({ route, retryAfter }) =>
        route === CALLBACK && retryAfter > LONGEST_CALLBACK_WAIT_MS,
      async makeRequest(...request) {
        if (!invalid.hasRoom()) throw new TooManyRefused();
        return DefaultRestOptions.makeRequest(...request);
      },
    },
  );
  return rest.on(RESTEvents.Response, (_, { status, headers }) => {
    invalid.note(status, headers.get('x-ratelimit-scope'));
  });
}

/**
 * Tries once: the caller, who must not post twice, decides what a failure means and when to try again. Waits out a rate
 * limit of up to `patienceMs`, for a message only the bot's own pace; a longer one is a RateLimitError, and so is what
 * comes after it for up to `longestWaitMs`.
 * Requests need `auth: false`: they carry the token already.
 */
export function createPostRest(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly agent: DiscordAgent;
  readonly patienceMs: number;
  readonly longestWaitMs: number;
  readonly perSecond: number;
  readonly log: RestLog;
}): REST {
  return restOf(options, {
    retries: 0,
    globalRequestsPerSecond: options.perSecond,
    headers: { authorization: `Bot ${options.token}` },
    agent: options.agent,
    rejectOnRateLimit: ({ method, route, global, timeToReset, retryAfter }) => {
      const isMessage = method === 'POST' && route === CHANNEL_MESSAGES;
      const patienceMs = isMessage ? (global ? PACE_MS : 0) : options.patienceMs;
      return Math.max(timeToReset, retryAfter) > patienceMs;
    },
  });
}

function restOf(
  {
    apiUrl,
    log,
    longestWaitMs,
  }: { readonly apiUrl: string; readonly log: RestLog; readonly longestWaitMs?: number },
  options: Partial<RESTOptions> = {},
): REST {
  const limits = createRateLimits(log, longestWaitMs);
  const { makeRequest = DefaultRestOptions.makeRequest } = options;
  return new FaithfulRest({
    agent: createAgent(),
    ...options,
    async makeRequest(url, init) {
      const response = await readWhole(await makeRequest(url, init));
      await boundRateLimit(response, `${init.method} ${url}`, limits);
      return response;
    },
    version: '10',
    api: apiUrl,
    userAgentAppendix: APPENDIX,
  });
}
