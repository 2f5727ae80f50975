import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';

import { createFormats } from '#src/messages/languages/format.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';

const COUNTS = [
  0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 101, 999, 1_000, 1_005, 1_287, 10_050, 999_999, 1_000_000, 1.5,
  -1,
];

test.each(Object.entries(LANGUAGES))(
  'each text in %s is written as IntlMessageFormat writes it, for any count',
  async (language, { load }) => {
    const { texts } = await load();
    const read = createFormats(language);
    const all = Object.values(texts).flatMap((group) => Object.values(group));
    expect(all.length).toBeGreaterThan(500);
    for (const text of all) {
      const message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      for (const count of COUNTS) {
        const values = new Proxy<Record<string, number>>({}, { get: () => count, has: () => true });
        expect(read(text)(values)).toBe(message.format(values));
      }
    }
  },
);

test.each([
  ['an offset', '{count, plural, offset:1 =0 {nobody} one {you and # more} other {# more}}'],
  ['a choice by word', '{count, select, 2 {two} other {many}}'],
  [
    'plural forms within plural forms',
    '{count, plural, one {#} other {{more, plural, one {#} other {#s}}}}',
  ],
  ['a style of number', '{count, number, ::percent}'],
])('%s is written the same way, too', (_, text) => {
  const message = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
  for (const count of COUNTS) {
    const values = { count, more: count + 1 };
    expect(createFormats('en')(text)(values)).toBe(message.format(values));
  }
});
