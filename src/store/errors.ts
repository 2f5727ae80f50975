/** Why the store can't be used, as far as an operator can do something about it. */
export type StoreFailure =
  | 'locked'
  | 'readOnly'
  | 'full'
  | 'damaged'
  | 'noFile'
  | 'unreachable'
  | 'refused'
  | 'noDatabase'
  | 'newer'
  | 'broken';

const SENTENCES: Readonly<Record<StoreFailure, string>> = {
  locked: 'is locked by another process: stop that one, or give each bot a database of its own',
  readOnly:
    'can’t be written: let the user who runs the bot write the file and its folder, or name another place',
  full: 'has no room left: free some space on its disk',
  damaged:
    'is damaged, or no database at all: restore a copy, or move it away to begin with an empty one',
  noFile:
    'can’t be opened: check that the folder may be made or read, and that it is no folder itself',
  unreachable: 'can’t be reached: check that it runs, and its host and port',
  refused: 'refuses the user or the password: check both',
  noDatabase: 'has no database of this name: make it, or name another',
  newer: 'was written by a newer version of Completionist: install that one again, or name another',
  broken: 'fails: see the error that is logged with this',
};

/** The store failed for a reason outside the bot. Its message is one sentence for operators, without any password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly failure: StoreFailure;

  /** @param place what DATABASE_URL leads to, without user and password. */
  constructor(failure: StoreFailure, place: string, options?: ErrorOptions) {
    super(`DATABASE_URL: ${place} ${SENTENCES[failure]}`, options);
    this.failure = failure;
  }
}

/** SQLite's primary result codes. [sqlite.org/rescode.html] */
const BY_SQLITE_CODE: Readonly<Record<number, StoreFailure>> = {
  5: 'locked',
  6: 'locked',
  8: 'readOnly',
  10: 'broken',
  11: 'damaged',
  13: 'full',
  14: 'noFile',
  26: 'damaged',
};

/** SQLSTATEs [postgresql.org/docs/current/errcodes-appendix.html] and Node's codes for connections. */
const BY_POSTGRES_CODE: Readonly<Record<string, StoreFailure>> = {
  '08000': 'unreachable',
  '08003': 'unreachable',
  '08006': 'unreachable',
  '25006': 'readOnly',
  '28000': 'refused',
  '28P01': 'refused',
  '3D000': 'noDatabase',
  '42501': 'refused',
  '53100': 'full',
  '53300': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/** pg tells these without a code. */
const CONNECTION_LOST = /connection (?:terminated|ended)|timeout exceeded when trying to connect/i;

/** What is behind a driver's error; null where it is none of the store's own. */
export function storeFailureOf(error: unknown): StoreFailure | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The upper bits tell more than an operator wants to know.
    return BY_SQLITE_CODE[error.errcode & 0xff] ?? null;
  }
  if ('code' in error && typeof error.code === 'string') {
    return BY_POSTGRES_CODE[error.code] ?? null;
  }
  return CONNECTION_LOST.test(error.message) ? 'unreachable' : null;
}
