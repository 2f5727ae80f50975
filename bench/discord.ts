import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';

import { APPLICATION_ID, BOT_USER, guildIdOf } from './identity.ts';

/** A first response as it came in. */
export type Answer = {
  /** By performance.now(), ms: from the event's dispatch until the last byte of the response was there. */
  readonly ms: number;
  readonly body: Buffer;
};

/** One interaction, ready to be sent: text before and after its id and token. */
export type InteractionText = (id: string, token: string) => string;

type Waiting = {
  readonly sentAt: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
};

const READY = {
  v: 10,
  user: BOT_USER,
  session_id: 'bench',
  application: { id: APPLICATION_ID, flags: 0 },
};

/** As Discord has it. */
export const SERVERS_A_SHARD = 2_500;

/** How large this Discord is, and how fast. */
export type DiscordSize = {
  /** How many servers the bot is in. */
  readonly servers?: number;
  /** How long it takes to answer a post, ms. */
  readonly postMs?: number;
  /** Whether it accepts another request now. Answers to interactions don't count. Accepts all if left out. */
  readonly takes?: () => boolean;
};

const gatewayPayload = z.object({ op: z.number(), d: z.unknown() });
const identify = z.object({ shard: z.tuple([z.number(), z.number()]).default([0, 1]) });
const CALLBACK = /^\/api\/v10\/interactions\/(\d+)\/[^/]+\/callback/;
const POST = /^\/api\/v10\/channels\/\d+\/messages$/;
const COMMANDS = `/api/v10/applications/${APPLICATION_ID}/commands`;

/**
 * As little of Discord as a benchmark needs, so that it measures the bot: the tests' loopback Discord checks every
 * request, which takes longer than either bot takes to answer.
 */
export class BenchDiscord implements AsyncDisposable {
  readonly #server: Server = createServer((request, response) => this.#serve(request, response));
  readonly #gateway = new WebSocketServer({ server: this.#server });
  readonly #waiting = new Map<string, Waiting>();
  readonly #ready = Promise.withResolvers<void>();
  #socket: WebSocket | undefined;
  #sequence = 0;
  #lastId = 1_200_000_000_000_000_000n;
  #commands: unknown = [];
  /** When each message was posted in a channel, ms since 1970. */
  readonly postedAt: number[] = [];
  /** How many requests it has turned away. */
  refused = 0;
  readonly #postMs: number;
  readonly #takes: () => boolean;
  readonly #guilds: readonly object[];

