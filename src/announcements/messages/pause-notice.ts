import { KEPT_WHILE_PAUSED_MS } from '#src/announcements/feed.ts';
import type { Feed, Pause } from '#src/announcements/feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { quoted } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';

type Paused = Pick<Feed, 'channelId' | 'guildId' | 'pause' | 'schedule'>;

const DAY_MS = 24 * 60 * 60_000;
/** Nobody reads more, and more wouldn't fit. */
const CHANNELS_LIMIT = 10;

/** Why a feed is paused and what to do, in a sentence or two. */
export function pauseReason(
  { reason, detail = '' }: Pause,
  { schedule }: Pick<Feed, 'schedule'>,
  t: Translate,
): string {
  switch (reason) {
    case 'manager':
    case 'newerVersion':
      // No notice is sent for these.
      return '';
    case 'refused':
      return t('pauseNotice.refused', { words: quoted(detail) });
    case 'unknownTimezone':
      return t('pauseNotice.unknownTimezone', { timezone: quoted(schedule.timezone) });
    default:
      return t(`pauseNotice.${reason}`);
  }
}

/**
 * Tells the manager who set up these feeds of a server that they are paused, and what to do.
 * @param feeds one or more
 */
export function pauseNoticeMessage(
  feeds: readonly Paused[],
  mention: Mention,
  t: Translate,
): MessageBody {
  const shown = feeds.slice(0, CHANNELS_LIMIT);
  const byReason = Map.groupBy(shown, (feed) =>
    feed.pause ? pauseReason(feed.pause, feed, t) : '',
  );
  const parts = [...byReason].map(([reason, own]) =>
    [...own.map((feed) => where(feed, t)), reason].join('\n'),
  );
  const more = feeds.length - shown.length;
  const lines = [
    ...parts,
    ...(more > 0 ? [t('pauseNotice.more', { count: more })] : []),
    ...nextSteps(feeds, mention, t),
  ];
  return {
    embeds: [{ color: GOLD, title: t('pauseNotice.title'), description: lines.join('\n\n') }],
  };
}

function where({ channelId, guildId, pause }: Paused, t: Translate): string {
  const key = pause?.reason === 'unknownTimezone' ? 'pauseNotice.whereZone' : 'pauseNotice.where';
  return t(key, {
    channel: channelMention(channelId),
    // The mention of a hidden channel shows no name; the link at least opens the server.
    url: `https://discord.com/channels/${guildId}/${channelId}`,
  });
}

function nextSteps(feeds: readonly Paused[], mention: Mention, t: Translate): string[] {
  const isGone = ({ pause }: Paused) => pause?.reason === 'unknownChannel';
  const setup = mention('announcements setup');
  const kept = { count: KEPT_WHILE_PAUSED_MS / DAY_MS, command: mention('announcements resume') };
  return [
    ...(feeds.some(isGone) ? [t('pauseNotice.startOver', { command: setup })] : []),
    ...(feeds.every(isGone) ? [] : [t('pauseNotice.kept', kept)]),
  ];
}
