import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import type { StoredData } from '#src/people/personal-data.ts';

import { privacyButton } from './privacy.ts';

/** Asks before everything about a Discord user is deleted: what goes, and what stays. Null if there is nothing. */
export function deletionMessage(data: StoredData, t: Translate): MessageBody | null {
  const goes = whatGoes(data, t);
  if (goes.length === 0) return null;
  const stays = whatStays(data, t);
  return {
    content: '',
    embeds: [
      {
        color: GOLD,
        title: t('privacy.deleteTitle'),
        description: [
          t('privacy.deleteAsk'),
          ...goes.map((line) => `- ${line}`),
          ...(stays.length > 0 ? ['', ...stays] : []),
        ].join('\n'),
      },
    ],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          privacyButton('confirm', data, ButtonStyle.Danger, t),
          privacyButton('keep', data, ButtonStyle.Secondary, t),
        ],
      },
    ],
  };
}

/** How many channels go on announcing the verified account, because a manager added it there. */
export function staysInChannels({ announcedIn, addedThemselvesIn }: StoredData): number {
  return announcedIn.filter(({ channelId }) => !addedThemselvesIn.includes(channelId)).length;
}

function whatGoes(data: StoredData, t: Translate): readonly string[] {
  const { addedThemselvesIn, leaderboards, link, lookedUp, manages } = data;
  const player = escapeMarkdown(link?.name ?? '');
  const games =
    link !== null && link.verifiedAt !== null
      ? t('privacy.deletesOwnGames', { player })
      : t('privacy.deletesGames', { player });
  return [
    ...(link ? [t('privacy.deletesLink', { player }), games] : []),
    ...counted('privacy.deletesLeaderboards', leaderboards.length),
    ...counted('privacy.deletesAnnouncements', addedThemselvesIn.length),
    ...counted('privacy.deletesManager', manages.length),
    ...(lookedUp.length > 0 ? [t('privacy.deletesLookedUp')] : []),
  ];

  function counted(
    key: 'privacy.deletesAnnouncements' | 'privacy.deletesLeaderboards' | 'privacy.deletesManager',
    count: number,
  ): readonly string[] {
    return count > 0 ? [t(key, { count })] : [];
  }
}

function whatStays(data: StoredData, t: Translate): readonly string[] {
  const { addedThemselvesIn, announcedIn, isDenied, link } = data;
  const player = escapeMarkdown(link?.name ?? '');
  const count = staysInChannels(data);
  const isAnnounced = announcedIn.length + addedThemselvesIn.length > 0;
  return [
    ...(count > 0 ? [t('privacy.staysAnnounced', { player, count })] : []),
    ...(isDenied && link ? [t('privacy.staysDenied', { player })] : []),
    ...(isAnnounced ? [t('privacy.staysPosted')] : []),
  ];
}
