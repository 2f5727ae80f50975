import type { CommandOption } from '#loopback/discord/wire.ts';

import type { OptionValue, Snapshot } from './wire.ts';

type OptionChoice = { readonly label: string; readonly value: OptionValue };

const OptionType = {
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
} as const;

/** Discord's clients show this many. */
const SHOWN = 25;

/** An option's fixed choices, or null if it takes free text. */
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

/** Choices whose label or value contains the text. Those that start with it come first. */
export function matching(choices: readonly OptionChoice[], typed: string): OptionChoice[] {
  const text = typed.trim().toLowerCase().replace(/^[@#]/, '');
  const place = (choice: OptionChoice) => {
    const found = namesOf(choice).map((name) => name.replace(/^[@#]/, '').indexOf(text));
    return Math.min(...found.filter((index) => index !== -1), Infinity);
  };
  return choices
    .filter((choice) => place(choice) < Infinity)
    .toSorted((a, b) => Math.sign(place(a)) - Math.sign(place(b)))
    .slice(0, SHOWN);
}

const namesOf = ({ label, value }: OptionChoice): string[] =>
  [label, String(value)].map((name) => name.toLowerCase());

/** The value of typed text, or undefined if the option doesn't take it. */
export function valueOf(
  option: CommandOption,
  text: string,
  server: Snapshot,
): OptionValue | undefined {
  const fixed = fixedChoices(option, server);
  if (fixed !== null) {
    const found = matching(fixed, text);
    const exact = found.find((choice) => namesOf(choice).includes(text.trim().toLowerCase()));
    return (exact ?? (found.length === 1 ? found[0] : undefined))?.value;
  }
  const value = isNumeric(option) ? Number(text.trim() || NaN) : withMention(text.trim(), server);
  return fits(option, value) ? value : undefined;
}

/** As Discord's client sends it: `@Robin` is a mention of Robin. */
function withMention(text: string, { people }: Snapshot): string {
  const named = people.find(({ name }) => `@${name}`.toLowerCase() === text.toLowerCase());
  return named ? `<@${named.id}>` : text;
}

const isNumeric = ({ type }: CommandOption): boolean =>
  type === OptionType.Integer || type === OptionType.Number;

/** Discord's client checks this before sending. */
function fits(option: CommandOption, value: string | number): boolean {
  if (typeof value === 'string') {
    return value.length >= (option.min_length ?? 0) && value.length <= (option.max_length ?? 6000);
  }
  const isWhole = option.type !== OptionType.Integer || Number.isInteger(value);
  return (
    isWhole && value >= (option.min_value ?? -Infinity) && value <= (option.max_value ?? Infinity)
  );
}

/** Says what an option takes. */
export function taken(option: CommandOption): string {
  const { type, min_value: min, max_value: max, min_length, max_length } = option;
  if (isNumeric(option)) {
    const kind = type === OptionType.Integer ? 'a whole number' : 'a number';
    const from = typeof min === 'number' ? ` from ${min}` : '';
    return typeof max === 'number' ? `${kind}${from} to ${max}` : kind + from;
  }
  if (type !== OptionType.String || option.choices?.length) return 'one of the choices';
  return `${min_length ?? 1} to ${max_length ?? 6000} characters`;
}
