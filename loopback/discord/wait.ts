/** How long a wait lasts before it gives up; real time, because it only guards against a test that hangs. */
export const PATIENCE_MS = 15_000;

/** Says `change` after everything that happens. */
type Watchable = {
  on(event: 'change', listener: () => void): unknown;
  off(event: 'change', listener: () => void): unknown;
};

export type Probe<T> = () => T | undefined | false;

/**
 * Resolves with the first value of `probe` that is neither undefined nor false, asked now and after every `change` of the emitter.
 * @throws Error with `describe()` when nothing came within `patienceMs`.
 */
export function waitForChange<T>(
  emitter: Watchable,
  probe: Probe<T>,
  describe: () => string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(
    () => settle(() => reject(new Error(`${describe()} (waited ${patienceMs} ms)`))),
    patienceMs,
  );
  const settle = (finish: () => void) => {
    clearTimeout(timer);
    emitter.off('change', look);
    finish();
  };
  const look = () => {
    try {
      const found = probe();
      if (found !== undefined && found !== false) settle(() => resolve(found));
    } catch (error) {
      settle(() => reject(error));
    }
  };
  emitter.on('change', look);
  look();
  return promise;
}
