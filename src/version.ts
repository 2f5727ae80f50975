import { readFileSync } from 'node:fs';

import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The version of this release, from package.json. */
export const VERSION = manifest.parse(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;

/** Who asks, in every request: operators of the sites want to know whom to talk to. */
export const USER_AGENT = `Completionist/${VERSION} (Discord bot; RetroAchievements)`;
