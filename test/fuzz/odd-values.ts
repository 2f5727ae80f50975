import * as fc from 'fast-check';

/** Any 16 bits, also half of a character. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

const NASTY = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '@everyone @here',
  '<@1> <@!2> <@&3> <#4> </progress:5> <t:0:R> <:a:1>',
  '**`_~|>#-[x](https://example.com)',
  '```\n# a\n> b\n- c',
  '\u202e\u2066abc\u2069',
  '\u200b',
  '\ud83d',
  '\ude00x',
  '👩‍👩‍👧'.repeat(40),
  `a${'\u0301'.repeat(300)}`,
  '{0} {name} {count, plural, one {#} other {#}} <b>{{x}}</b> %s $& $1',
  'a\u0000b\r\n\tc',
  'https://retroachievements.org/user/../../game/1?y=1#x',
  '../../etc/passwd',
  "'; drop table feeds; --",
  'ＭａｘＭｉｌｙｉｎ',
  'İıſK',
  'x'.repeat(100),
  'x'.repeat(6_000),
  '漢'.repeat(4_000),
  '9'.repeat(400),
] as const;

/** Text that nobody should send. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string>(...NASTY) },
  { weight: 1, arbitrary: anyUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
);

/** Any JSON, with odd texts and keys. */
export const oddJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    oddText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('id', 'name', 'type', 'value'), oddText), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

/** Usually `good`, sometimes odd. */
export function mostly<T>(
  good: fc.Arbitrary<T>,
  odd: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: good }, { weight: 1, arbitrary: odd });
}

/** A text with one or two small changes. */
export function mutated(good: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.nat(),
    fc.constantFrom('cut', 'put', 'digit', 'digit', 'digit', 'swap', 'twice', 'end'),
    oddText,
  );
  return fc
    .tuple(good, fc.array(change, { minLength: 1, maxLength: 2 }))
    .map(([text, changes]) =>
      changes.reduce((now, [at, how, odd]) => changed(now, at, how, odd), text),
    );
}

function changed(text: string, at: number, how: string, odd: string): string {
  const place = text === '' ? 0 : at % text.length;
  const [before, after] = [text.slice(0, place), text.slice(place + 1)];
  const letter = String.fromCharCode(33 + (at % 94));
  if (how === 'cut') return before + after;
  if (how === 'put') return before + letter + after;
  if (how === 'digit') return before + (at % 36).toString(36) + after;
  if (how === 'end') return text + odd.slice(0, 100);
  const fields = text.split(':');
  const index = at % fields.length;
  return fields
    .flatMap((field, n) => (n === index ? (how === 'twice' ? [field, field] : [odd]) : [field]))
    .join(':');
}
