import { stringify } from 'csv-stringify/sync';

import { isoTimeOrNull } from '#src/platform/shown-time.ts';
import { awardWord } from '#src/retroachievements/award-kind.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';
import { systemShortName } from '#src/retroachievements/system.ts';

import type { LibraryEntry } from './library.ts';

export type ExportFormat = 'csv' | 'json';

const COLUMNS = [
  'game_id',
  'title',
  'system',
  'award',
  'awarded_at',
  'achievements_won',
  'achievements_won_hardcore',
  'achievements_possible',
  'last_unlock_at',
  'url',
] as const;

/** A few milliseconds' work. */
export const GAMES_PER_SLICE = 250;

/**
 * Writes games for spreadsheets (CSV, with a byte order mark for Excel) or programs (JSON), some games at a time. Times
 * are ISO 8601.
 */
export function* writeExport(
  entries: readonly LibraryEntry[],
  format: ExportFormat,
): Generator<string, void, void> {
  yield format === 'csv' ? csv([], true) : '[';
  for (let start = 0; start < entries.length; start += GAMES_PER_SLICE) {
    const records = entries.slice(start, start + GAMES_PER_SLICE).map(toRecord);
    yield format === 'csv' ? csv(records, false) : jsonItems(records, start === 0);
  }
  if (format === 'json') yield entries.length === 0 ? ']\n' : '\n]\n';
}

type GameRecord = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

function csv(records: readonly GameRecord[], isFirst: boolean): string {
  return stringify([...records], {
    header: isFirst,
    bom: isFirst,
    columns: COLUMNS,
    cast: { string: unarmed },
  });
}

/** As one list would be written. */
function jsonItems(records: readonly GameRecord[], isFirst: boolean): string {
  const items = JSON.stringify(records, null, 2).slice(1, -2);
  return isFirst ? items : `,${items}`;
}

/**
 * What a spreadsheet would run as a formula, or take for one once it has left out white space and quotes before it. A
 * leading apostrophe makes it text. [OWASP, CSV Injection]
 */
const FORMULA = /^(?:[\t\r\n]|["'\s\p{C}\p{Z}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

function unarmed(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function toRecord(entry: LibraryEntry): GameRecord {
  const { game } = entry;
  return {
    game_id: game.id,
    title: game.title,
    system: systemShortName(game.systemId, game.systemName),
    award: entry.award && awardWord(entry.award),
    awarded_at: isoTimeOrNull(entry.awardedAt),
    achievements_won: entry.awarded,
    achievements_won_hardcore: entry.awardedHardcore,
    achievements_possible: entry.possible,
    last_unlock_at: isoTimeOrNull(entry.lastUnlockAt),
    url: gameUrl(game.id),
  };
}
