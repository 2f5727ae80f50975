import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { seededRandom } from '#loopback/retroachievements/random.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';

import type { Ledger } from './ledger.ts';
import type { Stage } from './stage.ts';

/** Of the awards for new games; a game that was beaten in hardcore may be mastered later. */
const SHARES: readonly (readonly [WireAwardKind, number])[] = [
  ['beaten-hardcore', 0.45],
  ['mastered', 0.8],
  ['beaten-softcore', 0.9],
  ['completed', 1],
];
const MASTERED_LATER = 0.15;
const CATALOGUE_SIZE = 600;

/** Lets players earn awards, chosen by the seed. */
export class Winners {
  readonly #ledger: Ledger;
  readonly #players: readonly SitePlayer[];
  readonly #random: () => number;
  readonly #games: readonly number[];
  readonly #beaten: { readonly player: SitePlayer; readonly gameId: number }[] = [];

  constructor(
    { site }: Pick<Stage, 'site'>,
    ledger: Ledger,
    players: readonly SitePlayer[],
    seed: number,
  ) {
    this.#ledger = ledger;
    this.#players = players;
    this.#random = seededRandom(seed);
    // Someone has them all, so that the site knows their titles.
    const games = generateLibrary({ seed, size: CATALOGUE_SIZE, now: Date.now() });
    site.addPlayer({ name: `Collector${seed}`, games, history: false });
    this.#games = games.map(({ GameID }) => GameID);
  }

  /** So many more awards, or one more where a mastered game was beaten, too. */
  win(count: number): void {
    const wanted = this.#ledger.count + count;
    while (this.#ledger.count < wanted) this.#winOne();
  }

  #winOne(): void {
    if (this.#random() < MASTERED_LATER && this.#beaten.length > 0) {
      const [beaten] = this.#beaten.splice(this.#below(this.#beaten.length), 1);
      if (beaten) this.#ledger.win(beaten.player, beaten.gameId, 'mastered');
      return;
    }
    const player = this.#players[this.#below(this.#players.length)];
    const gameId = this.#games[this.#below(this.#games.length)];
    if (player === undefined || gameId === undefined) return;
    if (player.games.some(({ GameID }) => GameID === gameId)) return;
    const draw = this.#random();
    const kind = SHARES.find(([, share]) => draw < share)?.[0] ?? 'mastered';
    this.#ledger.win(player, gameId, kind);
    if (kind === 'beaten-hardcore') this.#beaten.push({ player, gameId });
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}
