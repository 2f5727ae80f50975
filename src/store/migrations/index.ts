import type { Migration } from 'kysely/migration';

import { announcements } from '#src/announcements/tables/0001-announcements.ts';

/** Every migration by its name, which sorts by when it was written. Those that were released never change. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-announcements': announcements,
};
