import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
} from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat, MissingValueError } from 'intl-messageformat';
import type { Formatters } from 'intl-messageformat';
import { LRUCache } from 'lru-cache';

export type Values = Readonly<Record<string, string | number>>;
/** Writes a text with its values. @throws MissingValueError */
export type Format = (values: Values) => string;

const PLURALS_KEPT = 1_000;
/** Without any, a text is what it says. */
const SYNTAX = /[{}']/;

/**
 * Reads ICU texts of one language. Texts without plural forms are put together here, at a fifth of what
 * IntlMessageFormat takes for it: a page has some sixty. It writes the others.
 */
export function createFormats(language: string): (text: string) => Format {
  const numbers = new Numbers(language);
  const formatters = createFormatters(language, numbers);
  return (text) => {
    // Hundreds of texts are read at the start, when the commands are registered.
    if (!SYNTAX.test(text)) return () => text;
    const options = { formatters, ignoreTag: true };
    const message = new IntlMessageFormat(text, language, undefined, options);
    const parts = message.getAst().map(toPart);
    return parts.every((part) => part !== null)
      ? createFill(parts, numbers)
      : (values) => String(message.format(values));
  };
}

/** A piece of a text, or a place for a value. */
type Part = string | { readonly name: string; readonly isNumber: boolean };

function toPart(element: MessageFormatElement): Part | null {
  if (isLiteralElement(element)) return element.value;
  if (isArgumentElement(element)) return { name: element.value, isNumber: false };
  const isPlain = isNumberElement(element) && !element.style;
  return isPlain ? { name: element.value, isNumber: true } : null;
}

/** Of its own, so that it doesn't keep the message that the parts are from. */
function createFill(parts: readonly Part[], numbers: Numbers): Format {
  return (values) => fill(parts, values, numbers);
}

function fill(parts: readonly Part[], values: Values, numbers: Numbers): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      const value = values[part.name];
      if (value === undefined) throw new MissingValueError(part.name);
      text += part.isNumber && typeof value === 'number' ? numbers.format(value) : value;
    }
  }
  return text;
}

/** What a message format would otherwise make for itself, and for each text anew. */
function createFormatters(language: string, numbers: Numbers): Formatters {
  const cardinals = new Plurals(language);
  const ordinals = new Plurals(language, { type: 'ordinal' });
  return {
    getNumberFormat: (_, style) => (style ? new Intl.NumberFormat(language, style) : numbers),
    getPluralRules: (_, options) => (options?.type === 'ordinal' ? ordinals : cardinals),
    getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
  };
}

/** Most numbers are small, and need no format if the language writes them as JavaScript does. */
class Numbers extends Intl.NumberFormat {
  readonly #write = super.format;
  readonly #isPlain = super.format(123) === '123';

  override format(number: number | bigint): string {
    const isSmall = typeof number === 'number' && number >= 0 && number < 1000;
    return isSmall && this.#isPlain && Number.isInteger(number)
      ? String(number)
      : this.#write(number);
  }
}

class Plurals extends Intl.PluralRules {
  readonly #forms = new LRUCache<number, Intl.LDMLPluralRule>({ max: PLURALS_KEPT });

  override select(number: number): Intl.LDMLPluralRule {
    const form = this.#forms.get(number) ?? super.select(number);
    this.#forms.set(number, form);
    return form;
  }
}
