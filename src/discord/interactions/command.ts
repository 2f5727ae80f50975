import type {
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';

import type { Answer } from './answer.ts';
import type { Caller, ComponentInput } from './interaction.ts';
import { fits, unresolvedIn } from './options.ts';
import type { Focused, OptionsOf, OptionValues, UnresolvedOption } from './options.ts';

/** What Discord is told about a command that people type. */
export type CommandDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;
/** The same for a command in a member's menu. */
export type MenuDefinition = RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** For a definition: the command works in servers, in direct messages, and wherever a user installed it. */
export const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** For a definition: the command works in servers alone, also for those who installed it for themselves. */
export const IN_SERVERS = {
  integration_types: EVERYWHERE.integration_types,
  contexts: [InteractionContextType.Guild],
};

/** One use of the bot. `S` is what the commands work with (see commands/services.ts). */
export type Use<S> = {
  readonly caller: Caller;
  readonly answer: Answer;
  readonly services: S;
};

/** A command as the router and the deployment read it. */
export type Command<S> = {
  readonly definition: CommandDefinition;
  /** Whether all of its answers are for the caller alone. Otherwise the option `private` decides. */
  readonly isPrivate?: boolean;
  run(use: Use<S>, options: OptionValues, subcommand?: string): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
  readonly components?: readonly ComponentHandler<S>[];
};

/** A command in a member's menu. Its option `user` mentions that member, and `bot` says whether it's a bot. */
export type MenuCommand<S> = Pick<Command<S>, 'isPrivate' | 'run'> & {
  readonly definition: MenuDefinition;
  readonly autocomplete?: never;
  readonly components?: never;
};

export type Choices = readonly APIApplicationCommandOptionChoice<string>[];

/** Discord accepts no more choices. */
export const AUTOCOMPLETE_CHOICE_LIMIT = 25;

/** Suggests from memory, or after a quick look at the database: someone is typing, and nothing can be deferred. */
export type Autocomplete<S> = (
  focused: Focused,
  caller: Caller,
  services: S,
) => Choices | Promise<Choices>;

/** Buttons, menus and modals of one kind and version. Their custom_ids carry all of their state. */
export type ComponentHandler<S> = {
  /** The custom_id up to its first colon. */
  readonly prefix: string;
  /** Null when the rest of the custom_id can't be read. */
  parse(input: ComponentInput): ComponentUse<S> | null;
};

/** A component whose custom_id was read. */
export type ComponentUse<S> = {
  /** Whose message it is on. Anyone else gets an ephemeral copy of their own. */
  readonly ownerId: string;
  /** Whether the answer isn't the message's next page, but something separate for the caller alone, like a file or modal. */
  readonly aside: boolean;
  /** Whether everyone sees an answer aside that the owner asked for, if everyone sees the message it is on. */
  readonly isShared?: boolean;
  run(use: Use<S>): Promise<void>;
};

/** A command whose options' types come from its definition. */
export function defineCommand<const D extends CommandDefinition, S>(command: {
  readonly definition: D;
  run(use: Use<S>, options: OptionsOf<D>): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
  readonly components?: readonly ComponentHandler<S>[];
}): Command<S> {
  return withCheckedOptions(command);
}

type SubcommandDefinition = Omit<APIApplicationCommandSubcommandOption, 'type'>;

export type Subcommand<S> = {
  readonly definition: SubcommandDefinition;
  run(use: Use<S>, options: OptionValues): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
};

/** The same for a subcommand. */
export function defineSubcommand<const D extends SubcommandDefinition, S>(subcommand: {
  readonly definition: D;
  run(use: Use<S>, options: OptionsOf<D>): Promise<void>;
  readonly autocomplete?: Autocomplete<S>;
}): Subcommand<S> {
  return withCheckedOptions(subcommand);
}

/** A command that consists of subcommands. */
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

/** The same command for other services, from which its own are made each time it is used. */
export function withServices<S, T>(
  command: Command<S>,
  servicesFrom: (services: T) => Promise<S>,
): Command<T> {
  const { autocomplete, components = [], definition, isPrivate } = command;
  const adapt = async ({ answer, caller, services }: Use<T>): Promise<Use<S>> => ({
    answer,
    caller,
    services: await answer.whileWaiting(servicesFrom(services)),
  });
  return {
    definition,
    ...(isPrivate === undefined ? {} : { isPrivate }),
    run: async (use, options, subcommand) => command.run(await adapt(use), options, subcommand),
    ...(autocomplete && {
      autocomplete: async (focused, caller, services) =>
        autocomplete(focused, caller, await servicesFrom(services)),
    }),
    components: components.map(({ prefix, parse }) => ({
      prefix,
      parse(input) {
        const used = parse(input);
        return used && { ...used, run: async (use) => used.run(await adapt(use)) };
      },
    })),
  };
}

function withCheckedOptions<
  D extends CommandDefinition | SubcommandDefinition,
  S,
  C extends { readonly definition: D; run(use: Use<S>, options: OptionsOf<D>): Promise<void> },
>(command: C) {
  const { definition } = command;
  return {
    ...command,
    run(use: Use<S>, options: OptionValues): Promise<void> {
      const unresolved = unresolvedIn(options);
      if (unresolved) throw new UnknownChoice(unresolved.of);
      if (!fits(definition, options)) throw new StrangeOptions(definition.name);
      return command.run(use, options);
    },
  };
}

/** This version doesn't have the command. Clients show the old list until they have loaded the new one. */
export class UnknownCommand extends Error {
  override readonly name = 'UnknownCommand';
}

/** Discord only sends options as registered, so these belong to another version. */
export class StrangeOptions extends TypeError {
  constructor(commandName: string) {
    super(`The options of /${commandName} are not those it was registered with`);
  }
}

/** Discord sent a channel or role without saying what it is. */
export class UnknownChoice extends Error {
  override readonly name = 'UnknownChoice';
  readonly of: UnresolvedOption['of'];

  constructor(of: UnresolvedOption['of']) {
    super(`Discord does not describe the ${of} that was chosen`);
    this.of = of;
  }
}
