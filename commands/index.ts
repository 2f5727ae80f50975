import { withServices } from '#src/discord/interactions/command.ts';
import type { Command } from '#src/discord/interactions/command.ts';

import { about } from './about.ts';
import { announcements } from './announcements.ts';
import { help } from './help.ts';
import { progress } from './progress.ts';
import { random } from './random.ts';
import type { AllServices } from './services.ts';

/** Every command: the router runs these, and these are registered. */
export const commands: readonly Command<AllServices>[] = [
  progress,
  random,
  withServices(announcements, async (services: AllServices) => ({
    ...services,
    ...(await services.announcements()),
  })),
  help,
  about,
];
