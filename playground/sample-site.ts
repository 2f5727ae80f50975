import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { seededRandom } from '#loopback/retroachievements/random.ts';
import { samplePlayers } from '#loopback/retroachievements/sample-players.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import {
  awardOrder,
  canHave,
  type WireAwardKind,
  type WireGame,
} from '#loopback/retroachievements/wire.ts';

import { CATALOGUE } from './catalogue.ts';
import type { Play, PlayerView } from './page/wire.ts';

const NOTES: Readonly<Record<string, string>> = {
  MaxMilyin: 'a large library',
  NoGamesYet: 'started with no games',
  Completionist10k: 'the largest library',
  SofterTimes: 'casual: hacks, subsets, 0/0 games',
  NewLeaf: 'formerly OldOak',
};
const IN_SOFTCORE = new Set(['SofterTimes']);
/** One more than the bot posts one by one. */
const MANY = 6;

const VERBS = {
  'beaten-softcore': 'Beat',
  'beaten-hardcore': 'Beat',
  completed: 'Completed',
  mastered: 'Mastered',
} as const satisfies Record<WireAwardKind, string>;

type SamplePlayer = {
  /** Has the current name. */
  readonly account: SitePlayer;
  readonly firstName: string;
  news: string | null;
};

/** The sample players and what they can do. */
export class SamplePlayers {
  readonly #site: LoopbackRetroAchievements;
  readonly #random = seededRandom(77);
  readonly #players: readonly SamplePlayer[];
  readonly #onChange: () => void;

  /** @param now ms since 1970: the libraries end here and are otherwise the same every time */
  constructor(site: LoopbackRetroAchievements, now: number, onChange: () => void) {
    this.#site = site;
    this.#onChange = onChange;
    this.#players = samplePlayers(now, CATALOGUE).map((player) => ({
      account: site.addPlayer(player),
      firstName: player.name,
      news: null,
    }));
  }

  get views(): PlayerView[] {
    return this.#players.map(({ account, firstName, news }) => ({
      ulid: account.ulid,
      name: account.name,
      note: NOTES[firstName] ?? '',
      picture: `/media${account.userPic}`,
      games: account.games.length,
      motto: account.motto,
      news,
    }));
  }

  /** A game's title by its icon, or null. */
  titleOf(icon: string): string | null {
    for (const { account } of this.#players) {
      const game = account.games.find(({ ImageIcon }) => ImageIcon === icon);
      if (game) return game.Title;
    }
    return null;
  }

  /** @throws Error if there is none of this name */
  named(name: string): PlayerView {
    const found = this.views.find((view) => view.name === name);
    if (found === undefined) throw new Error(`There is no player called ${name}.`);
    return found;
  }

  play(ulid: string, how: Play): void {
    const player = this.#player(ulid);
    player.news = this.#carryOut(player, how);
    this.#onChange();
  }

  /** Renames a player, or gives back the first name. */
  rename(ulid: string): void {
    const player = this.#player(ulid);
    const { name } = player.account;
    this.#site.rename(name, name === player.firstName ? `${name}II` : player.firstName);
    player.news = `Formerly ${name}`;
    this.#onChange();
  }

  setMotto(ulid: string, motto: string): void {
    this.#player(ulid).account.motto = motto;
    this.#onChange();
  }

  #player(ulid: string): SamplePlayer {
    const found = this.#players.find(({ account }) => account.ulid === ulid);
    if (found === undefined) throw new Error(`There is no player with the ULID ${ulid}.`);
    return found;
  }

  #carryOut(player: SamplePlayer, how: Play): string {
    const isSoftcore = IN_SOFTCORE.has(player.firstName);
    if (how === 'unlock') return this.#unlock(player.account, !isSoftcore);
    const beaten = isSoftcore ? 'beaten-softcore' : 'beaten-hardcore';
    if (how === 'master') return this.#award(player.account, isSoftcore ? 'completed' : 'mastered');
    if (how === 'beat') return this.#award(player.account, beaten);
    for (let count = 0; count < MANY; count += 1) this.#award(player.account, beaten);
    return `Beat ${MANY} games`;
  }

  /** The last achievement of a set brings its award, as on the site. */
  #unlock(account: SitePlayer, hardcore: boolean): string {
    const wanted = this.#pick(account, ({ NumAwarded, MaxPossible }) => NumAwarded < MaxPossible);
    const game = this.#site.unlock(account.name, wanted.GameID, { hardcore });
    const { GameID, Title, NumAwarded, NumAwardedHardcore, MaxPossible } = game;
    const kind = NumAwardedHardcore === MaxPossible ? 'mastered' : 'completed';
    if (NumAwarded < MaxPossible || !isHigher(kind, game))
      return `${Title}: ${NumAwarded} of ${MaxPossible}`;
    this.#site.award(account.name, GameID, kind);
    return `${VERBS[kind]} ${Title}`;
  }

  #award(account: SitePlayer, kind: WireAwardKind): string {
    const { GameID, Title } = this.#pick(
      account,
      (game) => game.MaxPossible > 0 && isHigher(kind, game) && canHave(kind, game.Title),
    );
    this.#site.award(account.name, GameID, kind);
    return `${VERBS[kind]} ${Title}`;
  }

  /** A recent game of the library, or else one that is new to it. */
  #pick({ games }: SitePlayer, fits: (game: WireGame) => boolean): WireGame {
    const open = games.filter(fits).slice(0, 50);
    const pool = open.length > 0 ? open : this.#unplayed(games).filter(fits);
    const game = pool[Math.floor(this.#random() * pool.length)];
    if (game === undefined) throw new Error('There is no game left.');
    return game;
  }

  #unplayed(games: readonly WireGame[]): WireGame[] {
    const known = new Set(games.map(({ GameID }) => GameID));
    return CATALOGUE.filter(({ gameId }) => !known.has(gameId)).map(unplayedGame);
  }
}

const isHigher = (kind: WireAwardKind, { HighestAwardKind }: WireGame): boolean =>
  awardOrder(HighestAwardKind) > awardOrder(kind);

function unplayedGame(title: (typeof CATALOGUE)[number]): WireGame {
  return {
    GameID: title.gameId,
    Title: title.title,
    ImageIcon: `/Images/${String(title.gameId).padStart(6, '0')}.png`,
    ConsoleID: title.systemId,
    ConsoleName: title.systemName,
    MaxPossible: title.possible,
    NumAwarded: 0,
    NumAwardedHardcore: 0,
    MostRecentAwardedDate: null,
    HighestAwardKind: null,
    HighestAwardDate: null,
  };
}
