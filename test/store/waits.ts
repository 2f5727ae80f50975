import { expect, vi } from 'vitest';

import type { TestStore } from '#test/support/store.ts';

/** Resolves as soon as a session of this database on Postgres waits for what another one holds. */
export async function untilSomebodyWaits({ database }: TestStore): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting = await database.query(
        `select pid from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(waiting).toHaveLength(1);
    },
    { timeout: 10_000, interval: 10 },
  );
}
