import type { Status } from '#commands/services.ts';

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
 * The bot is healthy while it is connected to Discord. An outage of RetroAchievements is told but changes
 * nothing: the bot serves what it has kept, and starting it anew would help nobody.
 * @param now ms since 1970.
 */
export function healthOf(status: Status, isConnected: boolean, now: number): Health {
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

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
