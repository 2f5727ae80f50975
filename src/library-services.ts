import type { Config } from './config.ts';
import type { Cache } from './platform/cache.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import type { Signals } from './platform/signals.ts';
import { USER_AGENT } from './platform/version.ts';
import { createCatalogue } from './progress/catalogue.ts';
import { createLibraries } from './progress/libraries.ts';
import { createLibraryLoader } from './progress/library-loader.ts';
import type { Library } from './progress/library.ts';
import { createPlayers } from './progress/players.ts';
import { createRetroAchievements } from './retroachievements/client.ts';
import type { RetroAchievements } from './retroachievements/client.ts';
import { createRequestBudget } from './retroachievements/http/budget.ts';

/** What every part is given. */
export type Tools = { readonly clock: Clock; readonly log: Logger; readonly signals: Signals };

/** RetroAchievements, as the operator wants it asked. */
export function createSite(config: Config, tools: Tools) {
  const requestsPerMinute = config.RA_REQUESTS_PER_MINUTE;
  return createRetroAchievements({
    baseUrl: config.RA_URL,
    mediaUrl: config.RA_MEDIA_URL,
    apiKey: config.RA_API_KEY,
    ...(config.RA_USERNAME === undefined ? {} : { username: config.RA_USERNAME }),
    userAgent: USER_AGENT,
    budget: createRequestBudget({ requestsPerMinute, ...tools }),
    ...tools,
  });
}

/** What is loaded from the site and kept: players and their libraries. */
export function createLibraryServices(options: {
  readonly config: Config;
  readonly site: RetroAchievements;
  readonly cache: Cache;
  readonly tools: Tools;
  /** Called with each library that was loaded completely. */
  readonly onWhole: (library: Library) => void;
}) {
  const { config, site, cache, tools, onWhole } = options;
  const catalogue = createCatalogue();
  const players = createPlayers({ site, cache, ...tools });
  const loader = createLibraryLoader({ site, players, catalogue, ...tools });
  const ttlMs = config.CACHE_TTL_SECONDS * 1000;
  const kept = { catalogue, cache, ttlMs, onWhole };
  return { players, libraries: createLibraries({ loader, players, ...kept, ...tools }) };
}
