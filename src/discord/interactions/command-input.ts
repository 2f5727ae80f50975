import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteractionDataResolved,
  InteractionType,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { Focused } from './command.ts';
import type { OptionValue, OptionValues } from './options.ts';

/** What somebody sent: the subcommand, where the command has some, and the options by name. */
export type CommandInput = {
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
};

type Sent = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;
/** The options where they stand: a subcommand's are one level down. */
type Leaf<T extends Sent> = {
  readonly subcommand: string | undefined;
  readonly options: readonly APIApplicationCommandInteractionDataOption<T>[];
};

export function commandInput({ data }: APIChatInputApplicationCommandInteraction): CommandInput {
  const { subcommand, options } = leafOf(data.options);
  return {
    subcommand,
    options: Object.fromEntries(
      options.flatMap((option) =>
        'value' in option ? [[option.name, valueOf(option, data.resolved)]] : [],
      ),
    ),
  };
}

/** The option that somebody is typing in, and the others so far; null where Discord says none. */
export function focusedOption({
  data,
}: APIApplicationCommandAutocompleteInteraction): Focused | null {
  const { subcommand, options } = leafOf(data.options);
  const others: Record<string, OptionValue> = {};
  let focused: { name: string; typed: string } | null = null;
  for (const option of options) {
    if (!('value' in option)) continue;
    if (option.type === ApplicationCommandOptionType.String && option.focused) {
      focused = { name: option.name, typed: option.value };
    } else {
      others[option.name] = option.value;
    }
  }
  return focused && { subcommand, ...focused, others };
}

function leafOf<T extends Sent>(
  options: readonly APIApplicationCommandInteractionDataOption<T>[] = [],
): Leaf<T> {
  const [first] = options;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { subcommand: first.name, options: first.options ?? [] }
    : { subcommand: undefined, options };
}

/** The id alone where Discord did not tell what is behind it. */
function valueOf(
  option: APIApplicationCommandInteractionDataBasicOption,
  resolved: APIInteractionDataResolved = {},
): OptionValue {
  const { type, value } = option;
  const channel = type === ApplicationCommandOptionType.Channel && resolved.channels?.[value];
  if (channel) {
    const parentId = ('parent_id' in channel ? channel.parent_id : null) ?? null;
    return {
      kind: 'channel',
      id: channel.id,
      type: channel.type,
      name: channel.name ?? '',
      parentId,
    };
  }
  const role = type === ApplicationCommandOptionType.Role && resolved.roles?.[value];
  if (role) {
    return { kind: 'role', id: role.id, name: role.name, mentionable: role.mentionable };
  }
  return value;
}
