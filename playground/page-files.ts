import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

const require = createRequire(import.meta.url);
const PAGE = fileURLToPath(new URL('page/', import.meta.url));
/** Packages that the page imports. */
const PACKAGES = [
  '@skyra/discord-components-core',
  '@lit/context',
  '@lit/reactive-element',
  'lit',
  'lit-element',
  'lit-html',
];
const BAR_FONT = '@fontsource/dejavu-sans';
/** Discord's own font isn't free; this is the one that it falls back to. Later ones go first where several have a character. */
const FONTS = ['@fontsource-variable/noto-sans-jp', '@fontsource-variable/noto-sans', BAR_FONT].map(
  packageOf,
);
/** The components ask for the font by its usual name. */
const FONT_NAME = /Noto Sans(?: JP)? Variable/g;
/** Noto Sans JP has only the empty cells of a progress bar, and wider than the full ones of other fonts. */
const BAR_CELLS = "font-family: 'Noto Sans';\n  unicode-range: U+25B0-25B1;";
/** As the others have it: a browser takes no other face beside one of exactly the weight that it needs. */
const ALL_WEIGHTS = 'font-weight: 100 900;';
const IMPORT_MAP_PLACE = '<!-- import map -->';
const FONT_PLACE = '<!-- font -->';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript',
  '.woff2': 'font/woff2',
};

export type PageFile = {
  readonly type: string;
  readonly body: string | Buffer;
  /** Whether browsers can cache it for good: a package's address has its version. */
  readonly keep: boolean;
};

/** A package's folder and its main module for browsers, without Node's or development conditions. */
function packageOf(name: string): { folder: string; main: string; root: string } {
  const file = require.resolve(name);
  const path = join('node_modules', name) + sep;
  const folder = file.slice(0, file.lastIndexOf(path) + path.length);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { main, version } = z.object({ main: z.string(), version: z.string() }).parse(manifest);
  return { folder, main: normalize(main), root: `/modules/${name}@${version}/` };
}

const FOUND = PACKAGES.map((name) => ({ name, ...packageOf(name) }));

/** Tells the browser where the installed packages are. */
const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(
    FOUND.flatMap(({ name, main, root }) => [
      [name, root + main],
      [`${name}/`, root],
    ]),
  ),
});

const FONT_LINKS = FONTS.map(
  ({ root, main }) => `<link rel="stylesheet" href="${root}${main}" />`,
).join('');

/** The page, with a policy that allows nothing outside its own server. */
export async function pageHtml(): Promise<{ html: string; policy: string }> {
  const html = await readFile(join(PAGE, 'index.html'), 'utf8');
  const hash = createHash('sha256').update(IMPORT_MAP).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    // The components set colors as attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    html: html
      .replace(IMPORT_MAP_PLACE, `<script type="importmap">${IMPORT_MAP}</script>`)
      .replace(FONT_PLACE, FONT_LINKS),
    policy,
  };
}

/** A file of the page (`/page/…`, with types stripped) or of a package (`/modules/…`), or null. */
export async function pageFile(path: string): Promise<PageFile | null> {
  const file = locate(path);
  const type = TYPES[extname(path)];
  if (file === null || type === undefined) return null;
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  return {
    type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    body: served(path, bytes),
    keep: path.startsWith('/modules/'),
  };
}

function served(path: string, bytes: Buffer): string | Buffer {
  if (path.endsWith('.ts')) return withoutTypes(String(bytes));
  if (FONTS.some(({ root }) => path.startsWith(root)) && path.endsWith('.css'))
    return String(bytes)
      .replaceAll(FONT_NAME, 'Noto Sans')
      .replaceAll("font-family: 'DejaVu Sans';", BAR_CELLS)
      .replaceAll('font-weight: 400;', ALL_WEIGHTS);
  return bytes;
}

function locate(path: string): string | null {
  const plain = normalize(path).replaceAll(sep, '/');
  if (plain.startsWith('/page/')) return join(PAGE, plain.slice('/page/'.length));
  const found = [...FOUND, ...FONTS].find(({ root }) => plain.startsWith(root));
  return found === undefined ? null : join(found.folder, plain.slice(found.root.length));
}

/** Strips types as Node does, without its warning that this is experimental. */
function withoutTypes(text: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
