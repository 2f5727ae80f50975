import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { cacheRefusalOf } from '#src/platform/cache-refused.ts';
import { adviceFor } from '#src/store/store-error.ts';
import type { StoreFailure } from '#src/store/store-error.ts';

const page = readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8');

/** Each failure that there is, or this doesn't compile. */
const FAILURES: Readonly<Record<StoreFailure, true>> = {
  locked: true,
  readOnly: true,
  full: true,
  damaged: true,
  noFile: true,
  forbidden: true,
  readOnlyServer: true,
  noCertificate: true,
  unreachable: true,
  crowded: true,
  refused: true,
  noDatabase: true,
  unencrypted: true,
  noTls: true,
  untrusted: true,
  foreign: true,
  newer: true,
  broken: true,
};

/** What Redis says when it refuses, one for each sentence. */
const REFUSALS = [
  'WRONGPASS invalid username-password pair',
  'ERR DB index is out of range',
  'NOPERM this user has no permissions',
  "READONLY You can't write against a read only replica.",
  'DENIED Redis is running in protected mode',
  'SELF_SIGNED_CERT_IN_CHAIN',
];

/** The first cell of each row. */
const cells = [...page.matchAll(/^\| (?<cell>.*?) +\|/gm)].map(
  ({ groups }) => groups?.['cell'] ?? '',
);
/** One cell may explain two sentences. */
const explained = cells.flatMap((cell) => [cell, ...cell.split(/, (?!because)/)]);

const named = (sentence: string) => sentence.split(':')[0] ?? '';

describe('docs/operating.md explains what the start says', () => {
  test.each(Object.keys(FAILURES).filter(isFailure))('of the database: %s', (failure) => {
    expect(explained).toContain(named(adviceFor(failure)));
  });

  test.each(REFUSALS)('of the cache: %s', (words) => {
    const sentence = cacheRefusalOf(new Error(words), 'redis')?.message ?? '';
    expect(sentence).toContain(', which ');
    expect(explained).toContain(named(sentence.split(', which ')[1] ?? ''));
  });
});

function isFailure(name: string): name is StoreFailure {
  return name in FAILURES;
}
