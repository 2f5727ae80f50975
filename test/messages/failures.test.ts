import { describe, expect, it } from 'vitest';

import { failureSentence } from '#src/messages/failures.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { t } from '#test/progress/messages/pages.ts';

describe('the sentence for a failure', () => {
  const failures: readonly Failure[] = [
    { kind: 'network' },
    { kind: 'timeout' },
    { kind: 'status', status: 503 },
    { kind: 'unreadable', detail: 'raw words' },
    { kind: 'rate-limited', retryAfterMs: null },
    { kind: 'rate-limited', retryAfterMs: 1_500 },
    { kind: 'key-refused' },
    { kind: 'status', status: 301 },
    { kind: 'status', status: 530 },
    { kind: 'emptied' },
  ];
  const sentences = failures.map((failure) => failureSentence(failure, 1_700_000_000_000, t));

  it('is different for each, says what to do, and contains nothing raw', () => {
    expect(new Set(sentences).size).toBe(failures.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/Try again|Ask the bot’s owner to set a new|to check `RA_URL`/);
      expect(sentence).not.toMatch(/raw words|undefined|\{\{|null/);
    }
  });

  it('names the status and the time', () => {
    expect(sentences[2]).toContain('503');
    expect(sentences[8]).toContain('530');
    expect(sentences[4]).toContain('in a minute');
    expect(sentences[5]).toContain('<t:1700000001:R>');
  });

  it.each([301, 302, 303, 307, 308])('tells a redirect (%i) from an outage', (status) => {
    const sentence = failureSentence({ kind: 'status', status }, 0, t);
    expect(sentence).toContain(`another address (error ${status})`);
    expect(sentence).not.toContain('Try again');
  });

  it.each([520, 521, 522, 523, 525, 530])('says that the site is down (%i)', (status) => {
    expect(failureSentence({ kind: 'status', status }, 0, t)).toContain('is down right now');
  });
});
