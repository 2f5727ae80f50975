import { inspect } from 'node:util';

import { CANARY_KEY } from './start-client.ts';

/** Every way to print an error. */
function writtenDown(value: unknown): string {
  const all = [
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    String(value),
    JSON.stringify(value),
  ];
  for (let error = value; error instanceof Error; error = error.cause) {
    all.push(
      error.message,
      error.stack ?? '',
      JSON.stringify(error, Object.getOwnPropertyNames(error)),
    );
  }
  return all.join('\n');
}

const FORMS = [
  'c@nary',
  'K3y',
  CANARY_KEY,
  encodeURIComponent(CANARY_KEY),
  new URLSearchParams({ y: CANARY_KEY }).toString(),
];

/** The forms of the key that appear where a value is printed. */
export function keyIn(value: unknown): string[] {
  const text = writtenDown(value);
  return FORMS.filter((form) => text.includes(form));
}
