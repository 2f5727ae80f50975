import type { Problem } from '../api-error.ts';
import type { CommandBody, CommandOption } from '../wire.ts';
import { lengthProblems, problem, repeated } from './lengths.ts';
import { choiceProblems } from './reply-rules.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_LIMIT = 8000;
const OPTIONS = 25;
const COMMANDS = 100;
const SUBCOMMAND = 1;
const GROUP = 2;

type Described = Pick<
  CommandOption,
  'name' | 'name_localizations' | 'description' | 'description_localizations'
>;

function nameProblems(at: string, name: string): Problem[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  const message = `"${name}" is not a lower-case name of 1 to 32 letters, digits, "-", "_" or "'".`;
  return [problem('name', at, message)];
}

function describedProblems(thing: Described, at: string): Problem[] {
  const names = Object.entries(thing.name_localizations ?? {});
  const descriptions = Object.entries(thing.description_localizations ?? {});
  return [
    ...nameProblems(`${at}.name`, thing.name),
    ...names.flatMap(([locale, name]) => nameProblems(`${at}.name_localizations.${locale}`, name)),
    ...lengthProblems(`${at}.description`, thing.description ?? '', [1, 100]),
    ...descriptions.flatMap(([locale, description]) =>
      lengthProblems(`${at}.description_localizations.${locale}`, description, [1, 100]),
    ),
  ];
}

function optionListProblems(options: readonly CommandOption[], at: string): Problem[] {
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const late = options.findLastIndex(({ required }) => required === true);
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP).length;
  return [
    ...(options.length > OPTIONS
      ? [problem('options', at, `Must be 25 or fewer in length, but has ${options.length}.`)]
      : []),
    ...(firstOptional !== -1 && late > firstOptional
      ? [problem('options', at, 'Required options must be placed before non-required options.')]
      : []),
    ...(nested > 0 && nested < options.length
      ? [problem('options', at, 'Subcommands and other options are mutually exclusive.')]
      : []),
    ...repeated(options.map(({ name }) => name)).map((name) =>
      problem('options', at, `The option name "${name}" is already used.`),
    ),
    ...options.flatMap((option, index) => optionProblems(option, `${at}.${index}`)),
  ];
}

function optionProblems(option: CommandOption, at: string): Problem[] {
  const { autocomplete, choices, options, min_value, max_value, min_length, max_length } = option;
  const crossed =
    (min_value ?? -Infinity) > (max_value ?? Infinity) || (min_length ?? 0) > (max_length ?? 6000);
  return [
    ...describedProblems(option, at),
    ...(autocomplete && choices?.length
      ? [problem('options', at, 'An option has choices or autocomplete, not both.')]
      : []),
    ...(crossed ? [problem('options', at, 'The minimum is above the maximum.')] : []),
    ...choiceProblems(choices ?? [], `${at}.choices`),
    ...repeated((choices ?? []).map(({ name }) => name)).map((name) =>
      problem('choices', `${at}.choices`, `The choice name "${name}" is already used.`),
    ),
    ...optionListProblems(options ?? [], `${at}.options`),
  ];
}

/** The longest of a text and its translations, which is what Discord counts. */
const longest = (text: string | null | undefined, translations: Described['name_localizations']) =>
  Math.max(text?.length ?? 0, ...Object.values(translations ?? {}).map((value) => value.length));

/** Characters in all names, descriptions, and values of a command. */
function commandSize(command: CommandBody | CommandOption): number {
  const choices = 'choices' in command && Array.isArray(command.choices) ? command.choices : [];
  const own =
    longest(command.name, command.name_localizations) +
    longest(command.description, command.description_localizations);
  const inChoices = choices.reduce(
    (sum, { name, name_localizations, value }) =>
      sum + longest(name, name_localizations) + (typeof value === 'string' ? value.length : 0),
    0,
  );
  return (command.options ?? []).reduce(
    (sum, option) => sum + commandSize(option),
    own + inChoices,
  );
}

function commandOwnProblems(command: CommandBody, at: string): Problem[] {
  const size = commandSize(command);
  const tooLarge =
    size > COMMAND_LIMIT
      ? [problem('command_size', at, `The command exceeds 8000 characters: it has ${size}.`)]
      : [];
  if ((command.type ?? 1) !== 1)
    return [...tooLarge, ...lengthProblems(`${at}.name`, command.name, [1, 32])];
  const thing = { ...command, description: command.description ?? '' };
  return [
    ...tooLarge,
    ...describedProblems(thing, at),
    ...optionListProblems(command.options ?? [], `${at}.options`),
  ];
}

/** Problems in a list of commands to register. */
export function commandProblems(commands: readonly CommandBody[]): Problem[] {
  const names = commands.map(({ name, type }) => `${name} (type ${type ?? 1})`);
  return [
    ...(commands.length > COMMANDS + 15
      ? [problem('commands', '', `Too many commands: ${commands.length}.`)]
      : []),
    ...repeated(names).map((name) =>
      problem('commands', '', `Application command names must be unique: ${name}.`),
    ),
    ...commands.flatMap((command, index) => commandOwnProblems(command, String(index))),
  ];
}
