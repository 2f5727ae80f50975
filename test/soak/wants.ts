import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';
import type { AwardFilter } from '#src/announcements/feed.ts';

const WANTED: Readonly<Record<AwardFilter, readonly WireAwardKind[]>> = {
  all: ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'],
  beaten: ['beaten-hardcore', 'beaten-softcore'],
  hardcore: ['mastered', 'beaten-hardcore'],
  mastered: ['mastered'],
};

/** Whether a feed tells of such awards, as its manual says. */
export function wants(filter: AwardFilter, kind: WireAwardKind): boolean {
  return WANTED[filter].includes(kind);
}
