/**
 * The values that an ICU text takes, read from the text itself: `{ player: …, count: number }` for
 * `{player} has {count, plural, one {# game} other {# games}}`. Numbers are what it formats or counts; anything else is shown as it is.
 */
export type ValuesOf<Text extends string> = Shape<Places<Text>>;

type Shape<P extends Place> = {
  readonly [Name in P[0]]: [Name, 'number'] extends P ? number : string | number;
};

type Place = readonly [name: string, kind: 'number' | 'text'];

type Places<Text extends string> = Text extends `${infer Before}{${infer Rest}`
  ? (Before extends Selector ? never : PlaceAt<Rest>) | Places<Rest>
  : never;

/** What stands before the text of a plural form, which has a brace of its own. */
type Selector = `${string} ${Intl.LDMLPluralRule} ` | `${string}=${number} `;

type PlaceAt<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name}, ${string}`
    ? [Name, 'number']
    : [Inside, 'text']
  : never;
