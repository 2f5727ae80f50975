import type { LibraryPages } from '#commands/progress/pages.ts';
import type { Translate } from '#src/i18n/translate.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { RecentPlayers } from '#src/progress/recent-players.ts';
import type { RefreshLimit } from '#src/progress/refresh-limit.ts';
import type { SiteHealth } from '#src/retroachievements/site-health.ts';

import type { Clock } from './clock.ts';

/** What the commands work with. main.ts makes it, tests make their own. */
export type Services = {
  readonly libraries: Libraries;
  readonly pages: LibraryPages;
  readonly recentPlayers: RecentPlayers;
  readonly refreshes: RefreshLimit;
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
  /** `</progress:123>` to tap on, or `/progress` until Discord has told the id. */
  readonly mention: (commandName: string) => string;
  status(): Status;
};

/** How the bot is doing, for `/about`. Times are ms since 1970. */
export type Status = {
  readonly version: string;
  readonly startedAt: number;
  readonly gatewayLatencyMs: number | null;
  readonly site: SiteHealth;
  readonly libraries: { readonly count: number; readonly newestAt: number | null };
};
