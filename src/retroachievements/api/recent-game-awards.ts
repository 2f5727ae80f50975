import { z } from 'zod';

import { isAwardKind, type AwardKind } from '../award-kind.ts';
import type { Ulid } from '../player.ts';
import {
  AWARD_WORD_LIMIT,
  cleanText,
  PLAYER_NAME_LIMIT,
  SYSTEM_NAME_LIMIT,
  TITLE_LIMIT,
} from './foreign-text.ts';
import {
  looseCount,
  looseId,
  looseText,
  readDate,
  readUlid,
  refuseEndlessRows,
  unreadable,
} from './wire.ts';

const wirePage = z.object({
  Total: looseCount,
  // PHP sends an object instead of a list as soon as it has filtered out an award whose account is gone.
  Results: z.union([
    z.array(z.unknown()),
    z.record(z.string(), z.unknown()).transform((rows) => Object.values(rows)),
  ]),
});

const wireAward = z.object({
  User: looseText,
  ULID: looseText,
  AwardKind: z.string(),
  AwardDate: z.string(),
  GameID: looseId,
  GameTitle: looseText,
  ConsoleID: looseId,
  ConsoleName: looseText,
});

/** One award of the site-wide award feed (`API_GetRecentGameAwards`). */
export type GameAward = {
  /** Null where the site sends none that shows; then there is a ULID. */
  readonly playerName: string | null;
  /** Null on old data. */
  readonly ulid: Ulid | null;
  readonly kind: AwardKind;
  /** ms since 1970, in whole seconds. */
  readonly awardedAt: number;
  readonly gameId: number;
  readonly gameTitle: string | null;
  readonly systemId: number | null;
  readonly systemName: string | null;
};

/** One page of the feed, newest first. */
export type RecentGameAwardsPage = {
  readonly total: number;
  /** Rows on the wire, including unreadable ones. */
  readonly rowCount: number;
  readonly awards: readonly GameAward[];
};

/**
 * Decodes one page of the award feed. Skips rows without player, game or date and unknown award kinds, which still count
 * in `rowCount`.
 * @param onUnknownKind called for each unknown award kind.
 * @throws RetroAchievementsError `unreadable`, also if every row is bad.
 */
export function decodeRecentGameAwards(
  json: unknown,
  onUnknownKind: (kind: string) => void,
): RecentGameAwardsPage {
  refuseEndlessRows(json);
  const page = wirePage.safeParse(json);
  if (!page.success) throw unreadable('recent awards of an unknown shape', page.error);
  const rows = page.data.Results;
  const awards: GameAward[] = [];
  let unknownKinds = 0;
  for (const row of rows) {
    const parsed = wireAward.safeParse(row);
    if (!parsed.success) continue;
    const award = toAward(parsed.data);
    if (award === 'unknown kind') {
      unknownKinds += 1;
      onUnknownKind(cleanText(parsed.data.AwardKind, AWARD_WORD_LIMIT) ?? '');
    } else if (award !== null) {
      awards.push(award);
    }
  }
  if (rows.length > 0 && awards.length + unknownKinds === 0) {
    throw unreadable('recent awards without a single usable row');
  }
  return { total: page.data.Total, rowCount: rows.length, awards };
}

function toAward(row: z.infer<typeof wireAward>): GameAward | 'unknown kind' | null {
  const awardedAt = readDate(row.AwardDate);
  const playerName = clean(row.User, PLAYER_NAME_LIMIT);
  const ulid = readUlid(row.ULID);
  if (playerName === null && ulid === null) return null;
  if (row.GameID === null || awardedAt === null) return null;
  if (!isAwardKind(row.AwardKind)) return 'unknown kind';
  return {
    playerName,
    ulid,
    kind: row.AwardKind,
    awardedAt,
    gameId: row.GameID,
    gameTitle: clean(row.GameTitle, TITLE_LIMIT),
    systemId: row.ConsoleID,
    systemName: clean(row.ConsoleName, SYSTEM_NAME_LIMIT),
  };
}

function clean(written: string | null, limit: number): string | null {
  return written === null ? null : cleanText(written, limit);
}
