import type { Channel, Guild, User } from '../entities.ts';
import { ALL_PERMISSIONS, Permission, permissionsIn } from '../permissions.ts';
import type { RegisteredCommand } from '../registered-command.ts';
import type { World } from '../world.ts';

/** Where a person acts: a channel, the bot's direct messages, or a private channel through a user-installed app. */
export type Where = Channel | 'dm' | 'private-channel';

/** What Discord tells a bot about an interaction's place. */
export type Place = {
  channel: Channel;
  guild: Guild | undefined;
  /** 0 server, 1 the bot's direct messages, 2 other private channels. */
  context: 0 | 1 | 2;
  owners: Record<string, string>;
  /** The person's permissions in all channels, if the test set them. */
  given: bigint | undefined;
  userPermissions: bigint;
};

/** The caller's permissions in a channel, which Discord sends. The bot's are separate. */
export function permissionsOf({ guild, given }: Place, userId: string, channel: Channel): bigint {
  return given ?? (guild ? permissionsIn(guild, userId, channel) : 0n);
}

export function placeOf(
  world: World,
  user: User,
  permissions: bigint | undefined,
  where: Where,
): Place {
  if (typeof where === 'string') {
    const direct = where === 'dm';
    return {
      channel: world.directChannel(user, direct ? 1 : 3),
      guild: undefined,
      context: direct ? 1 : 2,
      owners: direct ? { 0: '0' } : { 1: user.id },
      given: undefined,
      userPermissions: ALL_PERMISSIONS,
    };
  }
  const guild = world.guildOf(where);
  if (guild === undefined) {
    return placeOf(world, user, permissions, where.type === 3 ? 'private-channel' : 'dm');
  }
  if (!guild.members.has(user.id)) world.join(guild, user);
  // Administrators may do everything.
  const given =
    permissions && permissions & Permission.Administrator ? ALL_PERMISSIONS : permissions;
  const installed = guild.members.has(world.identity.botUser.id);
  return {
    channel: where,
    guild,
    context: 0,
    owners: installed ? { 0: guild.id } : { 1: user.id },
    given,
    userPermissions: given ?? permissionsIn(guild, user.id, where),
  };
}

/** @throws Error when Discord wouldn't offer the command to this person here */
export function refuseWhereHidden(command: RegisteredCommand, place: Place): void {
  const contexts = command.contexts ?? (command.dm_permission ? [0, 1, 2] : [0]);
  const byUser = '1' in place.owners;
  const install = byUser ? 1 : 0;
  if (!contexts.includes(place.context) || !command.integration_types.includes(install)) {
    throw new Error(
      `/${command.name} is not offered there: contexts ${contexts.join()}, integration types ${command.integration_types.join()}.`,
    );
  }
  const needed = command.default_member_permissions;
  if (place.guild === undefined || needed === null) return;
  const bits = BigInt(needed);
  if (bits === 0n || (place.userPermissions & bits) !== bits) {
    throw new Error(`/${command.name} is hidden from this person: it needs permissions ${needed}.`);
  }
}

/** The fields of an interaction that say where it happened and who did it. */
export function placeFields(world: World, user: User, locale: string, place: Place) {
  const { channel, guild, context, owners, userPermissions } = place;
  const appPermissions = guild
    ? permissionsIn(guild, world.identity.botUser.id, channel)
    : ALL_PERMISSIONS;
  const permissions = userPermissions.toString();
  const shared = {
    channel_id: channel.id,
    channel: guild ? { ...channel, permissions } : channel,
    context,
    authorizing_integration_owners: owners,
    app_permissions: appPermissions.toString(),
    attachment_size_limit: 10_485_760,
    entitlements: [],
    entitlement_sku_ids: [],
    locale,
  };
  if (guild === undefined) return { ...shared, user };
  return {
    ...shared,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
    guild_locale: guild.preferred_locale,
    member: memberFields(guild, user, permissions),
  };
}

/** A member as interactions carry it. */
export function memberFields(guild: Guild, user: User, permissions: string) {
  const member = guild.members.get(user.id);
  return {
    user,
    roles: member?.roles ?? [],
    nick: member?.nick ?? null,
    joined_at: member?.joined_at ?? null,
    permissions,
    avatar: null,
    banner: null,
    premium_since: null,
    communication_disabled_until: null,
    unusual_dm_activity_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0,
  };
}
