import { alreadyAcknowledged, ApiError, unknownInteraction } from '../api-error.ts';
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
import { CALLBACK_DEADLINE_MS, type InteractionRecord, InteractionType } from '../interactions.ts';
import { numbered, onTheWire } from '../messages.ts';
import { callbackBody, type MessageBody } from '../wire.ts';

const CallbackType = {
  Message: 4,
  DeferredMessage: 5,
  DeferredUpdate: 6,
  Update: 7,
  Choices: 8,
  Modal: 9,
} as const;

const ALLOWED: Record<number, (interaction: InteractionRecord) => boolean> = {
  [CallbackType.Message]: ({ type }) => type !== InteractionType.Autocomplete,
  [CallbackType.DeferredMessage]: ({ type }) => type !== InteractionType.Autocomplete,
  [CallbackType.DeferredUpdate]: ({ source }) => source !== undefined,
  [CallbackType.Update]: ({ source }) => source !== undefined,
  [CallbackType.Choices]: ({ type }) => type === InteractionType.Autocomplete,
  [CallbackType.Modal]: ({ type }) =>
    type === InteractionType.Command || type === InteractionType.Component,
};

export const callbackRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:id/:id/callback', open: true, handle: callback },
];

function callback(discord: Discord, request: ApiRequest): ApiAnswer {
  const interaction = answerable(discord, request);
  const { type, data } = discord.judge.parsed(request, callbackBody, request.body);
  if (ALLOWED[type]?.(interaction) !== true) {
    const message = `Interaction of type ${interaction.type} can't be answered with a callback of type ${type}.`;
    throw discord.judge.refusal(request, [{ kind: 'callback_type', path: 'type', message }]);
  }
  respond(discord, request, interaction, type, data);
  const afterMs = discord.world.now() - interaction.createdAt;
  interaction.acknowledgement = { type, afterMs };
  interaction.acknowledged.resolve(interaction.acknowledgement);
  discord.world.announce('interaction', { kind: 'acknowledged', interaction });
  const wanted = request.query.get('with_response') === 'true';
  return wanted ? ok(callbackResponse(interaction, type)) : noContent;
}

function answerable({ world, interactions }: Discord, request: ApiRequest): InteractionRecord {
  const interaction = interactions.find(idAt(request, 1));
  if (interaction === undefined || interaction.id !== idAt(request, 0)) throw unknownInteraction();
  if (interaction.acknowledgement !== undefined) throw alreadyAcknowledged();
  const age = world.now() - interaction.createdAt;
  if (age > CALLBACK_DEADLINE_MS) {
    const late = new Error(`the bot answered ${age} ms after the interaction; Discord waits 3000`);
    interaction.acknowledged.reject(late);
    world.announce('interaction', { kind: 'refused', interaction });
    throw unknownInteraction();
  }
  return interaction;
}

function respond(
  discord: Discord,
  request: ApiRequest,
  interaction: InteractionRecord,
  type: number,
  data: unknown,
): void {
  const { judge, messages } = discord;
  if (type === CallbackType.Choices) {
    interaction.choices = judge.choices(request, data);
    return;
  }
  if (type === CallbackType.Modal) {
    const modal = judge.modal(request, data);
    interaction.modal = { ...modal, components: numbered(modal.components) };
    return;
  }
  if (type === CallbackType.Message || type === CallbackType.DeferredMessage) {
    const loading = type === CallbackType.DeferredMessage;
    const body = judge.message(request, data ?? {}, { mode: loading ? 'defer' : 'create' });
    interaction.original = newResponse(discord, interaction, body, request, loading);
    return;
  }
  const source = existingSource(discord, interaction);
  interaction.original = source;
  if (type === CallbackType.Update) {
    messages.edit(
      source,
      judge.message(request, data ?? {}, { mode: 'edit', message: source }),
      request.files,
    );
  }
}

function existingSource({ messages }: Discord, { source }: InteractionRecord): DiscordMessage {
  if (source === undefined || messages.get(source.id) === undefined) {
    throw new ApiError(404, 10008, 'Unknown Message');
  }
  return source;
}

/** A reply to an interaction: the first response or a follow-up. */
export function newResponse(
  { messages, world }: Discord,
  interaction: InteractionRecord,
  body: MessageBody,
  { files }: ApiRequest,
  loading = false,
): DiscordMessage {
  const ephemeral = ((body.flags ?? 0) & MessageFlag.Ephemeral) !== 0;
  return messages.create({
    channelId: interaction.channelId,
    author: world.identity.botUser,
    body: loading ? { flags: body.flags ?? 0 } : body,
    files: loading ? [] : files,
    visibleTo: ephemeral ? interaction.userId : undefined,
    metadata: interaction.metadata,
    loading,
  });
}

function callbackResponse(interaction: InteractionRecord, type: number): unknown {
  const { id, original } = interaction;
  const made = type === CallbackType.Message || type === CallbackType.DeferredMessage;
  const shown = made || type === CallbackType.Update || type === CallbackType.DeferredUpdate;
  const flags = original?.flags ?? 0;
  return {
    interaction: {
      id,
      type: interaction.type,
      ...(shown && original
        ? {
            response_message_id: original.id,
            response_message_loading: (flags & MessageFlag.Loading) !== 0,
            response_message_ephemeral: (flags & MessageFlag.Ephemeral) !== 0,
          }
        : {}),
    },
    resource: {
      type,
      ...((type === CallbackType.Message || type === CallbackType.Update) && original
        ? { message: onTheWire(original) }
        : {}),
    },
  };
}
