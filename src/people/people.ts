import type { Clock } from '#src/platform/clock.ts';
import type { Players } from '#src/progress/players.ts';
import type { Store } from '#src/store/store.ts';

import { createLeaderboard } from './leaderboard.ts';
import { createLinking } from './linking.ts';
import { createServerGames } from './server-games.ts';
import { createDenials } from './tables/denials.ts';
import { createGameHolders } from './tables/game-holders.ts';
import { createKnownGames } from './tables/known-games.ts';
import { createKnownPlayers } from './tables/known-players.ts';
import { createLeaderboardCounts } from './tables/leaderboard-counts.ts';
import { createLeaderboardMembers } from './tables/leaderboard-members.ts';
import { createLinks } from './tables/links.ts';
import { createServerPlayers } from './tables/server-players.ts';

export type People = ReturnType<typeof createPeople>;

/** What the bot knows about Discord users, and what they decide about it. */
export function createPeople(options: {
  readonly store: Pick<Store, 'db'>;
  readonly players: Pick<Players, 'atHand' | 'find'>;
  readonly clock: Clock;
}) {
  const { db } = options.store;
  const links = createLinks(db);
  const knownPlayers = createKnownPlayers(db);
  const members = createLeaderboardMembers(db);
  return {
    links,
    denials: createDenials(db),
    linking: createLinking({ ...options, links, knownPlayers, members }),
    knownPlayers,
    games: createKnownGames(db),
    members,
    serverPlayers: createServerPlayers(db),
    serverGames: createServerGames(createGameHolders(db), options.clock),
    leaderboard: createLeaderboard(createLeaderboardCounts(db)),
  };
}
