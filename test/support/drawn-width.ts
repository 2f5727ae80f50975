import { createRequire } from 'node:module';

import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

const require = createRequire(import.meta.url);
/** The fonts of the playground's page, which are those that Discord falls back to. */
const FONTS = {
  Text: '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2',
  Cells: '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
};
for (const [family, path] of Object.entries(FONTS)) {
  if (!GlobalFonts.registerFromPath(require.resolve(path), `Drawn ${family}`))
    throw new Error(path);
}
const context = createCanvas(1, 1).getContext('2d');

/** How wide a line is when it is drawn. @param size of the font in pixels @returns pixels */
export function drawnWidth(line: string, size: number): number {
  context.font = `${size}px ${Object.keys(FONTS)
    .map((family) => `"Drawn ${family}"`)
    .join(', ')}`;
  return context.measureText(line).width;
}
