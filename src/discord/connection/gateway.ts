import type { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents, WebSocketShardStatus } from '@discordjs/ws';
import { GatewayCloseCodes, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { APIInteraction } from 'discord-api-types/v10';

import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import { ShardsRefused, TokenRefused, waitOutOutage } from './outage.ts';

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
  /**
   * Resolves with the application's id once every shard of this process is ready. Waits out an outage.
   * @throws TokenRefused, ShardsRefused
   */
  connect(): Promise<string>;
  /** Rejects when Discord ends the connection for good, also long after it was made: TokenRefused, ShardsRefused. */
  readonly ended: Promise<never>;
  /** Round trip of the last heartbeat, ms; null before the first. */
  latencyMs(): number | null;
  /** Whether every shard of this process is ready now. */
  isConnected(): Promise<boolean>;
} & AsyncDisposable;

/** Connecting again would meet the same refusal; with no intents asked for, these are all that can come. */
const REFUSALS: ReadonlyMap<number, () => Error> = new Map<number, () => Error>([
  [GatewayCloseCodes.AuthenticationFailed, () => new TokenRefused()],
  [GatewayCloseCodes.InvalidShard, () => new ShardsRefused()],
  [GatewayCloseCodes.ShardingRequired, () => new ShardsRefused()],
]);

/**
 * The connection over which interactions arrive. It asks for no intents: nothing is sent but interactions,
 * so nothing has to be cached, however many servers there are.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { token, rest, log } = options;
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
    const refusal = REFUSALS.get(code);
    if (refusal) refused.reject(refusal());
  });
  manager.on(WebSocketShardEvents.Error, ({ error, shardId }) => {
    log.warn({ error, shard: shardId }, 'shard error');
  });
  manager.on(WebSocketShardEvents.HeartbeatComplete, ({ latency: measured }) => {
    latency = measured;
  });

  async function connectOnce(): Promise<void> {
    // Left to itself, the manager would count only the shards named here, and other machines would count others.
    if (options.shardIds && !options.shardCount) {
      manager.options.shardCount = (await manager.fetchGatewayInformation()).shards;
    }
    await manager.connect();
  }

  async function connect(): Promise<string> {
    await waitOutOutage(() => Promise.race([connectOnce(), refused.promise]), options);
    return applicationId;
  }

  return {
    connect,
    ended: refused.promise,
    latencyMs: () => latency,
    async isConnected() {
      const statuses = await manager.fetchStatus();
      return statuses.size > 0 && statuses.every((status) => status === WebSocketShardStatus.Ready);
    },
    async [Symbol.asyncDispose]() {
      await manager.destroy();
    },
  };
}
