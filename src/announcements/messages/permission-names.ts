import type { PermissionName } from '#src/discord/channels/access.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

/** Permissions as Discord's own settings name them: `**View Channel**, **Send Messages**`. */
export function permissionNames(names: readonly PermissionName[], t: Translate): string {
  return names.map((name) => `**${t(`permission.${name}`)}**`).join(', ');
}
