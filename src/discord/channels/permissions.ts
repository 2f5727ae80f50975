import { PermissionFlagsBits } from 'discord-api-types/v10';

/** Roles, member and overwrites, as Discord sends them: permissions are decimal numbers in a string. */
export type PermissionSource = {
  readonly guildId: string;
  /** Null where it is not known. */
  readonly ownerId: string | null;
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
  readonly member: {
    readonly id: string;
    readonly roles: readonly string[];
    /** Whether somebody timed it out. */
    readonly isSilenced: boolean;
  };
  /** A thread's are those of its channel. */
  readonly overwrites: readonly Overwrite[];
};

type Overwrite = { readonly id: string; readonly allow: string; readonly deny: string };

const ALL = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
const LEFT_IN_TIMEOUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/**
 * What a member is given in a channel. What follows from that is left out (who may not send may not embed either): it is
 * the cause that somebody has to change. [docs.discord.com, Permissions: Permission Overwrites]
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
