import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** How a text uses a value: shown as it is, formatted as a number, or only to choose a plural form. */
type Uses = ReadonlyMap<string, 'text' | 'number' | 'choice'>;

/** Numbers that stand for all that people meet. Nobody has a million games, for which some languages have a form. */
const COUNTS = [...Array.from({ length: 201 }, (_, count) => count), 1_000, 1_287, 10_000, 100_000];

/** Code, addresses, and mentions. */
const CODE = /`[^`]*`|\]\([^)]*\)|<[^>]*>/g;

/** How a language writes its punctuation. */
const MARKS: Readonly<Record<string, readonly { wrong: RegExp; problem: string }[]>> = {
  de: [
    { wrong: /“(?![^„]*“)[^“]*”|”/, problem: 'has English quotes' },
    { wrong: /(?<!\u00A0)%/, problem: 'has no hard space before %' },
  ],
  fr: [
    { wrong: /(?<![\u00A0\u202F!?])[:;!?»%]/, problem: 'has no hard space before a mark' },
    { wrong: /«(?![\u00A0\u202F])/, problem: 'has no hard space after «' },
  ],
  ja: [
    { wrong: /[、。：！？」）] (?!·)|(?<!·) [「（]/, problem: 'has a space beside a wide mark' },
    // Words to type have commas between.
    {
      wrong: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}ー}*](?:[.:;!?()]|,(?! ))/u,
      problem: 'has a narrow mark',
    },
  ],
};

/**
 * What is wrong with a text, in words; nothing if it's fine.
 * @param english the text that it is a translation of
 */
export function problemsOf(text: string, english: string, language: string): string[] {
  let elements: MessageFormatElement[];
  try {
    elements = parse(text, { ignoreTag: true });
  } catch (error) {
    return [`isn’t valid ICU: ${String(error)}`];
  }
  return [
    ...valueProblems(usesIn(elements), usesIn(parse(english, { ignoreTag: true }))),
    ...inside(elements).flatMap((element) => pluralProblems(element, language)),
    ...(/^\s|\s$|[ \n]{2}/.test(text) ? ['has spaces too many'] : []),
    ...(text === '' ? ['is empty'] : []),
    ...(/['"]/.test(text) ? ['has a straight quote or apostrophe'] : []),
    ...(text.includes('{{') ? ['has double braces'] : []),
    ...(MARKS[language] ?? [])
      .filter(({ wrong }) => wrong.test(text.replaceAll(CODE, '')))
      .map(({ problem }) => problem),
  ];
}

function valueProblems(uses: Uses, english: Uses): string[] {
  const kindOf = (of: Uses, name: string) => (of.get(name) === 'text' ? 'text' : 'number');
  return [
    ...[...uses.keys()]
      .filter((name) => !english.has(name))
      .map((name) => `has no {${name}} to show`),
    ...[...english]
      // A language without plural forms needs no count to choose one.
      .filter(([name, use]) => use !== 'choice' && [undefined, 'choice'].includes(uses.get(name)))
      .map(([name]) => `leaves out {${name}}`),
    ...[...uses.keys()]
      .filter((name) => english.has(name) && kindOf(uses, name) !== kindOf(english, name))
      .map((name) => `has {${name}} as a ${kindOf(uses, name)}`),
  ];
}

function pluralProblems(element: MessageFormatElement, language: string): string[] {
  if (element.type !== TYPE.plural) return [];
  const rules = new Intl.PluralRules(language, { type: element.pluralType ?? 'cardinal' });
  const needed = new Set<string>(['other', ...COUNTS.map((count) => rules.select(count))]);
  const given = Object.keys(element.options).filter((form) => !form.startsWith('='));
  const possible = new Set<string>(rules.resolvedOptions().pluralCategories);
  return [
    ...[...needed]
      .filter((form) => !given.includes(form))
      .map((form) => `has no plural form “${form}”`),
    ...given
      .filter((form) => !possible.has(form))
      .map((form) => `has the plural form “${form}”, which the language never uses`),
  ];
}

function usesIn(elements: readonly MessageFormatElement[]): Uses {
  const uses = new Map<string, 'text' | 'number' | 'choice'>();
  for (const element of inside(elements)) {
    if (element.type === TYPE.argument || element.type === TYPE.select)
      uses.set(element.value, 'text');
    if (element.type === TYPE.number) uses.set(element.value, 'number');
    if (element.type === TYPE.plural) {
      const shows = Object.values(element.options).some(({ value }) =>
        value.some(({ type }) => type === TYPE.pound),
      );
      if (shows) uses.set(element.value, 'number');
      else if (!uses.has(element.value)) uses.set(element.value, 'choice');
    }
  }
  return uses;
}

/** How a valid text uses its values, by their names. */
export function usesOf(text: string): Uses {
  return usesIn(parse(text, { ignoreTag: true }));
}

/** All elements, those in plural forms and choices included. */
function inside(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) =>
    element.type === TYPE.plural || element.type === TYPE.select
      ? [element, ...Object.values(element.options).flatMap(({ value }) => inside(value))]
      : [element],
  );
}
