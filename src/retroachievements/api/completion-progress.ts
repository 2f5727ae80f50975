import { z } from 'zod';

import { awardOf, type Award } from '../award-kind.ts';
import { systemName } from '../system.ts';
import { AWARD_WORD_LIMIT, cleanText, SYSTEM_NAME_LIMIT, TITLE_LIMIT } from './foreign-text.ts';
import { imagePath, MEDIA } from './image-path.ts';
import {
  isCount,
  isId,
  looseCount,
  looseId,
  looseText,
  readDate,
  refuseEndlessRows,
  unreadable,
} from './wire.ts';

/**
 * A row of `API_GetUserCompletionProgress`. Plain types keep zod's compiled parser fast; a page that fails is decoded
 * again row by row with `looseGame`.
 */
const wireGame = z.object({
  GameID: z.number(),
  Title: z.string(),
  ImageIcon: z.string(),
  ConsoleID: z.number(),
  ConsoleName: z.string(),
  MaxPossible: z.number(),
  NumAwarded: z.number(),
  NumAwardedHardcore: z.number(),
  MostRecentAwardedDate: z.string().nullable(),
  HighestAwardKind: z.string().nullable(),
  HighestAwardDate: z.string().nullable(),
});
type WireGame = z.infer<typeof wireGame>;

const wirePage = z.object({ Total: z.number(), Results: z.array(wireGame) });

const looseGame = z.object({
  GameID: looseId,
  Title: looseText,
  ImageIcon: looseText,
  ConsoleID: looseCount,
  ConsoleName: looseText,
  MaxPossible: looseCount,
  NumAwarded: looseCount,
  NumAwardedHardcore: looseCount,
  MostRecentAwardedDate: looseText,
  HighestAwardKind: looseText,
  HighestAwardDate: looseText,
});

const loosePage = z.object({
  Total: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).refine(isCount),
  Results: z.array(z.unknown()),
});

/** One game of a player's library. Times are ms since 1970. */
export type GameProgress = {
  readonly gameId: number;
  /** With `~Tags~`, `[Subset - …]` and alternative names after ` | `. */
  readonly title: string;
  /** Site-relative, for example `/Images/074560.png`. */
  readonly iconPath: string;
  readonly systemId: number;
  readonly systemName: string;
  /** 0 for a demoted set, whose award may remain. */
  readonly possible: number;
  /** Never above `possible`. */
  readonly awarded: number;
  /** Never above `awarded`. */
  readonly awardedHardcore: number;
  readonly lastUnlockAt: number | null;
  readonly award: Award | null;
  readonly awardedAt: number | null;
};

/** One page of a library. */
export type CompletionProgressPage = {
  /** Games in the whole library, not on this page. */
  readonly total: number;
  /** Rows on the wire, including unreadable ones: tells where the next page begins. */
  readonly rowCount: number;
  readonly games: readonly GameProgress[];
};

/** The site's own placeholder. */
const NO_ICON = '/Images/000001.png';

/**
 * Decodes one page of a library. Skips rows without a usable `GameID`, which still count in `rowCount`: one bad row must
 * not hide a thousand good ones. Texts and pictures that Discord would refuse are mended or replaced.
 * @param onUnknownKind called for each unknown award kind; the game then has no award.
 * @param mediaUrl the host whose pictures can be shown.
 * @throws RetroAchievementsError `unreadable`, also if every row is bad.
 */
export function decodeCompletionProgress(
  json: unknown,
  onUnknownKind: (kind: string) => void,
  mediaUrl: string = MEDIA,
): CompletionProgressPage {
  refuseEndlessRows(json);
  const read = (row: WireGame) => toGame(row, onUnknownKind, mediaUrl);
  const usual = wirePage.safeParse(json);
  if (usual.success && isCount(usual.data.Total) && usual.data.Results.every(isUsual)) {
    const { Total, Results } = usual.data;
    return { total: Total, rowCount: Results.length, games: Results.map(read) };
  }
  return decodeLoosely(json, read);
}

/** Ranges, checked here because zod would check them slower. */
function isUsual(row: WireGame): boolean {
  return (
    isId(row.GameID) &&
    isCount(row.MaxPossible) &&
    isCount(row.NumAwarded) &&
    isCount(row.NumAwardedHardcore) &&
    isCount(row.ConsoleID)
  );
}

function decodeLoosely(
  json: unknown,
  read: (row: WireGame) => GameProgress,
): CompletionProgressPage {
  const page = loosePage.safeParse(json);
  if (!page.success) throw unreadable('completion progress of an unknown shape', page.error);
  const games = page.data.Results.flatMap((row) => {
    const loose = looseGame.safeParse(row);
    if (!loose.success || loose.data.GameID === null) return [];
    const { GameID, Title, ImageIcon, ConsoleName, ...rest } = loose.data;
    const texts = {
      Title: Title ?? '',
      ImageIcon: ImageIcon ?? '',
      ConsoleName: ConsoleName ?? '',
    };
    return [read({ ...rest, GameID, ...texts })];
  });
  const rowCount = page.data.Results.length;
  if (rowCount > 0 && games.length === 0) throw unreadable('completion progress without game ids');
  return { total: page.data.Total, rowCount, games };
}

function toGame(
  row: WireGame,
  onUnknownKind: (kind: string) => void,
  mediaUrl: string,
): GameProgress {
  const award = readAward(row.HighestAwardKind, onUnknownKind);
  // If a set shrinks, players can have more achievements than are left in it.
  const awarded = Math.min(row.NumAwarded, row.MaxPossible);
  return {
    gameId: row.GameID,
    title: cleanText(row.Title, TITLE_LIMIT) ?? `Game ${row.GameID}`,
    iconPath: imagePath(row.ImageIcon, mediaUrl) ?? NO_ICON,
    systemId: row.ConsoleID,
    systemName: systemNameOf(row),
    possible: row.MaxPossible,
    awarded,
    awardedHardcore: Math.min(row.NumAwardedHardcore, awarded),
    lastUnlockAt: readDate(row.MostRecentAwardedDate),
    award,
    awardedAt: award === null ? null : readDate(row.HighestAwardDate),
  };
}

function systemNameOf({ ConsoleID, ConsoleName }: WireGame): string {
  const written = cleanText(ConsoleName, SYSTEM_NAME_LIMIT);
  return written ?? systemName(ConsoleID) ?? `System ${ConsoleID}`;
}

function readAward(written: string | null, onUnknownKind: (kind: string) => void): Award | null {
  const word = written === null ? null : cleanText(written, AWARD_WORD_LIMIT);
  if (word === null) return null;
  const award = awardOf(word);
  if (typeof award !== 'string') onUnknownKind(award.word);
  return award;
}
