import { Locale } from 'discord-api-types/v10';
import { describe, expect, it, test } from 'vitest';

import { allCommands } from '#commands/index.ts';
import { commandProblems } from '#loopback/discord/judge/command-rules.ts';
import { DEFAULT_SCHEDULE, TRACKED_AT_ONCE } from '#src/announcements/feed.ts';
import { en } from '#src/messages/languages/en.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';
import { localizeCommands } from '#src/messages/languages/localize-commands.ts';
import { createTranslations, isTextKey } from '#src/messages/languages/translate.ts';

type Node = {
  readonly name: string;
  readonly type?: number | undefined;
  readonly description?: string | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
  readonly options?: readonly Node[] | undefined;
  readonly choices?: readonly Node[] | undefined;
};

const definitions: readonly Node[] = allCommands.map(({ definition }) => definition);
const SUBCOMMAND = 1;

/** A command or subcommand with its options. */
const optionsIn = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap(({ options = [] }) =>
    options.flatMap((option) => (option.type === SUBCOMMAND ? optionsIn([option]) : [option])),
  );
const described = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...described(node.options ?? [])]);

describe('a definition', () => {
  const keys = described(definitions).flatMap(({ description }) => description ?? []);
  test('describes commands and options by the keys of texts', () => {
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
    expect(keys).toContain('command.progress');
  });

  test('names its choices by the keys of texts, except for languages', () => {
    const choices = optionsIn(definitions)
      .filter(({ name }) => name !== 'language')
      .flatMap((option) => option.choices ?? []);
    expect(choices.map(({ name }) => name).filter((key) => !isTextKey(key))).toEqual([]);
    expect(choices.map(({ name }) => name)).toContain('sort.oldest');
  });

  test('has a name in every language for each option and each menu', () => {
    const names = new Set(optionsIn(definitions).map(({ name }) => name));
    expect([...names].toSorted()).toEqual(Object.keys(en.optionName).toSorted());
    const menus = definitions.filter(({ description }) => description === undefined);
    expect(menus.map(({ name }) => name)).toEqual(Object.keys(en.menuName));
  });

  test('mentions the actual defaults and limits', () => {
    expect(en.option.hour).toContain(`(default: ${DEFAULT_SCHEDULE.hour})`);
    expect(en.option.timezone).toContain(`(default: ${DEFAULT_SCHEDULE.timezone})`);
    expect(en.option.track).toContain(`up to ${TRACKED_AT_ONCE}`);
    expect(en.option.untrack).toContain(`up to ${TRACKED_AT_ONCE}`);
  });
});

describe('everything registered', () => {
  test('is within Discord’s limits in all languages, with no two options of a command called the same', async () => {
    const translate = createTranslations();
    await translate.load();
    const localized = localizeCommands(
      allCommands.map(({ definition }) => definition),
      translate,
    );
    expect(commandProblems(JSON.parse(JSON.stringify(localized)))).toEqual([]);
    for (const locale of ['en-US', ...Object.values(Locale)]) {
      for (const { options = [] } of described(localized)) {
        const names = options.map(
          ({ name, name_localizations: others }) =>
            new Map(Object.entries(others ?? {})).get(locale) ?? name,
        );
        expect(new Set(names).size, `${locale}: ${names.join(', ')}`).toBe(names.length);
      }
    }
  });
});

/** English in capitals, and its option names with an x. */
const LOUD = Object.fromEntries(
  Object.entries(en).map(([group, members]) => [
    group,
    Object.fromEntries(
      Object.entries<string>(members).map(([name, text]) => [
        name,
        group === 'optionName' ? `${text}x` : text.toUpperCase(),
      ]),
    ),
  ]),
);

async function registered(): Promise<readonly Node[]> {
  const translate = createTranslations({
    ...LANGUAGES,
    es: { name: 'Loud', load: async () => ({ texts: { ...en, ...LOUD } }) },
  });
  await translate.load();
  return localizeCommands(
    allCommands.map(({ definition }) => definition),
    translate,
  );
}

describe('a registered command', () => {
  it('is described in English, and in others by Discord’s locales', async () => {
    const progress = (await registered()).find(({ name }) => name === 'progress');
    expect(progress?.description).toBe(en.command.progress);
    const loud = en.command.progress.toUpperCase();
    expect(progress?.description_localizations).toMatchObject({ 'es-ES': loud, 'es-419': loud });
    expect(progress?.name_localizations).toBeUndefined();
  });

  it('has localized options and choices', async () => {
    const options = optionsIn(await registered());
    const sort = options.find(({ name }) => name === 'sort');
    expect(sort?.name_localizations).toMatchObject({ 'es-ES': 'sortx' });
    const [recent] = sort?.choices ?? [];
    expect(recent).toMatchObject({
      name: en.sort.recent,
      value: 'recent',
      name_localizations: { 'es-419': en.sort.recent.toUpperCase() },
    });
    expect(options.find(({ name }) => name === 'hour')?.description).toBe(en.option.hour);
  });

  it('has subcommands with the same name everywhere', async () => {
    const all = (await registered()).find(({ name }) => name === 'announcements');
    const [setup] = all?.options ?? [];
    expect(setup).toMatchObject({ name: 'setup', description: en.command.announcementsSetup });
    expect(setup?.name_localizations).toBeUndefined();
  });

  it('has a localized name in a menu', async () => {
    const menu = (await registered()).find(({ name }) => name === 'Show progress');
    expect(menu?.name_localizations).toMatchObject({ 'es-ES': 'SHOW PROGRESS' });
  });
});
