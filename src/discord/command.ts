import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { Answer } from './answer.ts';
import type { ComponentHandler } from './component.ts';
import type { Caller } from './interaction.ts';

/** What Discord is told about a command: its published JSON, nothing of ours. */
export type CommandDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The options as they came, by name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** One use of the bot. `S` is what the commands work with (see src/services.ts). */
export type Use<S> = {
  readonly caller: Caller;
  readonly answer: Answer;
  readonly services: S;
};

/** A command as the router and the deployment read it. */
export type Command<S> = {
  readonly definition: CommandDefinition;
  run(use: Use<S>, options: OptionValues): Promise<void>;
  /** From what is at hand: there is no deferring an autocompletion, so no I/O. */
  readonly autocomplete?: Autocomplete<S>;
  readonly component?: ComponentHandler<S>;
};

export type Autocomplete<S> = (
  focused: { readonly name: string; readonly typed: string },
  caller: Caller,
  services: S,
) => readonly APIApplicationCommandOptionChoice<string>[];

type ValueOf<O extends APIApplicationCommandBasicOption> = O extends {
  readonly choices: readonly { readonly value: infer V }[];
}
  ? V
  : O['type'] extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
    ? number
    : O['type'] extends ApplicationCommandOptionType.Boolean
      ? boolean
      : string;

/** The options of a definition as an object: `{ user?: string, private?: boolean }`. */
export type OptionsOf<D> = D extends { readonly options: readonly (infer O)[] }
  ? {
      readonly [B in Extract<O, APIApplicationCommandBasicOption> as B['name']]?: ValueOf<B>;
    }
  : object;

/** Ties a command's handler to its definition, so that the options' types are read off the published JSON. */
export function defineCommand<const D extends CommandDefinition, S>(command: {
  readonly definition: D;
  run(use: Use<S>, options: OptionsOf<D>): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
  readonly component?: ComponentHandler<S>;
}): Command<S> {
  const { definition } = command;
  return {
    ...command,
    run(use, options) {
      if (!fits(definition, options)) {
        throw new TypeError(
          `The options of /${definition.name} are not those it was registered with`,
        );
      }
      return command.run(use, options);
    },
  };
}

/** Whether the options are of the types and choices that the definition says. */
function fits<D extends CommandDefinition>(
  definition: D,
  options: OptionValues,
): options is OptionsOf<D> & OptionValues {
  return Object.entries(options).every(([name, value]) => {
    const option = definition.options?.find((candidate) => candidate.name === name);
    if (!option) return false;
    if ('choices' in option && option.choices?.length) {
      return option.choices.some((choice) => choice.value === value);
    }
    switch (option.type) {
      case ApplicationCommandOptionType.Boolean:
        return typeof value === 'boolean';
      case ApplicationCommandOptionType.Integer:
      case ApplicationCommandOptionType.Number:
        return typeof value === 'number';
      default:
        return typeof value === 'string';
    }
  });
}
