import { createRequire } from 'node:module';

import { DefaultUserAgent, REST } from '@discordjs/rest';
import type { RESTOptions } from '@discordjs/rest';

import { VERSION } from '#src/version.ts';

const APPENDIX = `Completionist/${VERSION}`;

/** Discord refuses clients whose name does not begin as it prescribes (`DiscordBot (url, version)`). */
export const DISCORD_USER_AGENT = `${DefaultUserAgent} ${APPENDIX}`;

/**
 * The undici that discord.js brings. Without an agent of its own it takes the process's, which can be another
 * version's, and that one refuses its forms: files could not be sent.
 */
const undici: { readonly Agent: new () => NonNullable<RESTOptions['agent']> } = createRequire(
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

function restOf(apiUrl: string, options: Partial<RESTOptions> = {}): REST {
  return new REST({
    ...options,
    version: '10',
    api: apiUrl,
    userAgentAppendix: APPENDIX,
    agent: new undici.Agent(),
  });
}
