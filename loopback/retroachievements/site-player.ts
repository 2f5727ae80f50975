import { hashText, seededRandom } from './random.ts';
import type { WireGame, WireProfile } from './wire.ts';

/** A new player. What's left out is made up from the name. */
export type PlayerInit = {
  /** 2–20 letters and digits. */
  readonly name: string;
  readonly ulid?: string;
  /** Site-relative. A renamed player's still has the old name. */
  readonly userPic?: string;
  readonly motto?: string;
  readonly untracked?: boolean;
  readonly games: readonly WireGame[];
  /** Whether the award feed has the awards of `games`. Default: true. */
  readonly history?: boolean;
};

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A player's account. Assign `motto` or `untracked` to edit the profile. */
export class SitePlayer {
  readonly id: number;
  readonly ulid: string;
  readonly userPic: string;
  motto: string;
  untracked: boolean;
  name: string;
  /** Grows with every change of the library, so that pages can be cached. */
  revision = 0;
  #games: readonly WireGame[];

  constructor(id: number, init: PlayerInit) {
    this.id = id;
    this.name = init.name;
    this.ulid = init.ulid ?? ulidFor(init.name);
    this.userPic = init.userPic ?? `/UserPic/${init.name}.png`;
    this.motto = init.motto ?? '';
    this.untracked = init.untracked ?? false;
    this.#games = latestFirst(init.games);
  }

  /** In the site's order: newest unlock first, rows without a date last. */
  get games(): readonly WireGame[] {
    return this.#games;
  }

  /** Adds or replaces a game, above others of the same second. */
  put(game: WireGame): void {
    const others = this.#games.filter(({ GameID }) => GameID !== game.GameID);
    this.#games = latestFirst([game, ...others]);
    this.revision += 1;
  }

  profile(): WireProfile {
    const [last] = this.#games;
    let softcore = 0;
    let hardcore = 0;
    for (const game of this.#games) {
      hardcore += game.NumAwardedHardcore * 5;
      softcore += (game.NumAwarded - game.NumAwardedHardcore) * 5;
    }
    return {
      User: this.name,
      ULID: this.ulid,
      UserPic: this.userPic,
      MemberSince: '2016-01-02 00:43:04',
      RichPresenceMsg: last ? `Playing ${last.Title}` : '',
      LastGameID: last?.GameID ?? 0,
      ContribCount: 0,
      ContribYield: 0,
      TotalPoints: hardcore,
      TotalSoftcorePoints: softcore,
      TotalTruePoints: hardcore * 4,
      Permissions: 1,
      Untracked: this.untracked ? 1 : 0,
      ID: this.id,
      UserWallActive: true,
      Motto: this.motto,
    };
  }
}

function played({ MostRecentAwardedDate }: WireGame): string {
  return MostRecentAwardedDate ?? '';
}

function latestFirst(games: readonly WireGame[]): readonly WireGame[] {
  return games.toSorted((a, b) => (played(a) < played(b) ? 1 : played(a) > played(b) ? -1 : 0));
}

function ulidFor(name: string): string {
  const random = seededRandom(hashText(name.toLowerCase()));
  const characters = Array.from({ length: 24 }, () => CROCKFORD[Math.floor(random() * 32)]);
  return `01${characters.join('')}`;
}
