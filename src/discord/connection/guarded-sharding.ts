import {
  SimpleShardingStrategy,
  WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import type { WebSocketManager } from '@discordjs/ws';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';

import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';
import { tryJson } from '#src/platform/json.ts';
import type { Logger } from '#src/platform/log.ts';

import { readGatewayPayload } from './gateway-payload.ts';
import type { GatewayMessage } from './gateway-payload.ts';

type Tools = {
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether it's stopping, so that no new connections are wanted. */
  isClosed(): boolean;
  /** Gets whatever arrived as an interaction. */
  onInteraction(payload: unknown): void;
};
type Method = (...given: readonly unknown[]) => unknown;

/** discord.js itself waits half a second. */
const CONNECT_BACKOFF = { firstMs: 1_000, longestMs: 15_000 };
/** Discord replaces the token of a bot that begins more than 1,000 sessions a day. */
const SESSION_BACKOFF = { firstMs: 1_000, longestMs: 120_000 };

/**
 * discord.js's shards, behind a guard: what the gateway sends is checked before discord.js reads it, and whatever still
 * goes wrong there leads to a new connection. Nothing outside of discord.js can catch such an error, so it would crash
 * the process.
 */
export class GuardedSharding extends SimpleShardingStrategy {
  readonly #tools: Tools;

  constructor(manager: WebSocketManager, tools: Tools) {
    super(manager);
    this.#tools = tools;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds);
    const shards: unknown = Reflect.get(this, 'shards');
    if (!(shards instanceof Map)) throw new TypeError('discord.js keeps its shards elsewhere');
    for (const shard of shards.values()) {
      if (shard instanceof WebSocketShard) guard(shard, this.#tools);
    }
  }
}

/** discord.js calls these without awaiting them. */
function guard(shard: WebSocketShard, { clock, log, isClosed, onInteraction }: Tools): void {
  const [connect, receive, beat] = [
    methodOf(shard, 'internalConnect'),
    methodOf(shard, 'onMessage'),
    methodOf(shard, 'heartbeat'),
  ];
  /** Since the shard was last ready. */
  let connections = 0;
  let greetings = 0;
  let greeted: unknown;
  const isWell = () => {
    connections = 0;
    greetings = 0;
  };
  shard.on(WebSocketShardEvents.Ready, isWell);
  shard.on(WebSocketShardEvents.Resumed, isWell);

  const failed = (error: unknown) => log.warn({ error, shard: shard.id }, 'shard failed');

  async function startAnew(error: unknown): Promise<void> {
    failed(error);
    const recover = WebSocketShardDestroyRecovery.Reconnect;
    try {
      await shard.destroy({ reason: 'Received something unreadable', recover });
    } catch (another) {
      failed(another);
    }
  }

  function guarded(method: Method): Method {
    return async (...given) => {
      try {
        return await method(...given);
      } catch (error) {
        return startAnew(error);
      }
    };
  }

  /** The first two are immediate: a connection may just have been lost. */
  async function waitForTurn(): Promise<void> {
    connections += 1;
    const byConnection = connections > 2 ? backoffMs(connections - 2, CONNECT_BACKOFF) : 0;
    const bySession = greetings > 1 ? backoffMs(greetings - 1, SESSION_BACKOFF) : 0;
    const waitMs = Math.max(byConnection, bySession);
    if (waitMs > 0) await clock.sleep(waitMs);
  }

  async function connectInTurn(): Promise<void> {
    for (;;) {
      await waitForTurn();
      // Another connection got there first.
      if (isClosed() || shard.status !== WebSocketShardStatus.Idle) return;
      try {
        await connect();
        return;
      } catch (error) {
        failed(error);
      }
    }
  }

  /** Null for what discord.js isn't to see. */
  function read(text: string): GatewayMessage | null {
    const payload = readGatewayPayload(tryJson(text));
    if (!isGreeting(payload)) return payload;
    // The first one set a timer for heartbeats, and a second one would leave that running forever.
    const connection: unknown = Reflect.get(shard, 'connection');
    if (greeted === connection) return null;
    greeted = connection;
    greetings += 1;
    return payload;
  }

  const receivePayload = guarded(receive);
  /** The interaction with the highest number, while discord.js hasn't seen it. */
  let unseen: GatewayMessage | null = null;

  async function passOn(): Promise<void> {
    const latest = unseen;
    unseen = null;
    if (latest) await receivePayload(latest);
  }

  /**
   * All that discord.js does with interactions is to note the latest one's number in the session. Someone waits for the
   * response, so it does that once the response is on its way.
   */
  function receiveText(text: unknown): void {
    let payload: GatewayMessage | null;
    try {
      // Bytes only come if compression was asked for.
      payload = typeof text === 'string' ? read(text) : null;
    } catch (error) {
      void startAnew(error);
      return;
    }
    if (!isInteraction(payload)) {
      // If it asks for a heartbeat, that confirms them, too.
      if (!unseen) void receivePayload(payload);
      else void passOn().then(() => receivePayload(payload));
      return;
    }
    onInteraction(payload.d);
    // Undici writes a request in the turn after the one that made it.
    if (!unseen) setImmediate(() => setImmediate(() => void passOn()));
    if (!unseen || sequenceOf(payload) > sequenceOf(unseen)) unseen = payload;
  }

  replace(shard, 'internalConnect', connectInTurn);
  replace(shard, 'onMessage', receiveText);
  // It's what was read above.
  replace(shard, 'unpackMessage', (payload) => payload);
  replace(shard, 'heartbeat', guarded(beat));
}

const HELLO: number = GatewayOpcodes.Hello;
const DISPATCH: number = GatewayOpcodes.Dispatch;
const INTERACTION: string = GatewayDispatchEvents.InteractionCreate;

/** A message whose number can't be read confirms nothing. */
function sequenceOf({ s }: GatewayMessage): number {
  return typeof s === 'number' ? s : -1;
}

function isGreeting(payload: GatewayMessage | null): boolean {
  return payload?.op === HELLO;
}

function isInteraction(payload: GatewayMessage | null): payload is GatewayMessage {
  return payload?.op === DISPATCH && payload.t === INTERACTION;
}

function methodOf(shard: WebSocketShard, name: string): Method {
  const method: unknown = Reflect.get(shard, name);
  if (typeof method !== 'function') throw new TypeError(`discord.js's shards have no ${name}`);
  return (...given): unknown => Reflect.apply(method, shard, given);
}

function replace(shard: WebSocketShard, name: string, method: Method): void {
  Object.defineProperty(shard, name, { value: method });
}
