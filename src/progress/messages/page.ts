import type { APIEmbed } from 'discord-api-types/v10';

import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import { pageFooter } from '#src/messages/paging.ts';
import type { LibraryPage } from '#src/progress/library-page.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';

import { libraryComponents } from './controls.ts';
import type { CustomIdFor, LibraryChoices } from './controls.ts';
import { libraryRow } from './row.ts';

/** Why what is shown is not the newest or not the whole, as a sentence; null where it is both. */
export type Shortfall = { readonly kind: 'outdated' | 'halted'; readonly reason: string } | null;

export type LibraryMessageOptions = {
  readonly t: Translate;
  readonly mediaUrl: string;
  readonly choices: LibraryChoices;
  readonly customId: CustomIdFor;
  readonly shortfall: Shortfall;
};

/** One page of a library, with everything to step through it. */
export function libraryMessage(model: LibraryPage, options: LibraryMessageOptions): MessageBody {
  return {
    embeds: [libraryEmbed(model, options)],
    components: libraryComponents(model, options.choices, options.customId, options.t),
  };
}

function libraryEmbed(model: LibraryPage, options: LibraryMessageOptions): APIEmbed {
  const { player } = model;
  return {
    color: GOLD,
    author: {
      name: player.name,
      url: progressUrl(player.name),
      ...(player.avatarPath === null ? {} : { icon_url: options.mediaUrl + player.avatarPath }),
    },
    description: `${head(model, options)}\n\n${body(model, options.t)}`,
    footer: { text: footer(model, options.t) },
  };
}

/** What the whole library comes to, what of it is shown, and how old it is. */
function head(model: LibraryPage, { t, shortfall }: LibraryMessageOptions): string {
  const { summary } = model;
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
    `-# ${[...shown(model, t), state(model, t, shortfall)].join(' · ')}`,
  ];
  return lines.join('\n');
}

/** The filters that are on: on a phone the menus show them only when opened. */
function shown({ query, systems }: LibraryPage, t: Translate): string[] {
  const system = systems.find(({ id }) => id === query.systemId);
  return [
    ...(query.status === 'all' ? [] : [t(`status.${query.status}`)]),
    ...(system ? [escapeMarkdown(system.name)] : []),
    ...(query.search === '' ? [] : [t('library.search', { search: escapeMarkdown(query.search) })]),
    ...(query.sort === 'recent' ? [] : [t(`sort.${query.sort}`)]),
  ];
}

function state(model: LibraryPage, t: Translate, shortfall: Shortfall): string {
  const { loaded, total, isProvisional } = model;
  const age = relativeTime(model.fetchedAt);
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

function body(model: LibraryPage, t: Translate): string {
  if (model.rows.length > 0) return model.rows.map((row) => libraryRow(row, t)).join('\n');
  if (model.total === 0) {
    return t('library.noGames', { player: escapeMarkdown(model.player.name) });
  }
  return model.loaded < model.total
    ? t('library.noMatchesYet')
    : t('library.noMatches', { all: t('status.all') });
}

function footer({ page }: LibraryPage, t: Translate): string {
  return page.itemCount === 0 ? t('library.footerEmpty') : pageFooter(page, t);
}
