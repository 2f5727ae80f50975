import { DiscordAPIError } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { GatewayCloseCodes, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { APIInteraction } from 'discord-api-types/v10';

import type { Clock } from '#src/clock.ts';
import type { Logger } from '#src/log.ts';

export type GatewayOptions = {
  readonly token: string;
  readonly rest: REST;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  onInteraction(interaction: APIInteraction): void;
};

export type Gateway = {
  /** Resolves with the application's id once every shard of this process is ready. Waits out an outage. */
  connect(): Promise<string>;
  /** Round trip of the last heartbeat, ms; null before the first. */
  latencyMs(): number | null;
} & AsyncDisposable;

/** Discord does not know the token: nothing but a new one helps. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
const RECONNECT_DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * The connection over which interactions arrive. It asks for no intents: nothing is sent but interactions,
 * so nothing has to be cached, however many servers there are.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { token, rest, clock, log } = options;
  let latency: number | null = null;
  let applicationId = '';
  const refused = Promise.withResolvers<never>();
  refused.promise.catch(() => undefined);

  const manager = new WebSocketManager({
    token,
    intents: 0,
    rest,
    shardCount: options.shardCount ?? null,
    shardIds: options.shardIds ? [...options.shardIds] : null,
  });
  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(data.d);
  });
  manager.on(WebSocketShardEvents.Ready, ({ data, shardId }) => {
    applicationId = data.application.id;
    log.info({ shard: shardId, servers: data.guilds.length }, 'shard ready');
  });
  manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => {
    log.info({ shard: shardId }, 'shard resumed');
  });
  manager.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    log.warn({ shard: shardId, code }, 'shard closed');
    if (code === AUTHENTICATION_FAILED) refused.reject(new TokenRefused());
  });
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) => {
    log.warn({ error, shard: shardId }, 'shard error');
  });
  manager.on(WebSocketShardEvents.HeartbeatComplete, ({ latency: measured }) => {
    latency = measured;
  });

  async function connect(): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await Promise.race([manager.connect(), refused.promise]);
        return applicationId;
      } catch (error) {
        if (isTokenRefused(error))
          throw new TokenRefused('Discord refused the token', { cause: error });
        const delay = RECONNECT_DELAYS_MS[Math.min(attempt, RECONNECT_DELAYS_MS.length - 1)] ?? 0;
        log.warn({ error, retryInMs: delay }, 'Discord is out of reach; trying again');
        await clock.sleep(delay);
      }
    }
  }

  return {
    connect,
    latencyMs: () => latency,
    async [Symbol.asyncDispose]() {
      await manager.destroy();
    },
  };
}

function isTokenRefused(error: unknown): boolean {
  return (
    error instanceof TokenRefused || (error instanceof DiscordAPIError && error.status === 401)
  );
}
