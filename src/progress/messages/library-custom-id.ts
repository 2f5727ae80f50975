import {
  customId,
  matching,
  oneOf,
  optional,
  pair,
  snowflake,
  wholeNumber,
} from '#src/discord/interactions/custom-id.ts';
import type { Field } from '#src/discord/interactions/custom-id.ts';
import { memoize } from '#src/platform/memo.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { SEARCH_LIMIT, SORTS, STATUSES } from '#src/progress/query/query.ts';
import { parsePlayerRef, playerRefText } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

/** What pressing does. Only ever append. */
const LIBRARY_ACTIONS = [
  'first',
  'previous',
  'jump',
  'next',
  'last',
  'status',
  'sort',
  'system',
  'refresh',
  'csv',
  'json',
  'clear-search',
  'stats',
] as const;
export type LibraryAction = (typeof LIBRARY_ACTIONS)[number];

/** The state of a library page. */
export type LibraryCustomId = {
  readonly action: LibraryAction;
  /** The Discord user whose message it is. */
  readonly ownerId: string;
  readonly player: PlayerRef;
  readonly query: LibraryQuery;
  /** 1-based; where the action leads to. */
  readonly page: number;
};

const OWNER_DIGITS = 13;
const PAGE_DIGITS = 6;
/** Room for what is not known when a page is written. */
const OWNER_ROOM = '0'.repeat(OWNER_DIGITS);
const PAGE_ROOM = '0'.repeat(PAGE_DIGITS);
/** Comes before the room, up to the action. Text that people chose can't contain it: JSON escapes its quotes. */
const BEFORE_ACTION = Buffer.from('"custom_id":"p1:');

/** Always the same length, so that an id can be put into a page that's already written. */
const owner: Field<string, null> = { ...snowflake, write: () => OWNER_ROOM };
const pageNumber = wholeNumber(1, PAGE_DIGITS);
/** Null for the page that is shown, which a frame does not know. */
const page: Field<number, number | null> = {
  ...pageNumber,
  write: (value) => (value === null ? PAGE_ROOM : pageNumber.write(value)),
};
/** A player's name or ULID. */
export const playerField: Field<PlayerRef> = {
  pattern: '[0-9A-Za-z]{2,26}',
  write: playerRefText,
  read: (written) => parsePlayerRef(written) ?? undefined,
};
const search: Field<string> = {
  ...matching('.*'),
  read: (written) => (written.length <= SEARCH_LIMIT ? written : undefined),
};

const codec = customId('p1', {
  action: oneOf(LIBRARY_ACTIONS),
  ownerId: owner,
  player: playerField,
  page,
  statusAndSort: pair(oneOf(STATUSES), oneOf(SORTS)),
  systemId: optional(wholeNumber(0, 6)),
  search,
});

export const LIBRARY_PREFIX = codec.prefix;

/** A custom_id as it is written into a page. */
type WrittenId = Omit<LibraryCustomId, 'ownerId' | 'page'> & {
  /** Null leaves room for the page that will be shown. */
  readonly page: number | null;
};

/**
 * Writes a custom_id with room for its owner. At most 91 of the 100 characters that Discord takes: 24 of them are the
 * search.
 */
export function encodeLibraryCustomId(id: WrittenId): string {
  const { status, sort, systemId, search: searched } = id.query;
  return codec.encode({
    action: id.action,
    ownerId: null,
    player: id.player,
    page: id.page,
    statusAndSort: [status, sort],
    systemId,
    search: searched,
  });
}

/** Of people who look at pages. */
const OWNERS_KEPT = 1_000;

/** Leading zeros don't change a number. */
const ownerBytes = memoize(
  (ownerId: string) => Buffer.from(snowflake.write(ownerId).padStart(OWNER_DIGITS, '0'), 'latin1'),
  OWNERS_KEPT,
);

/** JSON as UTF-8, and where its custom_ids have room. */
export type Roomy = {
  readonly bytes: Buffer;
  /** Where the owners belong, in bytes. */
  readonly owners: readonly number[];
  /** Where the shown page's number belongs. */
  readonly pages: readonly number[];
};

/** In UTF-8. */
const [COLON, ZERO] = [0x3a, 0x30];

/** Finds the room in JSON whose custom_ids were all written with `encodeLibraryCustomId`. */
export function findRoom(json: string): Roomy {
  const bytes = Buffer.from(json);
  const owners: number[] = [];
  const pages: number[] = [];
  let at = bytes.indexOf(BEFORE_ACTION);
  while (at !== -1) {
    const ownerAt = at + BEFORE_ACTION.length + 'a:'.length;
    const playerAt = ownerAt + OWNER_DIGITS + 1;
    const pageAt = bytes.indexOf(COLON, playerAt) + 1;
    owners.push(ownerAt);
    // A number that was written begins with another digit.
    if (bytes[pageAt] === ZERO) pages.push(pageAt);
    at = bytes.indexOf(BEFORE_ACTION, pageAt);
  }
  return { bytes, owners, pages };
}

/** Puts the owner in. @param owners places in bytes. */
export function putOwner(bytes: Buffer, owners: readonly number[], ownerId: string): void {
  const text = ownerBytes(ownerId);
  for (const at of owners) bytes.set(text, at);
}

/** Puts the shown page's number in. @param pages places in bytes. */
export function putPage(bytes: Buffer, pages: readonly number[], number: number): void {
  const text = pageNumber.write(number).padStart(PAGE_DIGITS, '0');
  for (const at of pages) bytes.write(text, at, 'latin1');
}

/** Null for a custom_id of another kind or version, and for one that is damaged. */
export function parseLibraryCustomId(customIdText: string): LibraryCustomId | null {
  const id = codec.parse(customIdText);
  if (!id) return null;
  const { statusAndSort, systemId, search: searched, ...rest } = id;
  const [status, sort] = statusAndSort;
  return { ...rest, query: { status, sort, systemId, search: searched } };
}
