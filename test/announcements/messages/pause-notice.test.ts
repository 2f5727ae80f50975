import { describe, expect, it } from 'vitest';

import { DEFAULT_SCHEDULE, PAUSE_REASONS } from '#src/announcements/feed.ts';
import { pauseNoticeMessage } from '#src/announcements/messages/pause-notice.ts';
import { t } from '#test/progress/messages/pages.ts';

import { embedOf, problemsOf } from './posts.ts';

const reasons = PAUSE_REASONS.flatMap((reason) =>
  reason === 'manager' || reason === 'newerVersion' ? [] : [reason],
);

const paused = (channelId: string, reason: (typeof reasons)[number]) => ({
  channelId,
  guildId: '7',
  schedule: { ...DEFAULT_SCHEDULE, timezone: 'Mars/Base' },
  pause: { reason, at: 0, detail: '0: *Nobody* knows' },
});

const noticeOf = (...feeds: readonly ReturnType<typeof paused>[]) =>
  pauseNoticeMessage(feeds, (name) => `</${name}:5>`, t);
const notice = (reason: (typeof reasons)[number]) => noticeOf(paused('42', reason));

describe('the notice about a pause', () => {
  it.each(reasons)('for %s says where and why', (reason) => {
    const { title, description = '' } = embedOf(notice(reason));
    expect(title).toBe('Announcements paused');
    expect(description).toContain('<#42>');
    expect(description).toContain('(https://discord.com/channels/7/42)');
    expect(problemsOf(notice(reason))).toEqual([]);
  });

  it.each(reasons.filter((reason) => reason !== 'unknownChannel'))(
    'for %s says how long awards are kept, that posting resumes by itself, and how to try right away',
    (reason) => {
      expect(embedOf(notice(reason)).description).toMatch(
        /I’ll keep new awards for 7 days, and resume on my own once I can post again\. To try right away, use <\/announcements resume:5> in the server\.$/,
      );
    },
  );

  it('says how to start over if the channel was deleted', () => {
    const { description = '' } = embedOf(notice('unknownChannel'));
    expect(description).toMatch(
      /For a deleted channel, use <\/announcements setup:5> in the server\. You can move its players to another channel\.$/,
    );
    expect(description).not.toContain('resume');
  });

  it('is different for each reason', () => {
    const texts = reasons.map((reason) => embedOf(notice(reason)).description ?? '');
    expect(new Set(texts).size).toBe(reasons.length);
  });

  it('quotes Discord if nothing else is known, and asks for no permission', () => {
    const { description = '' } = embedOf(notice('refused'));
    expect(description).toContain('Discord gave this reason: “0: \\*Nobody\\* knows”.');
    expect(description).not.toMatch(/give me/i);
  });

  it('names each of several channels once, and each reason once', () => {
    const feeds = Array.from({ length: 14 }, (_, n) =>
      paused(String(100 + n), n === 3 ? 'unknownChannel' : 'missingAccess'),
    );
    const { description = '' } = embedOf(noticeOf(...feeds));
    expect(description.match(/I can’t see the channel/g)).toHaveLength(1);
    expect(description.match(/The channel no longer exists/g)).toHaveLength(1);
    expect(description.match(/<#\d+>/g)).toHaveLength(10);
    expect(description).toContain('The same goes for 4 more channels.');
    expect(problemsOf(noticeOf(...feeds))).toEqual([]);
  });
});
