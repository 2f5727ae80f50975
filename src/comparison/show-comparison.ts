import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Libraries, LibraryUpdate } from '#src/progress/libraries.ts';
import { isComplete } from '#src/progress/library.ts';
import type { Library } from '#src/progress/library.ts';
import { identityOf } from '#src/progress/players.ts';
import type { RecentPlayers } from '#src/progress/recent-players.ts';
import { EDIT_EVERY_MS, shortfallOf } from '#src/progress/show-library.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import type { Comparisons } from './kept-comparisons.ts';
import type { ComparisonTarget } from './messages/comparison-custom-id.ts';
import { comparisonLoading, comparisonMessage } from './messages/comparison.ts';

type CompareServices = {
  readonly comparisons: Comparisons;
  readonly libraries: Pick<Libraries, 'fresh' | 'open'>;
  readonly recentPlayers: Pick<RecentPlayers, 'add'>;
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
};

type Side = 'one' | 'other';
type Updates = Readonly<Record<Side, LibraryUpdate>>;

/**
 * Shows a page of two libraries side by side: right away from memory or from old copies, then as the new ones have it.
 * Libraries that aren't at hand are loaded whole first, because half a library would make the other player look ahead.
 * @throws Refusal, UnknownPlayer, AccountGone, RetroAchievementsError
 */
export async function showComparison(
  use: Use<CompareServices>,
  target: ComparisonTarget,
): Promise<void> {
  const { answer, services } = use;
  if (isSame(playerRefText(target.one), playerRefText(target.other))) throw sameAccount();
  const one = services.libraries.fresh(target.one);
  const other = services.libraries.fresh(target.other);
  if (one && other) {
    const updates = { one: ready(one), other: ready(other) };
    return showUpdates(use, target, updates);
  }
  return answer.whileWaiting(loadBoth(use, target));
}

function ready(library: Library): LibraryUpdate {
  return { phase: 'ready', library };
}

/** Follows both libraries at once. What goes wrong with one ends it for both. */
async function loadBoth(use: Use<CompareServices>, target: ComparisonTarget): Promise<void> {
  const { answer, caller, services } = use;
  const newest: { one: LibraryUpdate | null; other: LibraryUpdate | null } = {
    one: null,
    other: null,
  };
  let isOver = false;
  let isShown = false;
  let toldAt = -Infinity;

  async function updated(): Promise<void> {
    const { one, other } = newest;
    if (one && other && isWhole(one) && isWhole(other)) {
      // Between old copies and new ones there's no need for half of each.
      if (isShown && !(isFinal(one) && isFinal(other))) return;
      isShown = true;
      await showUpdates(use, target, { one, other });
      return;
    }
    const now = services.clock.now();
    const loading = [one, other].flatMap((update) =>
      update && !isWhole(update) ? [update.library] : [],
    );
    if (loading.length === 0 || now - toldAt < EDIT_EVERY_MS) return;
    const message = comparisonLoading(loading, services.translate(caller.locale));
    if (await answer.progress(toMessage(message))) toldAt = now;
  }

  async function follow(side: Side): Promise<void> {
    for await (const update of services.libraries.open(target[side], { person: caller.id })) {
      if (isOver || answer.stopped) break;
      if (update.phase === 'halted') throw new RetroAchievementsError(update.failure);
      newest[side] = update;
      await updated();
    }
  }

  try {
    await Promise.all([follow('one'), follow('other')]);
  } finally {
    isOver = true;
  }
}

function isWhole({ library }: LibraryUpdate): boolean {
  return isComplete(library);
}

function isFinal({ phase }: LibraryUpdate): boolean {
  return phase === 'ready' || phase === 'outdated';
}

async function showUpdates(
  { answer, caller, services }: Use<CompareServices>,
  target: ComparisonTarget,
  updates: Updates,
): Promise<void> {
  const { locale } = caller;
  const [one, other] = [updates.one.library, updates.other.library];
  refuseIfPointless(one, other);
  for (const { player } of [one, other]) {
    services.recentPlayers.add(player.name, {
      callerId: caller.id,
      isPrivate: answer.isPrivate,
    });
  }
  const reasonOf = (update: LibraryUpdate) => shortfallOf(update, locale, services)?.reason ?? null;
  const comparison = services.comparisons.of(one, other);
  const message = comparisonMessage(
    {
      ...target,
      comparison,
      staleness: { one: reasonOf(updates.one), other: reasonOf(updates.other) },
    },
    {
      t: services.translate(locale),
      id: {
        ownerId: caller.id,
        one: identityOf(target.one, one.player),
        other: identityOf(target.other, other.player),
      },
    },
  );
  const more = !(isFinal(updates.one) && isFinal(updates.other));
  await answer.show(toMessage(message), { more });
}

/** @throws Refusal */
function refuseIfPointless(one: Library, other: Library): void {
  const ids = [one.player.ulid, other.player.ulid];
  const isSameUlid = ids[0] !== null && ids[0] === ids[1];
  if (isSameUlid || isSame(one.player.name, other.player.name)) throw sameAccount();
  const empty = [one, other].find(({ total }) => total === 0);
  if (!empty) return;
  throw new Refusal('comparison.noGames', { player: escapeMarkdown(empty.player.name) });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function sameAccount(): Refusal {
  return new Refusal('comparison.same', { command: command('compare') });
}
