import type { APIInteraction } from 'discord-api-types/v10';
import { InteractionType } from 'discord-api-types/v10';

/** As much of a command as tells which interactions are its own. */
export type NamedCommand = {
  readonly definition: { readonly name: string };
  readonly components?: readonly { readonly prefix: string }[];
};

/** Gives the name of the command that an interaction belongs to; `unknown` for none of these, whatever was sent. */
export function createCommandNames(
  commands: readonly NamedCommand[],
): (interaction: APIInteraction) => string {
  const names = new Set(commands.map(({ definition }) => definition.name));
  const byPrefix = new Map(
    commands.flatMap(({ components = [], definition }) =>
      components.map(({ prefix }): [string, string] => [prefix, definition.name]),
    ),
  );
  function find(interaction: APIInteraction): string | undefined {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
      case InteractionType.ApplicationCommandAutocomplete:
        return names.has(interaction.data.name) ? interaction.data.name : undefined;
      case InteractionType.MessageComponent:
      case InteractionType.ModalSubmit:
        return byPrefix.get(interaction.data.custom_id.split(':', 1)[0] ?? '');
      default:
        return undefined;
    }
  }
  return (interaction) => find(interaction) ?? 'unknown';
}
