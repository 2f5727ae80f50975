import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** A channel or thread that someone chose. */
export type ChannelOption = {
  readonly kind: 'channel';
  readonly id: string;
  /** Discord's number of its type. */
  readonly type: number;
  readonly name: string;
  /** A thread's channel, a channel's category. */
  readonly parentId: string | null;
};

/** A role that someone chose. */
export type RoleOption = {
  readonly kind: 'role';
  readonly id: string;
  readonly name: string;
  /** Whether everyone may ping it. */
  readonly mentionable: boolean;
};

/** A channel or role that Discord doesn't describe. */
export type UnresolvedOption = {
  readonly kind: 'unresolved';
  readonly of: 'channel' | 'role';
  readonly id: string;
};

export type OptionValue = string | number | boolean | ChannelOption | RoleOption | UnresolvedOption;

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
  let found = 0;
  for (const option of definition.options ?? []) {
    const value = Object.hasOwn(values, option.name) ? values[option.name] : undefined;
    if (value === undefined) {
      if ('required' in option && option.required) return false;
    } else {
      if (!takes(option, value)) return false;
      found += 1;
    }
  }
  return found === Object.keys(values).length;
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

/** The first value that Discord doesn't describe, if any. */
export function unresolvedIn(values: OptionValues): UnresolvedOption | undefined {
  for (const value of Object.values(values)) {
    if (typeof value === 'object' && value.kind === 'unresolved') return value;
  }
  return undefined;
}

/** The option that someone is typing in. */
export type Focused = {
  readonly subcommand?: string | undefined;
  readonly name: string;
  readonly typed: string;
  /** The options filled in so far. Channels and roles are just ids here. */
  readonly others: OptionValues;
};

/** What someone sent with a command. */
export type CommandInput = {
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
};
