import type { Logger } from './platform/log.ts';

/** Stopping may take 10 s. */
const LATEST_END_MS = 9_000;

/** npm passes on what its process group already got, so the signal may come twice: the second must not kill the bot. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort());
  process.on('SIGINT', () => stop.abort());
  return stop.signal;
}

/** Logs what ends the process without being caught. */
export function logBeforeCrash(log: Logger): void {
  process.once('uncaughtException', (error) => {
    log.fatal({ error }, 'the bot ended');
    process.exit(1);
  });
}

/**
 * Whatever still hangs then is abandoned, as if the process had been killed. That loses nothing and repeats nothing.
 */
export function endInTime(log: Logger): void {
  setTimeout(() => {
    log.warn('something still hangs; ending without it');
    process.exit(0);
  }, LATEST_END_MS).unref();
}
