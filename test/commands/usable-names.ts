import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { CommandDefinition, MenuDefinition } from '#src/discord/interactions/command.ts';

/** What people can use: a command, or each of its subcommands, `announcements setup`. */
export function usableNames(
  commands: readonly { readonly definition: CommandDefinition | MenuDefinition }[],
): string[] {
  return commands.flatMap(({ definition }) => {
    const options = 'options' in definition ? (definition.options ?? []) : [];
    const subcommands = options.filter(
      ({ type }) => type === ApplicationCommandOptionType.Subcommand,
    );
    const { name } = definition;
    return subcommands.length > 0 ? subcommands.map((one) => `${name} ${one.name}`) : [name];
  });
}
