import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { lineWidth, relativeTimeWidth } from '#src/messages/line-width.ts';
import { escapeMarkdown, link, relativeTime, tagLabels } from '#src/messages/markdown.ts';
import type { GameRow } from '#src/progress/library-view.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import {
  awardName,
  casualMark,
  progressBar,
  shortName,
  shortSystem,
  shortWord,
} from './game-facts.ts';

/** What a phone 390 pixels wide shows of a line of subtext, in digits. */
const LINE_LIMIT = 40.5;
/** After the bar, and before the sign for per cent: a narrow space is enough there. */
const BEFORE_PERCENT = /\s(?=.*%)/gu;
const ALL_SPACES = /\s/gu;
const NARROW_SPACE = '\u{202F}';

/** How a second line that is too long gets shorter: facts become labels beside the title, and spaces get narrow. */
const LAYOUTS = [
  { labelCount: 0, narrowed: null },
  { labelCount: 1, narrowed: null },
  { labelCount: 1, narrowed: BEFORE_PERCENT },
  { labelCount: 2, narrowed: null },
  { labelCount: 2, narrowed: ALL_SPACES },
] as const;
type Layout = (typeof LAYOUTS)[number];

/**
 * A game in two lines: mark, linked title and tags; below, in subtext and short enough for a phone, progress bar, per
 * cent, achievements, `CA` or `ca`, system and last unlock.
 * @param now ms since 1970
 */
export function gameLines(row: GameRow, now: number, t: Translate): string {
  const { line, labels } = secondLine(row, now, t);
  const title = link(shortName(row), gameUrl(row.gameId));
  return `${awardMark(row.award)} **${title}**${tagLabels([...labels, ...tagsOf(row)])}\n-# ${line}`;
}

function secondLine(row: GameRow, now: number, t: Translate) {
  const { lastUnlockAt: at, percent } = row;
  // Separators between numbers would make the line too long for phones.
  const separator = percent === null ? ' · ' : ' ';
  const progress = percent === null ? inWords(row, t) : progressBar(row, t);
  const facts = [percent === null ? '' : casualMark(row, t), shortSystem(row)];
  const time = at === null ? '' : separator + relativeTime(at);
  const timeWidth = at === null ? 0 : relativeTimeWidth(at, now, t.language);
  const room = LINE_LIMIT - timeWidth - lineWidth(separator);
  let [layout]: readonly [Layout, ...Layout[]] = LAYOUTS;
  let line = '';
  for (layout of LAYOUTS) {
    line = laidOut(progress, facts, separator, layout);
    if (lineWidth(line) <= room) break;
  }
  return { line: line + time, labels: facts.slice(0, layout.labelCount).filter(isThere) };
}

/** The progress, and those of the facts that are no labels. */
function laidOut(
  progress: string,
  facts: readonly string[],
  separator: string,
  { labelCount, narrowed }: Layout,
): string {
  let line = progress;
  for (let place = labelCount; place < facts.length; place += 1) {
    const fact = facts[place] ?? '';
    if (fact !== '') line += separator + escapeMarkdown(fact);
  }
  return narrowed ? line.replaceAll(narrowed, NARROW_SPACE) : line;
}

function isThere(text: string): boolean {
  return text !== '';
}

/** The award of a set without achievements. */
function inWords({ award }: GameRow, t: Translate): string {
  return award === null ? t('library.noAchievements') : awardName(award, t);
}

/**
 * A game's tags, behind what a mark can't say: the word of an award that this version does not know. Without a bar the
 * second line has it.
 */
function tagsOf({ award, percent, tags }: GameRow): readonly string[] {
  if (award === null || typeof award === 'string' || percent === null) return tags;
  return [shortWord(award), ...tags];
}
