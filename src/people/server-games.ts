import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';
import { awardRank } from '#src/retroachievements/award-kind.ts';
import { searchKey } from '#src/retroachievements/title.ts';
import { inChunks } from '#src/store/chunks.ts';

import { findGames, suggestGames } from './find-games.ts';
import type { FoundGames, ListedGame, ServerGame } from './find-games.ts';
import type { GameHolders, Holding } from './tables/game-holders.ts';
import type { GameRow } from './tables/schema.ts';
import type { ServerPlayer } from './tables/server-players.ts';

/** A player who has a game, and how far along they are. */
export type Holder = Holding & { readonly name: string };

/** Somebody who types asks several times a second. */
const KEPT_MS = 60_000;
const SERVERS_KEPT = 20;

/** What a server's players have. Rejects with StoreError. */
export function createServerGames(gameHolders: GameHolders, clock: Clock) {
  const kept = new LRUCache<
    string,
    { readonly at: number; readonly games: Promise<readonly ListedGame[]> }
  >({ max: SERVERS_KEPT });

  async function list(players: readonly ServerPlayer[]): Promise<readonly ListedGame[]> {
    const counts = await gameHolders.countsAmong(players.map(({ ulid }) => ulid));
    const games = await inChunks([...counts.keys()], async (ids) => {
      const rows = await gameHolders.games(ids);
      return rows.map((row) => toListed(row, counts.get(row.id) ?? 0));
    });
    return games.toSorted((a, b) => b.playerCount - a.playerCount || a.id - b.id);
  }

  /** The server's games, most players first, as of a minute ago at most. */
  function gamesOf(
    guildId: string,
    players: readonly ServerPlayer[],
  ): Promise<readonly ListedGame[]> {
    const known = kept.get(guildId);
    const age = clock.now() - (known?.at ?? -Infinity);
    if (known && age >= 0 && age < KEPT_MS) return known.games;
    const games = list(players);
    kept.set(guildId, { at: clock.now(), games });
    games.catch(() => kept.delete(guildId));
    return games;
  }

  return {
    /** The games that a search finds. */
    async search(
      guildId: string,
      players: readonly ServerPlayer[],
      typed: string,
    ): Promise<FoundGames> {
      return findGames(await gamesOf(guildId, players), typed);
    },
    /** What someone may mean who is still typing, best first. */
    async suggest(
      guildId: string,
      players: readonly ServerPlayer[],
      typed: string,
    ): Promise<readonly ServerGame[]> {
      return suggestGames(await gamesOf(guildId, players), typed);
    },
    /** A game by its id; null if nobody has or had it. */
    async find(id: number): Promise<Omit<ServerGame, 'playerCount'> | null> {
      const [row] = await gameHolders.games([id]);
      return row ? toGame(row) : null;
    },
    /** Who of them has a game: highest awards first, the earliest of each; then by progress. */
    async holders(gameId: number, players: readonly ServerPlayer[]): Promise<readonly Holder[]> {
      const names = new Map(players.map(({ ulid, name }) => [ulid, name]));
      const holdings = await gameHolders.of(gameId, [...names.keys()]);
      return holdings
        .map((holding) => ({ ...holding, name: names.get(holding.ulid) ?? '' }))
        .toSorted(
          (a, b) =>
            awardRank(b.award) - awardRank(a.award) ||
            whenAwarded(a) - whenAwarded(b) ||
            b.awarded - a.awarded ||
            (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
        );
    },
  };
}

/** Those without a date come last, and all of those without an award are alike. */
function whenAwarded({ award, awardedAt }: Holder): number {
  if (award === null) return 0;
  return awardedAt ?? Number.MAX_SAFE_INTEGER;
}

function toGame({ id, title, system_id: systemId, system_name: systemName }: GameRow) {
  return { id, title, systemId, systemName };
}

function toListed(row: GameRow, playerCount: number): ListedGame {
  return { ...toGame(row), playerCount, searchKey: searchKey(row.title) };
}
