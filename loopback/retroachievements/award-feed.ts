import type { SitePlayer } from './site-player.ts';
import {
  wireDate,
  type WireAward,
  type WireAwardKind,
  type WireGame,
  type WireRecentGameAwards,
} from './wire.ts';

/** An award. The player's name is looked up when it's read. */
type FeedRow = {
  readonly player: SitePlayer;
  readonly kind: WireAwardKind;
  /** ms since 1970. */
  readonly at: number;
  readonly game: WireGame;
};

export type FeedQuery = {
  /** Null for every kind. */
  readonly kinds: ReadonlySet<string> | null;
  /** Only awards before this, in ms since 1970. Null for all. */
  readonly before: number | null;
  readonly offset: number;
  readonly count: number;
};

/** Every award on the site. */
export class AwardFeed {
  /** Grows with every change. */
  revision = 0;
  /** Oldest first, so that a new award goes to the end. */
  readonly #rows: FeedRow[] = [];
  readonly #removed = new Set<SitePlayer>();
  #sorted = true;

  add(player: SitePlayer, game: WireGame, kind: WireAwardKind, at: number): void {
    const last = this.#rows.at(-1);
    if (last && last.at > at) this.#sorted = false;
    this.#rows.push({ player, kind, at, game });
    this.revision += 1;
  }

  has(player: SitePlayer, gameId: number, kind: WireAwardKind): boolean {
    return this.#rows.some(
      (row) => row.player === player && row.game.GameID === gameId && row.kind === kind,
    );
  }

  /** Hides a deleted account's awards. The site still counts them. */
  remove(player: SitePlayer): void {
    this.#removed.add(player);
    this.revision += 1;
  }

  read({ kinds, before, offset, count }: FeedQuery): WireRecentGameAwards {
    if (!this.#sorted) this.#rows.sort((a, b) => a.at - b.at);
    this.#sorted = true;
    const rows =
      kinds || before !== null
        ? this.#rows.filter(
            (row) => (!kinds || kinds.has(row.kind)) && (before === null || row.at < before),
          )
        : this.#rows;
    const end = Math.max(0, rows.length - offset);
    const page = rows.slice(Math.max(0, end - count), end).toReversed();
    const shown = page.flatMap((row, index) =>
      this.#removed.has(row.player) ? [] : [{ index, award: toWire(row) }],
    );
    return { Count: shown.length, Total: rows.length, Results: asPhpArray(shown) };
  }
}

/** PHP writes an array with gaps, such as a filtered one, as a JSON object. */
function asPhpArray(
  rows: readonly { readonly index: number; readonly award: WireAward }[],
): WireRecentGameAwards['Results'] {
  return rows.every(({ index }, position) => index === position)
    ? rows.map(({ award }) => award)
    : Object.fromEntries(rows.map(({ index, award }) => [String(index), award]));
}

function toWire({ player, kind, at, game }: FeedRow): WireAward {
  return {
    User: player.name,
    ULID: player.ulid,
    AwardKind: kind,
    AwardDate: wireDate(at),
    GameID: game.GameID,
    GameTitle: game.Title,
    ConsoleID: game.ConsoleID,
    ConsoleName: game.ConsoleName,
  };
}
