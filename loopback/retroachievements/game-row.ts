import { wireDate, type WireAwardKind, type WireGame } from './wire.ts';

/** A game's row before the first unlock. */
export function unplayed(gameId: number, known?: WireGame): WireGame {
  return {
    GameID: gameId,
    Title: known?.Title ?? `Game ${gameId}`,
    ImageIcon: known?.ImageIcon ?? `/Images/${String(gameId).padStart(6, '0')}.png`,
    ConsoleID: known?.ConsoleID ?? 1,
    ConsoleName: known?.ConsoleName ?? 'Genesis/Mega Drive',
    MaxPossible: known?.MaxPossible ?? 20,
    NumAwarded: 0,
    NumAwardedHardcore: 0,
    MostRecentAwardedDate: null,
    HighestAwardKind: null,
    HighestAwardDate: null,
  };
}

/** The later of a date and a moment in ms since 1970. */
export function later(date: string | null, at: number): string {
  return date === null || Date.parse(date) < at ? wireDate(at) : date;
}

/** The lowest counts that fit an award. */
export function countsFor(
  kind: WireAwardKind,
  { MaxPossible, NumAwarded, NumAwardedHardcore }: WireGame,
): Pick<WireGame, 'NumAwarded' | 'NumAwardedHardcore'> {
  const half = Math.ceil(MaxPossible / 2);
  switch (kind) {
    case 'mastered':
      return { NumAwarded: MaxPossible, NumAwardedHardcore: MaxPossible };
    case 'completed':
      return { NumAwarded: MaxPossible, NumAwardedHardcore };
    case 'beaten-hardcore':
      return {
        NumAwarded: Math.max(NumAwarded, half),
        NumAwardedHardcore: Math.max(NumAwardedHardcore, half),
      };
    case 'beaten-softcore':
      return { NumAwarded: Math.max(NumAwarded, half), NumAwardedHardcore };
  }
}
