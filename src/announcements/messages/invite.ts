import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';

import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';

import { encodeInviteCustomId } from './custom-ids.ts';

/** The custom_id of the modal's one input. */
export const USERNAME_FIELD = 'user';

/** Invites everyone in a channel to be announced there. */
export function inviteMessage(channelId: string, t: Translate): MessageBody {
  const button = (action: 'join' | 'leave', style: ButtonStyle.Primary | ButtonStyle.Secondary) =>
    ({
      type: ComponentType.Button,
      style,
      custom_id: inviteId(action, channelId),
      label: t(`invite.${action}`),
    }) as const;
  return {
    content: t('invite.text', { channel: channelMention(channelId) }),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [button('join', ButtonStyle.Primary), button('leave', ButtonStyle.Secondary)],
      },
    ],
  };
}

/** Asks someone who has linked no account for their name. */
export function usernameModal(
  channelId: string,
  t: Translate,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: inviteId('join', channelId),
    title: t('invite.join'),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: USERNAME_FIELD,
            style: TextInputStyle.Short,
            label: t('invite.modalLabel'),
            required: true,
            min_length: 1,
            max_length: 100,
          },
        ],
      },
    ],
  };
}

function inviteId(action: 'join' | 'leave', channelId: string): string {
  return encodeInviteCustomId({ action, ownerId: null, channelId, ulid: null });
}
