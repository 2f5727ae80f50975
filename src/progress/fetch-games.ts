import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import { requestInBackground } from './background-request.ts';

/** The most that the site sends at once. It computes the whole library for every request, so fewer requests are kinder. */
const PAGE_LENGTH = 500;
/** Ten times the largest library: past this, the site has lost count. */
const PAGES_LIMIT = 200;
/** Attempts when a library changes between pages. */
const ATTEMPTS = 3;
const CHANGING = { kind: 'unreadable', detail: 'a library that is another on each page' } as const;

type FetchOptions = {
  readonly site: Pick<RetroAchievements, 'completionProgress'>;
  /** Called after each page with all games so far. */
  readonly onPage: (soFar: readonly GameProgress[], total: number) => Promise<void>;
  /** Lets other requests go first until it aborts. */
  readonly hurry: AbortSignal;
};

/** Fetches all games of a player, page by page. An unlock in between moves a game to the top: then it starts over. */
export async function fetchGames(
  ref: PlayerRef,
  options: FetchOptions,
): Promise<readonly GameProgress[]> {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === ATTEMPTS;
    const { games, isConsistent } = await fetchOnce(ref, options, isLast);
    if (isConsistent) return games;
    if (isLast) throw new RetroAchievementsError(CHANGING);
  }
}

/** @param showAll whether to go on after pages that contradict each other: what has come is better than nothing. */
async function fetchOnce(
  ref: PlayerRef,
  { site, onPage, hurry }: FetchOptions,
  showAll: boolean,
): Promise<{ readonly games: readonly GameProgress[]; readonly isConsistent: boolean }> {
  const byId = new Map<number, GameProgress>();
  let isConsistent = true;
  let total = 0;
  let offset = 0;
  for (let pages = 0; pages === 0 || offset < total; pages += 1) {
    const range = { offset, count: PAGE_LENGTH };
    const page = await requestInBackground(
      (request) => site.completionProgress(ref, range, request),
      pages === 0 ? 'command' : 'library',
      hurry,
    );
    const before = byId.size;
    for (const game of page.games) if (!byId.has(game.gameId)) byId.set(game.gameId, game);
    const hasRepeats = byId.size - before < page.games.length;
    if (hasRepeats || (pages > 0 && page.total !== total)) isConsistent = false;
    total = page.total;
    offset += page.rowCount;
    // The site promised more games than it sends.
    const isEndless = offset < total && (page.rowCount === 0 || pages === PAGES_LIMIT);
    if (isEndless) isConsistent = false;
    if (!isConsistent && !showAll) break;
    await onPage([...byId.values()], total);
    if (isEndless) break;
  }
  return { games: [...byId.values()], isConsistent };
}
