import { REST } from '@discordjs/rest';

/** discord.js's own REST client: it waits out rate limits and repeats what failed with 5xx. */
export function createRest(options: { readonly apiUrl: string; readonly token: string }): REST {
  return new REST({ version: '10', api: options.apiUrl }).setToken(options.token);
}
