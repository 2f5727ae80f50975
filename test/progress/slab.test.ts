import { expect, test } from 'vitest';

import { createSlab } from '#src/progress/slab.ts';

const KB = 1024;

test('buffers from a slab have the requested length, and share no byte', () => {
  const take = createSlab();
  const lengths = [1, 0, 300 * KB, 200 * KB, 2 * KB * KB, 7, 500 * KB];
  const taken = lengths.map((length, index) => take(length).fill(index));
  expect(taken.map(({ length }) => length)).toEqual(lengths);
  taken.forEach((buffer, index) => expect(buffer.every((byte) => byte === index)).toBe(true));
});

test('small ones share their memory', () => {
  const take = createSlab();
  const [one, other] = [take(KB), take(KB)];
  expect(one.buffer).toBe(other.buffer);
});
