import { withServices } from '#src/discord/interactions/command.ts';
import type { Command, MenuCommand } from '#src/discord/interactions/command.ts';

import { about } from './about.ts';
import { announcements } from './announcements.ts';
import { compare } from './compare.ts';
import { game } from './game.ts';
import { help } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { link } from './link.ts';
import { privacy } from './privacy.ts';
import { progress } from './progress.ts';
import { random } from './random.ts';
import type { AllServices } from './services.ts';
import { showProgress } from './show-progress.ts';
import { stats } from './stats.ts';
import { unlink } from './unlink.ts';

/** Every command that people type. */
export const commands: readonly Command<AllServices>[] = [
  progress,
  random,
  stats,
  compare,
  game,
  leaderboard,
  withServices(announcements, async (services: AllServices) => ({
    ...services,
    ...(await services.announcements()),
  })),
  link,
  unlink,
  privacy,
  help,
  about,
];

/** Those in a member's menu. */
const menuCommands: readonly MenuCommand<AllServices>[] = [showProgress];

/** All commands, as the router runs them and as they are registered. */
export const allCommands = [...commands, ...menuCommands];
