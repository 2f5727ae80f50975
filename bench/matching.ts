import { createMatcher } from '#src/announcements/reading/match.ts';
import type { Candidate } from '#src/announcements/reading/match.ts';
import type { GameAward } from '#src/retroachievements/api/recent-game-awards.ts';

import { channelIdOf } from './identity.ts';
import { median } from './measure.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';
import { feedsFor, openAnnouncementStore, trackedOf } from './tracked.ts';

const PLAYERS = 100_000;
const AWARDS = 100;
const GOAL_MS = 5;

/** A poll's page against all tracked players, at its worst: each award is a different tracked player's. */
export async function matching(stage: Stage, isQuick: boolean): Promise<Line[]> {
  const rounds = isQuick ? 20 : 300;
  const matcher = createMatcher(everybody());
  const pages = Array.from({ length: rounds }, (_, round) => pageOf(round));
  const alone = await cpuMs(pages, (page) => page.flatMap((award) => matcher.match(award)));
  await using store = await openAnnouncementStore(await stage.tracking(PLAYERS));
  const inPoll = await cpuMs(pages, async (page) => {
    const ulids = page.flatMap(({ ulid }) => (ulid === null ? [] : [ulid]));
    const found = createMatcher(await store.trackedPlayers.candidates({ ulids, names: [] }));
    return page.flatMap((award) => found.match(award));
  });
  return [
    line(`matching a poll of ${AWARDS} awards with 100,000 tracked players, in memory`, alone),
    line('the same, in the database, as the bot does it', inPoll),
  ];
}

function line(what: string, ms: number): Line {
  return {
    what,
    goal: `< ${GOAL_MS} ms of CPU`,
    measured: `${ms.toFixed(2)} ms`,
    isReached: ms < GOAL_MS,
  };
}

/** The median of the pages, once the code is compiled. */
async function cpuMs(
  pages: readonly (readonly GameAward[])[],
  match: (page: readonly GameAward[]) => unknown,
): Promise<number> {
  const times: number[] = [];
  for (const page of pages) {
    const before = process.cpuUsage();
    const due = await match(page);
    const { user, system } = process.cpuUsage(before);
    if (!Array.isArray(due) || due.length !== AWARDS) throw new Error('Awards were not matched');
    times.push((user + system) / 1000);
  }
  return median(times.slice(times.length / 3));
}

function everybody(): Candidate[] {
  return Array.from({ length: PLAYERS }, (_, index) => ({
    ...trackedOf(index),
    channelId: channelIdOf(index % feedsFor(PLAYERS)),
    kinds: 'all' as const,
    since: 0,
  }));
}

/** Different players each time. The first ones have accounts on the site, with their own ULIDs. */
function pageOf(round: number): GameAward[] {
  const first = 1_000;
  return Array.from({ length: AWARDS }, (_, index) => {
    const { ulid, name } = trackedOf(
      first + (((round * AWARDS + index) * 7_919) % (PLAYERS - first)),
    );
    return {
      playerName: name,
      ulid,
      kind: 'mastered',
      awardedAt: Date.now() + 60_000,
      gameId: index + 1,
      gameTitle: `Game ${index + 1}`,
      systemId: 1,
      systemName: 'Genesis/Mega Drive',
    } as const;
  });
}
