import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why tests that need one are skipped, for their titles. */
export const NEEDS_SMALL_DISK = '(needs the right to mount)';
export const cannotMount = !canMount();

/** A disk of two megabytes. @throws Error where this user may not mount one */
export function mountSmallDisk() {
  const path = mkdtempSync(join(tmpdir(), 'completionist-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path]);
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true });
    throw new Error(`Nothing could be mounted: ${String(mounted.stderr)}`);
  }
  const filler = join(path, 'filler');
  return {
    path,
    /** Leaves no room. */
    fill() {
      try {
        writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024));
      } catch {
        // Now it is full.
      }
    },
    /** Has room again. */
    empty: () => rmSync(filler, { force: true }),
    [Symbol.dispose]() {
      spawnSync('umount', ['--lazy', path]);
      rmSync(path, { recursive: true });
    },
  };
}

export type SmallDisk = ReturnType<typeof mountSmallDisk>;

function canMount(): boolean {
  try {
    using disk = mountSmallDisk();
    return disk.path !== '';
  } catch {
    return false;
  }
}
