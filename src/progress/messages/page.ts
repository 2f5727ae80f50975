import type { APIEmbed, APIEmbedAuthor } from 'discord-api-types/v10';

import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import type { LibraryView } from '#src/progress/library-view.ts';
import { searchWords } from '#src/progress/query/search.ts';
import type { Player } from '#src/retroachievements/player.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';

import { libraryControls } from './controls.ts';
import type { Controls } from './controls.ts';
import { noMatches } from './no-matches.ts';

/** Why a page is old or incomplete, as a sentence; null if it is neither. */
export type Shortfall = { readonly kind: 'outdated' | 'halted'; readonly reason: string } | null;

type FrameOptions = Controls & {
  readonly mediaUrl: string;
  readonly shortfall: Shortfall;
};

/** What all pages of a query have in common: a message with room for the games, the footer and the paging buttons. */
export function libraryFrame(view: LibraryView, options: FrameOptions): MessageBody {
  const embed: APIEmbed = {
    color: GOLD,
    author: libraryAuthor(view.player, options.mediaUrl),
    description: `${head(view, options)}\n${absence(view, options.t)}`,
    footer: { text: '' },
  };
  return { embeds: [embed], components: libraryControls(view, options) };
}

/** The player, with a link to their progress on the site. @param mediaUrl without a slash at the end. */
export function libraryAuthor({ name, avatarPath }: Player, mediaUrl: string): APIEmbedAuthor {
  return {
    name,
    url: progressUrl(name),
    ...(avatarPath === null ? {} : { icon_url: mediaUrl + avatarPath }),
  };
}

/** The counts of the library or of the chosen system, the filters that are on, and how old it all is. */
function head(view: LibraryView, { t, shortfall }: FrameOptions): string {
  const { summary } = view;
  const casual = { beaten: summary.beatenCasual, completed: summary.completed };
  const lines = [
    counts(view, t),
    ...(casual.beaten + casual.completed > 0 ? [`-# ${t('library.casualCounts', casual)}`] : []),
    `-# ${[...shown(view, t), state(view, t, shortfall)].join(' · ')}`,
  ];
  return lines.join('\n');
}

function counts({ summary, system }: LibraryView, t: Translate): string {
  const { played, unfinished, beaten, mastered } = summary;
  const line = t('library.counts', { played, unfinished, beaten, mastered });
  return system === null
    ? line
    : t('library.countsOn', { system: escapeMarkdown(system), counts: line });
}

/** The filters that are on: a phone shows them only in an open menu. The system stands before the counts. */
function shown({ query }: LibraryView, t: Translate): string[] {
  return [
    ...(query.status === 'all' ? [] : [t(`status.${query.status}`)]),
    ...(searchWords(query.search).length === 0
      ? []
      : [t('library.search', { search: escapeMarkdown(query.search) })]),
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

/** Why there is no game on the page, on a line of its own; empty if there are some. */
function absence(view: LibraryView, t: Translate): string {
  return view.found > 0 ? '' : `\n${whyNone(view, t)}`;
}

function whyNone(view: LibraryView, t: Translate): string {
  if (view.total === 0) {
    return t('library.noGames', { player: escapeMarkdown(view.player.name) });
  }
  return view.loaded < view.total ? t('library.noMatchesYet') : noMatches(view, t);
}
