import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';

import type { Draws } from './draws.ts';

const SIZE = 2_000;

/** The games of the site. Each player gets each once. */
export class Shelf {
  readonly all: readonly WireGame[];
  readonly #draws: Draws;
  readonly #ids: readonly number[];
  readonly #given = new Map<string, Set<number>>();

  /** @param now ms since 1970 */
  constructor(draws: Draws, now: number) {
    this.#draws = draws;
    this.all = generateLibrary({ seed: 1, size: SIZE, now });
    // Subsets can't be beaten.
    const whole = this.all.filter(({ Title }) => !Title.includes('[Subset'));
    this.#ids = whole.map(({ GameID }) => GameID);
  }

  /** The id of a game that the player does not have yet. */
  next(player: string): number {
    const given = this.#given.get(player) ?? new Set();
    this.#given.set(player, given);
    for (;;) {
      const gameId = this.#draws.one(this.#ids);
      if (given.has(gameId)) continue;
      given.add(gameId);
      return gameId;
    }
  }
}
