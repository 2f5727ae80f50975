import { describe, expect, it } from 'vitest';

import {
  code,
  escapedLength,
  escapeMarkdown,
  link,
  relativeTime,
  truncate,
} from '#src/messages/markdown.ts';
import { asSeen } from '#test/progress/messages/read-page.ts';
import { fc } from '#test/support/fast-check.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 120 });

describe('text that people chose', () => {
  it('is shown as it is, except for line breaks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(asSeen(escapeMarkdown(text))).toBe(text.replaceAll(/[\r\n\u2028\u2029]+/g, ' '));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never longer than expected once it’s escaped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeMarkdown(text).length).toBeLessThanOrEqual(escapedLength(text));
      }),
    );
  });

  it.each([
    ['Castlevania: Dracula X', 'Castlevania: Dracula X'],
    ['Re:coded', 'Re\\:coded'],
    [':smile:', '\\:smile:'],
    ['https://x', 'https\\://x'],
    ['A | B', 'A \\| B'],
  ])('%o is written %o', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });
});

describe('a text that is too long', () => {
  it('is cut to the limit between characters, with an ellipsis', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, limit) => {
          const cut = truncate(text, limit);
          expect(cut.length).toBeLessThanOrEqual(limit);
          expect(cut.isWellFormed()).toBe(true);
          expect(cut === text || cut.endsWith('…')).toBe(true);
          expect(cut === text).toBe(text.length <= limit);
          expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['ab👨‍👩‍👧‍👦cd', 8, 'ab…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['one two', 5, 'one…'],
    ['👾👾👾', 5, '👾👾…'],
  ])('%o within %i is %o', (text, limit, cut) => {
    expect(truncate(text, limit)).toBe(cut);
  });

  it('is cut by its cost', () => {
    expect(truncate('****', 5, escapedLength)).toBe('**…');
    expect(truncate('abcd', 5, escapedLength)).toBe('abcd');
  });
});

describe('other pieces', () => {
  it('a label can’t end early', () => {
    expect(code('a`b')).toBe('`aˋb`');
    expect(code('a\nb')).toBe('`a b`');
  });

  it('a link’s text keeps pairs of brackets and loses single ones', () => {
    expect(link('Slug [MVS]', 'u')).toBe('[Slug \\[MVS\\]](u)');
    expect(link('Slug [MVS', 'u')).toBe('[Slug (MVS](u)');
    expect(link('Slug] MVS', 'u')).toBe('[Slug) MVS](u)');
    expect(link('a ] [ b', 'u')).toBe('[a ) ( b](u)');
    expect(link('a [[b]] c', 'u')).toBe('[a ((b)) c](u)');
  });

  it('a time has whole seconds, even before 1970', () => {
    expect(relativeTime(1_700_000_000_999)).toBe('<t:1700000000:R>');
    expect(relativeTime(-1)).toBe('<t:-1:R>');
    expect(relativeTime(2 ** 63)).toBe('<t:253402300799:R>');
  });
});
