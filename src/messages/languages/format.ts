import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
} from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement, PluralElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat, MissingValueError } from 'intl-messageformat';
import type { Formatters } from 'intl-messageformat';

import { memoize } from '#src/platform/memo.ts';

export type Values = Readonly<Record<string, string | number>>;
/** Writes a text with its values. @throws MissingValueError */
export type Format = (values: Values) => string;

const NUMBERS_KEPT = 1_000;
const DIGITS_A_GROUP = 3;
/** Without any, a text is what it says. */
const SYNTAX = /[{}']/;

/**
 * Reads ICU texts of one language. Those made of values and plural forms, as nearly all are, are put together here, in
 * at most a fifth of the time that IntlMessageFormat takes: a page has some sixty. It writes the others.
 */
export function createFormats(language: string): (text: string) => Format {
  const numbers = new Numbers(language);
  const plurals = {
    cardinal: new Plurals(language),
    ordinal: new Plurals(language, { type: 'ordinal' }),
  };
  const formatters = createFormatters(language, numbers, plurals);
  return (text) => {
    // Hundreds of texts are read at the start, when the commands are registered.
    if (!SYNTAX.test(text)) return () => text;
    const options = { formatters, ignoreTag: true };
    const message = new IntlMessageFormat(text, language, undefined, options);
    const parts = toParts(message.getAst(), plurals);
    return parts ? createFill(parts, numbers) : (values) => String(message.format(values));
  };
}

/** A piece of a text, a place for a value, the number of a plural form (`#`), or plural forms. */
type Part = string | Place | typeof COUNT | Choice;
type Place = { readonly name: string; readonly isNumber: boolean };
type Choice = {
  readonly name: string;
  readonly plurals: Plurals;
  /** By `=1`, or by what the language calls the form. */
  readonly forms: ReadonlyMap<string, readonly Part[]>;
};
const COUNT = Symbol('#');

type PluralsByType = Readonly<Record<'cardinal' | 'ordinal', Plurals>>;

/** Null if there is something else in it. */
function toParts(
  elements: readonly MessageFormatElement[],
  plurals: PluralsByType,
): readonly Part[] | null {
  const parts = elements.map((element) => toPart(element, plurals));
  return parts.every((part) => part !== null) ? parts : null;
}

function toPart(element: MessageFormatElement, plurals: PluralsByType): Part | null {
  if (isLiteralElement(element)) return element.value;
  if (isArgumentElement(element)) return { name: element.value, isNumber: false };
  if (isPoundElement(element)) return COUNT;
  if (isPluralElement(element)) return toChoice(element, plurals);
  const isPlain = isNumberElement(element) && !element.style;
  return isPlain ? { name: element.value, isNumber: true } : null;
}

function toChoice(
  { value: name, options, offset, pluralType = 'cardinal' }: PluralElement,
  plurals: PluralsByType,
): Choice | null {
  const forms = new Map<string, readonly Part[]>();
  for (const [form, { value }] of Object.entries(options)) {
    const parts = toParts(value, plurals);
    if (!parts) return null;
    forms.set(form, parts);
  }
  return offset === 0 ? { name, plurals: plurals[pluralType], forms } : null;
}

/** Of its own, so that it doesn't keep the message that the parts are from. */
function createFill(parts: readonly Part[], numbers: Numbers): Format {
  return (values) => fill(parts, values, numbers);
}

/** @param count of the plural form that the parts are of. */
function fill(parts: readonly Part[], values: Values, numbers: Numbers, count = 0): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (part === COUNT) text += numbers.format(count);
    else {
      const value = values[part.name];
      if (value === undefined) throw new MissingValueError(part.name);
      if ('forms' in part)
        text += fill(formOf(part, Number(value)), values, numbers, Number(value));
      else text += part.isNumber && typeof value === 'number' ? numbers.format(value) : value;
    }
  }
  return text;
}

function formOf({ forms, plurals }: Choice, count: number): readonly Part[] {
  return forms.get(`=${count}`) ?? forms.get(plurals.select(count)) ?? forms.get('other') ?? [];
}

/** What a message format would otherwise make for itself, and for each text anew. */
function createFormatters(
  language: string,
  numbers: Numbers,
  { cardinal, ordinal }: PluralsByType,
): Formatters {
  return {
    getNumberFormat: (_, style) => (style ? new Intl.NumberFormat(language, style) : numbers),
    getPluralRules: (_, options) => (options?.type === 'ordinal' ? ordinal : cardinal),
    getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
  };
}

/** Most numbers are small, and need no format if the language writes them as JavaScript does. */
class Numbers extends Intl.NumberFormat {
  readonly #write = memoize(super.format, NUMBERS_KEPT);
  readonly #isPlain = super.format(123) === '123';

  override format(number: number | bigint): string {
    const isPlain = this.#isPlain && Number.isInteger(number) && number >= 0;
    if (!isPlain || number >= 1_000_000) return this.#write(number);
    if (number < 1_000) return String(number);
    // Each thousand is written once, and its last digits are those of the number.
    const rest = Number(number) % 1_000;
    const thousands = this.#write(Number(number) - rest);
    return thousands.slice(0, -DIGITS_A_GROUP) + String(rest).padStart(DIGITS_A_GROUP, '0');
  }
}

class Plurals extends Intl.PluralRules {
  readonly #form = memoize((number: number) => super.select(number), NUMBERS_KEPT);

  override select(number: number): Intl.LDMLPluralRule {
    return this.#form(number);
  }
}
