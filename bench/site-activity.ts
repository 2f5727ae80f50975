import { setTimeout as delay } from 'node:timers/promises';

import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { isUlid } from '#src/retroachievements/player.ts';

import { addPlayer } from './site-player.ts';
import type { Tracked } from './tracked.ts';

const WINNERS = 50;
const GAMES = 100;
const STRANGERS = 4;
/** A whole page of the award feed. */
const PAST_AWARDS = 100;
const LOOK_MS = 10;

/** What the site's players earn between two polls: some nobody tracks, and one tracked player. */
export class SiteActivity {
  /** Who is tracked, where there is room for them. */
  readonly winners: readonly Tracked[];
  readonly #site: LoopbackRetroAchievements;
  #gameId = 1_000_000;
  #turns = 0;

  constructor(site: LoopbackRetroAchievements) {
    this.#site = site;
    this.winners = Array.from({ length: WINNERS }, (_, index) => this.#addWinner(`Winner${index}`));
    for (let index = 0; index < STRANGERS; index += 1)
      site.addPlayer({ name: `Stranger${index}`, games: [] });
    for (let index = 0; index < PAST_AWARDS; index += 1)
      this.#award(`Stranger${index % STRANGERS}`);
  }

  /** @param among how many of the winners take turns. */
  turn(among: number): void {
    for (let index = 0; index < STRANGERS; index += 1) this.#award(`Stranger${index}`);
    this.#award(`Winner${this.#turns % among}`);
    this.#turns += 1;
  }

  /** How often the bot asked for a page of the award feed. */
  get feedRequests(): number {
    return this.#feedRequests().length;
  }

  /** How often it asked for the newest page. */
  get polls(): number {
    return this.#feedRequests().filter(({ query }) => query['o'] === '0').length;
  }

  /** Lets the bot poll this often, with new awards before each poll. */
  async during(polls: number, among: number): Promise<void> {
    for (let poll = 0; poll < polls; poll += 1) {
      this.turn(among);
      const before = this.polls;
      while (this.polls === before) await delay(LOOK_MS);
    }
  }

  #feedRequests(): readonly { readonly query: Readonly<Record<string, string>> }[] {
    return this.#site.requests.filter(({ endpoint }) => endpoint === 'API_GetRecentGameAwards');
  }

  #addWinner(name: string): Tracked {
    const { ulid } = addPlayer(this.#site, name, GAMES);
    if (!isUlid(ulid)) throw new TypeError(`${ulid} is no ULID`);
    return { ulid, name };
  }

  #award(name: string): void {
    this.#gameId += 1;
    this.#site.award(name, this.#gameId, 'beaten-hardcore');
  }
}
