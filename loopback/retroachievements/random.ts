/** Returns a number in [0, 1). */
export type Random = () => number;

/** Numbers in [0, 1) that depend only on the seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = Math.trunc(seed);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A 32-bit seed from a text (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const unit of Buffer.from(text)) hash = Math.imul(hash ^ unit, 0x01_00_01_93);
  return hash >>> 0;
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
