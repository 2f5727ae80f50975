/** Why the database can't be used, in kinds that an operator can act on. */
export type StoreFailure =
  | 'locked'
  | 'readOnly'
  | 'full'
  | 'damaged'
  | 'noFile'
  | 'forbidden'
  | 'readOnlyServer'
  | 'noCertificate'
  | 'unreachable'
  | 'crowded'
  | 'refused'
  | 'noDatabase'
  | 'unencrypted'
  | 'noTls'
  | 'untrusted'
  | 'foreign'
  | 'newer'
  | 'broken';

/** Follows `DATABASE_URL leads to …, which `. */
const SENTENCES: Readonly<Record<StoreFailure, string>> = {
  locked: 'is locked by another process: stop that process, or give each bot its own database',
  readOnly:
    "can't be written: give the user who runs the bot write access to its folder, and to the files there that begin with its name, or choose another place",
  full: 'has no space left: free some space on its disk',
  damaged:
    'is damaged or not a database: restore a backup, or move it away to start with an empty one',
  noFile:
    "can't be opened: check that it is a file in a folder where the user who runs the bot has write access",
  forbidden:
    "lets this user in, but not make or change tables: make the user the database's owner, or run GRANT CREATE ON SCHEMA public TO <user>",
  readOnlyServer:
    'only takes reads: use the address of the primary server, and check that default_transaction_read_only is off',
  noCertificate:
    "can't be asked, because a certificate's file can't be read: check sslrootcert, sslcert, and sslkey in the address",
  unreachable: "can't be reached: check that it runs, and its host and port",
  crowded: 'has no connections left: run fewer processes, or raise its limit',
  refused: 'rejects the user or the password: check both',
  noDatabase: 'has no database with this name: create it, or choose another',
  unencrypted:
    'only accepts encrypted connections: leave sslmode out of the address, or set sslmode=no-verify',
  noTls: 'does not support encryption: leave sslmode out of the address',
  untrusted:
    "has a certificate that can't be verified: add sslrootcert=<file of its authority>, or set sslmode=no-verify",
  foreign: 'contains tables of another program: give Completionist its own database',
  newer:
    'was written by a newer version of Completionist: install that version again, or choose another database',
  broken: 'fails: see the error that is logged with this',
};

/** What is wrong and what to do, to follow the database's place. */
export function adviceFor(failure: StoreFailure): string {
  return SENTENCES[failure];
}

/** The database failed for a reason outside the bot. The message is one sentence for operators, without passwords. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;
  /** Since when it fails, ms since 1970; null if that is not known. */
  readonly since: number | null;

  /** @param place where DATABASE_URL leads, without user and password */
  constructor(
    failure: StoreFailure,
    place: string,
    options: ErrorOptions & { readonly since?: number } = {},
  ) {
    super(`DATABASE_URL leads to ${place}, which ${SENTENCES[failure]}`, options);
    this.failure = failure;
    this.since = options.since ?? null;
  }
}

/** SQLite's result codes. [sqlite.org/rescode.html] */
const BY_SQLITE_CODE: Readonly<Record<number, StoreFailure>> = {
  5: 'locked',
  6: 'locked',
  8: 'readOnly',
  10: 'broken',
  11: 'damaged',
  13: 'full',
  14: 'noFile',
  26: 'damaged',
  // SQLITE_IOERR_SHMSIZE: no room for the file that WAL needs.
  4874: 'full',
};

/** SQLSTATEs. [postgresql.org/docs/current/errcodes-appendix.html] */
const BY_SQLSTATE: Readonly<Record<string, StoreFailure>> = {
  '08000': 'unreachable',
  '08003': 'unreachable',
  '08006': 'unreachable',
  '25006': 'readOnlyServer',
  '25P03': 'unreachable',
  '28000': 'refused',
  '28P01': 'refused',
  '3D000': 'noDatabase',
  // No schema that this user may see.
  '3F000': 'forbidden',
  '40P01': 'locked',
  '42501': 'forbidden',
  '42P07': 'foreign',
  '53100': 'full',
  '53300': 'crowded',
  '55P03': 'locked',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P05': 'unreachable',
};

/** Node's codes for connections. */
const BY_CONNECTION_CODE: Readonly<Record<string, StoreFailure>> = {
  EAI_AGAIN: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/** Node's codes for files and folders. */
const BY_FILE_CODE: Readonly<Record<string, StoreFailure>> = {
  EACCES: 'readOnly',
  EEXIST: 'noFile',
  EISDIR: 'noFile',
  ELOOP: 'noFile',
  ENAMETOOLONG: 'noFile',
  ENOENT: 'noFile',
  ENOSPC: 'full',
  ENOTDIR: 'noFile',
  EPERM: 'readOnly',
  EROFS: 'readOnly',
};

/** OpenSSL's names, as Node gives them, for a certificate that isn't trusted. */
const UNTRUSTED =
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT$|ERR_TLS_CERT_ALTNAME_INVALID$|SELF_SIGNED_CERT|UNABLE_TO_)/;

/** Failures without a code, or whose code means several things. */
const BY_MESSAGE: readonly (readonly [RegExp, StoreFailure])[] = [
  [/^no pg_hba\.conf entry .*(?:no encryption|SSL off)$/, 'unencrypted'],
  [/server does not support SSL/, 'noTls'],
  [/client password must be a/, 'refused'],
  [/connection terminated|timeout expired|timeout exceeded|not queryable/i, 'unreachable'],
  [/^table \S+ already exists$/, 'foreign'],
];

/** A file of certificates that an address names: its errors are those of any file. */
export class CertificateUnreadable extends Error {
  override readonly name = 'CertificateUnreadable';
}

/** What a driver's error means; null for any other error. */
export function storeFailureOf(error: unknown): StoreFailure | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof CertificateUnreadable) return 'noCertificate';
  const told = BY_MESSAGE.find(([pattern]) => pattern.test(error.message));
  if (told) return told[1];
  if ('errcode' in error && typeof error.errcode === 'number') {
    const { errcode } = error;
    // The upper bits are details that mostly make no difference to operators.
    return BY_SQLITE_CODE[errcode] ?? BY_SQLITE_CODE[errcode & 0xff] ?? null;
  }
  return 'code' in error && typeof error.code === 'string'
    ? byCode(error.code, 'syscall' in error ? error.syscall : undefined)
    : null;
}

/** @param syscall the system call that failed, as Node names it. */
function byCode(code: string, syscall: unknown): StoreFailure | null {
  if (UNTRUSTED.test(code)) return 'untrusted';
  if (code.startsWith('ERR_OSSL_')) return 'noCertificate';
  if (syscall === 'connect') return 'unreachable';
  return BY_SQLSTATE[code] ?? BY_CONNECTION_CODE[code] ?? BY_FILE_CODE[code] ?? null;
}

/** A StoreError if the database failed, otherwise the same error. */
export function asStoreError(error: unknown, place: string): unknown {
  const failure = storeFailureOf(error);
  return failure === null ? error : new StoreError(failure, place, { cause: error });
}
