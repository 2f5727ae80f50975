import type { PermissionName } from '#src/discord/channel-access.ts';
import type { Translate } from '#src/i18n/translate.ts';

/** Permissions as Discord's own settings name them: `**View Channel**, **Send Messages**`. */
export function permissionNames(names: readonly PermissionName[], t: Translate): string {
  return names.map((name) => `**${t(`permission.${name}`)}**`).join(', ');
}
