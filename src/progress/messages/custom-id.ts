import { z } from 'zod';

import { fromBase36, snowflakeFromBase36, toBase36 } from '#src/discord/interactions/base36.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { SEARCH_LIMIT, SORTS, STATUSES } from '#src/progress/query/query.ts';
import { parsePlayerRef, playerRefText } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

/**
 * The state of a library page, whole, in a custom_id: that is why a button works after a restart, a month later,
 * and on any process. Changing what is behind the prefix means a new version; the old one must still be read.
 */
export const LIBRARY_PREFIX = 'p1';

/** What pressing does. Their places in this list stand in messages that are years old: only ever append. */
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
] as const;
export type LibraryAction = (typeof LIBRARY_ACTIONS)[number];

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

/** At most 91 of the 100 characters that Discord takes: 24 of them are the search. */
export function encodeLibraryCustomId(id: Omit<LibraryCustomId, 'ownerId'>): string {
  const { action, player, query, page } = id;
  return [
    LIBRARY_PREFIX,
    toBase36(LIBRARY_ACTIONS.indexOf(action)),
    OWNER_PLACEHOLDER,
    playerRefText(player),
    toBase36(page),
    toBase36(STATUSES.indexOf(query.status)) + toBase36(SORTS.indexOf(query.sort)),
    query.systemId === null ? '' : toBase36(query.systemId),
    query.search,
  ].join(':');
}

/** Puts the owner into every custom_id of a rendered page. */
export function withOwner(json: string, ownerId: string): string {
  return json.replaceAll(OWNER_PLACE, toBase36(BigInt(ownerId)));
}

const PATTERN =
  /^p1:(?<action>[0-9a-z]):(?<owner>[0-9a-z]{1,13}):(?<player>[0-9A-Za-z]{2,26}):(?<page>[0-9a-z]{1,6}):(?<status>[0-9a-z])(?<sort>[0-9a-z]):(?<system>[0-9a-z]{0,6}):(?<search>.*)$/su;

const parts = z.object({
  action: z
    .string()
    .transform((digit) => LIBRARY_ACTIONS[fromBase36(digit)])
    .pipe(z.enum(LIBRARY_ACTIONS)),
  owner: snowflakeFromBase36,
  player: z
    .string()
    .transform(parsePlayerRef)
    .pipe(z.custom<PlayerRef>((ref) => ref !== null)),
  page: z.string().transform(fromBase36).pipe(z.number().int().positive()),
  status: z
    .string()
    .transform((digit) => STATUSES[fromBase36(digit)])
    .pipe(z.enum(STATUSES)),
  sort: z
    .string()
    .transform((digit) => SORTS[fromBase36(digit)])
    .pipe(z.enum(SORTS)),
  system: z.string().transform((digits) => (digits === '' ? null : fromBase36(digits))),
  search: z.string().max(SEARCH_LIMIT),
});

/** Reads a custom_id; null for one of another kind or version, or one that is damaged. */
export function parseLibraryCustomId(customId: string): LibraryCustomId | null {
  const { data } = parts.safeParse(PATTERN.exec(customId)?.groups);
  if (!data) return null;
  const { action, owner, player, page, status, sort, system, search } = data;
  return {
    action,
    ownerId: owner.toString(),
    player,
    page,
    query: { status, sort, systemId: system, search },
  };
}
