import { once } from 'node:events';

import { allCommands } from '#commands/index.ts';
import type { AllServices } from '#commands/services.ts';

import { createComparisons } from './comparison/kept-comparisons.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { createGateway } from './discord/connection/gateway.ts';
import type { Gateway } from './discord/connection/gateway.ts';
import { waitOutOutage } from './discord/connection/outage.ts';
import { createPublishedCommands } from './discord/connection/published-commands.ts';
import type { PublishedCommands } from './discord/connection/published-commands.ts';
import { createRest } from './discord/connection/rest.ts';
import { createInteractionApi } from './discord/interactions/interaction-api.ts';
import { createLiveMessages } from './discord/interactions/live-messages.ts';
import { createRouter } from './discord/interactions/router.ts';
import { fatalSentence } from './fatal.ts';
import { createLateServices } from './late-services.ts';
import { createLibraryServices, createSite } from './library-services.ts';
import type { Tools } from './library-services.ts';
import { createFailureTexts } from './messages/failures.ts';
import { localizeCommands } from './messages/languages/localize-commands.ts';
import { createTranslations } from './messages/languages/translate.ts';
import type { Translations } from './messages/languages/translate.ts';
import { settlesWithin, systemClock } from './platform/clock.ts';
import { createInFlight } from './platform/in-flight.ts';
import { createLog } from './platform/log.ts';
import { openCache } from './platform/open-cache.ts';
import { SILENT } from './platform/signals.ts';
import { VERSION } from './platform/version.ts';
import { endInTime, logBeforeCrash, stopSignal } from './process-end.ts';
import { createExportQueue } from './progress/export-queue.ts';
import { createFileLimit } from './progress/file-limit.ts';
import { createLibraryPages } from './progress/pages.ts';
import { createRecentPlayers } from './progress/recent-players.ts';
import { createRefreshLimit } from './progress/refresh-limit.ts';
import { rejectIfKeyRefused } from './retroachievements/key-check.ts';
import { startSummary } from './start-summary.ts';
import { createPainter } from './statistics/picture/painter.ts';
import { createStatisticsPictures } from './statistics/statistics-pictures.ts';

/** The announcements wait this long for Discord, then open without it. */
const OPEN_AFTER_MS = 2_000;

/** Runs the bot until it is told to stop, or until something only the operator can fix ends it. */
async function main(): Promise<void> {
  const stop = stopSignal();
  await using resources = new AsyncDisposableStack();

  const config = readConfig();
  const clock = systemClock;
  const startedAt = clock.now();
  const log = createLog(config.LOG_LEVEL, [config.DISCORD_TOKEN, config.RA_API_KEY]);
  logBeforeCrash(log);
  log.info(startSummary(config), 'starting');
  const monitor = await createMonitorFor(config, { clock, log });
  const tools: Tools = { clock, log, signals: monitor?.signals ?? SILENT };

  const cache = resources.use(openCache({ url: config.CACHE_URL, ...tools }));
  const site = resources.use(createSite(config, tools));
  const { players, libraries } = createLibraryServices({
    config,
    site,
    cache,
    tools,
    onWhole: (library) => late.libraryLoaded(library),
  });

  const translate = createTranslations();
  const rest = createRest({ apiUrl: config.DISCORD_API_URL, token: config.DISCORD_TOKEN, log });
  const definitions = allCommands.map(({ definition }) => definition);
  const published = createPublishedCommands(rest, () => localizeCommands(definitions, translate));
  const { mention } = published;
  const mediaUrl = config.RA_MEDIA_URL;
  const late = resources.use(
    createLateServices({
      config,
      site,
      players,
      libraries,
      translate,
      mention,
      mediaUrl,
      ...tools,
    }),
  );
  const painter = resources.use(createPainter({ clock, log }));
  const services: AllServices = {
    announcements: late.services,
    people: late.people,
    trackedNamesIn: late.trackedNamesIn,
    peopleInFeeds: late.peopleInFeeds,
    mediaUrl,
    policyUrl: config.POLICY_URL ?? null,
    libraries,
    exports: createExportQueue({ clock }),
    pages: createLibraryPages({ mediaUrl, translate }),
    comparisons: createComparisons(),
    players,
    recentPlayers: createRecentPlayers(),
    refreshes: createRefreshLimit(clock),
    exportLimit: createFileLimit(clock),
    pictures: createStatisticsPictures({ painter, clock }),
    pictureLimit: createFileLimit(clock),
    clock,
    random: Math.random,
    translate,
    mention,
    status: () => ({
      version: VERSION,
      startedAt,
      gatewayLatencyMs: gateway.latencyMs(),
      site: site.health(),
      libraries: libraries.holdings(),
    }),
  };

  const apiUrl = config.DISCORD_API_URL;
  const api = resources.use(createInteractionApi({ apiUrl, clock, log }));
  const inFlight = resources.use(createInFlight(clock));
  const texts = createFailureTexts({ clock, translate, mention });
  const live = createLiveMessages();
  const router = createRouter({ commands: allCommands, services, texts, api, live, ...tools });
  const gateway = resources.use(
    createGateway({
      token: config.DISCORD_TOKEN,
      rest,
      shardCount: config.SHARD_COUNT,
      shardIds: config.SHARD_IDS,
      onInteraction: (interaction) => inFlight.add(router(interaction)),
      clock,
      log,
    }),
  );
  const { isConnected } = gateway;
  const announcements = late.watched;
  const { status } = services;
  if (monitor) resources.use(await monitor.serve({ status, isConnected, announcements }));

  const connected = connect({ gateway, published, translate, startedAt, ...tools });
  // Even while Discord is down, awards are collected.
  const soon = Promise.race([connected, settlesWithin(connected, OPEN_AFTER_MS, clock)]);
  // No outage ends the bot, but a refused token, key, or password does, because it won't get better.
  const ended = Promise.race([
    once(stop, 'abort'),
    gateway.ended,
    cache.refused,
    soon.then(() => rejectIfKeyRefused(site, log)),
  ]);
  const opened = soon.then(() => late.open(stop));
  await Promise.race([Promise.all([connected, opened]), ended]);
  await ended;
  log.info('stopping');
  endInTime(log);
}

/** Without PORT, nobody looks at metrics, so nothing is counted or even loaded. */
async function createMonitorFor(config: Config, tools: Omit<Tools, 'signals'>) {
  const { PORT: address, POLL_SECONDS } = config;
  if (address === undefined) return null;
  const { createMonitor } = await import('./observability/monitor.ts');
  return createMonitor({ ...address, pollMs: POLL_SECONDS * 1000, ...tools });
}

/** Connects to Discord and registers the commands if they have changed. */
async function connect(
  options: Tools & {
    readonly gateway: Gateway;
    readonly published: PublishedCommands;
    readonly translate: Translations;
    readonly startedAt: number;
  },
): Promise<void> {
  const { gateway, published, translate, startedAt, clock, log } = options;
  const [applicationId] = await Promise.all([gateway.connect(), translate.load()]);
  try {
    await waitOutOutage(() => published.publish(applicationId), { clock, log });
  } catch (error) {
    if (fatalSentence(error)) throw error;
    log.error({ error }, 'the commands could not be registered; Discord keeps the old ones');
  }
  log.info({ version: VERSION, startedInMs: clock.now() - startedAt }, 'ready');
}

/** Runs the bot and ends the process. */
export async function run(): Promise<never> {
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
  // Everything is closed, but a connection that was still being made must not keep the process alive.
  process.exit(exitCode);
}
