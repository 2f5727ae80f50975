import type { Cache } from '#src/platform/cache.ts';
import { createCatalogue } from '#src/progress/catalogue.ts';
import { createLibraries } from '#src/progress/libraries.ts';
import type { Libraries, LibraryUpdate } from '#src/progress/libraries.ts';
import { createLibraryLoader } from '#src/progress/library-loader.ts';
import { createPlayers } from '#src/progress/players.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { Player, PlayerRef, Ulid } from '#src/retroachievements/player.ts';
import { isUlid, playerRefText } from '#src/retroachievements/player.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { createFakeClock, type FakeClock } from '#test/support/fake-clock.ts';

import { progress } from './entries.ts';

/** An account of the scripted site. Change its fields, and the site answers so. */
export type Account = {
  name: string;
  readonly ulid: Ulid;
  games: readonly GameProgress[];
  motto?: string;
};

/** RetroAchievements in the same process: no socket, and each request goes as the test says. */
export type ScriptedSite = RetroAchievements & {
  readonly accounts: Account[];
  /** Every request so far: `progress MaxMilyin 500`, `profile MaxMilyin`. */
  readonly requests: string[];
  /** Called before an answer, with the request as it is noted; may wait, throw, or change accounts. */
  before: (request: string) => Promise<void>;
};

export const MAX_ULID = ulid('00003EMFWR7XB8SDPEHB3K56ZQ');
export const OTHER_ULID = ulid('01CWD1BY2FGJ1CSGPCXKFAZSZG');

export function ulid(text: string): Ulid {
  if (!isUlid(text)) throw new Error(`${text} is no ULID`);
  return text;
}

export const byName = (name: string): PlayerRef => ({ kind: 'name', name });
export const byUlid = (of: Ulid): PlayerRef => ({ kind: 'ulid', ulid: of });

/** So many games, the last played first. */
export function gamesOf(count: number, from = 1): readonly GameProgress[] {
  return Array.from({ length: count }, (_, index) =>
    progress({ gameId: from + index, lastUnlockAt: 1_700_000_000_000 - index * 1_000 }),
  );
}

export function failure(kind: Failure): RetroAchievementsError {
  return new RetroAchievementsError(kind);
}

export function createScriptedSite(...accounts: Account[]): ScriptedSite {
  const requests: string[] = [];
  const find = (ref: PlayerRef) =>
    site.accounts.find((account) =>
      ref.kind === 'ulid'
        ? account.ulid === ref.ulid
        : account.name.toLowerCase() === ref.name.toLowerCase(),
    );
  async function ask(request: string): Promise<void> {
    requests.push(request);
    await site.before(request);
  }
  const site: ScriptedSite = {
    accounts,
    requests,
    before: async () => undefined,
    async completionProgress(ref, { offset, count }) {
      await ask(`progress ${playerRefText(ref)} ${offset}`);
      const games = find(ref)?.games ?? [];
      const page = games.slice(offset, offset + count);
      return { total: games.length, rowCount: page.length, games: page };
    },
    async userProfile(ref) {
      await ask(`profile ${playerRefText(ref)}`);
      const account = find(ref);
      return account ? playerOf(account) : null;
    },
    recentGameAwards: () => Promise.reject(new Error('Nobody asks for awards here')),
  };
  return site;
}

export function playerOf({ name, ulid: identity, motto = 'Hi' }: Account): Player {
  return { name, ulid: identity, avatarPath: `/UserPic/${name}.png`, motto };
}

export function maxMilyin(gameCount: number): Account {
  return { name: 'MaxMilyin', ulid: MAX_ULID, games: gamesOf(gameCount) };
}

/** A cache that forgets nothing. Two stacks that share it are two processes. */
export function createMapCache(): Cache {
  const kept = new Map<string, string>();
  return {
    async get(key, schema) {
      const json = kept.get(key);
      return json === undefined ? undefined : schema.safeParse(JSON.parse(json)).data;
    },
    async set(key, value) {
      kept.set(key, JSON.stringify(value));
    },
    async [Symbol.asyncDispose]() {},
  };
}

export const TTL_MS = 300_000;

/** Everything that stands between a command and the site, with a clock that stands still. */
export function createLibraryStack(
  site: RetroAchievements,
  {
    cache = createMapCache(),
    clock = createFakeClock(),
    log = { debug: () => undefined, warn: () => undefined },
    onWhole,
  }: {
    readonly cache?: Cache;
    readonly clock?: FakeClock;
    readonly log?: Parameters<typeof createLibraries>[0]['log'];
    readonly onWhole?: Parameters<typeof createLibraries>[0]['onWhole'];
  } = {},
) {
  const players = createPlayers({ site, cache, clock });
  const catalogue = createCatalogue();
  const loader = createLibraryLoader({ site, players, catalogue, clock });
  const libraries = createLibraries({
    loader,
    players,
    catalogue,
    cache,
    clock,
    log,
    ttlMs: TTL_MS,
    ...(onWhole && { onWhole }),
  });
  return { libraries, loader, players, cache, clock };
}

/** Everything that a library says until it has no more to say; what ends it badly comes last. */
export async function updatesOf(
  libraries: Libraries,
  ref: PlayerRef,
  options?: { readonly refresh?: boolean; readonly person?: string },
): Promise<readonly LibraryUpdate[]> {
  return Array.fromAsync(libraries.open(ref, options));
}

/** What updates say in short: `loading 500/1200`. */
export function inShort(updates: readonly LibraryUpdate[]): readonly string[] {
  return updates.map(({ phase, library }) => `${phase} ${library.entries.length}/${library.total}`);
}
