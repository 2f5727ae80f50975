import { readFileSync } from 'node:fs';

import { z } from 'zod';

const manifest = z.object({ version: z.string() });

export const VERSION = manifest.parse(
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
).version;

/** Identifies the bot in every request to RetroAchievements. */
export const USER_AGENT = `Completionist/${VERSION} (Discord bot)`;
