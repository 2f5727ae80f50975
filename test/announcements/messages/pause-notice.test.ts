import { describe, expect, it } from 'vitest';

import { PAUSE_REASONS } from '#src/announcements/feed.ts';
import { pauseNoticeMessage } from '#src/announcements/messages/pause-notice.ts';
import { t } from '#test/progress/messages/pages.ts';

import { embedOf, problemsOf } from './posts.ts';

const reasons = PAUSE_REASONS.flatMap((reason) => (reason === 'manager' ? [] : [reason]));

const notice = (reason: (typeof reasons)[number]) =>
  pauseNoticeMessage(
    { channelId: '42', guildId: '7', pause: { reason, at: 0 } },
    (name) => `</${name}:5>`,
    t,
  );

describe('the notice of a pause', () => {
  it.each(reasons)('for %s says where and why', (reason) => {
    const { title, description = '' } = embedOf(notice(reason));
    expect(title).toBe('Announcements paused');
    expect(description).toContain('<#42>');
    expect(description).toContain('(https://discord.com/channels/7/42)');
    expect(problemsOf(notice(reason))).toEqual([]);
  });

  it.each(reasons.filter((reason) => reason !== 'unknownChannel'))(
    'for %s says how long awards are kept, and what posts them',
    (reason) => {
      expect(embedOf(notice(reason)).description).toMatch(
        /I’ll keep new awards for 7 days\. Use <\/announcements resume:5> in the server to post them\.$/,
      );
    },
  );

  it('of a deleted channel says how to start over, as nothing can be resumed there', () => {
    const { description = '' } = embedOf(notice('unknownChannel'));
    expect(description).toMatch(
      /To do that, use <\/announcements setup:5> in the server\. Awards waiting for the deleted channel can’t be posted\.$/,
    );
    expect(description).not.toContain('resume');
  });

  it('says something else for each reason, and what to do', () => {
    const texts = reasons.map(
      (reason) => embedOf(notice(reason)).description?.split('\n')[2] ?? '',
    );
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).toMatch(/Give me|give me|Set up announcements/);
  });
});
