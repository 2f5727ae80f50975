/** Why the cache can't be used until an operator does something, in kinds that they can act on. */
type Problem =
  | 'password'
  | 'database'
  | 'forbidden'
  | 'readOnly'
  | 'protected'
  | 'untrusted'
  | 'noCertificate';

/** Follows `CACHE_URL leads to …, which `. */
const SENTENCES: Readonly<Record<Problem, string>> = {
  password: 'rejects the user or the password: check both',
  database: 'has no database with this number: use another, most servers have 0 to 15',
  forbidden:
    'lets this user in, but not read and write: allow it GET, SET, and PING, and the keys completionist*',
  readOnly: 'only takes reads: use the address of the primary server',
  protected: 'is in protected mode: give it a password, and put that into the address',
  untrusted:
    "has a certificate that can't be verified: add ?sslrootcert=<file of its authority>, or ?sslmode=no-verify",
  noCertificate: "can't be asked, because the file in sslrootcert can't be read: check its path",
};

/** Redis's own words [redis.io/docs: ACL, AUTH, SELECT], and the names of OpenSSL's errors as Node gives them. */
const SIGNS: readonly (readonly [RegExp, Problem])[] = [
  [/^(?:WRONGPASS|NOAUTH)\b|^ERR (?:AUTH|invalid password|Client sent AUTH)/, 'password'],
  [/^ERR (?:DB index is out of range|invalid DB index)/, 'database'],
  [/^NOPERM\b/, 'forbidden'],
  [/^READONLY\b/, 'readOnly'],
  [/^DENIED\b/, 'protected'],
  [/^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|ERR_TLS_CERT|SELF_SIGNED_CERT|UNABLE_TO_)/, 'untrusted'],
];

/** The server is there, but refuses the bot. The message is one sentence for operators, without passwords. */
export class CacheRefused extends Error {
  override readonly name = 'CacheRefused';

  /** @param place where CACHE_URL leads, without user and password */
  constructor(problem: Problem, place: string, options?: ErrorOptions) {
    super(`CACHE_URL leads to ${place}, which ${SENTENCES[problem]}`, options);
  }
}

/** What the client's error says about the configuration; null for an outage. */
export function cacheRefusalOf(error: unknown, place: string): CacheRefused | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const found = SIGNS.find(([sign]) => sign.test(error.message) || sign.test(code));
  return found ? new CacheRefused(found[1], place, { cause: error }) : null;
}
