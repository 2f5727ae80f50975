import { ChannelType, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { Clock } from '#src/platform/clock.ts';

import type { AccessedChannel, AccessRequest, ChannelAccess, PermissionName } from './access.ts';
import type { BotRequests } from './bot-requests.ts';
import type { BotUserId } from './bot-user.ts';
import { permissionsIn } from './permissions.ts';

export type ChannelPermissions = {
  /** What the bot may do in a channel or thread: three requests at once, and one more for a thread. Never rejects. */
  access(request: AccessRequest): Promise<ChannelAccess>;
};

const channelShape = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.string().optional(),
  name: z.string().nullish(),
  parent_id: z.string().nullish(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: z.string(), deny: z.string() }))
    .nullish(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
});
const rolesShape = z.array(
  z.object({ id: z.string(), permissions: z.string(), mentionable: z.boolean().optional() }),
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

const BITS: Readonly<Record<PermissionName, bigint>> = {
  viewChannel: PermissionFlagsBits.ViewChannel,
  sendMessages: PermissionFlagsBits.SendMessages,
  sendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  embedLinks: PermissionFlagsBits.EmbedLinks,
  readMessageHistory: PermissionFlagsBits.ReadMessageHistory,
  mentionEveryone: PermissionFlagsBits.MentionEveryone,
  manageThreads: PermissionFlagsBits.ManageThreads,
};

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/**
 * Computes what Discord tells only of the channel in which a command is used. With no intents nothing of a server is at
 * hand, so it is asked for.
 */
export function createChannelPermissions(options: {
  readonly requests: BotRequests;
  readonly userId: BotUserId;
  readonly clock: Clock;
}): ChannelPermissions {
  const { requests, userId, clock } = options;

  async function read<T>(route: `/${string}`, shape: z.ZodType<T>): Promise<T | NotRead> {
    const outcome = await requests.send({ method: 'get', route });
    if (outcome.kind === 'refused') return outcome.status === 403 ? 'noAccess' : 'unknown';
    if (outcome.kind !== 'answered') return 'unavailable';
    return shape.safeParse(outcome.body).data ?? 'unavailable';
  }

  /** The server tells its roles and who owns it; its roles are a question of their own, too. */
  async function readGuild(guildId: string): Promise<Guild | NotRead> {
    const guild = await read(Routes.guild(guildId), guildShape);
    if (guild !== 'unknown' && guild !== 'noAccess') return guild;
    const roles = await read(Routes.guildRoles(guildId), rolesShape);
    return typeof roles === 'string' ? guild : { roles };
  }

  async function readMember(guildId: string): Promise<(Member & { id: string }) | NotRead> {
    const id = await userId();
    if (id === null) return 'unavailable';
    const member = await read(Routes.guildMember(guildId, id), memberShape);
    return typeof member === 'string' ? member : { ...member, id };
  }

  /** The channel whose overwrites hold: a thread has those of the channel it is in. */
  async function governing(channel: Channel): Promise<Channel | NotRead> {
    if (!isThread(channel) || !channel.parent_id) return channel;
    return await read(Routes.channel(channel.parent_id), channelShape);
  }

  return {
    async access({ guildId, channelId, roleId }) {
      const [channel, guild, member] = await Promise.all([
        read(Routes.channel(channelId), channelShape),
        readGuild(guildId),
        readMember(guildId),
      ]);
      if (typeof channel === 'string') return { kind: channel };
      if (typeof guild === 'string') return { kind: unlessGone(guild) };
      if (typeof member === 'string') return { kind: unlessGone(member) };
      if (channel.guild_id !== guildId) return { kind: 'unknown' };
      const governor = await governing(channel);
      if (typeof governor === 'string') return { kind: unlessGone(governor) };
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
        missing: without(neededIn(channel), given),
        advised: without(advisedFor(roleId, guild), given),
      };
    },
  };
}

/** The channel is there: it is the bot that has no place in the server. */
function unlessGone(reason: NotRead): Exclude<NotRead, 'unknown'> {
  return reason === 'unknown' ? 'noAccess' : reason;
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

function without(names: readonly PermissionName[], given: bigint): readonly PermissionName[] {
  return names.filter((name) => (given & BITS[name]) === 0n);
}
