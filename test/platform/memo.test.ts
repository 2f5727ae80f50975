import { expect, it } from 'vitest';

import { memoize } from '#src/platform/memo.ts';

function counted(limit: number) {
  const asked: number[] = [];
  const double = memoize((value: number) => {
    asked.push(value);
    return value * 2;
  }, limit);
  return { asked, double };
}

it('computes each value once', () => {
  const { asked, double } = counted(10);
  expect([0, 1, 0, 1, 1].map(double)).toEqual([0, 2, 0, 2, 2]);
  expect(asked).toEqual([0, 1]);
});

it('keeps no more values than its limit', () => {
  const { asked, double } = counted(2);
  expect([1, 2, 1, 3, 3, 1].map(double)).toEqual([2, 4, 2, 6, 6, 2]);
  expect(asked).toEqual([1, 2, 3, 1]);
});

it('remembers nothing of a failure', () => {
  let fails = true;
  const read = memoize((key: string) => {
    if (fails) throw new Error('not yet');
    return key;
  }, 2);
  expect(() => read('a')).toThrow('not yet');
  fails = false;
  expect(read('a')).toBe('a');
});
