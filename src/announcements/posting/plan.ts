import { awardRank } from '#src/retroachievements/award-kind.ts';

import type { BatchKind, DueAward, DueAwardKey, KnownAward } from '../award.ts';
import { COLLECTED_LINES_LIMIT } from '../post.ts';

/** What will be one message. */
export type PlannedBatch = {
  readonly kind: Exclude<BatchKind, 'digest'>;
  readonly awards: readonly DueAward[];
};

/** A player with more games than this in one window gets one collected post. */
const GAMES_OF_A_PLAYER_LIMIT = 5;
/** More single posts than this at once are a flood: then they are collected, whoever won them. */
const SINGLES_LIMIT = 25;

/** Awards of one game of one player, which are told together. */
type Won = { readonly awards: readonly DueAward[] };

/**
 * How the awards of one feed's window become messages: beaten and mastered together are one, many of one player are
 * collected, and so are very many of several.
 * @param awards in the order in which they were won
 */
export function planWindow(awards: readonly DueAward[]): readonly PlannedBatch[] {
  const players = Map.groupBy(mergeGames(awards), (won) => won.awards[0]?.ulid);
  const singles: Won[] = [];
  const batches: PlannedBatch[] = [];
  for (const games of players.values()) {
    if (games.length > GAMES_OF_A_PLAYER_LIMIT) batches.push(...collect(games));
    else singles.push(...games);
  }
  if (singles.length > SINGLES_LIMIT) batches.push(...collect(singles.toSorted(byTime)));
  else batches.push(...singles.map((won) => ({ kind: 'single' as const, awards: won.awards })));
  return batches.toSorted(byTime);
}

/**
 * Tells of an award whether it is no news, because one above it is known that was not won before it: a game that is
 * mastered was beaten.
 */
export function supersededBy(known: readonly KnownAward[]): (award: DueAward) => boolean {
  const byGame = Map.groupBy(known, gameKey);
  return (award) =>
    (byGame.get(gameKey(award)) ?? []).some(
      (other) =>
        awardRank(other.kind) > awardRank(award.kind) && other.awardedAt >= award.awardedAt,
    );
}

/** In the order in which each game's first award was won. */
function mergeGames(awards: readonly DueAward[]): readonly Won[] {
  return [...Map.groupBy(awards, gameKey).values()].map((own) => ({ awards: own }));
}

function gameKey({ channelId, ulid, gameId }: Omit<DueAwardKey, 'kind'>): string {
  return `${channelId} ${ulid} ${gameId}`;
}

function collect(games: readonly Won[]): PlannedBatch[] {
  const batches: PlannedBatch[] = [];
  for (let start = 0; start < games.length; start += COLLECTED_LINES_LIMIT) {
    const lines = games.slice(start, start + COLLECTED_LINES_LIMIT);
    batches.push({ kind: 'collected', awards: lines.flatMap((won) => won.awards) });
  }
  return batches;
}

function byTime(a: Pick<PlannedBatch, 'awards'>, b: Pick<PlannedBatch, 'awards'>): number {
  return (a.awards[0]?.awardedAt ?? 0) - (b.awards[0]?.awardedAt ?? 0);
}
