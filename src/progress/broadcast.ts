/**
 * One piece of work that many wait for. Each listener hears the newest value and, when it is slower than the
 * work, skips what came between; whoever joins late starts with the newest.
 */
export type Broadcast<T> = {
  publish(value: T): void;
  /** The last value stands; listeners end after it. */
  finish(): void;
  /** Listeners end with this error, after the newest value. Too late after finish(): nothing happens. */
  fail(error: unknown): void;
  values(): AsyncGenerator<T, void, undefined>;
};

export function createBroadcast<T>(): Broadcast<T> {
  let newest: { readonly value: T } | undefined;
  let end: { readonly error?: unknown } | undefined;
  let changed = Promise.withResolvers<void>();
  const wake = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  return {
    publish(value) {
      newest = { value };
      wake();
    },
    finish() {
      end = {};
      wake();
    },
    fail(error) {
      end ??= { error };
      wake();
    },
    async *values() {
      let seen: typeof newest;
      while (true) {
        if (newest && newest !== seen) {
          seen = newest;
          yield newest.value;
        } else if (end) {
          if ('error' in end) throw end.error;
          return;
        } else {
          await changed.promise;
        }
      }
    },
  };
}
