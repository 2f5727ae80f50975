import { createRequire } from 'node:module';

import emoji from '@fontsource-variable/noto-emoji/unicode.json' with { type: 'json' };
import arabic from '@fontsource-variable/noto-sans-arabic/unicode.json' with { type: 'json' };
import japanese from '@fontsource-variable/noto-sans-jp/unicode.json' with { type: 'json' };
import latin from '@fontsource-variable/noto-sans/unicode.json' with { type: 'json' };
import { GlobalFonts } from '@napi-rs/canvas';

/** Which characters each file of a package has, as CSS writes it. Earlier ones go first. */
const PACKAGES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['noto-sans', latin],
  ['noto-sans-jp', japanese],
  ['noto-sans-arabic', arabic],
  ['noto-emoji', emoji],
];

/** One font file, and the code points that it has. */
type Font = {
  /** Its family in the canvas, which is shared by all threads of the process. */
  readonly family: string;
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
};

const FONTS: readonly Font[] = PACKAGES.flatMap(([name, subsets]) =>
  Object.entries(subsets).map(([key, ranges]) => {
    const subset = key.replaceAll(/[[\]]/g, '');
    return {
      family: `${name}-${subset}`,
      file: `@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`,
      ranges: ranges.split(',').map(rangeOf),
    };
  }),
);

/** `U+0102-0103`, `U+20AB`. */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** Joiners and variation selectors, which no font has to have. */
const INVISIBLE = /[\p{Cf}\p{Mn}]/u;

const { resolve } = createRequire(import.meta.url);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function fontOf(character: string): Font | undefined {
  const point = character.codePointAt(0) ?? 0;
  return FONTS.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to));
}

/** A text without what no font has: an empty box says nothing. */
export function drawable(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .filter((grapheme) =>
      Array.from(grapheme).every((character) => INVISIBLE.test(character) || fontOf(character)),
    )
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** A name as it can be drawn; null if it would lack letters. */
export function drawableName(name: string): string | null {
  const drawn = drawable(name);
  return drawn === '' || lettersIn(drawn) < lettersIn(name) ? null : drawn;
}

/**
 * Loads the fonts that these texts need, and no others: most pictures need two of a hundred and fifty files.
 * @returns their families, as CSS lists them
 */
export function familiesFor(texts: readonly string[]): string {
  const characters = new Set(texts.join(' '));
  const needed = new Set([...characters].map(fontOf));
  const fonts = FONTS.filter((font) => needed.has(font));
  for (const { family, file } of fonts) {
    if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(resolve(file), family);
  }
  return fonts.map(({ family }) => `"${family}"`).join(', ');
}
