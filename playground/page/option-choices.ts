import type { CommandOption } from '#test/support/discord/wire.ts';

import type { OptionValue, Snapshot } from './wire.ts';

export type OptionChoice = { readonly label: string; readonly value: OptionValue };

const OptionType = {
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
} as const;

/** Discord's clients show so many at once. */
const SHOWN = 25;

/** All that an option takes, where that is a list; null where anything can be typed. */
export function fixedChoices(
  { type, choices, channel_types }: CommandOption,
  server: Snapshot,
): readonly OptionChoice[] | null {
  const people = server.people.map(({ id, name }) => ({ label: `@${name}`, value: id }));
  const roles = server.roles.map(({ id, name }) => ({
    label: `@${name.replace(/^@/, '')}`,
    value: id,
  }));
  switch (type) {
    case OptionType.Boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    case OptionType.User:
      return people;
    case OptionType.Role:
      return roles;
    case OptionType.Mentionable:
      return [...people, ...roles];
    case OptionType.Channel:
      return server.channels
        .filter(({ kind }) => kind !== 'direct')
        .filter(
          ({ kind }) => !channel_types?.length || channel_types.includes(kind === 'news' ? 5 : 0),
        )
        .map(({ id, name }) => ({ label: `#${name}`, value: id }));
    default:
      return choices?.length ? choices.map(({ name, value }) => ({ label: name, value })) : null;
  }
}

/** Those that typed text could mean, those that begin with it first. */
export function matching(choices: readonly OptionChoice[], typed: string): OptionChoice[] {
  const text = typed.trim().toLowerCase().replace(/^[@#]/, '');
  const place = ({ label }: OptionChoice) => label.toLowerCase().replace(/^[@#]/, '').indexOf(text);
  return choices
    .filter((choice) => place(choice) !== -1)
    .toSorted((a, b) => Math.sign(place(a)) - Math.sign(place(b)))
    .slice(0, SHOWN);
}

/**
 * What typed text comes to.
 * @returns undefined where the option does not take it
 */
export function valueOf(
  option: CommandOption,
  text: string,
  server: Snapshot,
): OptionValue | undefined {
  const fixed = fixedChoices(option, server);
  if (fixed !== null) {
    const found = matching(fixed, text);
    const exact = found.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
    return (exact ?? (found.length === 1 ? found[0] : undefined))?.value;
  }
  if (option.type !== OptionType.Integer && option.type !== OptionType.Number) return text.trim();
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}
