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

/** Stands for the owner in pages that are rendered once for everybody. */
const OWNER_PLACEHOLDER = '\uE000';
/** In JSON no text that people chose can look like this: its quotes would have backslashes. */
const OWNER_PLACE = /(?<="custom_id":"p1:[0-9a-z]:)\uE000(?=:)/g;

const owner: Field<string, null> = { ...snowflake, write: () => OWNER_PLACEHOLDER };
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
  page: wholeNumber(1, 6),
  statusAndSort: pair(oneOf(STATUSES), oneOf(SORTS)),
  systemId: optional(wholeNumber(0, 6)),
  search,
});

export const LIBRARY_PREFIX = codec.prefix;

/** Writes a custom_id without its owner. At most 91 of the 100 characters that Discord takes: 24 of them are the search. */
export function encodeLibraryCustomId(id: Omit<LibraryCustomId, 'ownerId'>): string {
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

/** Puts the owner into every custom_id of a rendered page. */
export function withOwner(json: string, ownerId: string): string {
  return json.replaceAll(OWNER_PLACE, snowflake.write(ownerId));
}

/** Null for a custom_id of another kind or version, and for one that is damaged. */
export function parseLibraryCustomId(customIdText: string): LibraryCustomId | null {
  const id = codec.parse(customIdText);
  if (!id) return null;
  const { statusAndSort, systemId, search: searched, ...rest } = id;
  const [status, sort] = statusAndSort;
  return { ...rest, query: { status, sort, systemId, search: searched } };
}
