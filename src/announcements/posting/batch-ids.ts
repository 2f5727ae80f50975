import { randomInt } from 'node:crypto';

import type { Clock } from '#src/platform/clock.ts';

const RADIX = 36;
const TIME_LENGTH = 9;
const COUNT_LENGTH = 4;
const RANDOM_LENGTH = 8;

/** Makes ids of batches: 21 of the 25 characters that Discord takes as a nonce, which sort by when they were made. */
export function createBatchIds(clock: Clock): () => string {
  let time = 0;
  let count = 0;
  return () => {
    const now = clock.now();
    // A clock that was set back must not put a batch before one that is older.
    count = now > time ? 0 : count + 1;
    time = Math.max(time, now);
    return digits(time, TIME_LENGTH) + digits(count, COUNT_LENGTH) + random();
  };
}

function random(): string {
  return Array.from({ length: RANDOM_LENGTH }, () => randomInt(RADIX).toString(RADIX)).join('');
}

function digits(value: number, length: number): string {
  return value.toString(RADIX).padStart(length, '0');
}
