import { z } from 'zod';

import {
  ApiError,
  missingAccess,
  missingPermissions,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from '../api-error.ts';
import { type ApiAnswer, type ApiRequest, type Discord, idAt, ok, type Route } from '../api.ts';
import type { Channel, DiscordMessage } from '../entities.ts';
import { onTheWire } from '../messages.ts';
import { ALL_PERMISSIONS, Permission, permissionsIn } from '../permissions.ts';
import type { MessageBody } from '../wire.ts';

/** Discord promises "a few minutes". */
const NONCE_MEMORY_MS = 5 * 60_000;
const MESSAGES = '/channels/:id/messages';

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:id', handle: readChannel },
  { method: 'POST', path: MESSAGES, handle: createMessage },
  { method: 'GET', path: MESSAGES, handle: listMessages },
  { method: 'GET', path: `${MESSAGES}/:id`, handle: readMessage },
  { method: 'PATCH', path: `${MESSAGES}/:id`, handle: editMessage },
  { method: 'POST', path: `${MESSAGES}/:id/crosspost`, handle: crosspost },
  { method: 'POST', path: '/users/@me/channels', handle: openDirectChannel },
];

function permissionsOfBot({ world }: Discord, channel: Channel): bigint {
  const guild = world.guildOf(channel);
  if (guild === undefined) return ALL_PERMISSIONS;
  return permissionsIn(guild, world.identity.botUser.id, channel);
}

/** A channel that the bot sees. */
function channelOf(discord: Discord, request: ApiRequest): Channel {
  const channel = discord.world.channels.get(idAt(request, 0));
  if (channel === undefined) throw unknownChannel();
  if (!(permissionsOfBot(discord, channel) & Permission.ViewChannel)) throw missingAccess();
  return channel;
}

function readChannel(discord: Discord, request: ApiRequest): ApiAnswer {
  return ok(channelOf(discord, request));
}

const isThread = ({ type }: Channel): boolean => type >= 10 && type <= 12;

function createMessage(discord: Discord, request: ApiRequest): ApiAnswer {
  const channel = channelOf(discord, request);
  const permissions = permissionsOfBot(discord, channel);
  const body = discord.judge.message(request, request.body, { mode: 'create', channel: true });
  const needed = [
    isThread(channel) ? Permission.SendMessagesInThreads : Permission.SendMessages,
    ...(body.embeds?.length ? [Permission.EmbedLinks] : []),
    ...(request.files.length > 0 ? [Permission.AttachFiles] : []),
  ];
  if (needed.some((bit) => !(permissions & bit))) throw missingPermissions();
  const author = discord.world.identity.botUser;
  const earlier = sameNonce(discord, channel, body);
  if (earlier !== undefined) return ok(onTheWire(earlier));
  const { files } = request;
  return ok(onTheWire(discord.messages.create({ channelId: channel.id, author, body, files })));
}

/** With `enforce_nonce`, a repeat within minutes is answered with the first message. */
function sameNonce(
  { messages, world }: Discord,
  channel: Channel,
  { nonce, enforce_nonce }: MessageBody,
): DiscordMessage | undefined {
  if (enforce_nonce !== true || nonce === undefined || nonce === null) return undefined;
  return messages
    .in(channel.id)
    .find(
      (message) =>
        message.nonce === nonce && world.now() - Date.parse(message.timestamp) <= NONCE_MEMORY_MS,
    );
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
  return ok(chosen.toReversed().map(onTheWire));
}

function messageOf(discord: Discord, request: ApiRequest): DiscordMessage {
  const channel = channelOf(discord, request);
  const message = discord.messages.get(idAt(request, 1));
  const hidden = message !== undefined && discord.messages.visibleTo(message) !== undefined;
  if (message === undefined || message.channel_id !== channel.id || hidden) throw unknownMessage();
  return message;
}

function readMessage(discord: Discord, request: ApiRequest): ApiAnswer {
  return ok(onTheWire(messageOf(discord, request)));
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
    throw new ApiError(403, 50024, 'Cannot execute action on this channel type');
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
