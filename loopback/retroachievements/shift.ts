import type { ShiftEffect } from './faults.ts';
import type { Site } from './site.ts';
import type { Endpoint } from './wire.ts';

/** The account whose awards shift the award feed. */
const STRANGER = 'PasserBy';
/** Above every id of a generated library. */
const FIRST_NEW_GAME = 900_000_000;

/** Shifts the requested list, as somebody's play does. */
export function shift(
  site: Site,
  endpoint: Endpoint | null,
  player: string,
  { newGame = false, awards = 1 }: ShiftEffect,
): void {
  if (endpoint === 'API_GetUserCompletionProgress') shiftLibrary(site, player, newGame);
  if (endpoint === 'API_GetRecentGameAwards') shiftFeed(site, awards);
}

function shiftLibrary(site: Site, identifier: string, newGame: boolean): void {
  const games = site.find(identifier)?.games ?? [];
  const last = games.at(-1);
  if (newGame) site.unlock(identifier, FIRST_NEW_GAME + games.length);
  else if (last) site.unlock(identifier, last.GameID);
}

function shiftFeed(site: Site, awards: number): void {
  const stranger = site.find(STRANGER) ?? site.addPlayer({ name: STRANGER, games: [] });
  for (let added = 0; added < awards; added += 1)
    site.award(STRANGER, FIRST_NEW_GAME + stranger.games.length, 'beaten-hardcore');
}
