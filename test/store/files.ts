import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

/** A folder that other users may look into, gone when it is disposed of. */
export function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), 'completionist-start-'));
  chmodSync(path, 0o755);
  return {
    path,
    [Symbol.dispose]() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** A database that a bot has used, and closed. */
export async function makeDatabase(file: string): Promise<void> {
  await using store = await openAnnouncementStore(`sqlite:${file}`);
  await store.feeds.save(feed('a'));
}
