import type { DiscordAPIError, REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents, WebSocketShardStatus } from '@discordjs/ws';
import type { SessionInfo } from '@discordjs/ws';
import { GatewayCloseCodes } from 'discord-api-types/v10';

import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import { readGatewayInformation } from './gateway-payload.ts';
import { GuardedSharding } from './guarded-sharding.ts';
import { ShardsRefused, TokenRefused, VersionRefused, waitOutOutage } from './outage.ts';
import type { GatewayRefusal } from './outage.ts';

export type GatewayOptions = {
  readonly token: string;
  readonly rest: REST;
  readonly shardCount: number | undefined;
  readonly shardIds: readonly number[] | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  /** Gets whatever arrived as an interaction. */
  onInteraction(payload: unknown): void;
};

export type Gateway = ReturnType<typeof createGateway>;

/** Connecting again wouldn't help. [discord-api-docs, Gateway Close Event Codes: "Reconnect: false"] */
const REFUSALS: ReadonlyMap<number, (code: number) => GatewayRefusal> = new Map<
  number,
  (code: number) => GatewayRefusal
>([
  [GatewayCloseCodes.AuthenticationFailed, () => new TokenRefused()],
  [GatewayCloseCodes.InvalidShard, () => new ShardsRefused()],
  [GatewayCloseCodes.ShardingRequired, () => new ShardsRefused()],
  [GatewayCloseCodes.InvalidAPIVersion, (code) => new VersionRefused('API version', code)],
  [GatewayCloseCodes.InvalidIntents, (code) => new VersionRefused('intents', code)],
  [GatewayCloseCodes.DisallowedIntents, (code) => new VersionRefused('intents', code)],
]);

const NOT_FOUND = 404;
/** Stopping may take 10 s. */
const GOODBYE_MS = 2_000;

/**
 * The connection over which interactions arrive. It asks for no intents, so Discord sends nothing else and nothing has
 * to be cached, however many servers there are.
 */
export function createGateway(options: GatewayOptions) {
  const { token, rest, clock, log, onInteraction } = options;
  let latency: number | null = null;
  let applicationId = '';
  let isClosed = false;
  const sessions = new Map<number, SessionInfo>();
  const refused = Promise.withResolvers<never>();
  refused.promise.catch(() => undefined);

  const manager = new WebSocketManager({
    token,
    intents: 0,
    rest: withReadInformation(rest),
    buildStrategy: (self) =>
      new GuardedSharding(self, { clock, log, isClosed: () => isClosed, onInteraction }),
    shardCount: options.shardCount ?? null,
    shardIds: options.shardIds ? [...options.shardIds] : null,
    // discord.js would share them between all gateways of the process.
    retrieveSessionInfo: (shard) => sessions.get(shard) ?? null,
    updateSessionInfo(shard, session) {
      if (session) sessions.set(shard, session);
      else sessions.delete(shard);
    },
  });
  manager.on(WebSocketShardEvents.Ready, ({ application, guilds }, shard) => {
    applicationId = application.id;
    log.info({ shard, servers: guilds.length }, 'shard ready');
  });
  manager.on(WebSocketShardEvents.Resumed, (shard) => log.info({ shard }, 'shard resumed'));
  manager.on(WebSocketShardEvents.Closed, (code, shard) => {
    log.warn({ shard, code }, 'shard closed');
    const refusal = REFUSALS.get(code);
    if (refusal) refused.reject(refusal(code));
  });
  const failed = (error: Error, shard: number) => log.warn({ error, shard }, 'shard error');
  manager.on(WebSocketShardEvents.Error, failed);
  manager.on(WebSocketShardEvents.SocketError, failed);
  manager.on(WebSocketShardEvents.HeartbeatComplete, ({ latency: measured }) => {
    latency = measured;
  });

  async function connectOnce(): Promise<void> {
    // The manager would count only the shards named here, and other machines would count differently.
    if (options.shardIds && !options.shardCount) {
      const { shards } = await manager.fetchGatewayInformation();
      if (options.shardIds.some((id) => id >= shards)) {
        refused.reject(new ShardsRefused());
        return refused.promise;
      }
      manager.options.shardCount = shards;
    }
    return manager.connect();
  }

  async function connect(): Promise<string> {
    await waitOutOutage(() => Promise.race([connectOnce(), refused.promise]), {
      clock,
      log,
      isFinal: isWrongAddress,
    });
    return applicationId;
  }

  return {
    /**
     * Resolves with the application's id once every shard of this process is ready. Waits out an outage.
     * @throws GatewayRefusal
     */
    connect,
    /** Rejects with a GatewayRefusal when Discord ends the connection for good, at any time. */
    ended: refused.promise,
    /** Round trip of the last heartbeat, ms; null before the first. */
    latencyMs: () => latency,
    /** Whether every shard of this process is ready now. */
    async isConnected(): Promise<boolean> {
      const statuses = await manager.fetchStatus();
      return statuses.size > 0 && statuses.every((status) => status === WebSocketShardStatus.Ready);
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      // A shard that was closed while it connected may never say that it ended.
      await settlesWithin(Promise.resolve(manager.destroy()), GOODBYE_MS, clock);
    },
  };
}

/** What is asked is always the same: any other refusal comes from an outage, such as Cloudflare's 403. */
function isWrongAddress({ status }: DiscordAPIError): boolean {
  return status === NOT_FOUND;
}

/** The same client, for the one request that discord.js's gateway makes. */
function withReadInformation(rest: REST): REST {
  const get: REST['get'] = async (route, data) =>
    readGatewayInformation(await rest.get(route, data));
  const guarded: REST = Object.create(rest, { get: { value: get } });
  return guarded;
}
