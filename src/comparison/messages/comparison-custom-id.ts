import { COMPARISON_SORTS, GAME_LISTS } from '#src/comparison/comparison.ts';
import type { ComparisonSort, GameList } from '#src/comparison/comparison.ts';
import {
  customId,
  oneOf,
  pair,
  snowflake,
  wholeNumber,
} from '#src/discord/interactions/custom-id.ts';
import { playerField } from '#src/progress/messages/library-custom-id.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

/** What pressing does. Only ever append. */
const COMPARISON_ACTIONS = ['first', 'previous', 'jump', 'next', 'last', 'list', 'sort'] as const;
export type ComparisonAction = (typeof COMPARISON_ACTIONS)[number];

/** Two players, and which of their games are shown. */
export type ComparisonTarget = {
  readonly one: PlayerRef;
  readonly other: PlayerRef;
  readonly list: GameList;
  readonly sort: ComparisonSort;
  /** 1-based. */
  readonly page: number;
};

/** The state of a comparison. */
export type ComparisonCustomId = ComparisonTarget & {
  readonly action: ComparisonAction;
  /** The Discord user whose message it is. */
  readonly ownerId: string;
};

const codec = customId('c1', {
  action: oneOf(COMPARISON_ACTIONS),
  ownerId: snowflake,
  one: playerField,
  other: playerField,
  listAndSort: pair(oneOf(GAME_LISTS), oneOf(COMPARISON_SORTS)),
  page: wholeNumber(1, 6),
});

export const COMPARISON_PREFIX = codec.prefix;

/** Writes a custom_id: at most 82 of the 100 characters that Discord takes. */
export function encodeComparisonCustomId({ list, sort, ...id }: ComparisonCustomId): string {
  return codec.encode({ ...id, listAndSort: [list, sort] });
}

/** Null for a custom_id of another kind or version, and for one that is damaged. */
export function parseComparisonCustomId(text: string): ComparisonCustomId | null {
  const id = codec.parse(text);
  if (!id) return null;
  const { listAndSort, ...rest } = id;
  const [list, sort] = listAndSort;
  return { ...rest, list, sort };
}
