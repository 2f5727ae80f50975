import { DefaultUserAgent, REST } from '@discordjs/rest';

import { VERSION } from '#src/version.ts';

const APPENDIX = `Completionist/${VERSION}`;

/** Discord refuses clients whose name does not begin as it prescribes (`DiscordBot (url, version)`). */
export const DISCORD_USER_AGENT = `${DefaultUserAgent} ${APPENDIX}`;

/** discord.js's own REST client: it waits out rate limits and repeats what failed with 5xx. */
export function createRest(options: { readonly apiUrl: string; readonly token: string }): REST {
  const { apiUrl, token } = options;
  return new REST({ version: '10', api: apiUrl, userAgentAppendix: APPENDIX }).setToken(token);
}
