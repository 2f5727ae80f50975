import { stringify } from 'csv-stringify/sync';

import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

/** A game as the files tell it. */
export type ExportRow = {
  readonly id: number;
  readonly title: string;
  readonly system: string;
  readonly award: AwardKind | null;
  readonly awardedAt: number | null;
  readonly awarded: number;
  readonly awardedHardcore: number;
  readonly possible: number;
  readonly lastUnlockAt: number | null;
};

export type ExportFormat = 'csv' | 'json';

/** Writes games as a file for spreadsheets (CSV, with a byte order mark for Excel) or programs (JSON). Times are ISO 8601. */
export function exportFile(rows: readonly ExportRow[], format: ExportFormat): string {
  const records = rows.map((row) => ({
    game_id: row.id,
    title: row.title,
    system: row.system,
    award: row.award,
    awarded_at: isoTime(row.awardedAt),
    achievements_won: row.awarded,
    achievements_won_hardcore: row.awardedHardcore,
    achievements_possible: row.possible,
    last_unlock_at: isoTime(row.lastUnlockAt),
    url: gameUrl(row.id),
  }));
  if (format === 'json') return `${JSON.stringify(records, null, 2)}\n`;
  // A title that starts with = or @ would be run as a formula.
  return stringify(records, { header: true, bom: true, escape_formulas: true, columns: COLUMNS });
}

/** Also for a file without rows, which then still has its header. */
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
];

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
