import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { customId, oneOf, snowflake } from '#src/discord/interactions/custom-id.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { code, escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { StoredData } from '#src/people/personal-data.ts';

/** What pressing does. Only ever append. */
export const PRIVACY_ACTIONS = ['download', 'delete', 'deny', 'allow', 'confirm', 'keep'] as const;
export type PrivacyAction = (typeof PRIVACY_ACTIONS)[number];

const codec = customId('v1', {
  action: oneOf(PRIVACY_ACTIONS),
  /** The Discord user whose data it is. */
  ownerId: snowflake,
});

export const PRIVACY_PREFIX = codec.prefix;

/** Reads a button under `/privacy`: at most 18 characters. */
export const parsePrivacyCustomId = codec.parse;

type PrivacyOptions = {
  readonly t: Translate;
  /** Where it is shown: only channels there are named. */
  readonly guildId: string | null;
  /** Where the privacy policy is. */
  readonly policyUrl: string | null;
  /** ms since 1970 */
  readonly now: number;
};

/** What is stored about the caller, in words. */
export function privacyMessage(
  data: StoredData,
  { t, guildId, policyUrl, now }: PrivacyOptions,
  notice: string | null = null,
): MessageBody {
  const lines = [
    ...linkLines(data, now, t),
    ...leaderboardLines(data, t),
    ...announcementLines(data, guildId, t),
  ];
  if (data.lookedUp.length > 0) {
    lines.push(t('privacy.lookedUp', { players: t.list(data.lookedUp.map(escapeMarkdown)) }));
  }
  const known = lines.length > 0 ? lines : [t('privacy.nothing')];
  const policy = policyUrl === null ? [] : [t('privacy.policy', { url: policyUrl })];
  const small = [t('privacy.public'), ...policy];
  return {
    content: notice ?? '',
    embeds: [
      {
        color: GOLD,
        title: t('privacy.title'),
        description: [...known, `-# ${small.join(' · ')}`].join('\n\n'),
      },
    ],
    components: [{ type: ComponentType.ActionRow, components: buttons(data, t) }],
  };
}

function linkLines({ link }: StoredData, now: number, t: Translate): string[] {
  if (!link) return [];
  const player = escapeMarkdown(link.name);
  const when = relativeTime(link.linkedAt);
  if (link.verifiedAt === null) {
    const linked = t('privacy.linked', { player, when });
    if (link.code === null) return [linked];
    const { text, expiresAt } = link.code;
    const pending = { code: code(text), when: relativeTime(expiresAt) };
    return [linked, t(expiresAt > now ? 'privacy.code' : 'privacy.codeExpired', pending)];
  }
  return [t('privacy.linkedVerified', { player, when, verified: relativeTime(link.verifiedAt) })];
}

function leaderboardLines({ leaderboards, gameCount, link }: StoredData, t: Translate): string[] {
  const player = escapeMarkdown(link?.name ?? '');
  const joined = leaderboards.filter(({ joinedAt }) => joinedAt !== null).length;
  const left = leaderboards.length - joined;
  const boards = [
    ...(joined > 0 ? [t('privacy.leaderboards', { count: joined })] : []),
    ...(left > 0 ? [t('privacy.leftLeaderboards', { count: left })] : []),
  ];
  return [
    ...(gameCount > 0 ? [t('privacy.games', { player, count: gameCount })] : []),
    ...(boards.length > 0 ? [t('privacy.boards', { sentences: t.sentences(boards) })] : []),
  ];
}

function announcementLines(data: StoredData, guildId: string | null, t: Translate): string[] {
  const { addedThemselvesIn, announcedIn, isDenied, link, manages } = data;
  const channels = announcedIn.filter((channel) => channel.guildId === guildId);
  const named = t.list(channels.map(({ channelId }) => channelMention(channelId)));
  const here = channels.length > 0 ? [t('privacy.here', { channels: named })] : [];
  const announced = t.sentences([t('privacy.announced', { count: announcedIn.length }), ...here]);
  return [
    ...(isDenied && link?.verifiedAt ? [t('privacy.denied')] : []),
    ...(announcedIn.length > 0 ? [announced] : []),
    ...(addedThemselvesIn.length > 0
      ? [t('privacy.addedThemselves', { count: addedThemselvesIn.length })]
      : []),
    ...(manages.length > 0 ? [t('privacy.manages', { count: manages.length })] : []),
  ];
}

/** A button that does something for the person whose data it is. */
export function privacyButton(
  action: PrivacyAction,
  { userId }: Pick<StoredData, 'userId'>,
  style: APIButtonComponentWithCustomId['style'],
  t: Translate,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style,
    custom_id: codec.encode({ action, ownerId: userId }),
    label: t(`privacy.${action}`),
  };
}

function buttons(data: StoredData, t: Translate) {
  const { link, isDenied } = data;
  const isVerified = link !== null && link.verifiedAt !== null;
  const { Danger, Secondary } = ButtonStyle;
  return [
    privacyButton('download', data, Secondary, t),
    privacyButton('delete', data, Danger, t),
    ...(isVerified ? [privacyButton(isDenied ? 'allow' : 'deny', data, Secondary, t)] : []),
  ];
}
