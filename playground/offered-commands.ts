import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import { placeOf, refuseWhereHidden } from '#loopback/discord/people/place.ts';
import type { RegisteredCommand } from '#loopback/discord/registered-command.ts';
import type { CommandOption } from '#loopback/discord/wire.ts';

import type { CommandView, Snapshot } from './page/wire.ts';
import type { Stage } from './stage.ts';

const SUBCOMMAND = 1;
const GROUP = 2;

/** The registered commands, with each subcommand as its own command. */
export function commandViews(commands: readonly RegisteredCommand[]): CommandView[] {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap(({ id, name, description, options }) => leaves(id, name, description, options ?? []));
}

function leaves(
  id: string,
  name: string,
  description: string,
  options: readonly CommandOption[],
): CommandView[] {
  const inner = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (inner.length === 0) return [{ id, name, description, options }];
  return inner.flatMap((option) =>
    leaves(id, `${name} ${option.name}`, option.description ?? '', option.options ?? []),
  );
}

/** The commands that Discord offers to each person in each channel. */
export function offeredCommands(
  { world, commands }: LoopbackDiscord,
  { people, channels }: Stage,
): Snapshot['offered'] {
  const entries = people.flatMap(({ person, direct }) =>
    [...channels, direct].map((channel) => {
      const place = placeOf(world, person.user, undefined, channel);
      const names = commands
        .filter((command) => isOffered(() => refuseWhereHidden(command, place)))
        .map(({ name }) => name);
      return [`${person.id}/${channel.id}`, names] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function isOffered(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
