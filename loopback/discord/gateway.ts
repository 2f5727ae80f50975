import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { type WebSocket, WebSocketServer } from 'ws';

import type { Guild } from './entities.ts';
import { GatewayConnection } from './gateway-connection.ts';
import { GatewaySession } from './gateway-session.ts';
import type { CommandRegistry } from './registered-command.ts';
import { shardOf } from './snowflake.ts';
import type { World } from './world.ts';

export type GatewayOptions = { shards: number; maxConcurrency: number };

/** The gateway: its connections and sessions, and which session gets an event. */
export class Gateway {
  readonly world: World;
  readonly #commands: CommandRegistry;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #connections = new Set<GatewayConnection>();
  #refusing = false;
  /** Sessions started. */
  identifies = 0;
  /** `ws://127.0.0.1:port`, set once the server listens. */
  url = '';

  constructor(world: World, commands: CommandRegistry, options: GatewayOptions) {
    this.world = world;
    this.#commands = commands;
    this.#options = options;
  }

  /** The body of `GET /gateway/bot`. */
  information(): unknown {
    return {
      url: this.url,
      shards: this.#options.shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000 - this.identifies,
        reset_after: 14_400_000,
        max_concurrency: this.#options.maxConcurrency,
      },
    };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#refusing) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) =>
      this.#accept(webSocket, request),
    );
  }

  #accept(webSocket: WebSocket, request: IncomingMessage): void {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const connection = new GatewayConnection(this, webSocket, url.searchParams);
    this.#connections.add(connection);
    webSocket.on('close', (code) => this.#closed(connection, code));
  }

  #closed(connection: GatewayConnection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session === undefined || session.connection !== connection) return;
    session.connection = undefined;
    // Closing with 1000 or 1001 ends the session; after any other close it can be resumed.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    if (this.connected().length === 0) this.#commands.touched = false;
    this.world.announce('gateway', { kind: 'disconnected', shard: session.shard });
  }

  /** Starts a session and ends any other session of the same shard. */
  begin(
    connection: GatewayConnection,
    shard: number,
    count: number,
    intents: number,
  ): GatewaySession {
    for (const [id, other] of this.#sessions) {
      if (other.shard === shard && other.count === count) this.#sessions.delete(id);
    }
    this.identifies += 1;
    const session = new GatewaySession(shard, count, intents, connection);
    this.#sessions.set(session.id, session);
    return session;
  }

  resume(connection: GatewayConnection, id: string): GatewaySession | undefined {
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    session.connection = connection;
    this.#commands.touched = true;
    return session;
  }

  guildsOf({ shard, count }: GatewaySession): Guild[] {
    return [...this.world.guilds.values()].filter(({ id }) => shardOf(id, count) === shard);
  }

  /** A server as in GUILD_CREATE. */
  fullGuild({ members, ...guild }: Guild): unknown {
    const channels = [...this.world.channels.values()].filter(
      ({ guild_id }) => guild_id === guild.id,
    );
    return {
      ...guild,
      channels,
      members: [...members.values()],
      member_count: members.size,
      emojis: [],
      stickers: [],
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      joined_at: this.world.timestamp(),
      large: false,
      unavailable: false,
    };
  }

  connected(): GatewaySession[] {
    return [...this.#sessions.values()].filter(({ connection }) => connection !== undefined);
  }

  /** Whether these shards (default: all the bot has) are connected and its commands were read or written. */
  isReady(shards?: readonly number[]): boolean {
    const connected = this.connected();
    const count = connected[0]?.count ?? 0;
    const wanted = shards ?? Array.from({ length: count }, (_, shard) => shard);
    return (
      this.#commands.touched &&
      count > 0 &&
      wanted.every((shard) => connected.some((session) => session.shard === shard))
    );
  }

  /**
   * Sends an event to its shard. A disconnected session gets it when it resumes.
   * @throws Error when the shard has no session: the bot is offline
   */
  dispatch(event: string, data: unknown, guildId: string | undefined): void {
    const sessions = [...this.#sessions.values()].filter(
      (session) => session.shard === shardOf(guildId, session.count),
    );
    const session = sessions.find(({ connection }) => connection !== undefined) ?? sessions[0];
    if (session === undefined) throw new Error(`The bot is offline: no session takes ${event}.`);
    session.dispatch(event, data);
    this.world.announce('dispatch', { event, shard: session.shard });
  }

  /** Cuts all connections, without a close frame if no code is given. Sessions can be resumed. */
  drop(code?: number): void {
    for (const connection of this.#connections) connection.drop(code);
  }

  /** Asks every client to reconnect and resume (op 7). */
  requestReconnect(): void {
    for (const connection of this.#connections) connection.send(7, null);
  }

  /** Tells every client that its session is invalid (op 9), and forgets it unless it's resumable. */
  invalidate(resumable = false): void {
    for (const connection of this.#connections) connection.send(9, resumable);
    if (!resumable) this.#sessions.clear();
  }

  /** While true, cuts every new connection before the handshake. */
  refuseConnections(refusing: boolean): void {
    this.#refusing = refusing;
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) connection.drop();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    await promise;
  }
}
