import { MessageFlags } from 'discord-api-types/v10';

import type { AnswerMode } from './answer-requests.ts';
import type { Command, ComponentHandler, ComponentUse, MenuCommand } from './command.ts';
import type { Caller, PressedMessage } from './interaction.ts';

/** Which command a custom_id belongs to, by its prefix. @throws Error if two have the same prefix */
export function componentsOf<S>(commands: readonly (Command<S> | MenuCommand<S>)[]) {
  const components = new Map<
    string,
    { readonly handler: ComponentHandler<S>; readonly command: string }
  >();
  for (const { definition, components: handlers = [] } of commands) {
    for (const handler of handlers) {
      const { prefix } = handler;
      if (components.has(prefix)) throw new Error(`Two components have the prefix ${prefix}`);
      components.set(prefix, { handler, command: definition.name });
    }
  }
  return components;
}

/** What someone else pressed, or what stands aside, is answered with a message of its own. */
export function modeOf(
  use: Pick<ComponentUse<never>, 'aside' | 'isShared' | 'ownerId'> | null,
  caller: Caller,
  message: PressedMessage | null,
): AnswerMode {
  if (use?.ownerId !== caller.id || !message) return { kind: 'reply', ephemeral: true };
  // What comes from an ephemeral message stays ephemeral.
  const ephemeral = isEphemeral(message);
  if (use.aside) return { kind: 'reply', ephemeral: ephemeral || use.isShared !== true };
  return { kind: 'update', messageId: message.id, ephemeral };
}

function isEphemeral({ flags }: PressedMessage): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}
