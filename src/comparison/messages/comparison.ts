import {
  leaderBy,
  leadersView,
  onlyGames,
  sharedGames,
  sortIn,
} from '#src/comparison/comparison.ts';
import type { Comparison, GameList, SharedGame } from '#src/comparison/comparison.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { TextKey, Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, link, tagLabels } from '#src/messages/markdown.ts';
import { Page, pageFooter, pagingRow } from '#src/messages/paging.ts';
import { GAMES_PER_PAGE, percent, toRow } from '#src/progress/library-view.ts';
import type { GameRow } from '#src/progress/library-view.ts';
import type { Library, LibraryEntry } from '#src/progress/library.ts';
import {
  casualMark,
  shortName,
  systemLabel,
  withSpaces,
} from '#src/progress/messages/game-facts.ts';
import { gameLines } from '#src/progress/messages/game-lines.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import { encodeComparisonCustomId } from './comparison-custom-id.ts';
import type { ComparisonAction, ComparisonCustomId } from './comparison-custom-id.ts';
import { comparisonHead } from './comparison-head.ts';
import type { Staleness } from './comparison-head.ts';
import { listOptions, menuRow, nameOf, SIDES, sortOptions } from './comparison-menus.ts';
import type { Listing } from './comparison-menus.ts';

/** Discord accepts no more. */
const DESCRIPTION_LIMIT = 4_096;
/** Between the head and the games. */
const GAP = '\n\n';

export type ComparisonView = Listing & {
  readonly comparison: Comparison;
  /** 1-based; out of range is the nearest one. */
  readonly page: number;
  readonly staleness: Staleness;
};

type Options = {
  readonly t: Translate;
  readonly id: Pick<ComparisonCustomId, 'ownerId' | 'one' | 'other'>;
};

/** One page of two libraries side by side. */
export function comparisonMessage(view: ComparisonView, { t, id }: Options): MessageBody {
  const { comparison, list, staleness } = view;
  const listing = { list, sort: sortIn(list, view.sort) };
  const itemCount = comparison.lists[list].length;
  const page = Page.of({ number: view.page, itemCount, size: GAMES_PER_PAGE });
  const idFor = (action: ComparisonAction, target: number) =>
    encodeComparisonCustomId({ ...id, ...listing, action, page: target });
  const head = comparisonHead({ comparison, listing, staleness }, t);
  const room = DESCRIPTION_LIMIT - head.length - GAP.length;
  const games =
    itemCount === 0
      ? absence(comparison, list, t)
      : gamesWithin(room, (isTagged) => rows(comparison, listing, page, isTagged, t));
  return {
    // Takes the place of what was said while the libraries loaded.
    content: '',
    embeds: [
      {
        color: GOLD,
        description: head + GAP + games,
        ...(itemCount === 0 ? {} : { footer: { text: pageFooter(page, t) } }),
      },
    ],
    components: [
      ...(page.count > 1 ? [pagingRow(page, idFor)] : []),
      menuRow(idFor('list', 1), t('comparison.listMenu'), listOptions(comparison, list, t)),
      menuRow(idFor('sort', 1), t('library.sortMenu'), sortOptions(comparison, listing, t)),
    ],
  };
}

/** What is said while libraries load that aren't at hand. @param loading those that are on their way */
export function comparisonLoading(loading: readonly Library[], t: Translate): MessageBody {
  const lines = loading.map((library) =>
    t('comparison.loading', {
      player: escapeMarkdown(nameOf(library)),
      loaded: library.entries.length,
      total: library.total,
    }),
  );
  return { content: lines.join('\n') };
}

const ABSENCES = {
  both: 'comparison.noneShared',
  one: 'comparison.noneOnlyOne',
  other: 'comparison.noneOnlyOther',
} as const satisfies Record<GameList, TextKey>;

/** Why there is no game on the page. */
function absence({ one, other }: Comparison, list: GameList, t: Translate): string {
  return t(ABSENCES[list], {
    one: escapeMarkdown(nameOf(one)),
    other: escapeMarkdown(nameOf(other)),
  });
}

/** Tags are left out where there is no room for them. No real title is that long. */
function gamesWithin(room: number, write: (isTagged: boolean) => string): string {
  const tagged = write(true);
  return tagged.length <= room ? tagged : write(false);
}

function rows(
  comparison: Comparison,
  { list, sort }: Listing,
  page: Page,
  isTagged: boolean,
  t: Translate,
): string {
  const rowOf = (entry: LibraryEntry): GameRow =>
    isTagged ? toRow(entry) : { ...toRow(entry), tags: [] };
  const lines =
    list === 'both'
      ? page
          .slice(sharedGames(comparison, sort))
          .map((shared) => sharedLines(shared, rowOf(shared.one), t))
      : page
          .slice(onlyGames(comparison, list, sort))
          .map((entry) => gameLines(rowOf(entry), comparison.one.fetchedAt, t));
  return lines.join('\n');
}

/**
 * A game that both have, in two lines: who is ahead, linked title and tags; below, in subtext and short enough for a
 * phone, award and per cent of both, by how much, system.
 */
function sharedLines(shared: SharedGame, row: GameRow, t: Translate): string {
  const { one, other, lead } = shared;
  const title = `**${link(shortName(row), gameUrl(row.gameId))}**${tagLabels(row.tags)}`;
  const sides = `${sideOf(one, t)} – ${sideOf(other, t)}`;
  const facts = possibleIn(shared) === 0 ? `${sides} ${t('library.noAchievements')}` : sides;
  const line = [facts, ...leadText(shared, t), systemLabel(row)].join(' · ');
  return `${SIDES[leaderBy(lead) ?? 'tied']} ${title}\n-# ${line}`;
}

/** `⭐ 62%` */
function sideOf(entry: LibraryEntry, t: Translate): string {
  const share = percent(entry);
  if (share === null) return awardMark(entry.award);
  return withSpaces(awardMark(entry.award), t.percent(share), casualMark(entry, t));
}

/** `+19 of 50`, or what else decides it; nothing for a tie. */
function leadText(shared: SharedGame, t: Translate): string[] {
  const { award, unlocked, hardcore } = leadersView(shared.lead);
  const possible = possibleIn(shared);
  if (unlocked > 0) return [t('comparison.lead', { unlocked, possible })];
  // Without achievements, the marks say it all.
  if (award > 0) return possible === 0 ? [] : [t('comparison.leadByAward')];
  return hardcore > 0 ? [t('comparison.leadInHardcore', { hardcore })] : [];
}

/** Copies from before and after the set grew have different numbers. */
function possibleIn({ one, other }: SharedGame): number {
  return Math.max(one.possible, other.possible);
}
