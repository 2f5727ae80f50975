import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

import type { Answer } from './answer.ts';
import type { ComponentHandler } from './component.ts';
import type { Caller } from './interaction.ts';
import { fits } from './options.ts';
import type { OptionsOf, OptionValues } from './options.ts';

/** What Discord is told about a command: its published JSON, nothing of ours. */
export type CommandDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** One use of the bot. `S` is what the commands work with (see src/services.ts). */
export type Use<S> = {
  readonly caller: Caller;
  readonly answer: Answer;
  readonly services: S;
};

/** A command as the router and the deployment read it. */
export type Command<S> = {
  readonly definition: CommandDefinition;
  /** Whether all its answers are for the one who asks alone; else the option `private` says so. */
  readonly isPrivate?: boolean;
  /** @param subcommand which one, for a command that has some (see defineGroup). */
  run(use: Use<S>, options: OptionValues, subcommand?: string): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
  readonly components?: readonly ComponentHandler<S>[];
};

/** The option that somebody is typing in. */
export type Focused = {
  readonly subcommand?: string | undefined;
  readonly name: string;
  readonly typed: string;
  /** The other options, as far as they are filled in. Channels and roles are but ids: Discord resolves none yet. */
  readonly others: OptionValues;
};

export type Choices = readonly APIApplicationCommandOptionChoice<string>[];

/** From what is at hand, or a quick look at what we keep: there is no deferring, and somebody is typing. */
export type Autocomplete<S> = (
  focused: Focused,
  caller: Caller,
  services: S,
) => Choices | Promise<Choices>;

/** Ties a command's handler to its definition, so that the options' types are read off the published JSON. */
export function defineCommand<const D extends CommandDefinition, S>(command: {
  readonly definition: D;
  run(use: Use<S>, options: OptionsOf<D>): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
  readonly components?: readonly ComponentHandler<S>[];
}): Command<S> {
  const { definition } = command;
  return {
    ...command,
    run(use, options) {
      if (!fits(definition, options)) throw new StrangeOptions(definition.name);
      return command.run(use, options);
    },
  };
}

/** This version does not have the command: clients show what was there until they have loaded the new list. */
export class UnknownCommand extends Error {
  override readonly name = 'UnknownCommand';
}

/** Discord sends only what was registered: this is another version's, or none of Discord's. */
export class StrangeOptions extends TypeError {
  constructor(commandName: string) {
    super(`The options of /${commandName} are not those it was registered with`);
  }
}
