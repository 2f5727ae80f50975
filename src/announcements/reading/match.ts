import type { GameAward } from '#src/retroachievements/api/recent-game-awards.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { DueAward } from '../batch.ts';
import { awardKindsOf, AWARD_FILTERS } from '../feed.ts';
import type { AwardFilter } from '../feed.ts';

/** A tracked player in one feed. */
export type Candidate = {
  readonly channelId: string;
  readonly ulid: Ulid;
  /** The stored name. */
  readonly name: string;
  readonly kinds: AwardFilter;
  /** Earlier awards are not announced, ms since 1970. */
  readonly since: number;
};

/** The site's times are whole seconds: an award in the second of tracking counts as later. */
const SECOND_MS = 1_000;

const WANTED: ReadonlyMap<AwardFilter, ReadonlySet<AwardKind>> = new Map(
  AWARD_FILTERS.map((kinds) => [kinds, new Set(awardKindsOf(kinds))]),
);

/**
 * Finds the feeds that want an award. Players match by ULID; by name, in any case, only if the site gave no ULID, because
 * names change hands.
 */
export function createMatcher(candidates: Iterable<Candidate>) {
  const byUlid = new Map<string, Candidate[]>();
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    add(byUlid, candidate.ulid, candidate);
    add(byName, candidate.name.toLowerCase(), candidate);
  }
  return {
    /** One due award for each feed that wants this one. */
    match(award: GameAward): readonly DueAward[] {
      const found =
        award.ulid === null
          ? byName.get(award.playerName?.toLowerCase() ?? '')
          : byUlid.get(award.ulid);
      return (found ?? []).filter((candidate) => wants(candidate, award)).map(toDue(award));
    },
  };
}

function add(index: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const known = index.get(key);
  if (known) known.push(candidate);
  else index.set(key, [candidate]);
}

function wants({ kinds, since }: Candidate, { kind, awardedAt }: GameAward): boolean {
  const second = Math.floor(since / SECOND_MS) * SECOND_MS;
  return awardedAt >= second && WANTED.get(kinds)?.has(kind) === true;
}

function toDue(award: GameAward) {
  return ({ channelId, ulid, name }: Candidate): DueAward => ({
    channelId,
    ulid,
    playerName: award.playerName ?? name,
    gameId: award.gameId,
    kind: award.kind,
    gameTitle: award.gameTitle,
    systemId: award.systemId,
    systemName: award.systemName,
    awardedAt: award.awardedAt,
  });
}
