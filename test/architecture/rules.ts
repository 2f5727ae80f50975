import type { Import, ReadModule } from './read-imports.ts';

/** What a folder may take from the others: `values` at run time, of `types` nothing but types. */
type Area = {
  readonly values: readonly string[];
  readonly types: readonly string[];
  /** Packages that have no place here. */
  readonly never?: RegExp;
};

const DISCORD = /^(?:discord\.js|@discordjs\/.+|discord-api-types\/.+)$/;
const EFFECTS =
  /^(?:undici|keyv|@keyv\/.+|kysely|pg|pino|prom-client|discord\.js|@discordjs\/.+|node:(?:https?|net|fs|sqlite)(?:\/.+)?)$/;

/** One direction: `commands → discord → progress → retroachievements`. Everything else in src/ is beside it. */
const AREAS: Readonly<Record<string, Area>> = {
  'src/retroachievements': { values: ['src/clock.ts'], types: [], never: DISCORD },
  'src/progress': {
    values: ['src/clock.ts', 'src/retroachievements'],
    types: ['src/cache.ts', 'src/log.ts'],
    never: DISCORD,
  },
  'src/announcements': {
    values: ['src/clock.ts', 'src/progress', 'src/retroachievements', 'src/store/errors.ts'],
    types: ['src/log.ts', 'src/store'],
    never: /^(?:kysely|pg|node:sqlite|discord\.js|@discordjs\/.+|discord-api-types\/.+)$/,
  },
  'src/store': {
    values: ['src/announcements', 'src/clock.ts', 'src/retroachievements'],
    types: ['src/log.ts'],
    never: DISCORD,
  },
  'src/views': { values: [], types: ['src'], never: EFFECTS },
  'src/i18n': { values: [], types: [], never: EFFECTS },
  'src/discord': {
    values: [
      'src/announcements/feed.ts',
      'src/clock.ts',
      'src/progress',
      'src/retroachievements',
      'src/store/errors.ts',
      'src/version.ts',
      'src/views',
    ],
    types: ['src/announcements', 'src/i18n', 'src/log.ts'],
    never: /^(?:keyv|@keyv\/.+|kysely|pg|prom-client)$/,
  },
  'src/observability': {
    values: ['src/discord', 'src/progress', 'src/retroachievements', 'src/store/errors.ts'],
    types: ['src/announcements', 'src/cache.ts', 'src/clock.ts', 'src/log.ts', 'src/services.ts'],
  },
  commands: {
    values: [
      'src/announcements',
      'src/discord',
      'src/i18n',
      'src/progress',
      'src/retroachievements',
      'src/views',
    ],
    types: ['src/services.ts'],
    never: EFFECTS,
  },
};

/** Where the process begins: nobody imports these. */
const ENTRIES = ['src/start.js', 'src/main.ts', 'src/deploy.ts'];
/** Loaded only where a variable asks for it: PORT, CACHE_URL, DATABASE_URL. */
const LAZY: ReadonlySet<string> = new Set(['prom-client', '@keyv/redis', 'pg']);
/** The one exception: it only sets the stage for main.ts. */
const STARTS_MAIN = 'src/start.js';

/** Everything that stands against the rules, as sentences; nothing where all is well. */
export function violations(modules: readonly ReadModule[]): string[] {
  return [
    ...modules.flatMap(directionViolations),
    ...modules.filter(readsWhatItMayNot).map(({ path }) => `${path} reads the environment`),
    ...cycles(modules).map((cycle) => `a cycle: ${cycle.join(' → ')}`),
    ...ENTRIES.flatMap((entry) =>
      [...loads(modules, entry)]
        .filter((loaded) => LAZY.has(loaded))
        .map((loaded) => `${entry} loads ${loaded} at every start`),
    ),
  ];
}

function readsWhatItMayNot({ path, readsEnvironment }: ReadModule): boolean {
  return readsEnvironment && path !== 'src/config.ts';
}

function directionViolations({ path, imports }: ReadModule): string[] {
  const area = areaOf(path);
  const rules = AREAS[area];
  if (!rules && area !== 'src') return [`${area} has no rules: say what it may import`];
  return imports
    .filter((imported) => isForeignEntry(imported, path) || !isAllowed(imported, area, rules))
    .map(({ target, kind }) => `${path} imports ${kind === 'type' ? 'types of ' : ''}${target}`);
}

function isForeignEntry({ target }: Import, path: string): boolean {
  return ENTRIES.includes(target) && !(path === STARTS_MAIN && target === 'src/main.ts');
}

function isAllowed({ target, kind }: Import, area: string, rules: Area | undefined): boolean {
  // What stands beside the folders of src/ puts them together.
  if (!rules) return true;
  if (!isOurs(target)) return kind === 'type' || !rules.never?.test(target);
  const allowed = [area, ...rules.values, ...(kind === 'type' ? rules.types : [])];
  return allowed.some((place) => target === place || target.startsWith(`${place}/`));
}

function isOurs(target: string): boolean {
  return /^(?:src|commands)\//.test(target);
}

/** `src/views` for `src/views/site.ts`, `src` for `src/log.ts`. */
function areaOf(path: string): string {
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

/** Each cycle of modules that need each other at run time. */
function cycles(modules: readonly ReadModule[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const found: string[][] = [];
  const done = new Set<string>();
  function visit(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start !== -1) found.push([...trail.slice(start), path]);
    if (start !== -1 || done.has(path)) return;
    for (const { target, kind } of byPath.get(path)?.imports ?? []) {
      if (kind !== 'type') visit(target, [...trail, path]);
    }
    done.add(path);
  }
  for (const { path } of modules) visit(path, []);
  return found;
}
