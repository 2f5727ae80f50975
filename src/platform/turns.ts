import type { Clock } from './clock.ts';

/**
 * Takes one turn after the other until the signal is aborted. Never rejects.
 * @param turn says how long to wait before the next one, ms
 * @param options.failed says it for a turn that rejects
 */
export async function takeTurns(
  turn: (stop: AbortSignal) => Promise<number>,
  {
    clock,
    stop,
    failed,
  }: {
    readonly clock: Clock;
    readonly stop: AbortSignal;
    readonly failed: (error: unknown) => number;
  },
): Promise<void> {
  while (!stop.aborted) {
    const waitMs = await turn(stop).catch(failed);
    await clock.sleep(waitMs, stop).catch(() => undefined);
  }
}
