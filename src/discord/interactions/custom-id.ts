import { memoize } from '#src/platform/memo.ts';

/** One field of a custom_id. Room is short, so numbers are written in base 36. */
export type Field<Read, Written = Read> = {
  /** A regular expression without capturing groups; only text that matches it is read. */
  readonly pattern: string;
  write(value: Written): string;
  /** Undefined if the text stands for no value. */
  read(text: string): Read | undefined;
};

type Fields = Readonly<Record<string, Field<unknown>>>;
type ReadOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer R, never> ? R : never };
type WrittenOf<F> = {
  readonly [K in keyof F]: F[K] extends { write(value: infer W): string } ? W : never;
};

/** Writes and reads the custom_ids of one kind and version. */
export type CustomIds<F extends Fields> = {
  readonly prefix: string;
  readonly encode: (values: WrittenOf<F>) => string;
  /** Null for a custom_id of another kind or version, and for one that is damaged. */
  readonly parse: (customId: string) => ReadOf<F> | null;
};

/**
 * Custom_ids that carry all of their state, so that a button works after a restart, a month later, and on any process:
 * `prefix:field:field`, at most 100 characters. Changing the fields means a new prefix, because the old buttons stay in
 * their channels.
 */
export function customId<const F extends Fields>(prefix: string, fields: F): CustomIds<F> {
  const entries = Object.entries<Field<unknown>>(fields);
  const groups = entries.map(([, { pattern }]) => `:(${pattern})`);
  const whole = new RegExp(`^${prefix}${groups.join('')}$`, 'su');

  return {
    prefix,
    encode(values) {
      const written: Readonly<Record<string, unknown>> = values;
      let text = prefix;
      for (const [name, field] of entries) text += `:${field.write(written[name])}`;
      return text;
    },
    parse(text) {
      const found = whole.exec(text);
      if (!found) return null;
      const values: Record<string, unknown> = {};
      let group = 0;
      for (const [name, field] of entries) {
        group += 1;
        values[name] = field.read(found[group] ?? '');
      }
      return isRead<F>(values) ? values : null;
    },
  };
}

function isRead<F>(values: Readonly<Record<string, unknown>>): values is ReadOf<F> {
  return Object.values(values).every((value) => value !== undefined);
}

const RADIX = 36;
const DIGIT = '[0-9a-z]';

/**
 * One of a list, by its place in it. Messages that are years old contain these places, so only ever append to the list.
 */
export function oneOf<const T extends string>(list: readonly T[]): Field<T> {
  const digits = new Map(list.map((value, place) => [value, place.toString(RADIX)]));
  return {
    pattern: DIGIT,
    write: (value) => digits.get(value) ?? '',
    read: (digit) => list[Number.parseInt(digit, RADIX)],
  };
}

/** A whole number from `min` on, of at most `digits` digits in base 36. */
export function wholeNumber(min: number, digits: number): Field<number> {
  return {
    pattern: `${DIGIT}{1,${digits}}`,
    write: (value) => value.toString(RADIX),
    read(text) {
      const value = Number.parseInt(text, RADIX);
      return value >= min ? value : undefined;
    },
  };
}

/** 64 bits, more than a number holds. */
const LARGEST_SNOWFLAKE = 2n ** 64n - 1n;
/** A number holds so many digits exactly. */
const EXACT_DIGITS = 10;
const EXACT_RANGE = BigInt(RADIX ** EXACT_DIGITS);

/** Of people who press buttons. */
const SNOWFLAKES_KEPT = 1_000;

const readSnowflake = memoize((text: string): string => {
  const high = text.slice(0, -EXACT_DIGITS);
  const low = BigInt(Number.parseInt(text.slice(-EXACT_DIGITS), RADIX));
  const value = high === '' ? low : BigInt(Number.parseInt(high, RADIX)) * EXACT_RANGE + low;
  return value <= LARGEST_SNOWFLAKE ? value.toString() : '';
}, SNOWFLAKES_KEPT);

/** One of Discord's ids. */
export const snowflake: Field<string> = {
  pattern: `${DIGIT}{1,13}`,
  write: (id) => BigInt(id).toString(RADIX),
  read: (text) => readSnowflake(text) || undefined,
};

/** Text as it is. @param pattern a regular expression; it may match a colon in the last field alone. */
export function matching(pattern: string): Field<string> {
  return { pattern, write: (value) => value, read: (written) => written };
}

/** Nothing at all for null. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    pattern: `(?:${field.pattern})?`,
    write: (value) => (value === null ? '' : field.write(value)),
    read: (written) => (written === '' ? null : field.read(written)),
  };
}

/** Two fields of one character each, without a colon between them. */
export function pair<A, B>(first: Field<A>, second: Field<B>): Field<readonly [A, B]> {
  return {
    pattern: first.pattern + second.pattern,
    write: ([a, b]) => first.write(a) + second.write(b),
    read(written) {
      const a = first.read(written.slice(0, 1));
      const b = second.read(written.slice(1));
      return a === undefined || b === undefined ? undefined : [a, b];
    },
  };
}
