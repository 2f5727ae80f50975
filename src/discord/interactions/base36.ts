import { z } from 'zod';

/** Numbers in custom_ids, where room is short. */
const RADIX = 36;

/** 64 bits, more than a number holds. */
const LARGEST_SNOWFLAKE = 2n ** 64n - 1n;

/** Reads one of Discord's ids, to the last digit. */
export const snowflakeFromBase36 = z
  .string()
  .transform(bigintFromBase36)
  .pipe(z.bigint().max(LARGEST_SNOWFLAKE));

export function toBase36(value: number | bigint): string {
  return value.toString(RADIX);
}

export function fromBase36(digits: string): number {
  return Number.parseInt(digits, RADIX);
}

function bigintFromBase36(digits: string): bigint {
  let value = 0n;
  for (const digit of digits) value = value * BigInt(RADIX) + BigInt(fromBase36(digit));
  return value;
}
