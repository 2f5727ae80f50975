import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionType,
} from 'discord-api-types/v10';
import type { z } from 'zod';

import { command, component, envelope, label, row, textInput } from './interaction-schemas.ts';
import type { Envelope } from './interaction-schemas.ts';
import type { ComponentInput, Interaction, StrangeInteraction } from './interaction.ts';
import {
  isOrdinaryCommand,
  isOrdinaryComponent,
  isOrdinaryEnvelope,
} from './ordinary-interaction.ts';
import { commandInput, focusedOption } from './read-options.ts';

const TYPED: number = ApplicationCommandType.ChatInput;
const ON_USER: number = ApplicationCommandType.User;
const UNKNOWN_LOCALE = 'en-US';

const readEnvelope = reader(envelope, isOrdinaryEnvelope);
const readCommandData = reader(command, isOrdinaryCommand);
const readComponentData = reader(component, isOrdinaryComponent);

/** It isn't an interaction, so there is nothing to answer. */
export type NoInteraction = { readonly kind: 'none'; readonly detail: string };

/**
 * Reads what the gateway sent as an interaction. This is the only check: from here on, every field is what its type
 * says.
 */
export function readInteraction(payload: unknown): Interaction | NoInteraction {
  const read = readEnvelope(payload);
  if (!read.success) return { kind: 'none', detail: whereOf(read.error) };
  const sent = read.data;
  switch (sent.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete:
      return readCommand(sent);
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit:
      return readComponent(sent);
  }
}

function readCommand(sent: Envelope): Interaction {
  const isTyping = sent.type === InteractionType.ApplicationCommandAutocomplete;
  const of = isTyping ? 'autocomplete' : 'command';
  const about = aboutOf(sent);
  if (!about) return strange(sent, of, 'user');
  const { success, data, error } = readCommandData(sent.data);
  if (!success) return strange(sent, of, `data.${whereOf(error)}`);
  const { name } = data;
  if (isTyping) return { kind: 'autocomplete', ...about, name, focused: focusedOption(data) };
  if (data.type === ON_USER && data.target_id) {
    // As if the member had been mentioned in the option.
    const bot = data.resolved?.users?.[data.target_id]?.bot === true;
    const input = { subcommand: undefined, options: { user: `<@${data.target_id}>`, bot } };
    return { kind: 'command', ...about, name, input };
  }
  if (data.type !== TYPED) return strange(sent, of, 'data.type');
  return { kind: 'command', ...about, name, input: commandInput(data) };
}

function readComponent(sent: Envelope): Interaction {
  const about = aboutOf(sent);
  if (!about) return strange(sent, 'component', 'user');
  const { success, data, error } = readComponentData(sent.data);
  if (!success) return strange(sent, 'component', `data.${whereOf(error)}`);
  const { message } = sent;
  const [embed] = message?.embeds ?? [];
  const input: ComponentInput = {
    customId: data.custom_id,
    values: data.values ?? [],
    fields: data.components ? new Map(data.components.flatMap(typedIn)) : NO_FIELDS,
    ...(sent.type === InteractionType.ModalSubmit && { isModal: true }),
    ...(embed && { shown: embed.description }),
  };
  return {
    kind: 'component',
    ...about,
    input,
    message: message ? { id: message.id, flags: message.flags ?? 0 } : null,
  };
}

const NO_FIELDS: ComponentInput['fields'] = new Map();

/** The texts in a row or label of a modal, by the input's custom_id. */
function typedIn(part: unknown): readonly (readonly [string, string])[] {
  const inRow = row.safeParse(part);
  const inputs = inRow.success ? inRow.data.components : [label.safeParse(part).data?.component];
  return inputs.flatMap((input) => {
    const { success, data } = textInput.safeParse(input);
    return success ? [[data.custom_id, data.value] as const] : [];
  });
}

/** Where it is answered and who asked. In servers that is `member.user`, in direct messages `user`. */
function aboutOf(sent: Envelope) {
  const user = sent.member?.user ?? sent.user;
  if (!user) return null;
  return {
    to: toOf(sent),
    caller: {
      id: user.id,
      locale: sent.locale ?? UNKNOWN_LOCALE,
      guildLocale: sent.guild_locale ?? UNKNOWN_LOCALE,
      guildId: sent.guild_id ?? null,
      hasBot: isBotThere(sent),
      channel: sent.channel ? { id: sent.channel.id, type: sent.channel.type } : null,
      permissions: BigInt(sent.member?.permissions ?? 0),
    },
  };
}

/** If Discord doesn't say who installed it, the server did. */
function isBotThere({ guild_id: guildId, authorizing_integration_owners: owners }: Envelope) {
  const isByServer = !owners || owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return typeof guildId === 'string' && isByServer;
}

function toOf({ id, application_id: applicationId, token: written }: Envelope) {
  return { id, applicationId, token: written };
}

function strange(sent: Envelope, of: StrangeInteraction['of'], detail: string): StrangeInteraction {
  return { kind: 'strange', to: toOf(sent), locale: sent.locale ?? UNKNOWN_LOCALE, of, detail };
}

/** Quotes nothing. */
function whereOf(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}

function reader<T>(schema: z.ZodType<T>, isOrdinary: (sent: unknown) => sent is T) {
  return (sent: unknown): z.ZodSafeParseResult<T> =>
    isOrdinary(sent) ? { success: true, data: sent } : schema.safeParse(sent);
}
