/** How long to wait, in real ms: this only guards against tests that hang. */
export const PATIENCE_MS = 15_000;

/** Emits `change` after every event. */
type Watchable = {
  on(event: 'change', listener: () => void): unknown;
  off(event: 'change', listener: () => void): unknown;
};

export type Probe<T> = () => T | undefined | false;

/**
 * Calls `probe` now and on every `change`, and resolves with its first value that isn't undefined or false.
 * @throws Error with `describe()` after `patienceMs`
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
