import type { Cache } from '#src/platform/cache.ts';
import type { Libraries } from '#src/progress/libraries.ts';

type LookupResult = 'hit' | 'miss';

/** The same cache, with its lookups counted by the kind of record, which is the first part of the key. */
export function watchCache(
  cache: Cache,
  looked: (record: string, result: LookupResult) => void,
): Cache {
  return {
    ...cache,
    async get(key, schema) {
      const value = await cache.get(key, schema);
      looked(key.split(':', 1)[0] ?? '', value === undefined ? 'miss' : 'hit');
      return value;
    },
  };
}

/** The same libraries, with the looks into memory counted. */
export function watchLibraries(
  libraries: Libraries,
  looked: (result: LookupResult) => void,
): Libraries {
  return {
    ...libraries,
    fresh(ref) {
      const library = libraries.fresh(ref);
      looked(library === undefined ? 'miss' : 'hit');
      return library;
    },
  };
}
