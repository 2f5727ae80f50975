import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { beatenBeneath } from '#loopback/retroachievements/wire.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';

import type { Books } from './books.ts';
import type { Draws } from './draws.ts';
import { Shelf } from './shelf.ts';
import type { Town } from './town.ts';

type Happening = 'fresh' | 'later' | 'minute' | 'burst' | 'again' | 'delayed' | 'old' | 'stranger';

const SHARES: readonly (readonly [Happening, number])[] = [
  ['fresh', 0.565],
  ['later', 0.12],
  ['minute', 0.05],
  ['delayed', 0.04],
  ['again', 0.02],
  ['old', 0.025],
  ['burst', 0.002],
  ['stranger', 0.178],
];
const KINDS: readonly (readonly [WireAwardKind, number])[] = [
  ['beaten-hardcore', 0.5],
  ['mastered', 0.32],
  ['beaten-softcore', 0.12],
  ['completed', 0.06],
];
const BURST = 30;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The second reading comes once a day, and looks back two days; while the site is down for hours, it waits. */
const FOUND_WITHIN_MS = 36 * HOUR_MS;
const LATEST_HOURS = 12;

/** Lets players win games, as they do: more in the evening, some far more than others, now and then a whole import. */
export class AwardStream {
  readonly #site: LoopbackRetroAchievements;
  readonly #town: Town;
  readonly #books: Books;
  readonly #draws: Draws;
  readonly #shelf: Shelf;
  readonly #beaten: { readonly player: SitePlayer; readonly gameId: number }[] = [];
  /** When tracking began, ms since 1970. */
  readonly #start: number;
  readonly #now: () => number;
  /** Awards on the site. */
  count = 0;
  /** Whether awards may come so late that only the second reading or a sweep finds them. */
  hidesSome = false;

  constructor(parts: {
    readonly site: LoopbackRetroAchievements;
    readonly town: Town;
    readonly books: Books;
    readonly draws: Draws;
    readonly now: () => number;
  }) {
    this.#site = parts.site;
    this.#town = parts.town;
    this.#books = parts.books;
    this.#draws = parts.draws;
    this.#now = parts.now;
    this.#start = parts.now();
    this.#shelf = new Shelf(parts.draws, this.#start);
    // Someone has them all, so that the site knows their titles.
    parts.site.addPlayer({ name: 'Collector', games: this.#shelf.all, history: false });
  }

  /** About so many happenings as an hour of this time of day has. @param hourly of an average hour */
  flow(hourly: number, hours: number): void {
    const hour = (this.#now() / HOUR_MS) % 24;
    const rhythm = 1 + 0.6 * Math.sin(((hour - 13) / 24) * 2 * Math.PI);
    const count = hourly * hours * rhythm * (0.7 + 0.6 * this.#draws.random());
    for (let n = 0; n < count; n += 1) this.#happen(this.#draws.oneOf(SHARES));
  }

  #happen(happening: Happening): void {
    const player = this.#anyone();
    switch (happening) {
      case 'stranger':
        return this.#win(this.#draws.one(this.#town.strangers), this.#draws.oneOf(KINDS));
      case 'later':
        return this.#masterLater();
      case 'minute':
        return this.#beatAndMaster(player);
      case 'burst':
        for (let n = 0; n < BURST; n += 1) this.#win(player, this.#draws.oneOf(KINDS));
        return;
      case 'again':
        return this.#again();
      case 'delayed':
        return this.#win(player, 'beaten-hardcore', this.#draws.between(1, 10) * MINUTE_MS);
      case 'old':
        return this.#winLongAgo(player);
      case 'fresh':
        return this.#win(player, this.#draws.oneOf(KINDS));
    }
  }

  /** Few players win most games. */
  #anyone(): SitePlayer {
    const { players } = this.#town;
    const index = Math.floor(this.#draws.random() ** 3 * players.length);
    return players[index] ?? this.#draws.one(players);
  }

  #win(player: SitePlayer, kind: WireAwardKind, agoMs = 0, hiddenMs = 0): void {
    const gameId = this.#shelf.next(player.name);
    this.#grant(player, gameId, kind, this.#since(agoMs), hiddenMs);
    // Mastering what nobody has seen beaten yet makes that old news.
    if (kind === 'beaten-hardcore' && hiddenMs === 0) this.#beaten.push({ player, gameId });
  }

  /** Nothing is earlier than tracking. */
  #since(agoMs: number): number {
    return Math.max(this.#start, this.#now() - agoMs);
  }

  #grant(player: SitePlayer, gameId: number, kind: WireAwardKind, at: number, hiddenMs = 0): void {
    const { Title } = this.#site.award(player.name, gameId, kind, at);
    const beneath = beatenBeneath(kind, Title);
    const isBeaten = this.#beaten.some((one) => one.player === player && one.gameId === gameId);
    const kinds = beneath === null || isBeaten ? [kind] : [kind, beneath];
    this.count += kinds.length;
    this.#books.granted({ player, gameId, kinds, hiddenMs });
  }

  #masterLater(): void {
    if (this.#beaten.length === 0) return;
    const index = this.#draws.below(this.#beaten.length);
    const beaten = this.#beaten[index];
    if (!beaten) return;
    this.#grant(beaten.player, beaten.gameId, 'mastered', this.#now());
    this.#beaten.splice(index, 1);
  }

  #beatAndMaster(player: SitePlayer): void {
    const gameId = this.#shelf.next(player.name);
    this.#grant(player, gameId, 'beaten-hardcore', this.#since(40_000));
    this.#beaten.push({ player, gameId });
    this.#grant(player, gameId, 'mastered', this.#now());
    this.#beaten.pop();
  }

  /** The site grants nothing twice. */
  #again(): void {
    const beaten = this.#beaten.at(-1);
    if (beaten) this.#site.award(beaten.player.name, beaten.gameId, 'beaten-hardcore');
  }

  /** Before tracking began, which nobody is to hear of; or so late that no poll sees it. */
  #winLongAgo(player: SitePlayer): void {
    const isHidden = this.hidesSome && this.#draws.isOnceIn(2);
    const ago = this.#draws.between(1, isHidden ? LATEST_HOURS : 80) * HOUR_MS;
    if (isHidden) return this.#win(player, 'beaten-hardcore', ago, FOUND_WITHIN_MS);
    const at = Math.min(this.#now() - ago, this.#start - HOUR_MS - ago);
    this.#site.award(player.name, this.#shelf.next(player.name), 'mastered', at);
  }
}
