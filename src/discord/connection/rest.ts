import { createRequire } from 'node:module';

import { DefaultUserAgent, REST } from '@discordjs/rest';
import type { RESTOptions } from '@discordjs/rest';

import { VERSION } from '#src/platform/version.ts';

const APPENDIX = `Completionist/${VERSION}`;

/** What sends the requests of a REST client. */
export type DiscordAgent = NonNullable<RESTOptions['agent']>;

/** Discord refuses clients whose name does not begin as it prescribes (`DiscordBot (url, version)`). */
export const DISCORD_USER_AGENT = `${DefaultUserAgent} ${APPENDIX}`;

/**
 * The undici that discord.js brings. Without an agent of its own it takes the process's, which can be another
 * version's, and that one refuses its forms: files could not be sent.
 */
const undici: { readonly Agent: new () => DiscordAgent } = createRequire(
  import.meta.resolve('@discordjs/rest'),
)('undici');

/** discord.js's own REST client: it waits out rate limits and repeats what failed with 5xx. */
export function createRest(options: { readonly apiUrl: string; readonly token: string }): REST {
  return restOf(options.apiUrl).setToken(options.token);
}

/**
 * The same for answers to interactions: they need no token, and Discord does not count them against the 50 requests
 * a second that a bot may make.
 */
export function createInteractionRest(apiUrl: string): REST {
  return restOf(apiUrl, { globalRequestsPerSecond: Infinity });
}

/**
 * One that tries once: whoever must not post twice decides itself what a failure means and when to try again. A rate
 * limit is waited out where that takes no longer than `patienceMs`; a longer one is a RateLimitError.
 * Requests need `auth: false`: they carry the token anyway, and discord.js would forget it with the first 401.
 * @param options.watch what is put around the agent.
 */
export function createPostRest(options: {
  readonly apiUrl: string;
  readonly token: string;
  readonly patienceMs: number;
  readonly perSecond: number;
  readonly watch: (agent: DiscordAgent) => DiscordAgent;
}): REST {
  return restOf(options.apiUrl, {
    retries: 0,
    globalRequestsPerSecond: options.perSecond,
    headers: { authorization: `Bot ${options.token}` },
    agent: options.watch(new undici.Agent()),
    rejectOnRateLimit: ({ timeToReset, retryAfter }) =>
      Math.max(timeToReset, retryAfter) > options.patienceMs,
  });
}

function restOf(apiUrl: string, options: Partial<RESTOptions> = {}): REST {
  return new REST({
    agent: new undici.Agent(),
    ...options,
    version: '10',
    api: apiUrl,
    userAgentAppendix: APPENDIX,
  });
}
