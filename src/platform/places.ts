/**
 * Gives each its place, from 1; those with equally many share one (1, 2, 2, 4).
 * @param sorted most first.
 */
export function withPlaces<T>(
  sorted: readonly T[],
  countOf: (item: T) => number,
): readonly (T & { readonly place: number })[] {
  let place = 0;
  let above: number | null = null;
  return sorted.map((item, index) => {
    const count = countOf(item);
    if (count !== above) place = index + 1;
    above = count;
    return { ...item, place };
  });
}
