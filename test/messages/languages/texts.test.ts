import { globSync, readFileSync } from 'node:fs';

import { describe, expect, it, test } from 'vitest';

import { en } from '#src/messages/languages/en.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';
import { createTranslations, isTextKey } from '#src/messages/languages/translate.ts';

import { labelsIn } from './labels.ts';
import { lengthProblemsOf, limitOf, optionProblemsOf, unusedLimits } from './text-limits.ts';
import { problemsOf, usesOf } from './text-problems.ts';

const ROOT = `${import.meta.dirname}/../../..`;

const textsOf = (texts: object): Map<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([group, members]) =>
      Object.entries<string>(members).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
const english = textsOf(en);

describe.each(Object.entries(LANGUAGES))('the texts in %s', (language, { load }) => {
  test('have the values and the plural forms that they need', async () => {
    const { texts } = await load();
    const problems = [...textsOf(texts)].flatMap(([key, text]) =>
      problemsOf(text, english.get(key) ?? '', language).map((problem) => `${key} ${problem}`),
    );
    expect(problems).toEqual([]);
  });

  test('fit where Discord shows them, with the longest values', async () => {
    const translate = createTranslations();
    await translate.load();
    const { texts } = await load();
    const t = translate(language);
    const problems = [...textsOf(texts)].flatMap(([key, text]) =>
      lengthProblemsOf(key, text, (values) => (isTextKey(key) ? t.fill(key, values) : '')).map(
        (problem) => `${key} ${problem}`,
      ),
    );
    expect(problems).toEqual([]);
  });

  test('call options as the commands do', async () => {
    const { texts } = await load();
    const names = { english: en.optionName, own: texts.optionName };
    const problems = [...textsOf(texts)].flatMap(([key, text]) =>
      optionProblemsOf(text, english.get(key) ?? '', names).map((problem) => `${key} ${problem}`),
    );
    expect(problems).toEqual([]);
  });
});

describe('a limit', () => {
  test('is only for texts that exist', () => {
    expect(unusedLimits([...english.keys()])).toEqual([]);
  });

  test('is there for every label, in the length that Discord allows', () => {
    const labels = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: ROOT }).flatMap((path) =>
      labelsIn({ path, source: readFileSync(`${ROOT}/${path}`, 'utf8') }),
    );
    expect(labels).toContainEqual({ key: 'remove.no', limit: 80 });
    expect(labels).toContainEqual({ key: 'privacy.keep', limit: 80 });
    const unlimited = labels.filter(({ key, limit }) => (limitOf(key) ?? Infinity) > limit);
    expect(unlimited).toEqual([]);
  });

  test('can’t be looked up for a button that doesn’t say there which text it has', () => {
    const source = 'const button = (label: string) => ({ type: ComponentType.Button, label });';
    expect(() => labelsIn({ path: 'src/x.ts', source })).toThrow('a button’s label is label');
  });

  test('counts a text with its longest values', () => {
    const long = 'x'.repeat(81);
    expect(lengthProblemsOf('takeAlong.move', '{count, number}', () => long)).toHaveLength(1);
    expect(lengthProblemsOf('takeAlong.move', '{count, number}', () => 'x'.repeat(80))).toEqual([]);
    expect(lengthProblemsOf('sample.posted', '{channel}', () => long)).toEqual([]);
  });

  test('doesn’t apply to an option’s name, which has to be the command’s', () => {
    const names = { english: { user: 'user' }, own: { user: 'usuario' } };
    expect(optionProblemsOf('Deja `user` vacío.', 'Leave `user` out.', names)).toHaveLength(1);
    expect(optionProblemsOf('Deja `usuario` vacío.', 'Leave `user` out.', names)).toEqual([]);
  });
});

const GAMES = '{player} has {count, plural, one {# game} other {# games}}';

/** What `ValuesOf` reads in a text: each brace that no plural form stands before. */
const PLACES = /(?<!\s(?:zero|one|two|few|many|other) |=\d+ )\{(?<name>[^,}]*)(?<kind>, )?/g;

describe('the values of a text', () => {
  test.each([...english])('have the same types where %s is used', (_, text) => {
    const read = [...text.matchAll(PLACES)].map(
      ({ groups }) =>
        [groups?.['name'], groups?.['kind'] === undefined ? 'text' : 'number'] as const,
    );
    const used = [...usesOf(text)].map(
      ([name, use]) => [name, use === 'text' ? 'text' : 'number'] as const,
    );
    expect(new Map(read)).toEqual(new Map(used));
  });
});

describe('a translation', () => {
  it.each([
    ['de', '{player} hat {count, plural, one {# Spiel} other {# Spiele}}'],
    ['ja', '{player}のゲームは{count, number}本'],
    ['fr', '{count, plural, one {# jeu} other {# jeux}} pour {player}'],
    ['fr', '«\u00A0{player}\u00A0»\u00A0: {count, number}\u202F! [{player}](https://{player})'],
    ['de', '„{player}“: „{count, number}\u00A0%“'],
    ['ja', '{player}（{count, number}本） · 「{player}」：`ユーザー: x`'],
  ])('in %s is fine: %s', (language, text) => {
    expect(problemsOf(text, GAMES, language)).toEqual([]);
  });

  it.each([
    ['de', '{player} hat {count, plural, one {# Spiel}}', 'isn’t valid ICU'],
    ['de', '{player} hat {count, plural, other {# Spiele}}', 'has no plural form “one”'],
    ['pl', '{player}: {count, plural, one {#} few {#} other {#}}', 'has no plural form “many”'],
    ['ja', '{player}: {count, plural, one {#本} other {#本}}', 'has the plural form “one”'],
    ['de', '{player} hat {count, plural, one {ein Spiel} other {Spiele}}', 'leaves out {count}'],
    ['de', '{count, plural, one {# Spiel} other {# Spiele}}', 'leaves out {player}'],
    ['de', '{player} hat {count}', 'has {count} as a text'],
    ['de', '{player, number} hat {count, number}', 'has {player} as a number'],
    ['de', '{spieler} hat {count, number}', 'has no {spieler} to show'],
    ['de', '{player} hat {count, number', 'isn’t valid ICU'],
    ['fr', "{player} n'a que {count, number}", 'straight quote'],
    ['de', '{player} hat  {count, number} ', 'has spaces too many'],
    ['de', '{player} hat “{count, number}”', 'has English quotes'],
    ['de', '{player} hat {count, number} %', 'has no hard space before %'],
    ['fr', '{player} : {count, number}', 'has no hard space before a mark'],
    ['fr', '{player} a « {count, number}\u00A0»', 'has no hard space after «'],
    ['ja', '{player}です。 {count, number}本', 'has a space beside a wide mark'],
    ['ja', '{player}は{count, number}本!', 'has a narrow mark'],
  ])('in %s is not: %s', (language, text, problem) => {
    expect(problemsOf(text, GAMES, language).join('\n')).toContain(problem);
  });

  it('may leave out a count that only chooses a form', () => {
    const waiting = 'The {count, plural, one {award waits} other {awards wait}}';
    expect(problemsOf('待っています', waiting, 'ja')).toEqual([]);
  });
});
