import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import { placeOf, refuseWhereHidden } from '#loopback/discord/people/place.ts';
import type { RegisteredCommand } from '#loopback/discord/registered-command.ts';
import type { CommandOption } from '#loopback/discord/wire.ts';

import type { CommandView, OptionView, Snapshot } from './page/wire.ts';
import type { Stage } from './stage.ts';

const SUBCOMMAND = 1;
const GROUP = 2;

/** The registered commands in a language, with each subcommand as its own command. */
export function commandViews(
  commands: readonly RegisteredCommand[],
  locale: string,
): CommandView[] {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => leaves(command.id, command.name, command, locale));
}

type Described = Pick<CommandOption, 'description' | 'description_localizations' | 'options'>;

function leaves(id: string, name: string, command: Described, locale: string): CommandView[] {
  const options = command.options ?? [];
  const inner = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (inner.length > 0) {
    return inner.flatMap((option) => leaves(id, `${name} ${option.name}`, option, locale));
  }
  const description = descriptionIn(locale, command);
  return [{ id, name, description, options: options.map((option) => optionIn(locale, option)) }];
}

function optionIn(locale: string, option: CommandOption): OptionView {
  return {
    ...option,
    label: nameIn(locale, option),
    description: descriptionIn(locale, option),
    choices: option.choices?.map((choice) => ({ ...choice, name: nameIn(locale, choice) })) ?? null,
  };
}

function descriptionIn(locale: string, { description, description_localizations }: Described) {
  return description_localizations?.[locale] ?? description ?? '';
}

function nameIn(
  locale: string,
  { name, name_localizations }: Pick<CommandOption, 'name' | 'name_localizations'>,
): string {
  return name_localizations?.[locale] ?? name;
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
