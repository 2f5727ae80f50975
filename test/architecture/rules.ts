import type { ReadModule } from './read-imports.ts';

/**
 * The layers, from the top down. A file may import from its own top-level folder and from the layers below it,
 * types included. Folders in one layer don't know each other.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['src'],
  ['commands'],
  ['src/announcements'],
  ['src/people', 'src/comparison', 'src/statistics'],
  ['src/progress'],
  ['src/messages'],
  ['src/store', 'src/discord', 'src/retroachievements', 'src/observability'],
  ['src/platform'],
];

/** Which folders may import a package's code; its types are free. */
const PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:discord\.js|@discordjs\/.+)$/, ['src', 'src/discord']],
  [
    /^discord-api-types\/.+$/,
    [
      'src',
      'commands',
      'src/announcements',
      'src/people',
      'src/comparison',
      'src/statistics',
      'src/progress',
      'src/messages',
      'src/discord',
    ],
  ],
  [/^undici$/, ['src', 'src/discord', 'src/retroachievements']],
  [/^kysely(?:\/.+)?$/, ['src/store', 'src/announcements', 'src/people']],
  [/^(?:pg|node:sqlite)$/, ['src/store']],
  [/^(?:keyv|@keyv\/.+|pino)$/, ['src/platform']],
  [/^(?:@napi-rs\/canvas|@fontsource-variable\/.+)$/, ['src/statistics']],
  [/^(?:prom-client|node:https?)$/, ['src/observability']],
];

/** Loaded where a variable asks for it (PORT, CACHE_URL, DATABASE_URL), or once the bot is ready. */
const LAZY: ReadonlySet<string> = new Set([
  'undici',
  'prom-client',
  '@keyv/redis',
  'pg',
  'kysely',
  'croner',
  '@napi-rs/canvas',
]);
const ENTRIES = [
  'src/start.js',
  'src/compile.js',
  'src/main.ts',
  'src/deploy.ts',
  'src/backup.ts',
  'src/move-database.ts',
];

/** Everything that breaks a rule, one sentence each; nothing where all is well. */
export function violations(modules: readonly ReadModule[]): string[] {
  return [
    ...modules.flatMap(importsUp),
    ...modules.flatMap(foreignPackages),
    ...cycles(modules).map((cycle) => `a circle: ${cycle.join(' → ')}`),
    ...modules
      .filter(({ path, readsEnvironment }) => readsEnvironment && path !== 'src/config.ts')
      .map(({ path }) => `${path} reads the environment`),
    ...ENTRIES.flatMap((entry) =>
      [...loads(modules, entry)]
        .filter((loaded) => LAZY.has(loaded))
        .map((loaded) => `${entry} loads ${loaded} at every start`),
    ),
  ];
}

function importsUp({ path, imports }: ReadModule): string[] {
  const own = folderOf(path);
  if (layerOf(own) === -1) return [`${own} is in no layer`];
  return imports
    .filter(({ target }) => /^(?:src|commands|loopback|test|bench|playground)\//.test(target))
    .filter(({ target }) => {
      const other = folderOf(target);
      return other !== own && layerOf(other) <= layerOf(own);
    })
    .map(({ target, kind }) => `${path} imports ${kind === 'type' ? 'types of ' : ''}${target}`);
}

function foreignPackages({ path, imports }: ReadModule): string[] {
  return imports
    .filter(({ target, kind }) => {
      const rule = PACKAGES.find(([name]) => name.test(target));
      return kind !== 'type' && rule !== undefined && !rule[1].includes(folderOf(path));
    })
    .map(({ target }) => `${path} imports ${target}`);
}

/** -1 for what is not part of the bot: tests and tools import it, never the other way round. */
function layerOf(folder: string): number {
  return LAYERS.findIndex((folders) => folders.includes(folder));
}

/** `src/messages` for `src/messages/languages/en.ts`, `src` for `src/main.ts`. */
function folderOf(path: string): string {
  const [first = '', ...rest] = path.split('/');
  return first === 'src' && rest.length > 1 ? `src/${rest[0]}` : first;
}

/** What importing a module loads before anything else happens, packages included. */
function loads(modules: readonly ReadModule[], entry: string): Set<string> {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const loaded = new Set([entry]);
  for (const path of loaded) {
    for (const { target, kind } of byPath.get(path)?.imports ?? []) {
      if (kind === 'value') loaded.add(target);
    }
  }
  return loaded;
}

/** Each circle of files, types included. */
function cycles(modules: readonly ReadModule[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found: string[][] = [];
  const done = new Set<string>();
  function visit(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start !== -1) found.push([...trail.slice(start), path]);
    if (start !== -1 || done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? []) visit(target, [...trail, path]);
    done.add(path);
  }
  for (const { path } of modules) visit(path, []);
  return found;
}
