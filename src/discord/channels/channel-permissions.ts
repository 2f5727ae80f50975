import { ChannelType, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { Clock } from '#src/platform/clock.ts';

import { bits, snowflake } from '../ids.ts';
import type { BotRequests } from './bot-requests.ts';
import type { BotUserId } from './bot-user.ts';
import { missingFrom, permissionsIn } from './permission-bits.ts';
import type { PermissionName } from './permission-bits.ts';

/** A channel or thread as it is now. */
export type AccessedChannel = {
  readonly id: string;
  /** Discord's number of its type. */
  readonly type: number;
  readonly name: string;
  readonly parentId: string | null;
};

/** What the bot may do in a channel. */
export type ChannelAccess =
  | {
      readonly kind: 'ok';
      readonly channel: AccessedChannel;
      /** Nothing can be posted without these. */
      readonly missing: readonly PermissionName[];
      /** Posts work without these, but not as well. */
      readonly advised: readonly PermissionName[];
      /** Whether the role to ping no longer exists. */
      readonly isRoleGone: boolean;
    }
  /** This server has no such channel. */
  | { readonly kind: 'unknown' }
  /** The bot is not in the server. */
  | { readonly kind: 'notInServer' }
  /** Discord doesn't show it to the bot. */
  | { readonly kind: 'noAccess' }
  /** Discord shows the channel, but not what the bot may do there; or it refuses without saying why. */
  | { readonly kind: 'unreadable' }
  /** Discord is down, or there's a rate limit. */
  | { readonly kind: 'unavailable' };

export type AccessRequest = {
  readonly guildId: string;
  readonly channelId: string;
  /** The role that its posts ping. */
  readonly roleId: string | null;
};

export type ChannelPermissions = ReturnType<typeof createChannelPermissions>;

const channelShape = z.object({
  id: snowflake,
  type: z.number(),
  guild_id: snowflake.optional(),
  name: z.string().nullish(),
  parent_id: snowflake.nullish(),
  permission_overwrites: z.array(z.object({ id: snowflake, allow: bits, deny: bits })).nullish(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
});
const rolesShape = z.array(
  z.object({ id: snowflake, permissions: bits, mentionable: z.boolean().optional() }),
);
const guildShape = z.object({ owner_id: z.string().nullish(), roles: rolesShape });
const memberShape = z.object({
  roles: z.array(z.string()),
  communication_disabled_until: z.string().nullish(),
});

type Channel = z.infer<typeof channelShape>;
type Guild = z.infer<typeof guildShape>;
type Member = z.infer<typeof memberShape>;
type NotRead = Exclude<ChannelAccess['kind'], 'ok'>;

/** What a refusal says. With any other code, it says nothing. */
const REFUSALS: ReadonlyMap<number, NotRead> = new Map<number, NotRead>([
  [RESTJSONErrorCodes.UnknownChannel, 'unknown'],
  [RESTJSONErrorCodes.UnknownGuild, 'notInServer'],
  [RESTJSONErrorCodes.UnknownMember, 'notInServer'],
  [RESTJSONErrorCodes.UnknownUser, 'notInServer'],
  [RESTJSONErrorCodes.MissingAccess, 'noAccess'],
]);

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/**
 * Discord only sends the bot's permissions for the channel that a command is used in, and without intents it sends
 * nothing about servers. For any other channel they have to be asked for and computed.
 */
export function createChannelPermissions(options: {
  readonly requests: BotRequests;
  readonly userId: BotUserId;
  readonly clock: Clock;
}) {
  const { requests, userId, clock } = options;

  async function read<T>(
    route: `/${string}`,
    shape: z.ZodType<T>,
    signal: AbortSignal | undefined,
  ): Promise<T | NotRead> {
    const outcome = await requests.send({ method: 'get', route, signal });
    if (outcome.kind === 'refused') return REFUSALS.get(outcome.code) ?? 'unreadable';
    if (outcome.kind !== 'answered') return 'unavailable';
    return shape.safeParse(outcome.body).data ?? 'unavailable';
  }

  /** Falls back to the roles alone if Discord doesn't show the server. */
  async function readGuild(guildId: string, signal?: AbortSignal): Promise<Guild | NotRead> {
    const guild = await read(Routes.guild(guildId), guildShape, signal);
    if (typeof guild !== 'string' || guild === 'unavailable') return guild;
    const roles = await read(Routes.guildRoles(guildId), rolesShape, signal);
    return typeof roles === 'string' ? guild : { roles };
  }

  async function readMember(
    guildId: string,
    signal?: AbortSignal,
  ): Promise<(Member & { id: string }) | NotRead> {
    const id = await userId();
    if (id === null) return 'unavailable';
    const member = await read(Routes.guildMember(guildId, id), memberShape, signal);
    return typeof member === 'string' ? member : { ...member, id };
  }

  /** The channel whose overwrites apply: a thread has those of its channel. */
  async function governing(channel: Channel, signal?: AbortSignal): Promise<Channel | NotRead> {
    if (!isThread(channel) || !channel.parent_id) return channel;
    return await read(Routes.channel(channel.parent_id), channelShape, signal);
  }

  return {
    /**
     * The things that a post depends on, in one request, or two with a role. Gives up soon; never rejects.
     * @returns `type` is null if Discord doesn't say
     */
    async glance(
      { guildId, channelId, roleId }: AccessRequest,
      signal: AbortSignal,
    ): Promise<{ readonly type: number | null; readonly isRoleGone: boolean }> {
      const [channel, roles] = await Promise.all([
        read(Routes.channel(channelId), channelShape, signal),
        roleId === null ? [] : read(Routes.guildRoles(guildId), rolesShape, signal),
      ]);
      return {
        type: typeof channel === 'string' ? null : channel.type,
        isRoleGone: typeof roles !== 'string' && roleId !== null && !has(roles, roleId),
      };
    },
    /** What the bot may do in a channel or thread. Three requests at once, and one more for a thread. Never rejects. */
    async access(
      { guildId, channelId, roleId }: AccessRequest,
      signal?: AbortSignal,
    ): Promise<ChannelAccess> {
      const [channel, guild, member] = await Promise.all([
        read(Routes.channel(channelId), channelShape, signal),
        readGuild(guildId, signal),
        readMember(guildId, signal),
      ]);
      if (channel === 'unavailable') return { kind: channel };
      if (typeof channel === 'string') return { kind: refusedChannel(channel, guild, member) };
      if (guild === 'unavailable' || member === 'unavailable') return { kind: 'unavailable' };
      if (typeof guild === 'string' || typeof member === 'string') return { kind: 'unreadable' };
      if (channel.guild_id !== guildId) return { kind: 'unknown' };
      const governor = await governing(channel, signal);
      // The thread exists, so it's the bot that can't see its channel.
      if (governor === 'unknown') return { kind: 'noAccess' };
      if (typeof governor === 'string') return { kind: governor };
      const given = permissionsIn({
        guildId,
        ownerId: guild.owner_id ?? null,
        roles: guild.roles,
        member: { ...member, isSilenced: isSilenced(member, clock.now()) },
        overwrites: governor.permission_overwrites ?? [],
      });
      return {
        kind: 'ok',
        channel: described(channel),
        missing: missingFrom(given, neededIn(channel)),
        advised: missingFrom(given, advisedFor(roleId, guild)),
        isRoleGone: roleId !== null && !has(guild.roles, roleId),
      };
    },
  };
}

function has(roles: z.infer<typeof rolesShape>, roleId: string): boolean {
  return roles.some(({ id }) => id === roleId);
}

/** What is known about a channel that Discord doesn't show. */
function refusedChannel(channel: NotRead, guild: unknown, member: unknown): NotRead {
  const isOut = [guild, member].every((read) => read === 'notInServer' || read === 'noAccess');
  if (isOut) return 'notInServer';
  // One response alone says too little.
  return channel === 'notInServer' ? 'unreadable' : channel;
}

function isThread({ type }: Channel): boolean {
  return THREADS.has(type);
}

function described({ id, type, name, parent_id }: Channel): AccessedChannel {
  return { id, type, name: name ?? '', parentId: parent_id ?? null };
}

function isSilenced(member: Member, now: number): boolean {
  return Date.parse(member.communication_disabled_until ?? '') > now;
}

function neededIn(channel: Channel): readonly PermissionName[] {
  const isLocked = channel.thread_metadata?.locked === true;
  return [
    'viewChannel',
    isThread(channel) ? 'sendMessagesInThreads' : 'sendMessages',
    'embedLinks',
    ...(isLocked ? (['manageThreads'] as const) : []),
  ];
}

function advisedFor(roleId: string | null, guild: Guild): readonly PermissionName[] {
  const role = guild.roles.find(({ id }) => id === roleId);
  const isSilent = role?.mentionable === false;
  return ['readMessageHistory', ...(isSilent ? (['mentionEveryone'] as const) : [])];
}
