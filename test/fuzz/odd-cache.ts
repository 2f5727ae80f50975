import { deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';

import * as fc from 'fast-check';

import { oddJson, oddText } from './odd-values.ts';

/** A value in Redis. */
export type Put = {
  readonly kind: 'text' | 'list' | 'hash' | 'set' | 'nothing';
  readonly text: string | Buffer;
};

/** What is put in place of what the bot has written, which is Keyv's JSON around a record. A library is deflated in there. */
export type Change = (good: string) => Put;

const MIB = 1024 * 1024;
const ENDLESS = [
  'x'.repeat(6 * MIB),
  JSON.stringify({ value: '9'.repeat(6 * MIB) }),
  '['.repeat(200_000),
  `{"value":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  JSON.stringify({ value: deflateRawSync(' '.repeat(40 * MIB)).toString('base64') }),
  JSON.stringify({ value: ':base64:AAAA' }),
];

const odd = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, -1, 1.5, 2 ** 31, 2 ** 53, 1e21, 1e300, 4e12) },
  { weight: 2, arbitrary: oddText },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(7_000), '/Images/../..', '//a.b/c') },
  // Undefined leaves it out.
  { weight: 1, arbitrary: fc.constantFrom(null, true, undefined) },
  { weight: 1, arbitrary: oddJson },
);

const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some));
const foreign = fc.oneof(oddText, fc.constantFrom(...ENDLESS), oddJson.map(json), bytes);
const damage = fc.tuple(fc.constantFrom<Damage>('cut', 'flip', 'gzip'), fc.nat());
const kinds = fc.constantFrom<Put['kind']>('list', 'hash', 'set', 'nothing');
const ages = fc.constantFrom(0, 1, -1, 400_000, -400_000, 90_000_000, 8e15, -8e15);
const places = fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 });

/** As the bot has written it. */
export const unchanged: Change = shown('unchanged', (good) => good);
/** As nobody has written it. */
export const garbage: Change = shown('garbage', () => 'garbage');

export const oddCopy: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(unchanged) },
  { weight: 2, arbitrary: kinds.map((kind) => shown(kind, (good) => good, kind)) },
  { weight: 2, arbitrary: foreign.map((text) => shown(text.slice(0, 100), () => text)) },
  {
    weight: 2,
    arbitrary: damage.map(([how, at]) => shown([how, at], (good) => damaged(good, how, at))),
  },
  {
    weight: 2,
    arbitrary: damage.map((change) => shown(['within', ...change], (good) => inner(good, change))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ value: odd, expires: odd }, { requiredKeys: [] })
      .map((change) => shown(change, (good) => json({ ...parsed(good), ...change }))),
  },
  {
    weight: 8,
    arbitrary: places.map((changes) =>
      shown(changes, (good) => withRecord(good, (record) => changes.reduce(changedAt, record))),
    ),
  },
  {
    weight: 2,
    arbitrary: ages.map((ms) =>
      shown(['older', ms], (good) => withRecord(good, (record) => aged(record, ms))),
    ),
  },
);

/** What the bot would write now for someone else. @param rewritten the same record about them */
export function copyFor(good: string, rewritten: (record: string) => string): string {
  return withRecord(good, (record) => aged(JSON.parse(rewritten(json(record))), 0));
}

/** fast-check prints what it does, not its code. */
function shown(what: unknown, change: (good: string) => Put['text'], kind: Put['kind'] = 'text') {
  const whole: Change = (good) => ({ kind, text: change(good) });
  return Object.assign(whole, { [fc.toStringMethod]: () => fc.stringify(what) });
}

type Damage = 'cut' | 'flip' | 'gzip';

function damaged(good: string | Buffer, how: Damage, at: number): Buffer {
  const data = Buffer.from(good);
  const place = at % data.length;
  if (how === 'gzip') return gzipSync(data);
  if (how === 'cut') return data.subarray(0, place);
  data[place] = (data[place] ?? 0) ^ (1 << (at % 8));
  return data;
}

/** Damage to what is deflated, or to the record. */
function inner(good: string, [how, at]: readonly [Damage, number]): string {
  const whole = parsed(good);
  const { value } = whole;
  const data = typeof value === 'string' ? Buffer.from(value, 'base64') : json(value);
  return json({ ...whole, value: damaged(data, how, at).toString('base64') });
}

function withRecord(good: string, change: (record: unknown) => unknown): string {
  const whole = parsed(good);
  const { value } = whole;
  if (typeof value !== 'string') return json({ ...whole, value: change(value) });
  const record: unknown = JSON.parse(inflateRawSync(Buffer.from(value, 'base64')).toString());
  const text = json(change(record));
  return json({ ...whole, value: deflateRawSync(text).toString('base64') });
}

function changedAt(record: unknown, [at, value]: readonly [number, unknown]): unknown {
  const all = pathsIn(record);
  // Most are cells of rows.
  const wanted = at % 2 === 0 ? all : all.filter((path) => path.length < 3);
  return replaced(record, wanted[at % Math.max(1, wanted.length)] ?? [], value);
}

function aged(record: unknown, ms: number): unknown {
  const now = Date.now();
  return ['at', 'fetchedAt'].reduce((one, name) => replaced(one, [name], now - ms), record);
}

function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

function replaced(record: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof record !== 'object' || record === null) return record;
  const next = (one: unknown, name: string) => (name === key ? replaced(one, rest, value) : one);
  if (Array.isArray(record)) return record.map((one, index) => next(one, String(index)));
  return Object.fromEntries(Object.entries(record).map(([name, one]) => [name, next(one, name)]));
}

function parsed(text: string): { readonly value?: unknown } {
  return JSON.parse(text);
}

/** Never undefined. */
function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
