import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('page/', import.meta.url));
/** What the page's modules and the components import by name. */
const PACKAGES = [
  '@skyra/discord-components-core',
  '@lit/context',
  '@lit/reactive-element',
  'lit',
  'lit-element',
  'lit-html',
];
const IMPORT_MAP_PLACE = '<!-- import map -->';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript',
};

export type PageFile = { readonly type: string; readonly body: string | Buffer };

/** The folder of a package and its main module, as `import` finds them. */
function packageOf(name: string): { folder: string; main: string } {
  const file = fileURLToPath(import.meta.resolve(name));
  const end = file.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length;
  return { folder: file.slice(0, end), main: file.slice(end + 1).replaceAll(sep, '/') };
}

const FOLDERS = new Map(PACKAGES.map((name) => [name, packageOf(name)]));

/** Tells the browser where the packages are, so that it loads them as they were installed. */
const IMPORT_MAP = JSON.stringify({
  imports: Object.fromEntries(
    [...FOLDERS].flatMap(([name, { main }]) => [
      // Under Node's conditions a package may name a build for Node.
      [name, `/modules/${name}/${main.replace(/^node\//, '')}`],
      [`${name}/`, `/modules/${name}/`],
    ]),
  ),
});

/** The page, with all that a browser may do on it: nothing outside its own server. */
export async function pageHtml(): Promise<{ html: string; policy: string }> {
  const html = await readFile(join(PAGE, 'index.html'), 'utf8');
  const hash = createHash('sha256').update(IMPORT_MAP).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    // The components set colours as attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    html: html.replace(IMPORT_MAP_PLACE, `<script type="importmap">${IMPORT_MAP}</script>`),
    policy,
  };
}

/** A file of the page (`/page/…`, its TypeScript without the types) or of a package (`/modules/…`); null where there is none. */
export async function pageFile(path: string): Promise<PageFile | null> {
  const file = locate(path);
  const type = TYPES[extname(path)];
  if (file === null || type === undefined) return null;
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  return { type: `${type}; charset=utf-8`, body: path.endsWith('.ts') ? withoutTypes(text) : text };
}

function locate(path: string): string | null {
  const [, root, ...rest] = normalize(path).split(sep);
  if (rest.includes('..')) return null;
  if (root === 'page') return join(PAGE, ...rest);
  const depth = rest[0]?.startsWith('@') ? 2 : 1;
  const known = root === 'modules' ? FOLDERS.get(rest.slice(0, depth).join('/')) : undefined;
  return known === undefined ? null : join(known.folder, ...rest.slice(depth));
}

/** As Node does it for the server. Node warns that the function is experimental, which tells nobody anything here. */
function withoutTypes(text: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text);
  } finally {
    process.emitWarning = emitWarning;
  }
}
