import type { StatusPage } from './status-server.ts';

/** How the bot is doing. Times are ms since 1970. */
export type BotStatus = {
  readonly version: string;
  readonly startedAt: number;
  readonly gatewayLatencyMs: number | null;
  readonly site: { readonly lastAnswerAt: number | null; readonly failingSince: number | null };
};

/** What `/healthz` says. Times are ISO 8601, UTC. */
export type Health = {
  readonly status: 'ok' | 'disconnected';
  readonly version: string;
  readonly uptimeSeconds: number;
  readonly discord: { readonly connected: boolean; readonly latencyMs: number | null };
  readonly retroAchievements: {
    readonly lastAnswerAt: string | null;
    readonly failingSince: string | null;
  };
};

/**
 * The bot is healthy while it is connected to Discord. An outage of RetroAchievements is reported but changes
 * nothing: the bot serves what it has kept, and a restart wouldn't help.
 * @param now ms since 1970.
 */
export function healthOf(status: BotStatus, isConnected: boolean, now: number): Health {
  const { version, startedAt, gatewayLatencyMs, site } = status;
  return {
    status: isConnected ? 'ok' : 'disconnected',
    version,
    uptimeSeconds: Math.floor((now - startedAt) / 1000),
    discord: { connected: isConnected, latencyMs: gatewayLatencyMs },
    retroAchievements: {
      lastAnswerAt: isoTime(site.lastAnswerAt),
      failingSince: isoTime(site.failingSince),
    },
  };
}

/** `/healthz`: 503 while the bot is not connected to Discord. */
export function healthPage(health: () => Promise<Health>): StatusPage {
  return async () => {
    const now = await health();
    return {
      status: now.discord.connected ? 200 : 503,
      type: 'application/json',
      body: `${JSON.stringify(now)}\n`,
    };
  };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
