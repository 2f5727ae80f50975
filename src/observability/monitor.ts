import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Signals } from '#src/platform/signals.ts';

import { createReporter } from './announcements-report.ts';
import type {
  AnnouncementHealth,
  AnnouncementsReport,
  Connections,
} from './announcements-report.ts';
import { createAnswers } from './answers.ts';
import { healthOf, healthPage } from './health.ts';
import type { BotStatus } from './health.ts';
import { createMetrics } from './metrics.ts';
import { startStatusServer } from './status-server.ts';
import type { StatusServer } from './status-server.ts';

/** What each scrape looks up. */
export type MonitoredBot = {
  status(): BotStatus & { readonly libraries: { readonly count: number } };
  /** Whether every shard of this process is connected. */
  isConnected(): Promise<boolean>;
  readonly announcements: {
    /** Null before the database is open. */
    health(): AnnouncementHealth | null;
    /** Null before the database is open. May take long, and reject. */
    report(): Promise<AnnouncementsReport | null>;
    /** Null where the database is no server. */
    connections(): Connections | null;
  };
};

export type Monitor = {
  /** Counts. */
  readonly signals: Signals;
  /**
   * Answers `/healthz` and `/metrics` until it is disposed of.
   * @throws PortUnavailable
   */
  serve(bot: MonitoredBot): Promise<StatusServer>;
};

/**
 * Counts for Prometheus, and serves the counts on a port.
 * @param options.host the address to listen on; null for all.
 * @param options.port 0 for any free one.
 */
export function createMonitor(options: {
  readonly host: string | null;
  readonly port: number;
  /** From one poll to the next, ms. */
  readonly pollMs: number;
  readonly clock: Clock;
  readonly log: Logger;
}): Monitor {
  const { host, port, pollMs, clock, log } = options;
  const metrics = createMetrics();
  const answers = createAnswers(() => clock.now());
  return {
    signals: {
      ...metrics.signals,
      answered(command, ms) {
        answers.answered();
        metrics.signals.answered(command, ms);
      },
      unanswered(command) {
        answers.unanswered();
        metrics.signals.unanswered(command);
      },
    },
    async serve(bot) {
      const { announcements } = bot;
      const report = createReporter(announcements.report, clock);
      metrics.addGauges({
        libraries: () => bot.status().libraries.count,
        isConnected: () => bot.isConnected(),
        gatewayLatencyMs: () => bot.status().gatewayLatencyMs,
        announcements: announcements.health,
        connections: announcements.connections,
        lastAnswerAt: () => answers.get().lastAnswerAt,
        pollMs,
        report,
      });
      const health = async () => {
        const [isConnected, reported] = await Promise.all([bot.isConnected(), report()]);
        const working = { isConnected, pollMs, answers: answers.get() };
        return healthOf(
          bot.status(),
          { ...working, announcements: announcements.health() },
          reported,
          clock.now(),
        );
      };
      const pages = { '/healthz': healthPage(health), '/metrics': metrics.page };
      const server = await startStatusServer({ host, port, pages, log });
      log.info(
        { host: host ?? 'all interfaces', port: server.port },
        'serving /healthz and /metrics',
      );
      return server;
    },
  };
}
