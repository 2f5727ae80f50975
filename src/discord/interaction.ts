import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import {
  ApplicationCommandOptionType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';

import type { OptionValues } from './command.ts';
import type { ComponentInput } from './component.ts';
import type { InteractionAddress } from './interaction-api.ts';

/** Who uses the bot, as the interaction itself says it: there is no member cache. */
export type Caller = {
  readonly id: string;
  /** Discord's locale of the person's client, for example `en-US`. */
  readonly locale: string;
};

/** In servers the person is the member's user, in direct messages the user. */
export function callerOf(interaction: APIInteraction): Caller | null {
  const user = interaction.member?.user ?? interaction.user;
  const locale = ('locale' in interaction ? interaction.locale : null) ?? 'en-US';
  return user ? { id: user.id, locale } : null;
}

/** Where an answer to this interaction goes. */
export function addressOf(interaction: APIInteraction): InteractionAddress {
  return {
    id: interaction.id,
    applicationId: interaction.application_id,
    token: interaction.token,
  };
}

/** The options of a command, by name. */
export function optionValues(interaction: APIChatInputApplicationCommandInteraction): OptionValues {
  return Object.fromEntries(
    (interaction.data.options ?? []).flatMap((option) =>
      'value' in option ? [[option.name, option.value]] : [],
    ),
  );
}

/** The option that somebody is typing in. */
export function focusedOption(
  interaction: APIApplicationCommandAutocompleteInteraction,
): { name: string; typed: string } | null {
  for (const option of interaction.data.options) {
    if (option.type === ApplicationCommandOptionType.String && option.focused) {
      return { name: option.name, typed: option.value };
    }
  }
  return null;
}

/** What somebody pressed, chose or sent. */
export function componentInput(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
): ComponentInput {
  const { data } = interaction;
  const customId = data.custom_id;
  if (interaction.type === InteractionType.MessageComponent) {
    const values = 'values' in data ? data.values : [];
    return { customId, values, fields: new Map() };
  }
  return { customId, values: [], fields: modalFields(interaction) };
}

function modalFields(interaction: APIModalSubmitInteraction): ReadonlyMap<string, string> {
  return new Map(
    interaction.data.components.flatMap((row) =>
      row.type === ComponentType.ActionRow
        ? row.components.map((input): [string, string] => [input.custom_id, input.value])
        : [],
    ),
  );
}
