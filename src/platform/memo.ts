/**
 * Remembers what a function returns for each key. After so many keys it starts anew: that costs less than knowing which
 * key was used last.
 */
export function memoize<K, V extends object | string | number>(
  compute: (key: K) => V,
  limit: number,
): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limit) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
