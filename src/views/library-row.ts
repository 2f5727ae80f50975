import type { Translate } from '#src/i18n/translate.ts';
import type { LibraryRow } from '#src/progress/library-page.ts';

import { awardMark } from './award-mark.ts';
import { code, link, relativeTime, truncate } from './markdown.ts';
import { progressBar } from './progress-bar.ts';
import { gameUrl } from './site.ts';

/** Ten rows must fit a description, and a title more than two lines long helps nobody on a phone. */
const NAME_LIMIT = 90;
const TAG_LIMIT = 40;
const BAR_CELLS = 10;

/**
 * A game in two lines: mark, linked title and tags; then, in subtext and short enough for a phone,
 * bar, per cent, achievements, system and last unlock.
 */
export function libraryRow(row: LibraryRow, t: Translate): string {
  const title = `**${link(truncate(row.name, NAME_LIMIT), gameUrl(row.gameId))}**`;
  const tags = row.tags.map((tag) => ` ${code(truncate(tag, TAG_LIMIT))}`).join('');
  const facts = [progress(row, t), row.system, lastUnlock(row)].filter((fact) => fact !== '');
  return `${awardMark(row.award)} ${title}${tags}\n-# ${facts.join(' · ')}`;
}

function progress(row: LibraryRow, t: Translate): string {
  if (row.percent === null) {
    return row.award === null ? t('library.noAchievements') : t(`award.${row.award}`);
  }
  const bar = progressBar(row.cells, BAR_CELLS);
  return `${bar} ${row.percent}% ${row.awarded}/${row.possible}${softcorePart(row, t)}`;
}

/** Nothing where all was won in hardcore, which is the rule. */
function softcorePart({ awarded, awardedHardcore }: LibraryRow, t: Translate): string {
  if (awarded === awardedHardcore) return '';
  return awardedHardcore === 0
    ? ` ${t('library.softcore')}`
    : ` ${t('library.hardcore', { count: awardedHardcore })}`;
}

function lastUnlock({ lastUnlockAt }: LibraryRow): string {
  return lastUnlockAt === null ? '' : relativeTime(lastUnlockAt);
}
