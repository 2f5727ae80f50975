import type { Channel, Guild, Overwrite } from './entities.ts';

export const Permission = {
  Administrator: 1n << 3n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  SendMessagesInThreads: 1n << 38n,
} as const;

/** An ordinary member's default permissions. */
export const MEMBER_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.UseApplicationCommands |
  Permission.SendMessagesInThreads;

export const isThread = ({ type }: Pick<Channel, 'type'>): boolean => type >= 10 && type <= 12;

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

function applied(base: bigint, overwrites: readonly Overwrite[]): bigint {
  const deny = overwrites.reduce((sum, { deny: bits }) => sum | BigInt(bits), 0n);
  const allow = overwrites.reduce((sum, { allow: bits }) => sum | BigInt(bits), 0n);
  return (base & ~deny) | allow;
}

/** A member's permissions in a channel: roles, then overwrites for everyone, for roles, and for the member. */
export function permissionsIn(guild: Guild, userId: string, channel?: Channel): bigint {
  const member = guild.members.get(userId);
  const held = guild.roles.filter(({ id }) => id === guild.id || member?.roles.includes(id));
  const base = held.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (guild.owner_id === userId || base & Permission.Administrator) return ALL_PERMISSIONS;
  const overwrites = channel?.permission_overwrites ?? [];
  const everyone = overwrites.filter(({ id }) => id === guild.id);
  const roles = overwrites.filter(({ id }) => id !== guild.id && member?.roles.includes(id));
  const own = overwrites.filter(({ id, type }) => type === 1 && id === userId);
  const result = applied(applied(applied(base, everyone), roles), own);
  if (member?.communication_disabled_until !== undefined) {
    return result & (Permission.ViewChannel | Permission.ReadMessageHistory);
  }
  return withImplied(result, channel);
}

/** View Channel is needed for everything, and Send Messages for embeds and files. */
function withImplied(permissions: bigint, channel: Channel | undefined): bigint {
  if (!(permissions & Permission.ViewChannel)) return 0n;
  const sends =
    channel && isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages;
  if (permissions & sends) return permissions;
  return permissions & ~(Permission.EmbedLinks | Permission.AttachFiles);
}
