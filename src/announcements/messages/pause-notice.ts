import type { ChannelProblem } from '#src/discord/channels/posts.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

export type PauseNotice = {
  readonly channelId: string;
  readonly guildId: string;
  /** What Discord refused. */
  readonly reason: ChannelProblem;
  /** So long what is due is kept. */
  readonly keptDays: number;
  /** The command that goes on, to tap on. */
  readonly resumeMention: string;
};

/** Tells the manager who set a channel up that Discord refuses the posts in it, and what to do. */
export function pauseNoticeMessage(notice: PauseNotice, t: Translate): MessageBody {
  const { channelId, guildId, reason, keptDays, resumeMention } = notice;
  const lines = [
    t('pauseNotice.where', {
      channel: `<#${channelId}>`,
      // Mentions of channels that one does not see have no name; the address leads at least to the server.
      url: `https://discord.com/channels/${guildId}/${channelId}`,
    }),
    '',
    t(`pauseNotice.${reason}`),
    '',
    t('pauseNotice.kept', { count: keptDays, command: resumeMention }),
  ];
  return {
    embeds: [{ color: GOLD, title: t('pauseNotice.title'), description: lines.join('\n') }],
  };
}
