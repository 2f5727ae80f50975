import { z } from 'zod';

import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Message } from '#src/discord/message.ts';
import { failureSentence } from '#src/messages/failures.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { relativeTime } from '#src/messages/markdown.ts';
import type { Clock } from '#src/platform/clock.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import type { Libraries, LibraryUpdate } from './libraries.ts';
import type { Shortfall } from './messages/page.ts';
import type { LibraryPages } from './pages.ts';
import type { LibraryQuery } from './query/query.ts';
import type { RecentPlayers } from './recent-players.ts';
import type { RefreshLimit } from './refresh-limit.ts';

/** A page that someone wants to see. */
export type LibraryTarget = {
  readonly player: PlayerRef;
  readonly query: LibraryQuery;
  readonly page: number;
  /** Of the system menu, from 0. */
  readonly systemMenuPage?: number;
};

type ShowServices = {
  readonly libraries: Pick<Libraries, 'fresh' | 'open'>;
  readonly pages: Pick<LibraryPages, 'message'>;
  readonly recentPlayers: Pick<RecentPlayers, 'add'>;
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
};

/** How often the counts are updated while a library loads: Discord allows five edits in five seconds. */
export const EDIT_EVERY_MS = 1_200;

/** Shows a page: right away from memory, otherwise as soon as the first games are in, and better with each edit. */
export function showLibrary(use: Use<ShowServices>, target: LibraryTarget): Promise<void> {
  const fresh = use.services.libraries.fresh(target.player);
  if (fresh) return showUpdate(use, target, { phase: 'ready', library: fresh });
  return showUpdates(use, target, { refresh: false });
}

/**
 * Loads the library from the site and shows the page. If someone did that a moment ago, the page shows what came then.
 * @param shown what the page says now, where Discord tells.
 */
export async function refreshLibrary(
  use: Use<ShowServices & { readonly refreshes: RefreshLimit }>,
  target: LibraryTarget,
  shown: string | undefined,
): Promise<void> {
  const { answer, caller, services } = use;
  const player = playerRefText(target.player);
  const againAt = services.refreshes.againAt(player);
  if (againAt === null) {
    return showUpdates(use, target, {
      refresh: true,
      onReady: () => services.refreshes.count(player),
    });
  }
  const fresh = services.libraries.fresh(target.player);
  if (fresh && shown !== undefined) {
    const update = { phase: 'ready', library: fresh } as const;
    // Discord takes away white space at the ends.
    if (descriptionOf(messageFor(use, target, update)) !== shown.trim()) {
      return showUpdate(use, target, update);
    }
  }
  const when = relativeTime(againAt);
  const content = services.translate(caller.locale)('library.refreshedRecently', { when });
  return answer.notice(toMessage({ content }));
}

async function showUpdates(
  use: Use<ShowServices>,
  target: LibraryTarget,
  { refresh, onReady }: { readonly refresh: boolean; readonly onReady?: () => void },
): Promise<void> {
  const { libraries, clock } = use.services;
  const updates = libraries.open(target.player, { refresh, person: use.caller.id });
  let shownAt = -Infinity;
  for await (const update of use.answer.whileComing(updates)) {
    if (update.phase === 'ready') onReady?.();
    // A refresh still waits for the end, to count it.
    if (use.answer.stopped && onReady) continue;
    if (use.answer.stopped) break;
    if (update.phase === 'loading' && clock.now() - shownAt < EDIT_EVERY_MS) continue;
    await showUpdate(use, target, update);
    shownAt = clock.now();
  }
}

async function showUpdate(
  use: Use<ShowServices>,
  target: LibraryTarget,
  update: LibraryUpdate,
): Promise<void> {
  const { answer, caller, services } = use;
  const { library, phase } = update;
  const message = messageFor(use, target, update);
  await answer.show(message, { more: phase === 'loading' || phase === 'revalidating' });
  services.recentPlayers.add(library.player.name, {
    callerId: caller.id,
    isPrivate: answer.isPrivate,
  });
}

function messageFor(
  { caller, services }: Use<ShowServices>,
  target: LibraryTarget,
  update: LibraryUpdate,
): Message {
  return services.pages.message(update.library, {
    query: target.query,
    page: target.page,
    systemMenuPage: target.systemMenuPage ?? 0,
    ownerId: caller.id,
    locale: caller.locale,
    shortfall: shortfallOf(update, caller.locale, services),
  });
}

const page = z.object({ embeds: z.tuple([z.object({ description: z.string() })]) });

function descriptionOf({ json }: Message): string {
  return page.parse(JSON.parse(json.toString())).embeds[0].description.trim();
}

/** Why an update is old or incomplete, in the reader's language. */
export function shortfallOf(
  update: LibraryUpdate,
  locale: string,
  services: Pick<ShowServices, 'clock' | 'translate'>,
): Shortfall {
  if (!('failure' in update)) return null;
  const reason = failureSentence(update.failure, services.clock.now(), services.translate(locale));
  return { kind: update.phase, reason };
}
