import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { createCatalogue, toEntry } from '#src/progress/catalogue.ts';
import type { Library, LibraryEntry } from '#src/progress/library.ts';
import { DEFAULT_QUERY, type LibraryQuery } from '#src/progress/query/query.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';

let nextGameId = 1;

/** A row of a library; what a test does not say is unremarkable. */
export function progress(said: Partial<GameProgress> = {}): GameProgress {
  const gameId = said.gameId ?? nextGameId++;
  return {
    gameId,
    title: `Game ${gameId}`,
    iconPath: '/Images/000001.png',
    systemId: 3,
    systemName: 'SNES/Super Famicom',
    possible: 10,
    awarded: 5,
    awardedHardcore: 5,
    lastUnlockAt: 1_700_000_000_000,
    award: null,
    awardedAt: null,
    ...said,
  };
}

const catalogue = createCatalogue({ limit: 1_000 });

export function entry(said: Partial<GameProgress> = {}): LibraryEntry {
  return toEntry(catalogue, progress(said));
}

export function library(entries: readonly LibraryEntry[]): Library {
  return {
    player: { name: 'MaxMilyin', ulid: null, avatarPath: null, motto: '' },
    entries,
    total: entries.length,
    fetchedAt: 0,
  };
}

export function query(said: Partial<LibraryQuery> = {}): LibraryQuery {
  return { ...DEFAULT_QUERY, ...said };
}

export function titles(entries: readonly LibraryEntry[]): readonly string[] {
  return entries.map(({ game }) => game.title);
}

export const EVERY_AWARD: readonly (AwardKind | null)[] = [
  'mastered',
  'completed',
  'beaten-hardcore',
  'beaten-softcore',
  null,
];

/** Rows of the wire as the bot holds them, by way of nothing but field names. */
export function entriesOf(rows: readonly WireGame[]): readonly LibraryEntry[] {
  return rows.map((row) =>
    toEntry(catalogue, {
      gameId: row.GameID,
      title: row.Title,
      iconPath: row.ImageIcon,
      systemId: row.ConsoleID,
      systemName: row.ConsoleName,
      possible: row.MaxPossible,
      awarded: row.NumAwarded,
      awardedHardcore: row.NumAwardedHardcore,
      lastUnlockAt: time(row.MostRecentAwardedDate),
      award: row.HighestAwardKind,
      awardedAt: time(row.HighestAwardDate),
    }),
  );
}

function time(date: string | null): number | null {
  return date === null ? null : Date.parse(date);
}
