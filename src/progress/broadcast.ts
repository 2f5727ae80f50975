/**
 * One piece of work that many wait for. A listener who is slower than the work skips to the newest value; whoever joins
 * late starts with it.
 */
export type Broadcast<T> = ReturnType<typeof createBroadcast<T>>;

export function createBroadcast<T>() {
  let newest: { readonly value: T } | undefined;
  let end: { readonly error?: unknown } | undefined;
  let changed = Promise.withResolvers<void>();
  const wake = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  return {
    publish(value: T): void {
      newest = { value };
      wake();
    },
    /** Listeners end after the last value. */
    finish(): void {
      end = {};
      wake();
    },
    /** Listeners end with this error, after the newest value. Does nothing after finish(). */
    fail(error: unknown): void {
      end ??= { error };
      wake();
    },
    async *values(): AsyncGenerator<T, void, undefined> {
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
