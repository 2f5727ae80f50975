import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import type { PermissionName } from '#src/discord/channels/permission-bits.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';

type Place = { readonly channelId: string; readonly roleId: string | null };

/** Permissions as Discord's settings name them: `**View Channel** and **Send Messages**`. */
export function permissionNames(names: readonly PermissionName[], t: Translate): string {
  return t.list(names.map((name) => `**${t(`permission.${name}`)}**`));
}

/** What keeps the bot from posting in a feed's channel; none if all is well. */
export function accessLines(
  access: ChannelAccess,
  place: Place,
  mention: Mention,
  t: Translate,
): string[] {
  const channel = channelMention(place.channelId);
  switch (access.kind) {
    case 'unknown':
      return [`⚠️ ${t('pauseNotice.unknownChannel')}`];
    case 'notInServer':
      return [`⚠️ ${t('pauseNotice.notInServer')}`];
    case 'noAccess':
      return [t('access.missing', { channel, permissions: permissionNames(['viewChannel'], t) })];
    case 'unavailable':
    case 'unreadable':
      return [t('access.unknown')];
    case 'ok': {
      const permissions = permissionNames(access.missing, t);
      return [
        ...(access.missing.length > 0 ? [t('access.missing', { channel, permissions })] : []),
        ...advisedLines(access, place, mention, t),
      ];
    }
  }
}

/** What would improve posts. */
export type Advice = Pick<Extract<ChannelAccess, { kind: 'ok' }>, 'advised' | 'isRoleGone'>;

/** What posts lose without these permissions, and without the role. */
export function advisedLines(
  { advised, isRoleGone }: Advice,
  { channelId, roleId }: Place,
  mention: Mention,
  t: Translate,
): string[] {
  const channel = channelMention(channelId);
  const lines = advised.map((name) => {
    if (name === 'readMessageHistory') return t('access.noHistory', { channel });
    if (name === 'mentionEveryone' && roleId !== null) {
      return t('access.silentRole', { channel, role: `<@&${roleId}>` });
    }
    return t('access.advised', { channel, permissions: permissionNames([name], t) });
  });
  return isRoleGone
    ? [t('access.roleGone', { setup: mention('announcements setup') }), ...lines]
    : lines;
}
