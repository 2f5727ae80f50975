import { AwardFeed } from './award-feed.ts';
import { countsFor, later, unplayed } from './game-row.ts';
import { SitePlayer, type PlayerInit } from './site-player.ts';
import { awardOrder, beatenBeneath, wireDate, type WireAwardKind, type WireGame } from './wire.ts';

const NAME_OR_ULID = /^(?:[A-Za-z0-9]{2,20}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/;

export type Unlock = {
  /** Achievements unlocked at once. Default: 1. */
  readonly count?: number;
  /** Default: true. */
  readonly hardcore?: boolean;
  /** ms since 1970. Default: now. */
  readonly at?: number;
  /** Facts about a game that no library has yet. */
  readonly game?: Partial<WireGame>;
};

/** The site behind the API: players, libraries, and awards. */
export class Site {
  readonly feed = new AwardFeed();
  readonly #now: () => number;
  /** By lowercase name and by ULID. */
  readonly #players = new Map<string, SitePlayer>();
  readonly #catalogue = new Map<number, WireGame>();
  #accounts = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Finds a player by username (in any case) or ULID. */
  find(identifier: string): SitePlayer | undefined {
    return this.#players.get(identifier.toLowerCase());
  }

  /** @throws Error when nobody has this name or ULID */
  player(identifier: string): SitePlayer {
    const player = this.find(identifier);
    if (!player) throw new Error(`The loopback site has no player ${identifier}`);
    return player;
  }

  /** Adds a player, and their past awards to the award feed. */
  addPlayer(init: PlayerInit): SitePlayer {
    this.#accounts += 1;
    const player = new SitePlayer(this.#accounts, init);
    this.#enter(player.name, player);
    this.#enter(player.ulid, player);
    for (const game of player.games) {
      if (!this.#catalogue.has(game.GameID)) this.#catalogue.set(game.GameID, game);
      if (init.history ?? true) this.#addHistory(player, game);
    }
    return player;
  }

  /** Renames a player. The old name becomes unknown; ULID and picture stay. */
  rename(oldName: string, newName: string): SitePlayer {
    const player = this.player(oldName);
    const oldKey = player.name.toLowerCase();
    this.#enter(newName, player);
    if (newName.toLowerCase() !== oldKey) this.#players.delete(oldKey);
    player.name = newName;
    this.feed.revision += 1;
    return player;
  }

  /** Deletes an account. Its awards leave gaps in the award feed. */
  remove(identifier: string): void {
    const player = this.player(identifier);
    this.#players.delete(player.name.toLowerCase());
    this.#players.delete(player.ulid.toLowerCase());
    this.feed.remove(player);
  }

  /** Unlocks achievements and moves the game to the top. Never grants an award. */
  unlock(identifier: string, gameId: number, how: Unlock = {}): WireGame {
    const player = this.player(identifier);
    const before = this.#gameOf(player, gameId, how.game);
    const won = how.count ?? 1;
    const most = (sum: number): number => Math.min(before.MaxPossible, sum);
    const game = {
      ...before,
      NumAwarded: most(before.NumAwarded + won),
      NumAwardedHardcore: most(before.NumAwardedHardcore + ((how.hardcore ?? true) ? won : 0)),
      MostRecentAwardedDate: later(before.MostRecentAwardedDate, how.at ?? this.#now()),
    };
    player.put(game);
    return game;
  }

  /**
   * Grants an award: raises the counts, moves the game to the top, and adds a row to the award feed. As on the site,
   * mastering an unbeaten game grants both awards, and no award is granted twice.
   * @param at ms since 1970; in the past for a late award
   */
  award(identifier: string, gameId: number, kind: WireAwardKind, at = this.#now()): WireGame {
    const player = this.player(identifier);
    const before = this.#gameOf(player, gameId);
    const beneath = beatenBeneath(kind, before.Title);
    if (beneath) this.#grant(player, before, beneath, at);
    this.#grant(player, before, kind, at);
    const raised = awardOrder(kind) < awardOrder(before.HighestAwardKind);
    const game = {
      ...before,
      ...countsFor(kind, before),
      MostRecentAwardedDate: later(before.MostRecentAwardedDate, at),
      HighestAwardKind: raised ? kind : before.HighestAwardKind,
      HighestAwardDate: raised ? wireDate(at) : before.HighestAwardDate,
    };
    player.put(game);
    return game;
  }

  #enter(identifier: string, player: SitePlayer): void {
    if (!NAME_OR_ULID.test(identifier)) throw new Error(`Not a name or ULID: ${identifier}`);
    const holder = this.find(identifier);
    if (holder && holder !== player) throw new Error(`The name ${identifier} is taken`);
    this.#players.set(identifier.toLowerCase(), player);
  }

  #addHistory(player: SitePlayer, game: WireGame): void {
    const date = game.HighestAwardDate ?? game.MostRecentAwardedDate;
    if (!game.HighestAwardKind || !date) return;
    const at = Date.parse(date);
    const beneath = beatenBeneath(game.HighestAwardKind, game.Title);
    if (beneath) this.feed.add(player, game, beneath, at - 3_600_000);
    this.feed.add(player, game, game.HighestAwardKind, at);
  }

  #grant(player: SitePlayer, game: WireGame, kind: WireAwardKind, at: number): void {
    const held = game.HighestAwardKind === kind || this.feed.has(player, game.GameID, kind);
    if (!held) this.feed.add(player, game, kind, at);
  }

  /** The player's row, or a new one. */
  #gameOf(player: SitePlayer, gameId: number, known: Partial<WireGame> = {}): WireGame {
    const row = player.games.find(({ GameID }) => GameID === gameId);
    if (row) return { ...row, ...known };
    const game = { ...unplayed(gameId, this.#catalogue.get(gameId)), ...known };
    if (!this.#catalogue.has(gameId)) this.#catalogue.set(gameId, game);
    return game;
  }
}
