import { createRequire } from 'node:module';

import { DefaultUserAgent, REST } from '@discordjs/rest';
import type { RequestData, RESTOptions } from '@discordjs/rest';

import { VERSION } from '#src/platform/version.ts';

const APPENDIX = `Completionist/${VERSION}`;

/** Sends requests over kept connections. */
export type DiscordAgent = NonNullable<RequestData['dispatcher']>;

/** Discord refuses clients whose name doesn't begin with `DiscordBot (url, version)`. */
export const DISCORD_USER_AGENT = `${DefaultUserAgent} ${APPENDIX}`;

/**
 * The undici that discord.js brings. Without an agent of its own, discord.js takes the process's, which may come from
 * another version and then refuses its forms: files could not be sent.
 */
const undici: { readonly Agent: new () => DiscordAgent } = createRequire(
  import.meta.resolve('@discordjs/rest'),
)('undici');

export function createAgent(): DiscordAgent {
  return new undici.Agent();
}

/** discord.js's own REST client: it waits out rate limits and repeats what failed with 5xx. */
export function createRest(options: { readonly apiUrl: string; readonly token: string }): REST {
  return restOf(options.apiUrl).setToken(options.token);
}

/** For answers to interactions: they need no token and don't count against the bot's 50 requests a second. */
export function createInteractionRest(apiUrl: string): REST {
  return restOf(apiUrl, { globalRequestsPerSecond: Infinity });
}

/**
 * Tries once: the caller, who must not post twice, decides what a failure means and when to try again. Waits out a rate
 * limit of up to `patienceMs`; a longer one is a RateLimitError.
 * Requests need `auth: false`: they carry the token anyway, and discord.js would forget it after one 401.
 */
export function createPostRest(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly agent: DiscordAgent;
  readonly patienceMs: number;
  readonly perSecond: number;
}): REST {
  return restOf(options.apiUrl, {
    retries: 0,
    globalRequestsPerSecond: options.perSecond,
    headers: { authorization: `Bot ${options.token}` },
    agent: options.agent,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) =>
      Math.max(timeToReset, retryAfter) > options.patienceMs,
  });
}

function restOf(apiUrl: string, options: Partial<RESTOptions> = {}): REST {
  return new REST({
    agent: createAgent(),
    ...options,
    version: '10',
    api: apiUrl,
    userAgentAppendix: APPENDIX,
  });
}
