import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandBasicOption,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIApplicationCommandOption,
  APIChatInputApplicationCommandInteraction,
  APIInteractionDataResolved,
  InteractionType,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** A channel or thread that somebody chose. */
export type ChannelOption = {
  readonly kind: 'channel';
  readonly id: string;
  /** Discord's number of its type. */
  readonly type: number;
  readonly name: string;
  /** A thread's channel, a channel's category. */
  readonly parentId: string | null;
};

/** A role that somebody chose. */
export type RoleOption = {
  readonly kind: 'role';
  readonly id: string;
  readonly name: string;
  /** Whether everybody may ping it. */
  readonly mentionable: boolean;
};

export type OptionValue = string | number | boolean | ChannelOption | RoleOption;

/** By name. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

type WithOptions = { readonly options?: readonly APIApplicationCommandOption[] | undefined };

type ValueOf<O extends APIApplicationCommandBasicOption> = O extends {
  readonly choices: readonly { readonly value: infer V }[];
}
  ? V
  : O['type'] extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
    ? number
    : O['type'] extends ApplicationCommandOptionType.Boolean
      ? boolean
      : O['type'] extends ApplicationCommandOptionType.Channel
        ? ChannelOption
        : O['type'] extends ApplicationCommandOptionType.Role
          ? RoleOption
          : string;

type Required = APIApplicationCommandBasicOption & { readonly required: true };
type BasicOf<D> = D extends { readonly options: readonly (infer O)[] }
  ? Extract<O, APIApplicationCommandBasicOption>
  : never;

/** The options of a definition as a type: `{ user: string, private?: boolean }`. */
export type OptionsOf<D> = {
  readonly [B in Extract<BasicOf<D>, Required> as B['name']]: ValueOf<B>;
} & {
  readonly [B in Exclude<BasicOf<D>, Required> as B['name']]?: ValueOf<B>;
};

/** Whether the options fit their definition: names, types and choices, and none missing that is required. */
export function fits<D extends WithOptions>(
  definition: D,
  values: OptionValues,
): values is OptionsOf<D> & OptionValues {
  const options = definition.options ?? [];
  const isComplete = options.every(
    (option) => !('required' in option && option.required) || Object.hasOwn(values, option.name),
  );
  return (
    isComplete &&
    Object.entries(values).every(([name, value]) => {
      const option = options.find((candidate) => candidate.name === name);
      return option !== undefined && takes(option, value);
    })
  );
}

function takes(option: APIApplicationCommandOption, value: OptionValue): boolean {
  if ('choices' in option && option.choices?.length) {
    return option.choices.some((choice) => choice.value === value);
  }
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean';
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number: {
      const { min_value: min = -Infinity, max_value: max = Infinity } = option;
      return typeof value === 'number' && value >= min && value <= max;
    }
    case ApplicationCommandOptionType.Channel:
      return typeof value === 'object' && value.kind === 'channel';
    case ApplicationCommandOptionType.Role:
      return typeof value === 'object' && value.kind === 'role';
    default:
      return typeof value === 'string';
  }
}

/** The option that somebody is typing in. */
export type Focused = {
  readonly subcommand?: string | undefined;
  readonly name: string;
  readonly typed: string;
  /** The options filled in so far. Channels and roles are just ids here. */
  readonly others: OptionValues;
};

/** What somebody sent with a command. */
export type CommandInput = {
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
};

type Sent = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;
/** The options of the command, or of its subcommand, one level down. */
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

/** Null when Discord doesn't say which option somebody is typing in. */
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

/** Just the id when Discord doesn't send what it stands for. */
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
