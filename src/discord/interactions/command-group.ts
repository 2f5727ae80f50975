import type { APIApplicationCommandSubcommandOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { StrangeOptions, UnknownCommand } from './command.ts';
import type { Autocomplete, Command, CommandDefinition, Use } from './command.ts';
import type { ComponentHandler } from './component.ts';
import { fits } from './options.ts';
import type { OptionsOf, OptionValues } from './options.ts';

/** What Discord is told about a subcommand. */
type SubcommandDefinition = Omit<APIApplicationCommandSubcommandOption, 'type'>;

/** One of a command's subcommands. */
export type Subcommand<S> = {
  readonly definition: SubcommandDefinition;
  run(use: Use<S>, options: OptionValues): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
};

/** As defineCommand does for a whole command. */
export function defineSubcommand<const D extends SubcommandDefinition, S>(subcommand: {
  readonly definition: D;
  run(use: Use<S>, options: OptionsOf<D>): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
}): Subcommand<S> {
  const { definition } = subcommand;
  return {
    ...subcommand,
    run(use, options) {
      if (!fits(definition, options)) throw new StrangeOptions(definition.name);
      return subcommand.run(use, options);
    },
  };
}

/** A command that does nothing by itself: each of its subcommands stands in a file of its own. */
export function defineGroup<S>(group: {
  readonly definition: Omit<CommandDefinition, 'options'>;
  readonly isPrivate: boolean;
  readonly subcommands: readonly Subcommand<S>[];
  readonly components?: readonly ComponentHandler<S>[];
}): Command<S> {
  const { definition, subcommands, ...rest } = group;
  const byName = new Map(subcommands.map((one) => [one.definition.name, one]));
  return {
    ...rest,
    definition: {
      ...definition,
      options: subcommands.map((one) => ({
        type: ApplicationCommandOptionType.Subcommand,
        ...one.definition,
      })),
    },
    run(use, options, subcommand = '') {
      const found = byName.get(subcommand);
      if (!found) throw new UnknownCommand();
      return found.run(use, options);
    },
    autocomplete: (focused, caller, services) =>
      byName.get(focused.subcommand ?? '')?.autocomplete?.(focused, caller, services) ?? [],
  };
}
