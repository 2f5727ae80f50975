import type { APIEmbed } from 'discord-api-types/v10';

import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import {
  escapedLength,
  escapeMarkdown,
  link,
  relativeTime,
  tagLabels,
  truncate,
} from '#src/messages/markdown.ts';
import { pageFooter } from '#src/messages/paging.ts';
import { BAR_CELLS } from '#src/progress/library-view.ts';
import type { GameRow, LibraryView } from '#src/progress/library-view.ts';
import { isHardcoreAward } from '#src/retroachievements/award-kind.ts';
import { gameUrl, progressUrl } from '#src/retroachievements/site-pages.ts';

import { libraryComponents } from './controls.ts';
import type { CustomIdFor } from './controls.ts';

/** Why a page is old or incomplete, as a sentence; null if it is neither. */
export type Shortfall = { readonly kind: 'outdated' | 'halted'; readonly reason: string } | null;

type LibraryMessageOptions = {
  readonly t: Translate;
  readonly mediaUrl: string;
  readonly customId: CustomIdFor;
  readonly shortfall: Shortfall;
};

/** One page of a library as a message. */
export function libraryMessage(view: LibraryView, options: LibraryMessageOptions): MessageBody {
  return {
    embeds: [libraryEmbed(view, options)],
    components: libraryComponents(view, options.customId, options.t),
  };
}

function libraryEmbed(view: LibraryView, options: LibraryMessageOptions): APIEmbed {
  const { player } = view;
  return {
    color: GOLD,
    author: {
      name: player.name,
      url: progressUrl(player.name),
      ...(player.avatarPath === null ? {} : { icon_url: options.mediaUrl + player.avatarPath }),
    },
    description: `${head(view, options)}\n\n${body(view, options.t)}`,
    footer: { text: footer(view, options.t) },
  };
}

/** The counts, the filters that are on, and how old it all is. */
function head(view: LibraryView, { t, shortfall }: LibraryMessageOptions): string {
  const { summary } = view;
  const softcore = { beaten: summary.beatenSoftcore, completed: summary.completed };
  const lines = [
    t('library.counts', {
      played: summary.played,
      unfinished: summary.unfinished,
      beaten: summary.beaten,
      mastered: summary.mastered,
    }),
    ...(softcore.beaten + softcore.completed > 0
      ? [`-# ${t('library.softcoreCounts', softcore)}`]
      : []),
    `-# ${[...shown(view, t), state(view, t, shortfall)].join(' · ')}`,
  ];
  return lines.join('\n');
}

/** The filters that are on: a phone shows them only in an open menu. */
function shown({ query, systems }: LibraryView, t: Translate): string[] {
  const system = systems.find(({ id }) => id === query.systemId);
  return [
    ...(query.status === 'all' ? [] : [t(`status.${query.status}`)]),
    ...(system ? [escapeMarkdown(system.name)] : []),
    ...(query.search === '' ? [] : [t('library.search', { search: escapeMarkdown(query.search) })]),
    ...(query.sort === 'recent' ? [] : [t(`sort.${query.sort}`)]),
  ];
}

function state(view: LibraryView, t: Translate, shortfall: Shortfall): string {
  const { loaded, total, isProvisional } = view;
  const age = relativeTime(view.fetchedAt);
  switch (shortfall?.kind) {
    case 'outdated':
      return t('library.outdated', { age, reason: shortfall.reason });
    case 'halted':
      return t('library.halted', { loaded, total, reason: shortfall.reason });
    case undefined:
      if (loaded >= total) return t('library.updated', { age });
      return [
        t('library.loading', { loaded, total }),
        ...(isProvisional ? [t('library.provisional')] : []),
      ].join(' · ');
  }
}

function body(view: LibraryView, t: Translate): string {
  if (view.rows.length > 0) return view.rows.map((row) => gameLines(row, t)).join('\n');
  if (view.total === 0) {
    return t('library.noGames', { player: escapeMarkdown(view.player.name) });
  }
  return view.loaded < view.total ? t('library.noMatchesYet') : t('library.noMatches');
}

function footer({ page }: LibraryView, t: Translate): string {
  return page.itemCount === 0 ? t('library.footerEmpty') : pageFooter(page, t);
}

/** Ten games have to fit a description, and nobody wants a title of three lines on a phone. */
const NAME_LIMIT = 120;
/** A system that this version doesn't know has no short name. */
const SYSTEM_LIMIT = 16;

/**
 * A game in two lines: mark, linked title and tags; below, in subtext and short enough for a phone, progress bar,
 * per cent, achievements, system and last unlock.
 */
function gameLines(row: GameRow, t: Translate): string {
  const name = truncate(row.name, NAME_LIMIT, escapedLength);
  const system = escapeMarkdown(truncate(row.system, SYSTEM_LIMIT));
  const facts = [progress(row, t), system, lastUnlock(row)].filter((fact) => fact !== '');
  // Separators between numbers made this line wrap on phones 390 pixels wide.
  const line = facts.join(row.percent === null ? ' · ' : ' ');
  return `${awardMark(row.award)} **${link(name, gameUrl(row.gameId))}**${tagLabels(row.tags)}\n-# ${line}`;
}

function progress(row: GameRow, t: Translate): string {
  if (row.percent === null) {
    return row.award === null ? t('library.noAchievements') : t(`award.${row.award}`);
  }
  const bar = '▰'.repeat(row.barCells) + '▱'.repeat(BAR_CELLS - row.barCells);
  return `${bar} ${row.percent}% ${row.awarded}/${row.possible}${softcorePart(row, t)}`;
}

/** Says softcore, unless everything was won in hardcore or the award's mark says it already. */
function softcorePart({ award, awarded, awardedHardcore }: GameRow, t: Translate): string {
  const isTold = award !== null && !isHardcoreAward(award);
  if (isTold || awarded === awardedHardcore) return '';
  return ` ${t(awardedHardcore === 0 ? 'library.softcore' : 'library.partlySoftcore')}`;
}

function lastUnlock({ lastUnlockAt }: GameRow): string {
  return lastUnlockAt === null ? '' : relativeTime(lastUnlockAt);
}
