import type { Translate } from '#src/messages/languages/translate.ts';
import { escapedLength, escapeMarkdown, truncate } from '#src/messages/markdown.ts';
import { BAR_CELLS } from '#src/progress/library-view.ts';
import type { GameRow } from '#src/progress/library-view.ts';
import {
  isHardcoreAward,
  knownKind,
  type Award,
  type OtherAward,
} from '#src/retroachievements/award-kind.ts';

/** Ten games have to fit a description, and nobody wants a title of three lines on a phone. */
const NAME_LIMIT = 120;
/** A system that this version doesn't know has no short name. */
export const SYSTEM_LIMIT = 16;
/** For awards that are too new. */
const WORD_LIMIT = 24;

/** A game's name, cut so that it is short enough even with each special character escaped. */
export function shortName({ name }: GameRow): string {
  // Escaping at most doubles it.
  if (name.length * 2 <= NAME_LIMIT) return name;
  return truncate(name, NAME_LIMIT, escapedLength);
}

/** A game's system, cut so that it fits a line. */
export function shortSystem({ system }: GameRow): string {
  return truncate(system, SYSTEM_LIMIT);
}

/** The same as Markdown. */
export function systemLabel(row: GameRow): string {
  return escapeMarkdown(shortSystem(row));
}

type BarRow = Pick<
  GameRow,
  'award' | 'awarded' | 'awardedHardcore' | 'barCells' | 'percent' | 'possible'
>;

/** By the number of filled cells. */
const BARS = Array.from(
  { length: BAR_CELLS + 1 },
  (_, filled) => '▰'.repeat(filled) + '▱'.repeat(BAR_CELLS - filled),
);

/** `▰▰▰▰▰▱▱▱▱▱ 50% 5/10`. Not for a set without achievements. */
export function progressBar(row: BarRow, t: Translate): string {
  return `${BARS[row.barCells]} ${t.percent(row.percent ?? 0)} ${row.awarded}/${row.possible}`;
}

/** The same, and `CA` or `ca` where there is casual progress. */
export function wholeProgress(row: BarRow, t: Translate): string {
  return withSpaces(progressBar(row, t), casualMark(row, t));
}

/** What there is of some facts, with spaces between. */
export function withSpaces(...facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join(' ');
}

/** An award in words, as Markdown. */
export function awardName(award: Award, t: Translate): string {
  return typeof award === 'string' ? t(`award.${award}`) : escapeMarkdown(shortWord(award));
}

/** What the site calls an award that this version does not know. */
export function shortWord({ word }: OtherAward): string {
  return truncate(word, WORD_LIMIT);
}

/** `CA` or `ca`; empty if everything was unlocked in hardcore or the award's mark already says it. */
export function casualMark(
  { award, awarded, awardedHardcore }: Pick<BarRow, 'award' | 'awarded' | 'awardedHardcore'>,
  t: Translate,
): string {
  const kind = knownKind(award);
  const isTold = kind !== null && !isHardcoreAward(kind);
  if (isTold || awarded === awardedHardcore) return '';
  return t(awardedHardcore === 0 ? 'library.casual' : 'library.partlyCasual');
}
