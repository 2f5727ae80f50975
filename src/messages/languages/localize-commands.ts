import { ApplicationCommandOptionType, Locale } from 'discord-api-types/v10';

import type { CommandDefinition, MenuDefinition } from '#src/discord/interactions/command.ts';

import { isTextKey } from './translate.ts';
import type { TextKey, Translations } from './translate.ts';

type Named = { readonly name: string };
type Option = Named & {
  readonly type: number;
  readonly description: string;
  readonly options?: readonly Option[];
  readonly choices?: readonly Named[];
};
type ByLocale = Partial<Record<Locale, string>>;

const SUBCOMMANDS: ReadonlySet<number> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);

/**
 * Commands as Discord is told about them, in all languages. Definitions name their texts: descriptions and choices by
 * their keys, such as `option.sort`, and options by their own names. Commands are called the same in every language.
 * @param translate with its languages loaded
 */
export function localizeCommands(
  definitions: readonly (CommandDefinition | MenuDefinition)[],
  translate: Translations,
): readonly (CommandDefinition | MenuDefinition)[] {
  const english = translate(Locale.EnglishUS);
  const others = Object.values(Locale)
    .map((locale) => [locale, translate(locale)] as const)
    .filter(([, t]) => t !== english);

  function inOthers(key: TextKey): ByLocale {
    const inEnglish = english.fill(key, {});
    return Object.fromEntries(
      others
        .map(([locale, t]) => [locale, t.fill(key, {})] as const)
        .filter(([, text]) => text !== inEnglish),
    );
  }
  function withName<N extends Named>(named: N, key: string): N {
    return isTextKey(key) ? { ...named, name_localizations: inOthers(key) } : named;
  }
  function withDescription<N extends { readonly description: string }>(described: N): N {
    const { description: key } = described;
    if (!isTextKey(key)) return described;
    return {
      ...described,
      description: english.fill(key, {}),
      description_localizations: inOthers(key),
    };
  }
  function localizeChoice<N extends Named>(choice: N): N {
    const { name: key } = choice;
    return isTextKey(key) ? withName({ ...choice, name: english.fill(key, {}) }, key) : choice;
  }
  function localizeOption<O extends Option>(option: O): O {
    const { name, options, choices } = option;
    return {
      ...withDescription(
        SUBCOMMANDS.has(option.type) ? option : withName(option, `optionName.${name}`),
      ),
      ...(options && { options: options.map(localizeOption) }),
      ...(choices && { choices: choices.map(localizeChoice) }),
    };
  }
  return definitions.map((definition) =>
    'description' in definition
      ? {
          ...withDescription(definition),
          ...(definition.options && { options: definition.options.map(localizeOption) }),
        }
      : withName(definition, `menuName.${definition.name}`),
  );
}
