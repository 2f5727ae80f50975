import type { AllServices } from '#commands/services.ts';

import type { createAnnouncements } from './announcements/announcements.ts';
import type { Config } from './config.ts';
import type { createFirstLoads } from './people/first-loads.ts';
import { createLibraryKeeper, seenIn } from './people/library-keeper.ts';
import type { LibraryKeeper } from './people/library-keeper.ts';
import type { createPeople } from './people/people.ts';
import { settlesWithin } from './platform/clock.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import type { Library } from './progress/library.ts';
import { placeOf } from './store/database-url.ts';
import { StoreError } from './store/store-error.ts';

type Announcements = ReturnType<typeof createAnnouncements>;
type People = ReturnType<typeof createPeople>;
type Opened = {
  readonly announcements: Announcements;
  readonly people: People;
  readonly keeper: LibraryKeeper;
  readonly firstLoads: ReturnType<typeof createFirstLoads>;
};
type Options = Omit<
  Parameters<typeof createAnnouncements>[0],
  'discord' | 'links' | 'onSeen' | 'pollMs' | 'requestsPerMinute' | 'store'
> &
  Pick<Parameters<typeof createPeople>[0], 'players'>;

/** How long `/announcements` waits for the database to open; every reply comes within 15 s. */
const PATIENCE_MS = 10_000;
/** How often to look for newly known players, at most. */
const LOOK_MS = 5_000;
/** Stopping may take 10 s. */
const CLOSING_MS = 1_000;

/**
 * The database, and what needs it: people and announcements. Loading them takes as long as the rest of the start, so
 * they are opened once the bot is ready, or soon after the start if Discord is down. Whoever needs them earlier waits.
 */
export function createLateServices(
  options: Options & { readonly config: Config; readonly clock: Clock; readonly log: Logger },
) {
  const { config, clock, log } = options;
  const resources = new AsyncDisposableStack();
  const opened = Promise.withResolvers<Opened>();
  opened.promise.catch(() => undefined);
  let current: Opened | null = null;

  async function load(stop: AbortSignal): Promise<Opened> {
    const [
      { openStore },
      { MIGRATIONS },
      { createAnnouncements },
      { createPeople },
      { createFirstLoads },
    ] = await Promise.all([
      import('./store/store.ts'),
      import('./migrations.ts'),
      import('./announcements/announcements.ts'),
      import('./people/people.ts'),
      import('./people/first-loads.ts'),
    ]);
    const waiting = { clock, log, signal: stop };
    const store = resources.use(
      await openStore(config.DATABASE_URL, { migrations: MIGRATIONS, ...waiting }),
    );
    const people = createPeople({ ...options, store });
    const { games, knownPlayers } = people;
    const keeper = resources.use(createLibraryKeeper({ games, clock, log }));
    const pollMs = config.POLL_SECONDS * 1000;
    const requestsPerMinute = config.RA_REQUESTS_PER_MINUTE;
    const announcements = resources.use(
      createAnnouncements({
        ...options,
        discord: { apiUrl: config.DISCORD_API_URL, token: config.DISCORD_TOKEN },
        pollMs,
        requestsPerMinute,
        store,
        links: people.links,
        onSeen: keeper.keep,
      }),
    );
    const firstLoads = createFirstLoads({
      players: knownPlayers,
      games,
      libraries: options.libraries,
      forgetUntracked: announcements.peopleInFeeds.forgetUntracked,
      isActive: () => announcements.health().isAnnouncing,
      requestsPerMinute,
      lookMs: Math.min(pollMs, LOOK_MS),
      clock,
      log,
    });
    return { announcements, people, keeper, firstLoads };
  }

  function startFirstLoads(firstLoads: Opened['firstLoads']): void {
    const disposing = new AbortController();
    const running = firstLoads.run(disposing.signal);
    resources.defer(async () => {
      disposing.abort();
      await settlesWithin(running, CLOSING_MS, clock);
    });
  }

  async function whenOpen(): Promise<Opened> {
    const isKnown = current !== null || (await settlesWithin(opened.promise, PATIENCE_MS, clock));
    if (!isKnown) throw new StoreError('unreachable', placeOf(config.DATABASE_URL));
    return opened.promise;
  }

  return {
    /** @throws StoreError; AbortError when stopped while it waits for the database */
    async open(stop: AbortSignal): Promise<void> {
      try {
        const loaded = await load(stop);
        current = loaded;
        loaded.announcements.start(stop);
        startFirstLoads(loaded.firstLoads);
        opened.resolve(loaded);
      } catch (error) {
        opened.reject(error);
        throw error;
      }
    },
    /** For `/announcements`. @throws StoreError, also when the database takes too long to open */
    async services(): ReturnType<AllServices['announcements']> {
      const { management, channels } = (await whenOpen()).announcements;
      return { management, channels };
    },
    peopleInFeeds: async () => (await whenOpen()).announcements.peopleInFeeds,
    /** For suggestions: see `namesIn` of the tracked players. @throws StoreError */
    trackedNamesIn: async (guildId: string, start: string, limit: number) =>
      (await whenOpen()).announcements.trackedNamesIn(guildId, start, limit),
    /** For commands about people. @throws StoreError, as above */
    people: async (): Promise<People> => (await whenOpen()).people,
    /** Keeps the games of a player whom the bot knows, while nobody waits for it. */
    libraryLoaded(library: Library): void {
      const seen = current && seenIn(library);
      if (seen) current?.keeper.keep(seen);
    },
    /** For who watches the bot. */
    watched: {
      health: () => current?.announcements.health() ?? null,
      report: async () => (await current?.announcements.activity()) ?? null,
      connections: () => current?.announcements.connections() ?? null,
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}
