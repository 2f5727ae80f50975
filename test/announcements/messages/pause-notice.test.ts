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
  it.each(reasons)('for %s says where, why, and how it goes on', (reason) => {
    const { title, description = '' } = embedOf(notice(reason));
    expect(title).toBe('Announcements are paused');
    expect(description).toContain('<#42>');
    expect(description).toContain('(https://discord.com/channels/7/42)');
    expect(description).toContain('kept for 7 days');
    expect(description).toContain('</announcements resume:5>');
    expect(problemsOf(notice(reason))).toEqual([]);
  });

  it('says something else for each reason, and what to do', () => {
    const texts = reasons.map(
      (reason) => embedOf(notice(reason)).description?.split('\n')[2] ?? '',
    );
    expect(new Set(texts).size).toBe(reasons.length);
    for (const text of texts) expect(text).toMatch(/Give me|give me|[Ss]et announcements up/);
  });
});
