import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import { createCommandNames } from './command-names.ts';
import type { NamedCommand } from './command-names.ts';
import { healthOf } from './health.ts';
import { addGauges, createMetrics } from './metrics.ts';
import type { ObservedBot, Observer } from './observer.ts';
import { startStatusServer } from './status-server.ts';
import type { StatusPage, StatusServer } from './status-server.ts';
import { watchAnswers } from './watch-answers.ts';
import { watchCache, watchLibraries } from './watch-cache.ts';
import { watchCommand } from './watch-commands.ts';
import { watchPosts } from './watch-posts.ts';
import { watchBudget, watchSite } from './watch-site.ts';

/** The observer, and the server that it starts. */
type MetricsObserver = Omit<Observer, 'serve'> & {
  serve(bot: ObservedBot): Promise<StatusServer>;
};

const MS_PER_SECOND = 1000;

/** An observer that counts for Prometheus, and serves what it counted on a port. */
export function createMetricsObserver(options: {
  /** 0 for any that is free. */
  readonly port: number;
  readonly commands: readonly NamedCommand[];
  readonly clock: Clock;
  readonly log: Logger;
}): MetricsObserver {
  const { port, commands, clock, log } = options;
  const metrics = createMetrics();
  const answers = watchAnswers({
    clock,
    commandOf: createCommandNames(commands),
    answered: (command, ms) => metrics.answerSeconds.observe({ command }, ms / MS_PER_SECOND),
  });

  return {
    cache: (cache) =>
      watchCache(cache, (record, result) => metrics.cacheLookups.inc({ record, result })),
    budget: (budget) =>
      watchBudget(budget, clock, (priority, ms) =>
        metrics.budgetWaitSeconds.observe({ priority }, ms / MS_PER_SECOND),
      ),
    site: (site) =>
      watchSite(site, clock, (endpoint, outcome, ms) => {
        metrics.siteCalls.inc({ endpoint, outcome });
        metrics.siteCallSeconds.observe({ endpoint }, ms / MS_PER_SECOND);
      }),
    libraries: (libraries) =>
      watchLibraries(libraries, (result) => metrics.libraryLookups.inc({ result })),
    command: (command) =>
      watchCommand(command, (kind, outcome) =>
        metrics.interactions.inc({ command: command.definition.name, kind, outcome }),
      ),
    api: answers.api,
    router: answers.router,
    posts: (posts) => watchPosts(posts, (outcome) => metrics.posts.inc({ outcome })),
    async serve(bot) {
      addGauges(metrics.registry, {
        libraries: () => bot.status().libraries.count,
        isConnected: () => bot.isConnected(),
        gatewayLatencyMs: () => bot.status().gatewayLatencyMs,
        isAnnouncing: () => bot.isAnnouncing(),
      });
      const pages = {
        '/healthz': healthPage(bot, clock),
        '/metrics': metricsPage(metrics.registry),
      };
      const server = await startStatusServer({ port, pages, log });
      log.info({ port: server.port }, 'answering /healthz and /metrics');
      return server;
    },
  };
}

function healthPage(bot: ObservedBot, clock: Clock): StatusPage {
  return async () => {
    const health = healthOf(bot.status(), await bot.isConnected(), clock.now());
    return {
      status: health.discord.connected ? 200 : 503,
      type: 'application/json',
      body: `${JSON.stringify(health)}\n`,
    };
  };
}

function metricsPage(registry: {
  readonly contentType: string;
  metrics(): Promise<string>;
}): StatusPage {
  return async () => ({ status: 200, type: registry.contentType, body: await registry.metrics() });
}
