import { DISCORD, GATEWAY } from './discord.ts';
import { PROCESS_FAULTS } from './process.ts';
import { SITE } from './site.ts';
import { POSTGRES, REDIS, SQLITE } from './stores.ts';

/** What the bot relies on, and each way in which it can fail. */
export const FAULTS = {
  RetroAchievements: SITE,
  'Discord’s API': DISCORD,
  'Discord’s gateway': GATEWAY,
  Postgres: POSTGRES,
  SQLite: SQLITE,
  Redis: REDIS,
  'The bot’s process': PROCESS_FAULTS,
} as const;
