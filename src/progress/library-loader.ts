import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { RequestOptions, RetroAchievements } from '#src/retroachievements/client.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import type { Catalogue } from './catalogue.ts';
import { toEntry } from './catalogue.ts';
import type { Library, LibraryEntry } from './library.ts';
import { identityOf } from './players.ts';
import type { Players } from './players.ts';
import { askUnhurried } from './unhurried.ts';
import { UnknownPlayer } from './unknown-player.ts';

export type LoadOptions = { readonly anew?: boolean; readonly hurry?: AbortSignal };

export type LibraryLoader = {
  /**
   * Fetches a whole library, telling what has come so far.
   * @param options.anew asks for the profile, too, even where a fresh one is at hand.
   * @param options.hurry lets all other requests go first until it is aborted, which says that somebody waits.
   * @throws UnknownPlayer, RetroAchievementsError
   */
  load(ref: PlayerRef, tell: (soFar: Library) => void, options?: LoadOptions): Promise<Library>;
};

/** The most that the site gives at once. It computes the whole library for each request: few are kinder. */
const PAGE_LENGTH = 500;
/** Ten times what the largest library takes: a site that promises more, or sends crumbs, has lost count. */
const PAGES_LIMIT = 200;
/** So often is a library that shifted while it was read read again. */
const ATTEMPTS = 3;
const SHIFTED = { kind: 'unreadable', detail: 'a library that is another on each page' } as const;
/** The first page is worth showing without the avatar, when the profile lets wait for itself. */
const PROFILE_GRACE_MS = 250;
/** Without games nothing can be shown before the profile; whoever waits gets a sentence within 15 s. */
const CERTAIN_WITHIN_MS = 10_000;

type OnPage = (rows: readonly GameProgress[], total: number) => Promise<void>;

export function createLibraryLoader(options: {
  readonly site: RetroAchievements;
  readonly players: Players;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}): LibraryLoader {
  const { site, players, catalogue, clock } = options;

  async function load(
    typed: PlayerRef,
    tell: (soFar: Library) => void,
    { anew = false, hurry = AbortSignal.abort() }: LoadOptions = {},
  ): Promise<Library> {
    const ref = identityOf(typed, players.current(typed));
    const fetchedAt = clock.now();
    // The first games of a large library are told again with each page.
    const known = new Map<GameProgress, LibraryEntry>();
    const entries = (rows: readonly GameProgress[]) =>
      rows.map((row) => {
        const entry = known.get(row) ?? toEntry(catalogue, row);
        known.set(row, entry);
        return entry;
      });
    // A missing profile costs an avatar, a missing library the answer: libraries go first.
    const find = (request: RequestOptions) => players.find(ref, { ...request, anew });
    const request = askUnhurried(find, 'library', hurry);
    const profile = awaitProfile(ref, request, clock);
    let told = 0;
    const tellOf = async (rows: readonly GameProgress[], total: number) => {
      told = rows.length;
      tell({ player: await profile.soon(), entries: entries(rows), total, fetchedAt });
    };
    const onPage: OnPage = async (soFar, total) => {
      if (soFar.length < total && soFar.length > told) await tellOf(soFar, total);
    };
    const rows = await fetchPages(ref, onPage, hurry);
    // Unknown players answer like those without games; only the profile tells them apart.
    if (rows.length === 0) {
      return { player: await profile.certain(), entries: [], total: 0, fetchedAt };
    }
    await profile.soon();
    if (!profile.isSettled()) await tellOf(rows, rows.length);
    const player = await profile.settled;
    return { player, entries: entries(rows), total: rows.length, fetchedAt };
  }

  /** Between two pages an unlock can move a game to the top: then the whole is read again. */
  async function fetchPages(
    ref: PlayerRef,
    onPage: OnPage,
    hurry: AbortSignal,
  ): Promise<readonly GameProgress[]> {
    for (let attempt = 1; ; attempt += 1) {
      const { rows, isConsistent } = await fetchPagesOnce(ref, onPage, hurry, attempt);
      if (isConsistent) return rows;
      if (attempt === ATTEMPTS) throw new RetroAchievementsError(SHIFTED);
    }
  }

  async function fetchPagesOnce(
    ref: PlayerRef,
    onPage: OnPage,
    hurry: AbortSignal,
    attempt: number,
  ): Promise<{ rows: readonly GameProgress[]; isConsistent: boolean }> {
    const byGame = new Map<number, GameProgress>();
    let isConsistent = true;
    let total = 0;
    let offset = 0;
    for (let pages = 0; pages === 0 || offset < total; pages += 1) {
      const range = { offset, count: PAGE_LENGTH };
      const page = await askUnhurried(
        (request) => site.completionProgress(ref, range, request),
        pages === 0 ? 'command' : 'library',
        hurry,
      );
      const before = byGame.size;
      for (const game of page.games) if (!byGame.has(game.gameId)) byGame.set(game.gameId, game);
      const isWhole = byGame.size - before === page.games.length;
      isConsistent &&= isWhole && (pages === 0 || page.total === total);
      total = page.total;
      offset += page.rowCount;
      // Fewer than were promised, and no end of asking for them.
      const isEndless = offset < total && (page.rowCount === 0 || pages === PAGES_LIMIT);
      if (isEndless) isConsistent = false;
      if (!isConsistent && attempt < ATTEMPTS) break;
      await onPage([...byGame.values()], total);
      if (isEndless) break;
    }
    return { rows: [...byGame.values()], isConsistent };
  }

  return { load };
}

/** A profile that is on its way: a page is shown with or without it. */
function awaitProfile(ref: PlayerRef, request: Promise<Player | null>, clock: Clock) {
  const fallback: Player = {
    name: playerRefText(ref),
    ulid: ref.kind === 'ulid' ? ref.ulid : null,
    avatarPath: null,
    motto: '',
  };
  let known: Player | undefined;
  const settled = request
    .then((player) => player ?? fallback)
    .catch(() => fallback)
    .then((player) => {
      known = player;
      return player;
    });
  let patience: Promise<unknown> | undefined;
  return {
    /** The profile, or, where it can't be had, what the request itself says about the player. */
    settled,
    isSettled: () => known !== undefined,
    /** The same, without waiting for longer than a moment, once. */
    async soon(): Promise<Player> {
      patience ??= settlesWithin(settled, PROFILE_GRACE_MS, clock);
      await patience;
      return known ?? fallback;
    },
    /** @throws UnknownPlayer; RetroAchievementsError where the profile can't be had */
    async certain(): Promise<Player> {
      if (!(await settlesWithin(request, CERTAIN_WITHIN_MS, clock))) {
        throw new RetroAchievementsError({ kind: 'timeout' });
      }
      const player = await request;
      if (player === null) throw new UnknownPlayer(ref);
      return player;
    },
  };
}
