import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import type { LibraryView } from '#src/progress/library-view.ts';

/** Which filters hide every game, and how to get out of it. Filters that weren't set are not mentioned. */
export function noMatches(view: LibraryView, t: Translate): string {
  const { query } = view;
  const filters = filtersOf(view, t);
  const search = escapeMarkdown(query.search);
  if (search === '') return t('library.noFilterMatches', { filters });
  return filters === ''
    ? t('library.noSearchMatches', { search })
    : t('library.noMatches', { search, filters });
}

/** Status and system, if they are set: `**Unfinished** · **SNES/Super Famicom**`. */
export function filtersOf(
  { query, system }: Pick<LibraryView, 'query' | 'system'>,
  t: Translate,
): string {
  return [
    ...(query.status === 'all' ? [] : [`**${t(`status.${query.status}`)}**`]),
    ...(system === null ? [] : [`**${escapeMarkdown(system)}**`]),
  ].join(' · ');
}
