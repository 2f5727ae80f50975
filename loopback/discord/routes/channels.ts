import { z } from 'zod';

import {
  ApiError,
  archivedThread,
  cannotSendToUser,
  lockedThread,
  missingAccess,
  missingPermissions,
  nonTextChannel,
  unknownChannel,
  unknownMessage,
  unknownUser,
  wrongChannelType,
} from '../api-error.ts';
import { type ApiAnswer, type ApiRequest, type Discord, idAt, ok, type Route } from '../api.ts';
import type { Channel, DiscordMessage } from '../entities.ts';
import { inHistory, onTheWire } from '../messages.ts';
import { ALL_PERMISSIONS, isThread, Permission, permissionsIn } from '../permissions.ts';
import type { MessageBody } from '../wire.ts';

/** Channel types with messages: text, direct and group messages, voice, announcements, threads, stages. */
const HOLDS_MESSAGES: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 10, 11, 12, 13]);
const MESSAGES = '/channels/:id/messages';

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:id', handle: readChannel },
  {
    method: 'POST',
    path: MESSAGES,
    limit: 'posts',
    bucket: 'messages',
    handle: createMessage,
  },
  { method: 'GET', path: MESSAGES, handle: listMessages },
  { method: 'GET', path: `${MESSAGES}/:id`, handle: readMessage },
  { method: 'PATCH', path: `${MESSAGES}/:id`, handle: editMessage },
  {
    method: 'POST',
    path: `${MESSAGES}/:id/crosspost`,
    limit: 'crossposts',
    // As Discord did for unrelated limits (discord-api-docs issue 8073).
    bucket: 'messages',
    handle: crosspost,
  },
  { method: 'POST', path: '/users/@me/channels', handle: openDirectChannel },
];

function permissionsOfBot({ world }: Discord, channel: Channel): bigint {
  const guild = world.guildOf(channel);
  if (guild === undefined) return ALL_PERMISSIONS;
  return permissionsIn(guild, world.identity.botUser.id, channel);
}

/** A channel that the bot sees. */
function channelOf(discord: Discord, request: ApiRequest): Channel {
  const { world } = discord;
  const channel = world.channels.get(idAt(request, 0));
  if (channel === undefined) throw unknownChannel();
  const guild = world.guildOf(channel);
  if (guild && !guild.members.has(world.identity.botUser.id)) throw missingAccess();
  if (!(permissionsOfBot(discord, channel) & Permission.ViewChannel)) throw missingAccess();
  return channel;
}

function readChannel(discord: Discord, request: ApiRequest): ApiAnswer {
  return ok(channelOf(discord, request));
}

function createMessage(discord: Discord, request: ApiRequest): ApiAnswer {
  const channel = channelOf(discord, request);
  refusePlace(discord, channel);
  const permissions = permissionsOfBot(discord, channel);
  const body = discord.judge.message(request, request.body, { mode: 'create', channel: true });
  const needed = [
    isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages,
    ...(body.embeds?.length ? [Permission.EmbedLinks] : []),
    ...(request.files.length > 0 ? [Permission.AttachFiles] : []),
  ];
  if (needed.some((bit) => !(permissions & bit))) throw missingPermissions();
  const earlier = sameNonce(discord, channel, body);
  if (earlier !== undefined) return ok(onTheWire(earlier));
  const author = discord.world.identity.botUser;
  const { files } = request;
  const message = discord.messages.create({ channelId: channel.id, author, body, files });
  if (body.nonce !== undefined && body.nonce !== null)
    discord.nonces.remember(channel.id, body.nonce, message.id);
  // A post wakes a thread.
  if (channel.thread_metadata) channel.thread_metadata.archived = false;
  return ok(onTheWire(message));
}

/** Refuses channels that never take messages. */
function refusePlace(discord: Discord, channel: Channel): void {
  if (!HOLDS_MESSAGES.has(channel.type)) throw nonTextChannel();
  const closed = discord.world.closedToBot;
  if (channel.type === 1 && channel.recipients?.some(({ id }) => closed.has(id))) {
    throw cannotSendToUser();
  }
  const { locked = false, archived = false } = channel.thread_metadata ?? {};
  if (!locked || permissionsOfBot(discord, channel) & Permission.ManageThreads) return;
  throw archived ? archivedThread() : lockedThread();
}

/**
 * With `enforce_nonce`, answers a repeat within minutes with the first message.
 * @throws ApiError if that was deleted
 */
function sameNonce(
  { messages, nonces }: Discord,
  channel: Channel,
  { nonce, enforce_nonce }: MessageBody,
): DiscordMessage | undefined {
  if (enforce_nonce !== true || nonce === undefined || nonce === null) return undefined;
  const id = nonces.recall(channel.id, nonce);
  if (id === undefined) return undefined;
  const message = messages.get(id);
  if (message === undefined) throw unknownMessage();
  return message;
}

function listMessages(discord: Discord, request: ApiRequest): ApiAnswer {
  const channel = channelOf(discord, request);
  if (!(permissionsOfBot(discord, channel) & Permission.ReadMessageHistory)) return ok([]);
  const { query } = request;
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) {
    const message = 'int value should be greater than or equal to 1 and less than or equal to 100.';
    throw discord.judge.refusal(request, [{ kind: 'limit', path: 'limit', message }]);
  }
  const [before, after] = [query.get('before'), query.get('after')];
  const fitting = discord.messages
    .in(channel.id)
    .filter(
      ({ id }) =>
        (before === null || BigInt(id) < BigInt(before)) &&
        (after === null || BigInt(id) > BigInt(after)),
    );
  const chosen = after === null ? fitting.slice(-limit) : fitting.slice(0, limit);
  return ok(chosen.toReversed().map(inHistory));
}

function messageOf(discord: Discord, request: ApiRequest): DiscordMessage {
  const channel = channelOf(discord, request);
  const message = discord.messages.get(idAt(request, 1));
  const hidden = message !== undefined && discord.messages.visibleTo(message) !== undefined;
  if (message === undefined || message.channel_id !== channel.id || hidden) throw unknownMessage();
  return message;
}

function readMessage(discord: Discord, request: ApiRequest): ApiAnswer {
  return ok(inHistory(messageOf(discord, request)));
}

function editMessage(discord: Discord, request: ApiRequest): ApiAnswer {
  const message = messageOf(discord, request);
  if (message.author.id !== discord.world.identity.botUser.id) {
    throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
  }
  const body = discord.judge.message(request, request.body, {
    mode: 'edit',
    message,
    channel: true,
  });
  return ok(onTheWire(discord.messages.edit(message, body, request.files)));
}

function crosspost(discord: Discord, request: ApiRequest): ApiAnswer {
  const message = messageOf(discord, request);
  if (channelOf(discord, request).type !== 5) {
    throw wrongChannelType();
  }
  return ok(onTheWire(discord.messages.crosspost(message)));
}

const recipient = z.looseObject({ recipient_id: z.string() });

function openDirectChannel(discord: Discord, request: ApiRequest): ApiAnswer {
  const { recipient_id } = discord.judge.parsed(request, recipient, request.body);
  const user = discord.world.users.get(recipient_id);
  if (user === undefined) throw unknownUser();
  return ok(discord.world.directChannel(user));
}
