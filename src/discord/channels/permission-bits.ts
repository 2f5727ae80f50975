import { PermissionFlagsBits } from 'discord-api-types/v10';

/** The permissions that posting in a channel takes. */
export const CHANNEL_PERMISSIONS = [
  'viewChannel',
  'sendMessages',
  'sendMessagesInThreads',
  'embedLinks',
  'readMessageHistory',
  'mentionEveryone',
  'manageThreads',
] as const;
export type PermissionName = (typeof CHANNEL_PERMISSIONS)[number];

const BITS: Readonly<Record<PermissionName, bigint>> = {
  viewChannel: PermissionFlagsBits.ViewChannel,
  sendMessages: PermissionFlagsBits.SendMessages,
  sendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  embedLinks: PermissionFlagsBits.EmbedLinks,
  readMessageHistory: PermissionFlagsBits.ReadMessageHistory,
  mentionEveryone: PermissionFlagsBits.MentionEveryone,
  manageThreads: PermissionFlagsBits.ManageThreads,
};

/** As Discord sends it: permissions are decimal numbers in strings. */
export type PermissionSource = {
  readonly guildId: string;
  /** Null when unknown. */
  readonly ownerId: string | null;
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
  readonly member: {
    readonly id: string;
    readonly roles: readonly string[];
    /** Whether the member is timed out. */
    readonly isSilenced: boolean;
  };
  /** For a thread, those of its channel. */
  readonly overwrites: readonly Overwrite[];
};

type Overwrite = { readonly id: string; readonly allow: string; readonly deny: string };

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
const LEFT_IN_TIMEOUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/**
 * A member's permissions in a channel, as set. Permissions that a missing one disables (nobody embeds links without
 * sending messages) stay in: managers have to change the cause. [docs.discord.com, Permissions: Permission Overwrites]
 */
export function permissionsIn(source: PermissionSource): bigint {
  const { guildId, member } = source;
  const held = source.roles.filter(({ id }) => id === guildId || member.roles.includes(id));
  const base = held.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  const isAdministrator = (base & PermissionFlagsBits.Administrator) !== 0n;
  if (source.ownerId === member.id || isAdministrator) return ALL;
  const layers = [
    source.overwrites.filter(({ id }) => id === guildId),
    source.overwrites.filter(({ id }) => member.roles.includes(id)),
    source.overwrites.filter(({ id }) => id === member.id),
  ];
  const given = layers.reduce(overwrite, base);
  return member.isSilenced ? given & LEFT_IN_TIMEOUT : given;
}

/** Within one layer, what one overwrite allows wins over what another one denies. */
function overwrite(base: bigint, layer: readonly Overwrite[]): bigint {
  const denied = layer.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = layer.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (base & ~denied) | allowed;
}

/** Those of `names` that are not in `given`. */
export function missingFrom(given: bigint, names: readonly PermissionName[]): PermissionName[] {
  return names.filter((name) => (given & BITS[name]) === 0n);
}
