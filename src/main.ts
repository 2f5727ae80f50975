import { once } from 'node:events';

import { commands } from '#commands/index.ts';
import type { AllServices } from '#commands/services.ts';

import { createAnnouncing } from './announcing.ts';
import { readConfig } from './config.ts';
import { createGateway } from './discord/connection/gateway.ts';
import { waitOutOutage } from './discord/connection/outage.ts';
import { createPublishedCommands } from './discord/connection/published-commands.ts';
import { createInteractionRest, createRest } from './discord/connection/rest.ts';
import { createInteractionApi } from './discord/interactions/interaction-api.ts';
import { createLiveMessages } from './discord/interactions/live-messages.ts';
import { createRouter } from './discord/interactions/router.ts';
import { fatalSentence } from './fatal.ts';
import { createFailureTexts } from './messages/failures.ts';
import { createTranslations } from './messages/languages/translate.ts';
import { MIGRATIONS } from './migrations.ts';
import { createObserver } from './observability/observer.ts';
import { systemClock } from './platform/clock.ts';
import { createInFlight } from './platform/in-flight.ts';
import { createLog } from './platform/log.ts';
import { openCache } from './platform/open-cache.ts';
import { USER_AGENT, VERSION } from './platform/version.ts';
import { createCatalogue } from './progress/catalogue.ts';
import { createLibraries } from './progress/libraries.ts';
import { createLibraryLoader } from './progress/library-loader.ts';
import { createLibraryPages } from './progress/pages.ts';
import { createPlayers } from './progress/players.ts';
import { createRecentPlayers } from './progress/recent-players.ts';
import { createRefreshLimit } from './progress/show.ts';
import { createRetroAchievements } from './retroachievements/client.ts';
import { createRequestBudget } from './retroachievements/http/budget.ts';
import { rejectIfKeyRefused } from './retroachievements/key-check.ts';
import { watchHealth } from './retroachievements/site-health.ts';
import { openStore } from './store/store.ts';

/** Runs the bot until it is told to stop, or until something only the operator can mend ends it. */
async function main(): Promise<void> {
  const stop = new AbortController();
  // Not once: npm passes on what its process group has got already, and a second signal without a listener would kill.
  process.on('SIGTERM', () => stop.abort());
  process.on('SIGINT', () => stop.abort());
  await using resources = new AsyncDisposableStack();

  const config = readConfig();
  const clock = systemClock;
  const startedAt = clock.now();
  const log = createLog(config.LOG_LEVEL, [config.DISCORD_TOKEN, config.RA_API_KEY]);
  process.once('uncaughtException', (error) => {
    log.fatal({ error }, 'the bot ended');
    process.exit(1);
  });
  const observer = await createObserver({ port: config.PORT, commands, clock, log });
  const cache = resources.use(observer.cache(openCache({ url: config.CACHE_URL, log })));

  const store = resources.use(
    await openStore(config.DATABASE_URL, {
      migrations: MIGRATIONS,
      clock,
      log,
      signal: stop.signal,
    }),
  );

  const requestsPerMinute = config.RA_REQUESTS_PER_MINUTE;
  const budget = observer.budget(createRequestBudget({ requestsPerMinute, clock }));
  const client = resources.use(
    createRetroAchievements({
      baseUrl: config.RA_URL,
      apiKey: config.RA_API_KEY,
      ...(config.RA_USERNAME === undefined ? {} : { username: config.RA_USERNAME }),
      userAgent: USER_AGENT,
      budget,
      clock,
      log,
    }),
  );
  const { site, health } = watchHealth(observer.site(client), clock);

  const catalogue = createCatalogue();
  const players = createPlayers({ site, cache, clock });
  const loader = createLibraryLoader({ site, players, catalogue, clock });
  const ttlMs = config.CACHE_TTL_SECONDS * 1000;
  const libraries = observer.libraries(
    createLibraries({ loader, players, catalogue, cache, clock, log, ttlMs }),
  );

  const translate = createTranslations();
  const rest = createRest({ apiUrl: config.DISCORD_API_URL, token: config.DISCORD_TOKEN });
  const definitions = commands.map(({ definition }) => definition);
  const published = createPublishedCommands(rest, definitions);
  const { engine, channels } = createAnnouncing({
    config,
    store,
    site,
    libraries,
    translate,
    mention: published.mention,
    watch: observer.posts,
    clock,
    log,
  });
  const services: AllServices = {
    announcements: engine.announcements,
    channels,
    mediaUrl: config.RA_MEDIA_URL,
    libraries,
    pages: createLibraryPages({ mediaUrl: config.RA_MEDIA_URL, translate }),
    players,
    recentPlayers: createRecentPlayers(),
    refreshes: createRefreshLimit(clock),
    clock,
    translate,
    mention: published.mention,
    status: () => ({
      version: VERSION,
      startedAt,
      gatewayLatencyMs: gateway.latencyMs(),
      site: health(),
      libraries: libraries.holdings(),
    }),
  };

  resources.use(engine);
  const api = resources.use(
    observer.api(
      createInteractionApi({
        apiUrl: config.DISCORD_API_URL,
        rest: createInteractionRest(config.DISCORD_API_URL),
        clock,
      }),
    ),
  );
  const inFlight = resources.use(createInFlight(clock));
  const router = observer.router(
    createRouter({
      commands: commands.map((command) => observer.command(command)),
      services,
      texts: createFailureTexts({ clock, translate, mention: published.mention }),
      api,
      live: createLiveMessages(),
      clock,
      log,
    }),
  );
  const gateway = resources.use(
    createGateway({
      token: config.DISCORD_TOKEN,
      rest,
      shardCount: config.SHARD_COUNT,
      shardIds: config.SHARD_IDS,
      clock,
      log,
      onInteraction: (interaction) => inFlight.add(router(interaction)),
    }),
  );
  resources.use(
    await observer.serve({
      status: services.status,
      isConnected: gateway.isConnected,
      isAnnouncing: engine.isAnnouncing,
    }),
  );

  const connect = async () => {
    const applicationId = await gateway.connect();
    await waitOutOutage(() => published.publish(applicationId), { clock, log }).catch(
      (error: unknown) => {
        if (fatalSentence(error)) throw error;
        log.error({ error }, 'the commands could not be registered; those that Discord has go on');
      },
    );
    log.info({ version: VERSION, startedInMs: clock.now() - startedAt }, 'ready');
  };
  engine.start(stop.signal);
  // An outage of either side ends nothing; a token or a key that is wrong would stay wrong.
  const ended = Promise.race([
    once(stop.signal, 'abort'),
    gateway.ended,
    rejectIfKeyRefused(site, log),
  ]);
  await Promise.race([connect(), ended]);
  await ended;
  log.info('stopping');
}

let exitCode = 0;
try {
  await main();
} catch (error) {
  // Told to stop while it still waited for the database.
  const isStopped = error instanceof Error && error.name === 'AbortError';
  const sentence = fatalSentence(error);
  if (sentence === null && !isStopped) throw error;
  if (sentence !== null) process.stderr.write(`${sentence}\n`);
  exitCode = isStopped ? 0 : 1;
}
// Everything is closed; a connection that was only just being made must not keep the process.
process.exit(exitCode);
