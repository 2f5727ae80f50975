import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { seededRandom } from '#loopback/retroachievements/random.ts';
import { samplePlayers } from '#loopback/retroachievements/sample-players.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { awardOrder, type WireAwardKind } from '#loopback/retroachievements/wire.ts';

import { CATALOGUE } from './catalogue.ts';
import type { Play, PlayerView } from './page/wire.ts';

const NOTES: Readonly<Record<string, string>> = {
  MaxMilyin: 'a well-filled library',
  NoGamesYet: 'began with no games',
  Completionist10k: 'the largest library',
  SofterTimes: 'softcore, hacks, subsets, 0/0 games',
  NewLeaf: 'was renamed from OldOak',
};
const IN_SOFTCORE = new Set(['SofterTimes']);
/** One more at once than the bot posts one by one. */
const MANY = 6;

const VERBS = {
  'beaten-softcore': 'Beat',
  'beaten-hardcore': 'Beat',
  completed: 'Completed',
  mastered: 'Mastered',
} as const satisfies Record<WireAwardKind, string>;

type SamplePlayer = {
  /** Has the name of now. */
  readonly account: SitePlayer;
  readonly firstName: string;
  /** What happened last. */
  news: string | null;
};

/** The sample players, and what they can do now. */
export class SamplePlayers {
  readonly #site: LoopbackRetroAchievements;
  readonly #random = seededRandom(77);
  readonly #players: readonly SamplePlayer[];
  readonly #onChange: () => void;

  /** @param now ms since 1970: when the libraries end; they are the same every time, relative to it */
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
      news,
    }));
  }

  /** The title of a game by its icon; null for an unknown one. */
  titleOf(icon: string): string | null {
    for (const { account } of this.#players) {
      const game = account.games.find(({ ImageIcon }) => ImageIcon === icon);
      if (game) return game.Title;
    }
    return null;
  }

  play(ulid: string, how: Play): void {
    const player = this.#player(ulid);
    player.news = this.#carryOut(player, how);
    this.#onChange();
  }

  /** Takes another name, or the first one again. */
  rename(ulid: string): void {
    const player = this.#player(ulid);
    const { name } = player.account;
    this.#site.rename(name, name === player.firstName ? `${name}II` : player.firstName);
    player.news = `Was called ${name}`;
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

  #unlock({ name, games }: SitePlayer, hardcore: boolean): string {
    const game = this.#oneOf(
      games.filter(({ NumAwarded, MaxPossible }) => NumAwarded < MaxPossible),
      games,
    );
    const { NumAwarded } = this.#site.unlock(name, game.GameID, { hardcore, game });
    return `${game.Title}: ${NumAwarded} of ${game.MaxPossible}`;
  }

  #award({ name, games }: SitePlayer, kind: WireAwardKind): string {
    const open = games.filter(
      ({ HighestAwardKind, MaxPossible, Title }) =>
        MaxPossible > 0 &&
        awardOrder(HighestAwardKind) > awardOrder(kind) &&
        // A subset can't be beaten.
        !(kind.startsWith('beaten') && Title.includes('[Subset')),
    );
    const { GameID, Title } = this.#oneOf(open, games);
    this.#site.award(name, GameID, kind);
    return `${VERBS[kind]} ${Title}`;
  }

  /** One of the last that are open, else one from the catalogue that is new to the library. */
  #oneOf(open: readonly WireGame[], games: readonly WireGame[]): WireGame {
    const known = new Set(games.map(({ GameID }) => GameID));
    const unplayed = CATALOGUE.filter(({ gameId }) => !known.has(gameId));
    const pool = open.length > 0 ? open.slice(0, 50) : unplayed.map(unplayedGame);
    const game = pool[Math.floor(this.#random() * pool.length)];
    if (game === undefined) throw new Error('There is no game left.');
    return game;
  }
}

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
