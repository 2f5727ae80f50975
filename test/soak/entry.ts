import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';

import type { SoakFeed } from './town.ts';

/** An award that one feed is to tell of once. Times are ms since 1970. */
export type Entry = {
  readonly key: string;
  readonly feed: SoakFeed;
  readonly player: string;
  readonly gameId: number;
  readonly kind: WireAwardKind;
  readonly grantedAt: number;
  /** Not before. */
  from: number;
  /** Told or a mistake from then on. */
  by: number;
  /** By then, it's found though it came late. */
  readonly foundBy: number;
  /** From then on, the bots have seen it, whatever comes later; Infinity while the site is down, or no bot runs. */
  seenBy: number;
  /** `covered`: a list shows only the highest award. `passed`: the bot saw a higher one first. */
  state: 'open' | 'told' | 'covered' | 'passed';
};

/** Whether no bot may have seen the lower one alone. A sweep then sees only the higher one, and the lower is old news. */
export function wereSeenTogether(lower: Entry, higher: Entry): boolean {
  return higher.grantedAt < lower.seenBy;
}

export function keyOf(channelId: string, player: string, gameId: number, kind: string): string {
  return `${channelId} ${player} ${gameId} ${kind}`;
}
