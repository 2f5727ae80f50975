import { unknownMessage } from '../api-error.ts';
import {
  type ApiAnswer,
  type ApiRequest,
  type Discord,
  idAt,
  noContent,
  ok,
  type Route,
} from '../api.ts';
import { type DiscordMessage, MessageFlag } from '../entities.ts';
import type { InteractionRecord } from '../interactions.ts';
import { onTheWire } from '../messages.ts';
import { newResponse } from './callbacks.ts';

const ORIGINAL = '/webhooks/:id/:id/messages/@original';
const SINGLE = '/webhooks/:id/:id/messages/:id';

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: '/webhooks/:id/:id', open: true, handle: followUp },
  { method: 'GET', path: ORIGINAL, open: true, handle: read },
  { method: 'PATCH', path: ORIGINAL, open: true, handle: edit },
  { method: 'DELETE', path: ORIGINAL, open: true, handle: remove },
  { method: 'GET', path: SINGLE, open: true, handle: read },
  { method: 'PATCH', path: SINGLE, open: true, handle: edit },
  { method: 'DELETE', path: SINGLE, open: true, handle: remove },
];

const interactionOf = ({ interactions }: Discord, request: ApiRequest): InteractionRecord =>
  interactions.webhook(idAt(request, 0), idAt(request, 1));

/** The message, if it exists and belongs to this interaction. */
function target(discord: Discord, request: ApiRequest): DiscordMessage {
  const { original, followups } = interactionOf(discord, request);
  const wanted = request.ids[2] ?? original?.id;
  const message = [original, ...followups].find((own) => own !== undefined && own.id === wanted);
  if (message === undefined || discord.messages.get(message.id) === undefined) {
    throw unknownMessage();
  }
  return message;
}

function read(discord: Discord, request: ApiRequest): ApiAnswer {
  return ok(onTheWire(target(discord, request)));
}

function edit(discord: Discord, request: ApiRequest): ApiAnswer {
  const message = target(discord, request);
  const body = discord.judge.message(request, request.body, { mode: 'edit', message });
  return ok(onTheWire(discord.messages.edit(message, body, request.files)));
}

function remove(discord: Discord, request: ApiRequest): ApiAnswer {
  discord.messages.delete(target(discord, request).id);
  return noContent;
}

/** The first follow-up replaces a deferred reply and keeps its visibility. */
function followUp(discord: Discord, request: ApiRequest): ApiAnswer {
  const interaction = interactionOf(discord, request);
  const { original } = interaction;
  const thinking =
    original !== undefined &&
    (original.flags & MessageFlag.Loading) !== 0 &&
    discord.messages.get(original.id) !== undefined;
  const body = discord.judge.message(request, request.body, { mode: 'create' });
  if (thinking) return ok(onTheWire(discord.messages.edit(original, body, request.files)));
  const message = newResponse(discord, interaction, body, request);
  interaction.followups.push(message);
  return ok(onTheWire(message));
}
