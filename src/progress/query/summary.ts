import { knownKind } from '#src/retroachievements/award-kind.ts';
import { systemShortName } from '#src/retroachievements/system.ts';

import type { Library, LibraryEntry } from '../library.ts';
import { matchesStatus } from './filter.ts';

/** The counts of the site's Completion Progress page. Each game counts once, under its highest award. */
export type Summary = {
  /** Every game. */
  readonly played: number;
  /** Without an award; subsets left out. */
  readonly unfinished: number;
  /** In hardcore. */
  readonly beaten: number;
  readonly mastered: number;
  readonly beatenCasual: number;
  readonly completed: number;
};

/** How many games of a system are in a library. */
export type SystemCount = {
  readonly systemId: number;
  /** As the site writes it. */
  readonly systemName: string;
  readonly count: number;
};

/** By system; null for the whole library. */
const summaries = new WeakMap<Library, Map<number | null, Summary>>();
const systems = new WeakMap<Library, readonly SystemCount[]>();

/** Counts games by their highest award. */
export function summarize(entries: readonly LibraryEntry[]): Summary {
  let unfinished = 0;
  const byAward = { mastered: 0, completed: 0, 'beaten-hardcore': 0, 'beaten-softcore': 0 };
  for (const entry of entries) {
    const kind = knownKind(entry.award);
    if (kind !== null) byAward[kind] += 1;
    else if (matchesStatus(entry, 'unfinished')) unfinished += 1;
  }
  return {
    played: entries.length,
    unfinished,
    beaten: byAward['beaten-hardcore'],
    mastered: byAward.mastered,
    beatenCasual: byAward['beaten-softcore'],
    completed: byAward.completed,
  };
}

/**
 * The counts of one of a library's systems, or with null of the whole, of what has come so far while it is on its way.
 * Remembered as long as the library is.
 */
export function summaryOf(library: Library, systemId: number | null): Summary {
  const bySystem = summaries.get(library) ?? new Map<number | null, Summary>();
  summaries.set(library, bySystem);
  const known = bySystem.get(systemId);
  if (known !== undefined) return known;
  const { entries } = library;
  const summary = summarize(
    systemId === null ? entries : entries.filter(({ game }) => game.systemId === systemId),
  );
  // Ids without games come from outside, so keeping those could go on forever.
  if (systemId === null || summary.played > 0) bySystem.set(systemId, summary);
  return summary;
}

/** The systems of a library, most games first, then by short name. */
export function systemsOf(library: Library): readonly SystemCount[] {
  const known = systems.get(library);
  if (known !== undefined) return known;
  const counted = countSystems(library.entries);
  systems.set(library, counted);
  return counted;
}

function countSystems(entries: readonly LibraryEntry[]): readonly SystemCount[] {
  const counts = new Map<number, { systemId: number; systemName: string; count: number }>();
  for (const { game } of entries) {
    const known = counts.get(game.systemId);
    if (known === undefined) {
      counts.set(game.systemId, { systemId: game.systemId, systemName: game.systemName, count: 1 });
    } else {
      known.count += 1;
    }
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || byShortName(a, b));
}

function byShortName(a: SystemCount, b: SystemCount): number {
  const [left, right] = [a, b].map((one) =>
    systemShortName(one.systemId, one.systemName).toLowerCase(),
  );
  if (left === undefined || right === undefined || left === right) return a.systemId - b.systemId;
  return left < right ? -1 : 1;
}
