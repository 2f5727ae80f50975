import { awardRank } from '#src/retroachievements/award-kind.ts';

import type { BatchKind, DueAward } from './award.ts';
import { COLLECTED_LINES_LIMIT } from './post.ts';

/** What will be one message. */
export type PlannedBatch = {
  readonly kind: Exclude<BatchKind, 'digest'>;
  readonly awards: readonly DueAward[];
};

/** A player with more games than this in one window gets one collected post. */
const GAMES_OF_A_PLAYER_LIMIT = 5;
/** More single posts than this at once are a flood: then they are collected, whoever won them. */
const SINGLES_LIMIT = 10;

/** Awards of one game of one player, which are told together. */
type Won = { readonly awards: DueAward[] };

/**
 * How the awards of one feed's window become messages: beaten and mastered together are one, many of one player are
 * collected, and so are very many of several.
 * @param awards in the order in which they were won
 */
export function planWindow(awards: readonly DueAward[]): readonly PlannedBatch[] {
  const players = new Map<string, Won[]>();
  for (const won of mergeGames(awards)) {
    const [first] = won.awards;
    if (first) players.set(first.ulid, [...(players.get(first.ulid) ?? []), won]);
  }
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

/** An award below one that was posted before it came is no news: a game that is mastered was beaten. */
export function isSuperseded(
  award: DueAward,
  known: readonly Pick<DueAward, 'channelId' | 'ulid' | 'gameId' | 'kind' | 'awardedAt'>[],
): boolean {
  return known.some(
    (other) =>
      other.channelId === award.channelId &&
      other.ulid === award.ulid &&
      other.gameId === award.gameId &&
      awardRank(other.kind) > awardRank(award.kind) &&
      other.awardedAt >= award.awardedAt,
  );
}

/** In the order in which each game's first award was won. */
function mergeGames(awards: readonly DueAward[]): readonly Won[] {
  const games = new Map<string, Won>();
  for (const award of awards) {
    const key = `${award.ulid} ${award.gameId}`;
    const won = games.get(key);
    if (won) won.awards.push(award);
    else games.set(key, { awards: [award] });
  }
  return [...games.values()];
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
