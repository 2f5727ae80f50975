import type { LoopbackRetroAchievements } from '#test/support/retroachievements/loopback-retroachievements.ts';
import { seededRandom } from '#test/support/retroachievements/random.ts';
import { samplePlayers } from '#test/support/retroachievements/sample-players.ts';
import { awardOrder, type WireGame } from '#test/support/retroachievements/wire.ts';

import { CATALOGUE } from './catalogue.ts';
import type { PlayerView } from './page/wire.ts';

const NOTES: Readonly<Record<string, string>> = {
  MaxMilyin: 'a well-filled library',
  NoGamesYet: 'began with no games',
  Completionist10k: 'the largest library',
  SofterTimes: 'softcore, hacks, subsets, 0/0 games',
  NewLeaf: 'was renamed from OldOak',
};

/** What somebody does in the panel. */
export type Play = 'unlock' | 'beat' | 'master';

/** The sample players, and what they can do now. */
export class SamplePlayers {
  readonly #site: LoopbackRetroAchievements;
  readonly #random = seededRandom(77);
  readonly #news = new Map<string, string>();
  readonly #names: readonly string[];
  readonly #onChange: () => void;

  /** @param now ms since 1970: when the libraries end; they are the same every time, relative to it */
  constructor(site: LoopbackRetroAchievements, now: number, onChange: () => void) {
    this.#site = site;
    this.#onChange = onChange;
    const players = samplePlayers(now, CATALOGUE);
    this.#names = players.map(({ name }) => name);
    for (const player of players) site.addPlayer(player);
  }

  get views(): PlayerView[] {
    return this.#names.map((name) => {
      const { userPic, games } = this.#site.player(name);
      return {
        name,
        note: NOTES[name] ?? '',
        picture: `/media${userPic}`,
        games: games.length,
        news: this.#news.get(name) ?? null,
      };
    });
  }

  /** The title of a game by its icon; null for an unknown one. */
  titleOf(icon: string): string | null {
    for (const name of this.#names) {
      const game = this.#site.player(name).games.find(({ ImageIcon }) => ImageIcon === icon);
      if (game) return game.Title;
    }
    return null;
  }

  play(name: string, how: Play): void {
    const game = this.#pick(name, how);
    this.#news.set(name, this.#carryOut(name, game, how));
    this.#onChange();
  }

  #carryOut(name: string, { GameID, Title, MaxPossible, ...game }: WireGame, how: Play): string {
    if (how !== 'unlock') {
      this.#site.award(name, GameID, how === 'beat' ? 'beaten-hardcore' : 'mastered');
      return `${how === 'beat' ? 'Beat' : 'Mastered'} ${Title}`;
    }
    const row = { GameID, Title, MaxPossible, ...game };
    const { NumAwarded } = this.#site.unlock(name, GameID, { game: row });
    return `${Title}: ${NumAwarded} of ${MaxPossible}`;
  }

  /** A game in which this is still to do: one of the library, else one from the catalogue. */
  #pick(name: string, how: Play): WireGame {
    const limit = how === 'beat' ? 'beaten-softcore' : how === 'master' ? 'beaten-hardcore' : null;
    const open = this.#site
      .player(name)
      .games.filter(
        ({ HighestAwardKind, MaxPossible, NumAwarded, Title }) =>
          MaxPossible > 0 &&
          (how === 'unlock'
            ? NumAwarded < MaxPossible
            : awardOrder(HighestAwardKind) >= awardOrder(limit)) &&
          !(how === 'beat' && Title.includes('[Subset')),
      );
    const pool = open.length > 0 ? open.slice(0, 50) : CATALOGUE.map(unplayedGame);
    const game = pool[Math.floor(this.#random() * pool.length)];
    if (game === undefined) throw new Error('The catalogue is empty.');
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
