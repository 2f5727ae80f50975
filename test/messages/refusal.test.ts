import { describe, expect, it } from 'vitest';

import { createTranslations } from '#src/messages/languages/translate.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

const t = createTranslations()('en-GB');
const mention = (name: string) => `</${name}:5>`;

describe('a refusal', () => {
  it('says what to do, in the words of whoever reads it', () => {
    const refusal = new Refusal('feedRefusal.feedFull', {
      channel: '<#90>',
      limit: 1_500,
      untrack: command('announcements untrack'),
    });
    expect(refusal.sentence(t, mention)).toBe(
      '<#90> already has 1,500 tracked players, which is the limit. Remove one with </announcements untrack:5>, or set up another channel.',
    );
  });

  it('can have values that are texts themselves', () => {
    const refusal = new Refusal('feedRefusal.testRefused', {
      channel: '<#90>',
      reason: (words) => words('pauseNotice.missingAccess'),
      test: command('announcements test'),
    });
    expect(refusal.sentence(t, mention)).toMatch(/<#90>\. I can’t see the channel\..*test:5>/);
  });

  it('quotes what was typed, shortened', () => {
    const [lines, stars] = ['[x](y)\n# b', '*'.repeat(6_000)].map((typed) =>
      new Refusal('failure.unknownSystem', { typed: quoted(typed) }).sentence(t, mention),
    );
    expect(lines).toContain('“\\[x\\](y) # b”');
    expect(stars?.length).toBeLessThan(500);
  });

  it('logs the name of its text', () => {
    expect(new Refusal('failure.accountGone').message).toBe('Refused: failure.accountGone');
  });
});