  private constructor({ servers = 0, postMs = 0, takes = () => true }: DiscordSize) {
    this.#postMs = postMs;
    this.#takes = takes;
    // A bot without intents gets the servers' ids, and nothing else about them.
    this.#guilds = Array.from({ length: servers }, (_, index) => ({
      id: guildIdOf(index),
      unavailable: true,
    }));
  }

  static async start(size: DiscordSize): Promise<BenchDiscord> {
    const discord = new BenchDiscord(size);
    const { promise, resolve } = Promise.withResolvers<void>();
    discord.#server.listen(0, '127.0.0.1', resolve);
    await promise;
    discord.#gateway.on('connection', (socket) => discord.#greet(socket));
    return discord;
  }

  /** For DISCORD_API_URL. */
  get apiUrl(): string {
    return `http://${this.#host}/api`;
  }

  get #host(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    return `127.0.0.1:${address.port}`;
  }

  /** Settled when the bot is connected and has registered its commands. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** The commands as they were registered. */
  get commands(): unknown {
    return this.#commands;
  }

  /** How many messages were posted in channels. */
  get posts(): number {
    return this.postedAt.length;
  }

  /** Sends an interaction and waits for its first response. */
  ask(text: InteractionText): Promise<Answer> {
    this.#lastId += 4_194_304n;
    const id = this.#lastId.toString();
    this.#sequence += 1;
    const d = text(id, tokenOf(id));
    const event = `{"op":0,"t":"INTERACTION_CREATE","s":${this.#sequence},"d":${d}}`;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { sentAt: performance.now(), resolve, reject });
      this.#socket?.send(event);
    });
  }

  /** Ends every wait: the bot is gone. */
  abandon(reason: Error): void {
    this.#ready.reject(reason);
    for (const { reject } of this.#waiting.values()) reject(reason);
  }

  #greet(socket: WebSocket): void {
    this.#socket = socket;
    this.#sequence = 1;
    socket.send('{"op":10,"d":{"heartbeat_interval":41250}}');
    socket.on('message', (data) => {
      const { op, d } = gatewayPayload.parse(
        JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''),
      );
      if (op === 1) socket.send('{"op":11}');
      if (op === 2) this.#begin(socket, identify.parse(d).shard);
    });
  }

  #begin(socket: WebSocket, shard: readonly [number, number]): void {
    const [id, count] = shard;
    const guilds = this.#guilds.filter((_, index) => index % count === id);
    const d = { ...READY, shard, guilds, resume_gateway_url: `ws://${this.#host}` };
    socket.send(JSON.stringify({ op: 0, t: 'READY', s: 1, d }));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const now = performance.now();
      const [, id] = CALLBACK.exec(request.url ?? '') ?? [];
      if (id === undefined) return this.#serveOther(request, response, Buffer.concat(parts));
      const withResponse = request.url?.endsWith('with_response=true') ?? false;
      if (withResponse) json(response, { resource: { type: 4, message: { id } } });
      else response.writeHead(204).end();
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      waiting?.resolve({ ms: now - waiting.sentAt, body: Buffer.concat(parts) });
      return undefined;
    });
  }

  #serveOther({ method, url }: IncomingMessage, response: ServerResponse, body: Buffer): void {
    if (!this.#takes()) {
      this.refused += 1;
      turnAway(response);
    } else if (url === '/api/v10/gateway/bot') {
      const session_start_limit = {
        total: 1000,
        remaining: 1000,
        reset_after: 14_400_000,
        max_concurrency: 1,
      };
      const shards = Math.max(1, Math.ceil(this.#guilds.length / SERVERS_A_SHARD));
      json(response, { url: `ws://${this.#host}`, shards, session_start_limit });
    } else if (url?.startsWith(COMMANDS)) {
      if (method === 'PUT') this.#write(JSON.parse(String(body)));
      json(response, this.#commands);
    } else if (method === 'POST' && POST.test(url ?? '')) {
      this.postedAt.push(Date.now());
      if (this.#postMs === 0) json(response, { id: '1' });
      else setTimeout(() => json(response, { id: '1' }), this.#postMs);
    } else {
      // Edits while a library loads.
      json(response, { id: '1' });
    }
  }

  #write(commands: readonly object[]): void {
    this.#commands = commands.map((command, index) => ({
      id: String(1_100_000_000_000_000_100n + BigInt(index)),
      application_id: APPLICATION_ID,
      version: '1',
      default_member_permissions: null,
      type: 1,
      ...command,
    }));
    this.#ready.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#gateway.close();
    for (const client of this.#gateway.clients) client.terminate();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }
}

/** As long as Discord's are. */
function tokenOf(id: string): string {
  return Buffer.from(`interaction:${id}:${id.repeat(4)}`)
    .toString('base64url')
    .padEnd(164, 'x');
}

/** As Discord does with a bot that makes more than 50 requests a second. */
function turnAway(response: ServerResponse): void {
  const retry_after = 1 - (Date.now() % 1_000) / 1_000;
  const headers = {
    'content-type': 'application/json',
    'retry-after': '1',
    'x-ratelimit-global': 'true',
    'x-ratelimit-scope': 'global',
  };
  const message = 'You are being rate limited.';
  response.writeHead(429, headers).end(JSON.stringify({ message, retry_after, global: true }));
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
