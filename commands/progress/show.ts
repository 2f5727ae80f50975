import type { Services } from '#commands/services.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { failureSentence } from '#src/messages/failures.ts';
import type { LibraryUpdate } from '#src/progress/libraries.ts';
import type { Shortfall } from '#src/progress/messages/page.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

/** A page that somebody wants to see. */
export type LibraryTarget = {
  readonly player: PlayerRef;
  readonly query: LibraryQuery;
  readonly page: number;
  /** Ask the site, whatever is at hand. */
  readonly refresh?: boolean;
};

/** While a library comes in, its counts are brought up to date this often: Discord allows five edits in five seconds. */
const EDIT_EVERY_MS = 1_200;

/** Shows a page: at once from memory, else as soon as the first of it is in, and better with each edit. */
export async function showLibrary(use: Use<Services>, target: LibraryTarget): Promise<void> {
  const { libraries, clock } = use.services;
  const fresh = target.refresh ? undefined : libraries.peek(target.player);
  if (fresh) return showUpdate(use, target, { phase: 'ready', library: fresh });

  const updates = libraries.open(target.player, { refresh: target.refresh ?? false });
  let shownAt = -Infinity;
  for await (const update of use.answer.whileComing(updates)) {
    if (use.answer.stopped) break;
    if (update.phase === 'loading' && clock.now() - shownAt < EDIT_EVERY_MS) continue;
    await showUpdate(use, target, update);
    shownAt = clock.now();
  }
  return undefined;
}

function showUpdate(
  { answer, caller, services }: Use<Services>,
  target: LibraryTarget,
  update: LibraryUpdate,
): Promise<void> {
  const { library, phase } = update;
  services.recentPlayers.add(library.player.name, {
    callerId: caller.id,
    isPrivate: answer.isPrivate,
  });
  const message = services.pages.message(library, {
    query: target.query,
    page: target.page,
    ownerId: caller.id,
    locale: caller.locale,
    shortfall: shortfallOf(update, caller.locale, services),
  });
  return answer.show(message, { more: phase === 'loading' || phase === 'revalidating' });
}

function shortfallOf(update: LibraryUpdate, locale: string, services: Services): Shortfall {
  if (!('failure' in update)) return null;
  const reason = failureSentence(update.failure, services.clock.now(), services.translate(locale));
  return { kind: update.phase, reason };
}
