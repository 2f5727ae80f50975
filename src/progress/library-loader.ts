import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { RequestOptions, RetroAchievements } from '#src/retroachievements/client.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import { requestInBackground } from './background-request.ts';
import type { Catalogue } from './catalogue.ts';
import { toEntry } from './catalogue.ts';
import { createEmptiedLibraries } from './emptied-libraries.ts';
import { fetchGames } from './fetch-games.ts';
import { libraryKey } from './kept-libraries.ts';
import type { Library, LibraryEntry } from './library.ts';
import { identityOf } from './players.ts';
import type { Players } from './players.ts';
import { absentPlayer } from './unknown-player.ts';

/** How long the first page waits for the avatar. */
const PROFILE_GRACE_MS = 250;
/** Without games, only the profile can tell what to say, and an answer is due within 15 s. */
const PROFILE_DEADLINE_MS = 10_000;

type LoadOptions = {
  readonly refresh?: boolean;
  readonly hurry?: AbortSignal;
  readonly person?: string | undefined;
  readonly hadGames?: () => Promise<boolean>;
};
type OnPart = (soFar: Library) => void;

/** Fetches libraries from the site. */
export type LibraryLoader = ReturnType<typeof createLibraryLoader>;

export function createLibraryLoader(options: {
  readonly site: RetroAchievements;
  readonly players: Players;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}) {
  const { site, players, catalogue, clock } = options;
  const emptied = createEmptiedLibraries(clock);

  async function load(
    named: PlayerRef,
    onPart: OnPart,
    {
      refresh = false,
      hurry = AbortSignal.abort(),
      person,
      hadGames = async () => false,
    }: LoadOptions,
  ): Promise<Library> {
    const ref = identityOf(named, players.fresh(named));
    const fetchedAt = clock.now();
    const toEntries = rememberEntries(catalogue);
    const find = (request: RequestOptions) =>
      players.find(ref, { ...request, person, refresh: refresh || players.isGone(ref) });
    // Without a profile there's no avatar, but without games there's nothing to show: games go first.
    const profile = awaitProfile(ref, requestInBackground(find, 'library', hurry), clock);
    let shown = 0;
    const show = async (games: readonly GameProgress[], total: number) => {
      shown = games.length;
      onPart({ player: await profile.soon(), entries: toEntries(games), total, fetchedAt });
    };
    const onPage = async (soFar: readonly GameProgress[], total: number) => {
      if (soFar.length < total && soFar.length > shown) await show(soFar, total);
    };
    let games = await fetchGames(ref, { site, onPage, hurry, person });
    // The site answers the same for an unknown player and for one without games; only the profile tells them apart.
    if (games.length === 0) {
      const had = await hadGames();
      const player = await certainProfile(ref, {
        profile,
        since: fetchedAt,
        hurry,
        person,
        had,
      });
      if (player === null) return loadRenamed(ref, onPart, { refresh, hurry, person, hadGames });
      // One empty answer is no reason to throw games away.
      if (had) games = await fetchGames(ref, { site, onPage, hurry, person });
      if (games.length === 0) {
        if (had && !emptied.isConfirmed(libraryKey(identityOf(ref, player)))) {
          throw new RetroAchievementsError({ kind: 'emptied' });
        }
        return { player, entries: [], total: 0, fetchedAt };
      }
    }
    await profile.soon();
    if (!profile.isSettled()) await show(games, games.length);
    const player = await profile.settled;
    emptied.forget(libraryKey(identityOf(ref, player)));
    return { player, entries: toEntries(games), total: games.length, fetchedAt };
  }

  /** The profile as the site has it now. @param of.had whether an older profile isn't good enough. */
  async function certainProfile(
    ref: PlayerRef,
    of: {
      readonly profile: ReturnType<typeof awaitProfile>;
      readonly since: number;
      readonly hurry: AbortSignal;
      readonly person: string | undefined;
      readonly had: boolean;
    },
  ): Promise<Player | null> {
    const known = await of.profile.certain();
    const find = (request: RequestOptions) =>
      players.find(ref, { ...request, person: of.person, since: of.since });
    const asked = requestInBackground(find, 'command', of.hurry);
    asked.catch(() => undefined);
    if (!(await settlesWithin(asked, PROFILE_DEADLINE_MS, clock))) {
      throw new RetroAchievementsError({ kind: 'timeout' });
    }
    return asked.catch((error: unknown) => {
      if (of.had) throw error;
      return known;
    });
  }

  /** @throws UnknownPlayer or AccountGone if there is no account of another name, either. */
  async function loadRenamed(
    ref: PlayerRef,
    onPart: OnPart,
    loadOptions: LoadOptions,
  ): Promise<Library> {
    const former = await players.atHand(ref);
    if (ref.kind === 'ulid' || !former?.ulid) throw absentPlayer(ref, former);
    return load({ kind: 'ulid', ulid: former.ulid }, onPart, loadOptions);
  }

  return {
    /**
     * Fetches a whole library.
     * @param onPart called with what has come so far.
     * @param options.refresh requests the profile too, even if a fresh one is at hand.
     * @param options.hurry lets other requests go first until it aborts, which says that someone is waiting.
     * @param options.person who asked, as Discord's id: the requests are charged to them.
     * @param options.hadGames whether a copy at hand has games: then an empty answer gets a second look at once, and is
     *   only believed if it's the same minutes later.
     * @throws UnknownPlayer, AccountGone, RetroAchievementsError
     */
    load: (named: PlayerRef, onPart: OnPart, loadOptions: LoadOptions = {}): Promise<Library> =>
      load(named, onPart, loadOptions),
  };
}

/** Makes library entries, each once: every page shows the games of the pages before it again. */
function rememberEntries(
  catalogue: Catalogue,
): (games: readonly GameProgress[]) => readonly LibraryEntry[] {
  const known = new Map<GameProgress, LibraryEntry>();
  return (games) =>
    games.map((game) => {
      const entry = known.get(game) ?? toEntry(catalogue, game);
      known.set(game, entry);
      return entry;
    });
}

/** A profile on its way. Pages don't wait for it long. */
function awaitProfile(ref: PlayerRef, request: Promise<Player | null>, clock: Clock) {
  const fallback: Player = {
    name: ref.kind === 'ulid' ? (ref.lastName ?? ref.ulid) : ref.name,
    ulid: ref.kind === 'ulid' ? ref.ulid : null,
    avatarPath: null,
    motto: '',
  };
  let known: Player | undefined;
  const settled = request
    .then((player) => player ?? fallback)
    .catch(() => fallback)
    .then((player) => {
      known = player;
      return player;
    });
  let patience: Promise<unknown> | undefined;
  return {
    /** The profile; if the site fails, what the request says about the player. */
    settled,
    isSettled: () => known !== undefined,
    /** The same, after a short wait the first time and at once from then on. */
    async soon(): Promise<Player> {
      patience ??= settlesWithin(settled, PROFILE_GRACE_MS, clock);
      await patience;
      return known ?? fallback;
    },
    /** Null for a player whom the site doesn't know. @throws RetroAchievementsError */
    async certain(): Promise<Player | null> {
      if (!(await settlesWithin(request, PROFILE_DEADLINE_MS, clock))) {
        throw new RetroAchievementsError({ kind: 'timeout' });
      }
      return request;
    },
  };
}
