import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import {
  escapedLength,
  escapeMarkdown,
  link,
  relativeTime,
  tagLabels,
  truncate,
} from '#src/messages/markdown.ts';
import type { LibraryRow } from '#src/progress/library-page.ts';
import { isHardcoreAward } from '#src/retroachievements/award-kind.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import { progressBar } from './progress-bar.ts';

/** Ten rows must fit a description, and a title more than two lines long helps nobody on a phone. */
const NAME_LIMIT = 120;
/** For systems that are too new to have a short name here. */
const SYSTEM_LIMIT = 16;

/**
 * A game in two lines: mark, linked title and tags; then, in subtext and short enough for a phone,
 * bar, per cent, achievements, system and last unlock.
 */
export function libraryRow(row: LibraryRow, t: Translate): string {
  const name = truncate(row.name, NAME_LIMIT, escapedLength);
  const system = escapeMarkdown(truncate(row.system, SYSTEM_LIMIT));
  const facts = [progress(row, t), system, lastUnlock(row)].filter((fact) => fact !== '');
  // Separators between numbers are what made this line wrap on phones 390 pixels wide.
  const line = facts.join(row.percent === null ? ' · ' : ' ');
  return `${awardMark(row.award)} **${link(name, gameUrl(row.gameId))}**${tagLabels(row.tags)}\n-# ${line}`;
}

function progress(row: LibraryRow, t: Translate): string {
  if (row.percent === null) {
    return row.award === null ? t('library.noAchievements') : t(`award.${row.award}`);
  }
  const bar = progressBar(row.bar);
  return `${bar} ${row.percent}% ${row.awarded}/${row.possible}${softcorePart(row, t)}`;
}

/** Nothing where all was won in hardcore, which is the rule, and where the award's mark says softcore already. */
function softcorePart({ award, awarded, awardedHardcore }: LibraryRow, t: Translate): string {
  const isTold = award !== null && !isHardcoreAward(award);
  if (isTold || awarded === awardedHardcore) return '';
  return ` ${t(awardedHardcore === 0 ? 'library.softcore' : 'library.partlySoftcore')}`;
}

function lastUnlock({ lastUnlockAt }: LibraryRow): string {
  return lastUnlockAt === null ? '' : relativeTime(lastUnlockAt);
}
