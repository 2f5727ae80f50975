import { shuffled } from '#loopback/retroachievements/random.ts';

import { SPELLS } from './spells.ts';
import type { SoakFeed } from './town.ts';
import { TROUBLES } from './troubles.ts';
import type { Scene } from './troubles.ts';

export type FortunePlan = {
  /** One step of the clock in so many has a trouble. */
  readonly troubleOnceIn: number;
  /** One step in so many begins a trouble that lasts. */
  readonly spellOnceIn: number;
  /** Steps that it lasts at most. */
  readonly longestSpell: number;
};

export const BLACKOUT = 'all processes killed at once';

/** Which troubles come when. Each kind comes once before any comes again. */
export class Fortune {
  readonly #plan: FortunePlan;
  readonly #scene: Scene;
  readonly #feeds: readonly SoakFeed[];
  /** How often each came. */
  readonly counts = new Map<string, number>();
  readonly #deck: string[] = [];
  readonly #spells: string[] = [];
  #endSpell: (() => void) | null = null;
  #spellSteps = 0;

  constructor(plan: FortunePlan, scene: Scene, feeds: readonly SoakFeed[]) {
    this.#plan = plan;
    this.#scene = scene;
    this.#feeds = feeds;
  }

  /** What goes wrong in this step; null for nothing. */
  trouble(): string | null {
    const { crew, draws, weather } = this.#scene;
    if (weather.areAllOff || !draws.isOnceIn(this.#plan.troubleOnceIn)) return null;
    const names = [...Object.keys(TROUBLES), BLACKOUT];
    const name = this.#drawn(this.#deck, names);
    const isSpared = name === BLACKOUT && crew.survivor !== null;
    return this.#noted(isSpared ? this.#drawn(this.#deck, names) : name);
  }

  /** What lasts ends, or something begins to last; one at a time, with a step between two. */
  turnSpell(): void {
    const { draws, weather } = this.#scene;
    this.#spellSteps -= 1;
    if (weather.areAllOff || this.#spellSteps > 0) return;
    if (this.#endSpell) return this.endSpell();
    if (!draws.isOnceIn(this.#plan.spellOnceIn)) return;
    const name = this.#noted(this.#drawn(this.#spells, Object.keys(SPELLS)));
    this.#endSpell = SPELLS[name]?.(this.#scene, this.#feeds) ?? null;
    this.#spellSteps = draws.between(1, this.#plan.longestSpell);
  }

  endSpell(): void {
    this.#endSpell?.();
    this.#endSpell = null;
  }

  #drawn(deck: string[], names: readonly string[]): string {
    if (deck.length === 0) deck.push(...shuffled(names, this.#scene.draws.random));
    return deck.pop() ?? '';
  }

  #noted(name: string): string {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return name;
  }
}
