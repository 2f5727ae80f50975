import { isEncoded } from './percent-encoding.ts';

const FORM = 'must be an address like redis://127.0.0.1:6379';
const OPTIONS: ReadonlySet<string> = new Set(['db', 'sslmode', 'sslrootcert']);

/** What a CACHE_URL says. */
export type RedisAddress = {
  /** Without options. */
  readonly url: string;
  /** The number of the database. */
  readonly database: number;
  /** Whether any certificate is accepted. */
  readonly trustsAny: boolean;
  /** The file of the authority that signed the certificate; null for the well-known ones. */
  readonly rootCertificate: string | null;
};

/** What is wrong with a CACHE_URL, for the operator and without the password; null if nothing is. */
export function redisUrlProblem(text: string): string | null {
  const url = URL.parse(text);
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '') return FORM;
  if (!/^\/?\d{0,9}$/.test(url.pathname) || url.hash !== '') return FORM;
  if (![url.username, url.password].every(isEncoded)) {
    return 'is not a valid address: percent-encode special characters in the user and password, like %40 for @ and %25 for %';
  }
  return optionsProblem(url);
}

function optionsProblem({ protocol, pathname, searchParams }: URL): string | null {
  const unknown = [...searchParams.keys()].find((name) => !OPTIONS.has(name));
  if (unknown !== undefined) {
    return 'has an option that is not known: it can have db, sslmode, and sslrootcert';
  }
  const db = searchParams.get('db');
  if (db !== null && !/^\d{1,9}$/.test(db)) return 'has a db that is not a number, like db=5';
  if (db !== null && pathname.length > 1) {
    return 'has a database in its path and in db: leave one of them out';
  }
  const mode = searchParams.get('sslmode');
  if (mode !== null && mode !== 'no-verify' && mode !== 'verify-full') {
    return 'has an sslmode that is not known: use no-verify or verify-full';
  }
  const isTls = mode !== null || searchParams.has('sslrootcert');
  return isTls && protocol !== 'rediss:'
    ? 'asks for encryption and begins with redis: write rediss:// instead'
    : null;
}

/** Reads a CACHE_URL without problems. */
export function parseRedisUrl(text: string): RedisAddress {
  const url = new URL(text);
  const { searchParams } = url;
  const database = Number(searchParams.get('db') ?? url.pathname.slice(1));
  const trustsAny = searchParams.get('sslmode') === 'no-verify';
  const rootCertificate = searchParams.get('sslrootcert');
  url.search = '';
  url.pathname = '';
  return { url: url.href, database, trustsAny, rootCertificate };
}

/** Where a CACHE_URL leads, without user, password and options. */
export function redisPlaceOf(text: string): string {
  const { host } = new URL(text);
  return `${host}/${parseRedisUrl(text).database}`;
}
