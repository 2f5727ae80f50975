import type {
  CompletionProgressPage,
  GameProgress,
} from '#src/retroachievements/api/completion-progress.ts';
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
  /** Who is charged. */
  readonly person?: string | undefined;
};

/** A page's fingerprint, to tell whether it's still the same when it's read again. */
type PageMark = string;

type Read = {
  readonly games: readonly GameProgress[];
  readonly marks: readonly PageMark[];
  readonly isConsistent: boolean;
};

/**
 * Fetches all games of a player, page by page. An unlock in between moves a game to the top: then it starts over. If
 * pages contradict each other in the same way twice, that's how the site has it.
 */
export async function fetchGames(
  ref: PlayerRef,
  options: FetchOptions,
): Promise<readonly GameProgress[]> {
  let marks: readonly PageMark[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === ATTEMPTS;
    const read = await fetchOnce(ref, options, { before: marks, showAll: isLast });
    if (read.isConsistent) return read.games;
    if (isLast) throw new RetroAchievementsError(CHANGING);
    marks = read.marks;
  }
}

/**
 * @param reading.before the pages of the reading before: if they are the same again, they are accepted.
 * @param reading.showAll whether to go on after pages that contradict each other: incomplete is better than nothing.
 */
async function fetchOnce(
  ref: PlayerRef,
  { site, onPage, hurry, person }: FetchOptions,
  { before, showAll }: { readonly before: readonly PageMark[]; readonly showAll: boolean },
): Promise<Read> {
  const byId = new Map<number, GameProgress>();
  const marks: PageMark[] = [];
  let isConsistent = true;
  let isAsBefore = true;
  let total = 0;
  let offset = 0;
  for (let pages = 0; pages === 0 || offset < total; pages += 1) {
    const range = { offset, count: PAGE_LENGTH };
    const page = await requestInBackground(
      (request) => site.completionProgress(ref, range, { ...request, person }),
      pages === 0 ? 'command' : 'library',
      hurry,
    );
    const mark = markOf(page);
    marks.push(mark);
    isAsBefore &&= pages >= before.length || mark === before[pages];
    const isKnown = isAsBefore && pages < before.length;
    const size = byId.size;
    for (const game of page.games) if (!byId.has(game.gameId)) byId.set(game.gameId, game);
    const hasRepeats = byId.size - size < page.games.length;
    const isOdd = hasRepeats || (pages > 0 && page.total !== total);
    if (isOdd && !isKnown) isConsistent = false;
    total = page.total;
    offset += page.rowCount;
    // The site promised more games than it sends.
    const isEndless = offset < total && (page.rowCount === 0 || pages === PAGES_LIMIT);
    if (isEndless) isConsistent = false;
    // A site that has repeated itself so far is read to the end, so that the last attempt knows all of it.
    const isRepeating = isAsBefore && before.length > 0;
    if (!isConsistent && !showAll && !isRepeating) break;
    await onPage([...byId.values()], total);
    if (isEndless) break;
  }
  return { games: [...byId.values()], marks, isConsistent };
}

function markOf({ total, rowCount, games }: CompletionProgressPage): PageMark {
  return `${total} ${rowCount} ${games.map(({ gameId }) => gameId).join(' ')}`;
}
