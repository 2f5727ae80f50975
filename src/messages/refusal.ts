import type { TextKey, TextValues, Translate } from './languages/translate.ts';
import type { Mention } from './mentions.ts';

/** A value of a refusal's text; a function where it depends on who reads it. */
export type RefusalValue = string | number | ((t: Translate, mention: Mention) => string);

/** A text and the values that it takes. */
type RefusalText = {
  readonly [Key in TextKey]: keyof TextValues<Key> extends never
    ? readonly [key: Key]
    : readonly [key: Key, values: Spoken<TextValues<Key>>];
}[TextKey];

/** A number stays one; a text may depend on who reads it. */
type Spoken<Values> = {
  readonly [Name in keyof Values]: Values[Name] extends number ? number : RefusalValue;
};

/**
 * What someone asked for can't be done, and they can do something about it. Thrown where that turns out; the person who
 * asked reads the text in their own language.
 */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  readonly #key: TextKey;
  readonly #values: Readonly<Record<string, RefusalValue>>;

  /** @param values as the text shows them: escape what people typed (see `quoted`). */
  constructor(...[key, values]: RefusalText) {
    super(`Refused: ${key}`);
    this.#key = key;
    this.#values = values ?? {};
  }

  /** What to do instead. */
  sentence(t: Translate, mention: Mention): string {
    const values = Object.entries(this.#values).map(([name, value]) => [
      name,
      typeof value === 'function' ? value(t, mention) : value,
    ]);
    return t.fill(this.#key, Object.fromEntries(values));
  }
}

/** A command to tap on, as a value of a refusal's text. */
export function command(name: string): RefusalValue {
  return (_t, mention) => mention(name);
}
