import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import type { FeedStatus } from '#src/announcements/feed-status.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';

import type { RemoveAction } from './custom-ids.ts';

type Loss = Pick<FeedStatus, 'feed' | 'playerCount' | 'dueCount'>;

/** Asks before anything is deleted. @param pause mentions the command that deletes nothing. */
export function removeQuestion(
  loss: Loss,
  customId: (action: RemoveAction) => string,
  pause: string,
  t: Translate,
): MessageBody {
  const button = (action: RemoveAction, style: ButtonStyle.Danger | ButtonStyle.Secondary) =>
    ({
      type: ComponentType.Button,
      style,
      custom_id: customId(action),
      label: t(action === 'confirm' ? 'remove.yes' : 'remove.no'),
    }) as const;
  return {
    content: [
      t('remove.ask', { channel: channelMention(loss.feed.channelId) }),
      t('remove.loss', { loss: lossList(loss, t), pause }),
    ].join('\n'),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [button('confirm', ButtonStyle.Danger), button('keep', ButtonStyle.Secondary)],
      },
    ],
  };
}

/** Says what was removed. */
export function removedMessage(loss: Loss, t: Translate): MessageBody {
  const channel = channelMention(loss.feed.channelId);
  return { content: t('remove.removed', { channel, loss: lossList(loss, t) }), components: [] };
}

function lossList({ playerCount, dueCount }: Loss, t: Translate): string {
  const lost = [t('remove.settings'), t('remove.trackedPlayers', { count: playerCount })];
  if (dueCount > 0) lost.push(t('remove.unposted', { count: dueCount }));
  return t.list(lost);
}
