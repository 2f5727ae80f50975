import type { LibraryEntry } from './library.ts';

type Counts = Pick<LibraryEntry, 'possible' | 'awarded' | 'award'>;

/**
 * Achievements won in whole per cent, 0–100: 0 only where nothing is won, 100 only where everything
 * is. Null for a set without achievements, which has no share to speak of.
 */
export function percent(entry: Pick<Counts, 'possible' | 'awarded'>): number | null {
  return entry.possible === 0 ? null : partsWon(entry, 100);
}

/**
 * How many cells of a progress bar are filled, by the same rule. A demoted set (0/0) has a full bar
 * while its award stands, an empty one otherwise.
 */
export function filledCells(entry: Counts, cells: number): number {
  if (entry.possible > 0) return partsWon(entry, cells);
  return entry.award === null ? 0 : cells;
}

function partsWon(entry: Pick<Counts, 'possible' | 'awarded'>, parts: number): number {
  if (entry.awarded === 0) return 0;
  return Math.max(1, Math.floor((entry.awarded * parts) / entry.possible));
}
