import { isEncoded } from '#src/platform/percent-encoding.ts';

const SQLITE = 'sqlite:';
const POSTGRES = /^postgres(?:ql)?:\/\/./;
/** Those that pg knows, and libpq's `allow`, which is how a URL without any is read. */
const SSL_MODES: ReadonlySet<string> = new Set([
  'disable',
  'allow',
  'prefer',
  'require',
  'verify-ca',
  'verify-full',
  'no-verify',
]);

const FORM = 'must be sqlite:<file> or postgres://<user>@<host>/<database>';
const BAD_ADDRESS =
  'is not a valid address: percent-encode special characters in the user and password, like %40 for @ and %2F for /';

/** The file of a SQLite URL, `:memory:` for none; null for Postgres. */
export function sqliteFileOf(url: string): string | null {
  return url.startsWith(SQLITE) ? url.slice(SQLITE.length).trim() : null;
}

/** What is wrong with a DATABASE_URL, for the operator and without the password; null if nothing is. */
export function databaseUrlProblem(url: string): string | null {
  const file = sqliteFileOf(url);
  if (file !== null) return fileProblem(file);
  if (!POSTGRES.test(url)) return FORM;
  const address = URL.parse(url);
  // An unescaped slash or number sign in a password would turn what precedes it into the host.
  if (!address || /@/.test(address.pathname + address.search + address.hash)) return BAD_ADDRESS;
  if (![address.username, address.password, address.pathname].every(isEncoded)) return BAD_ADDRESS;
  const mode = address.searchParams.get('sslmode');
  return mode === null || SSL_MODES.has(mode)
    ? null
    : `has an sslmode that is not known: use one of ${[...SSL_MODES].join(', ')}`;
}

function fileProblem(file: string): string | null {
  if (file === '') return FORM;
  if (file === ':memory:') return null;
  if (file.startsWith('//')) {
    return 'has slashes after sqlite: that could mean two places: write sqlite:data/x.db for a file below the working directory, or sqlite:/data/x.db for one from the root';
  }
  if (/^file:/i.test(file) || file.includes('?')) {
    return 'must be sqlite:<file>, without file: in front and without ? and options';
  }
  if (file.startsWith(':')) return 'must be sqlite::memory: for a database in memory';
  if (/^["'`]|["'`]$/.test(file)) return 'has quotes around its file: leave them out';
  if (FOR_SHELLS.test(file)) {
    return 'has a ~ or a variable, which only a shell understands: write the whole path';
  }
  if (/[/\\]\.{0,2}$/.test(file) || /^\.{1,2}$/.test(file)) {
    return 'leads to a folder: add the name of a file, like sqlite:data/completionist.db';
  }
  return null;
}

/** `~`, `$HOME`, `${HOME}`, `%APPDATA%`: they would become folders of that name. */
const FOR_SHELLS = /(?:^|[/\\])(?:~|\$\{?[A-Za-z_]|%\w+%)/;

/** Where a valid DATABASE_URL leads, without user and password. */
export function placeOf(url: string): string {
  const file = sqliteFileOf(url);
  if (file !== null) return file;
  const address = new URL(url);
  return `${address.host}${address.pathname}`;
}
