import { DiscordAPIError } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import { allCommands } from '#commands/index.ts';

import { readConfig } from './config.ts';
import { TokenRefused } from './discord/connection/outage.ts';
import { createPublishedCommands } from './discord/connection/published-commands.ts';
import { createRest } from './discord/connection/rest.ts';
import { fatalSentence } from './fatal.ts';
import { localizeCommands } from './messages/languages/localize-commands.ts';
import { createTranslations } from './messages/languages/translate.ts';
import { createLog } from './platform/log.ts';

/** Registers the commands without running the bot. */
async function deploy(): Promise<void> {
  const config = readConfig();
  const { DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token } = config;
  const rest = createRest({ apiUrl, token, log: createLog(config.LOG_LEVEL, [token]) });
  const application = z.object({ id: z.string() });
  const { id } = application.parse(await rest.get(Routes.currentApplication()));
  const translate = createTranslations();
  await translate.load();
  const definitions = localizeCommands(
    allCommands.map(({ definition }) => definition),
    translate,
  );
  const changed = await createPublishedCommands(rest, () => definitions).publish(id);
  process.stdout.write(
    changed ? `${definitions.length} commands registered\n` : 'Commands are up to date\n',
  );
}

try {
  await deploy();
} catch (error) {
  const refused = error instanceof DiscordAPIError && error.status === 401;
  const sentence = fatalSentence(refused ? new TokenRefused() : error);
  process.stderr.write(`${sentence ?? `The commands could not be registered: ${String(error)}`}\n`);
  process.exitCode = 1;
}
