import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { vi } from 'vitest';

/** The clock of a bot's machine. */
export function openClock() {
  const folder = mkdtempSync(join(tmpdir(), 'completionist-clock-'));
  const file = join(folder, 'ahead');
  const seen = `${file}-seen`;
  writeFileSync(file, '0');
  return {
    env: {
      NODE_OPTIONS: `--import=${new URL('shifted-clock.ts', import.meta.url).href}`,
      FAULTS_CLOCK: file,
    },
    /** @param ms ahead of the real time, for the bot that runs and those that start */
    set(ms: number): void {
      writeFileSync(file, String(ms));
    },
    /** Resolves when the bot that runs has it. */
    async seen(ms: number): Promise<void> {
      const text = String(ms);
      await vi.waitUntil(() => existsSync(seen) && readFileSync(seen, 'utf8') === text, {
        timeout: 10_000,
        interval: 20,
      });
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

export type FaultyClock = ReturnType<typeof openClock>;
