import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import type { Libraries, LibraryUpdate } from './libraries.ts';
import { viewLibrary } from './library-view.ts';
import type { Library, LibraryEntry } from './library.ts';
import { filtersOf } from './messages/no-matches.ts';
import { randomMessage } from './messages/random.ts';
import { identityOf } from './players.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';
import type { RecentPlayers } from './recent-players.ts';
import { shortfallOf } from './show-library.ts';

/** What someone wants a random game of. */
export type DrawTarget = {
  readonly player: PlayerRef;
  readonly query: LibraryQuery;
  /** The game that was drawn before; it isn't drawn again if there is another one. */
  readonly lastGameId: number | null;
};

type DrawServices = {
  readonly libraries: Pick<Libraries, 'fresh' | 'open'>;
  readonly recentPlayers: Pick<RecentPlayers, 'add'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly mediaUrl: string;
  readonly translate: (locale: string) => Translate;
};

/** The drawn game, and how many it was drawn from. */
type Draw = {
  readonly update: LibraryUpdate;
  readonly entry: LibraryEntry;
  readonly count: number;
};

/**
 * Draws a game and shows it: right away from an old copy, then as the new one has it.
 * @throws Refusal, UnknownPlayer, RetroAchievementsError
 */
export async function drawGame(use: Use<DrawServices>, target: DrawTarget): Promise<void> {
  for await (const draw of use.answer.whileComing(draws(use, target))) {
    if (use.answer.stopped) break;
    await showDraw(use, target, draw);
  }
}

function showDraw(
  { answer, caller, services }: Use<DrawServices>,
  { player, query }: DrawTarget,
  { update, entry, count }: Draw,
): Promise<void> {
  const { library, phase } = update;
  services.recentPlayers.add(library.player.name, {
    callerId: caller.id,
    isPrivate: answer.isPrivate,
  });
  const message = randomMessage(library, entry, {
    count,
    id: { ownerId: caller.id, player: identityOf(player, library.player), query },
    mediaUrl: services.mediaUrl,
    t: services.translate(caller.locale),
    shortfall: shortfallOf(update, caller.locale, services),
  });
  return answer.show(toMessage(message), { more: phase === 'revalidating' });
}

async function* draws(
  { caller, services: { libraries, random } }: Pick<Use<DrawServices>, 'caller' | 'services'>,
  { player, query, lastGameId }: DrawTarget,
): AsyncGenerator<Draw, void, undefined> {
  let drawn: LibraryEntry | undefined;
  for await (const update of wholeLibraries(libraries, player, caller.id)) {
    const entries = poolOf(update.library, query);
    const gameId = drawn?.game.id;
    drawn =
      entries.find(({ game }) => game.id === gameId) ?? drawEntry(entries, lastGameId, random);
    if (drawn) yield { update, entry: drawn, count: entries.length };
    else if (update.phase !== 'revalidating') throw nothingToDraw(update.library, query);
  }
}

/** Unfinished games are drawn to be played next: games with nothing left to unlock only if there are no others. */
function poolOf(library: Library, query: LibraryQuery): readonly LibraryEntry[] {
  const entries = selectEntries(library, query);
  if (query.status !== 'unfinished') return entries;
  const playable = entries.filter(({ awarded, possible }) => awarded < possible);
  return playable.length > 0 ? playable : entries;
}

/** Part of a library isn't enough: the rest would never be drawn. */
async function* wholeLibraries(
  libraries: DrawServices['libraries'],
  player: PlayerRef,
  person: string,
): AsyncGenerator<LibraryUpdate, void, undefined> {
  const fresh = libraries.fresh(player);
  if (fresh) {
    yield { phase: 'ready', library: fresh };
    return;
  }
  for await (const update of libraries.open(player, { person })) {
    if (update.phase === 'halted') throw new RetroAchievementsError(update.failure);
    if (update.phase !== 'loading') yield update;
  }
}

/**
 * A random game, and a different one than last time if there is one.
 * @param random at least 0, less than 1.
 */
export function drawEntry(
  entries: readonly LibraryEntry[],
  lastGameId: number | null,
  random: () => number,
): LibraryEntry | undefined {
  const others = entries.filter(({ game }) => game.id !== lastGameId);
  const pool = others.length > 0 ? others : entries;
  return pool[Math.floor(random() * pool.length)];
}

function nothingToDraw(library: Library, query: LibraryQuery): Refusal {
  const player = escapeMarkdown(library.player.name);
  if (library.total === 0) return new Refusal('library.noGames', { player });
  const view = viewLibrary(library, query);
  return new Refusal('random.noMatches', {
    player,
    filters: (t) => filtersOf(view, t),
    command: command('random'),
  });
}
