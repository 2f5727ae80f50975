import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Signals } from '#src/platform/signals.ts';

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
  /** Whether this process is the one that reads the award feed. */
  isAnnouncing(): boolean;
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
  readonly clock: Clock;
  readonly log: Logger;
}): Monitor {
  const { host, port, clock, log } = options;
  const metrics = createMetrics();
  return {
    signals: metrics.signals,
    async serve(bot) {
      metrics.addGauges({
        libraries: () => bot.status().libraries.count,
        isConnected: () => bot.isConnected(),
        gatewayLatencyMs: () => bot.status().gatewayLatencyMs,
        isAnnouncing: () => bot.isAnnouncing(),
      });
      const health = async () => healthOf(bot.status(), await bot.isConnected(), clock.now());
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
