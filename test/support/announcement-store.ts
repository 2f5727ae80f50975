import { createAnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { MIGRATIONS } from '#src/migrations.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import { openStore } from '#src/store/store.ts';
import type { Store } from '#src/store/store.ts';

/** What announcements see of a database that a test has opened. */
export type OpenStore = AnnouncementStore & Pick<Store, 'db'> & AsyncDisposable;

/** Opens a database as the bot does. */
export async function openAnnouncementStore(
  url: string,
  options: Partial<Parameters<typeof openStore>[1]> = {},
): Promise<OpenStore> {
  const store = await openStore(url, {
    migrations: MIGRATIONS,
    clock: systemClock,
    log: createLog('silent', []),
    ...options,
  });
  return { ...createAnnouncementStore(store), ...store };
}
