import { sortsOf } from '#src/comparison/comparison.ts';
import type { Comparison } from '#src/comparison/comparison.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, link, relativeTime } from '#src/messages/markdown.ts';
import { summaryOf } from '#src/progress/query/summary.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';

import { listLabel, nameOf, SIDES, sortLabel } from './comparison-menus.ts';
import type { Listing } from './comparison-menus.ts';

/** Why each library isn't as new as it could be, as a sentence; null if it is. */
export type Staleness = { readonly one: string | null; readonly other: string | null };

type Head = {
  readonly comparison: Comparison;
  readonly listing: Listing;
  readonly staleness: Staleness;
};

/** What stands above the games: both players with their counts, who is ahead in how many, and how old it all is. */
export function comparisonHead({ comparison, listing, staleness }: Head, t: Translate): string {
  const state = [...shown(comparison, listing, t), ...ages(comparison, staleness, t)].join(' · ');
  return [
    ...totals(comparison, 'one', t),
    ...totals(comparison, 'other', t),
    ...standings(comparison, t),
    `-# ${state}`,
  ].join('\n');
}

/** The counts are those of the whole library. */
function totals(comparison: Comparison, side: 'one' | 'other', t: Translate): string[] {
  const library = comparison[side];
  const { played, unfinished, beaten, mastered, beatenCasual, completed } = summaryOf(
    library,
    null,
  );
  return [
    `${SIDES[side]} **${link(nameOf(library), progressUrl(library.player.name))}**`,
    t('library.counts', { played, unfinished, beaten, mastered }),
    ...(beatenCasual + completed > 0
      ? [`-# ${t('library.casualCounts', { beaten: beatenCasual, completed })}`]
      : []),
  ];
}

/** Marks stay with their words where the line breaks. */
function standings({ lists, standings: { one, other, tied } }: Comparison, t: Translate): string[] {
  const pieces = [
    `${SIDES.one}\u00a0${t('comparison.ahead', { games: one })}`,
    `${SIDES.other}\u00a0${t('comparison.ahead', { games: other })}`,
    `${SIDES.tied}\u00a0${t('comparison.tied', { games: tied })}`,
  ];
  return [t('comparison.common', { count: lists.both.length }), `-# ${pieces.join(' · ')}`];
}

/** What is listed, if it's not the default: a phone shows it only in an open menu. */
function shown(comparison: Comparison, listing: Listing, t: Translate): string[] {
  const { list, sort } = listing;
  const own = sortsOf(list)[0];
  return [
    ...(list === 'both' ? [] : [listLabel(comparison, list, t)]),
    ...(sort === own ? [] : [sortLabel(comparison, listing, t)]),
  ].map(escapeMarkdown);
}

function ages({ one, other }: Comparison, stale: Staleness, t: Translate): string[] {
  const age = relativeTime(Math.min(one.fetchedAt, other.fetchedAt));
  if (stale.one === null && stale.other === null) return [t('library.updated', { age })];
  if (stale.one !== null && stale.one === stale.other) {
    return [t('library.outdated', { age, reason: stale.one })];
  }
  return [
    { library: one, reason: stale.one },
    { library: other, reason: stale.other },
  ].flatMap(({ library, reason }) => {
    if (reason === null) return [];
    const player = escapeMarkdown(nameOf(library));
    return [t('comparison.outdated', { player, age: relativeTime(library.fetchedAt), reason })];
  });
}
