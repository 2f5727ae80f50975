import type { BatchKind, DueAward, DueAwardKey } from '../batch.ts';
import { COLLECTED_LINES_LIMIT } from '../post.ts';

/** Awards that will be one message. */
export type PlannedBatch = {
  readonly kind: Exclude<BatchKind, 'digest'>;
  readonly awards: readonly DueAward[];
};

/** With more games than this in one window, a player gets one collected post. */
const GAMES_OF_A_PLAYER_LIMIT = 5;
/** More single posts than this would flood a channel: they are collected, whoever earned them. */
const SINGLES_LIMIT = 25;

/** One player's awards for one game: they share a post. */
type GameAwards = { readonly awards: readonly DueAward[] };

/**
 * How the awards of one feed's window become messages: one a game, one list for a player with many games, lists for
 * everyone if there are very many.
 * @param awards oldest first
 */
export function planWindow(awards: readonly DueAward[]): readonly PlannedBatch[] {
  const players = Map.groupBy(mergeGames(awards), (game) => game.awards[0]?.ulid);
  const singles: GameAwards[] = [];
  const batches: PlannedBatch[] = [];
  for (const games of players.values()) {
    if (games.length > GAMES_OF_A_PLAYER_LIMIT) batches.push(...collect(games));
    else singles.push(...games);
  }
  if (singles.length > SINGLES_LIMIT) batches.push(...collect(singles.toSorted(byTime)));
  else batches.push(...singles.map((game) => ({ kind: 'single' as const, awards: game.awards })));
  return batches.toSorted(byTime);
}

/** By each game's first award. */
function mergeGames(awards: readonly DueAward[]): readonly GameAwards[] {
  return [...Map.groupBy(awards, gameKey).values()].map((own) => ({ awards: own }));
}

/** The same for all awards of one game, to one player, in one feed. */
export function gameKey({ channelId, ulid, gameId }: Omit<DueAwardKey, 'kind'>): string {
  return `${channelId} ${ulid} ${gameId}`;
}

function collect(games: readonly GameAwards[]): PlannedBatch[] {
  const batches: PlannedBatch[] = [];
  for (let start = 0; start < games.length; start += COLLECTED_LINES_LIMIT) {
    const lines = games.slice(start, start + COLLECTED_LINES_LIMIT);
    batches.push({ kind: 'collected', awards: lines.flatMap((game) => game.awards) });
  }
  return batches;
}

function byTime(a: Pick<PlannedBatch, 'awards'>, b: Pick<PlannedBatch, 'awards'>): number {
  return (a.awards[0]?.awardedAt ?? 0) - (b.awards[0]?.awardedAt ?? 0);
}
