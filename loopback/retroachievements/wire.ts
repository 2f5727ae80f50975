/** RetroAchievements' Web API v1 on the wire, with its own capitalization. */

/** The endpoints of the loopback site, without `.php`. */
export const ENDPOINTS = [
  'API_GetUserCompletionProgress',
  'API_GetUserProfile',
  'API_GetRecentGameAwards',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** Highest first. */
export const WIRE_AWARD_KINDS = [
  'mastered',
  'completed',
  'beaten-hardcore',
  'beaten-softcore',
] as const;
export type WireAwardKind = (typeof WIRE_AWARD_KINDS)[number];

/** One row of `API_GetUserCompletionProgress`. Dates are ISO 8601, whole seconds, `+00:00`. */
export type WireGame = {
  readonly GameID: number;
  readonly Title: string;
  readonly ImageIcon: string;
  readonly ConsoleID: number;
  readonly ConsoleName: string;
  readonly MaxPossible: number;
  readonly NumAwarded: number;
  readonly NumAwardedHardcore: number;
  readonly MostRecentAwardedDate: string | null;
  readonly HighestAwardKind: WireAwardKind | null;
  readonly HighestAwardDate: string | null;
};

/** One row of `API_GetRecentGameAwards`. */
export type WireAward = {
  readonly User: string;
  readonly ULID: string;
  readonly AwardKind: WireAwardKind;
  readonly AwardDate: string;
  readonly GameID: number;
  readonly GameTitle: string | null;
  readonly ConsoleID: number | null;
  readonly ConsoleName: string | null;
};

/** The response of `API_GetUserCompletionProgress`. */
export type WireCompletionProgress = {
  readonly Count: number;
  readonly Total: number;
  readonly Results: readonly WireGame[];
};

/** The response of `API_GetRecentGameAwards`. A list with gaps is an object. */
export type WireRecentGameAwards = {
  readonly Count: number;
  readonly Total: number;
  readonly Results: readonly WireAward[] | Readonly<Record<string, WireAward>>;
};

/** The response of `API_GetUserProfile`. */
export type WireProfile = {
  readonly User: string;
  readonly ULID: string;
  readonly UserPic: string;
  readonly MemberSince: string;
  readonly RichPresenceMsg: string;
  readonly LastGameID: number;
  readonly ContribCount: number;
  readonly ContribYield: number;
  readonly TotalPoints: number;
  readonly TotalSoftcorePoints: number;
  readonly TotalTruePoints: number;
  readonly Permissions: number;
  readonly Untracked: 0 | 1;
  readonly ID: number;
  readonly UserWallActive: boolean;
  readonly Motto: string;
};

/** Writes ms since 1970 as the site does: `2023-10-27T02:52:34+00:00`. */
export function wireDate(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}

/** 0 for the highest award, 4 for none. */
export function awardOrder(kind: WireAwardKind | null): number {
  return kind === null ? WIRE_AWARD_KINDS.length : WIRE_AWARD_KINDS.indexOf(kind);
}

/** Whether a game can have an award: a subset has no beaten award. */
export function canHave(kind: WireAwardKind, title: string): boolean {
  return !kind.startsWith('beaten') || !title.includes('[Subset - ');
}

/** The beaten award that mastering or completing a game also brings. Subsets have none. */
export function beatenBeneath(kind: WireAwardKind, title: string): WireAwardKind | null {
  if (title.includes('[Subset - ')) return null;
  if (kind === 'mastered') return 'beaten-hardcore';
  return kind === 'completed' ? 'beaten-softcore' : null;
}
