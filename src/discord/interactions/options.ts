import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** A channel or thread that somebody chose, as Discord tells it along with the choice. */
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

/** The options as they came, by name. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** As much of a definition as says which options there are. */
export type WithOptions = { readonly options?: readonly APIApplicationCommandOption[] | undefined };

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

/** The options of a definition as an object: `{ user: string, private?: boolean }`. */
export type OptionsOf<D> = {
  readonly [B in Extract<BasicOf<D>, Required> as B['name']]: ValueOf<B>;
} & {
  readonly [B in Exclude<BasicOf<D>, Required> as B['name']]?: ValueOf<B>;
};

/** Whether the options are all that are required, and of the types and choices that the definition says. */
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
