import { KEPT_WHILE_PAUSED_MS } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Tells the manager who set up a feed that Discord refuses its posts, and what to do. */
export function pauseNoticeMessage(
  { channelId, guildId, pause }: Pick<Feed, 'channelId' | 'guildId' | 'pause'>,
  mention: Mention,
  t: Translate,
): MessageBody {
  const reason = pause && pause.reason !== 'manager' ? pause.reason : 'missingAccess';
  const lines = [
    t('pauseNotice.where', {
      channel: channelMention(channelId),
      // The mention of a hidden channel shows no name; the link at least opens the server.
      url: `https://discord.com/channels/${guildId}/${channelId}`,
    }),
    '',
    t(`pauseNotice.${reason}`),
    '',
    reason === 'unknownChannel'
      ? t('pauseNotice.startOver', { command: mention('announcements setup') })
      : t('pauseNotice.kept', {
          count: KEPT_WHILE_PAUSED_MS / DAY_MS,
          command: mention('announcements resume'),
        }),
  ];
  return {
    embeds: [{ color: GOLD, title: t('pauseNotice.title'), description: lines.join('\n') }],
  };
}
