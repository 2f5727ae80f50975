import type { Feed } from '#src/announcements/feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, longTime } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';

export type Tracked = {
  readonly feed: Feed;
  readonly player: string;
  /** How many the feed has now. */
  readonly playerCount: number;
  readonly playersLimit: number;
};

/** Who is tracked now, and when the first post will come. @param mention writes a command to tap on. */
export function trackedMessage(
  { feed, player, playerCount, playersLimit }: Tracked,
  mention: (commandName: string) => string,
  t: Translate,
): MessageBody {
  const tracked = t('feed.tracked', {
    player: escapeMarkdown(player),
    channel: channelMention(feed.channelId),
    count: playerCount,
    limit: playersLimit,
  });
  return { content: `${tracked} ${whenPosted(feed, mention, t)}` };
}

function whenPosted(
  { pause, nextDigestAt }: Feed,
  mention: (commandName: string) => string,
  t: Translate,
): string {
  if (pause) return t('feed.trackedPaused', { resume: mention('announcements resume') });
  if (nextDigestAt === null) return t('feed.trackedLive');
  return t('feed.trackedDigest', { when: longTime(nextDigestAt) });
}
