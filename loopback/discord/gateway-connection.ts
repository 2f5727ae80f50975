import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';

import type { GatewaySession } from './gateway-session.ts';
import type { Gateway } from './gateway.ts';

const HEARTBEAT_INTERVAL_MS = 41_250;
const MAX_PAYLOAD_BYTES = 4096;
/** Payloads that a client may send per minute. */
const PAYLOADS_A_MINUTE = 120;
const HIGHEST_INTENT = 1 << 26;
/** Privileged intents, which this application isn't approved for. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
const GUILDS_INTENT = 1;

const Close = {
  UnknownOpcode: 4001,
  DecodeError: 4002,
  NotAuthenticated: 4003,
  AuthenticationFailed: 4004,
  AlreadyAuthenticated: 4005,
  InvalidSequence: 4007,
  RateLimited: 4008,
  InvalidShard: 4010,
  InvalidVersion: 4012,
  InvalidIntents: 4013,
  DisallowedIntents: 4014,
} as const;

const payload = z.looseObject({ op: z.number(), d: z.unknown() });
const heartbeat = z.number().nullable();
const identify = z.looseObject({
  token: z.string(),
  intents: z.number(),
  properties: z.looseObject({}),
  shard: z.tuple([z.number(), z.number()]).optional(),
});
const resume = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.number() });

/** One WebSocket of a client, from HELLO to its close. */
export class GatewayConnection {
  readonly #gateway: Gateway;
  readonly #socket: WebSocket;
  readonly #receivedAt: number[] = [];
  session: GatewaySession | undefined;

  constructor(gateway: Gateway, socket: WebSocket, query: URLSearchParams) {
    this.#gateway = gateway;
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
    this.#greet(query);
  }

  #greet(query: URLSearchParams): void {
    if (query.get('v') !== '10') return this.#refuse(Close.InvalidVersion, 'only version 10');
    if (query.get('encoding') !== 'json' || query.has('compress')) {
      return this.#refuse(Close.DecodeError, 'only plain JSON');
    }
    this.#socket.on('message', (data) => this.#receive(data));
    this.send(10, { heartbeat_interval: HEARTBEAT_INTERVAL_MS });
  }

  send(op: number, d: unknown): void {
    this.sendText(JSON.stringify({ op, d, s: null, t: null }));
  }

  sendText(text: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
  }

  drop(code?: number): void {
    if (code === undefined) this.#socket.terminate();
    else this.#socket.close(code);
  }

  #refuse(code: number, reason: string): void {
    this.#gateway.world.announce('gateway', { kind: 'refused', shard: this.session?.shard });
    this.#socket.close(code, reason);
  }

  #receive(data: RawData): void {
    const text = Buffer.isBuffer(data) ? data.toString() : '';
    if (text === '' || text.length > MAX_PAYLOAD_BYTES)
      return this.#refuse(Close.DecodeError, 'size');
    if (this.#isTooMuch()) return this.#refuse(Close.RateLimited, 'rate limited');
    const parsed = payload.safeParse(jsonOf(text));
    if (!parsed.success) return this.#refuse(Close.DecodeError, 'decode error');
    const { op, d } = parsed.data;
    if (op === 1) return this.#heartbeat(d);
    if (op === 2) return this.#identify(d);
    if (op === 6) return this.#resume(d);
    if (this.session === undefined)
      return this.#refuse(Close.NotAuthenticated, 'not authenticated');
    if (![3, 4, 8, 31].includes(op)) this.#refuse(Close.UnknownOpcode, 'unknown opcode');
  }

  #isTooMuch(): boolean {
    const now = Date.now();
    this.#receivedAt.push(now);
    if (this.#receivedAt.length <= PAYLOADS_A_MINUTE) return false;
    const first = this.#receivedAt.shift();
    return first !== undefined && now - first < 60_000;
  }

  #heartbeat(d: unknown): void {
    const sequence = heartbeat.safeParse(d);
    if (!sequence.success) return this.#refuse(Close.DecodeError, 'heartbeat without sequence');
    if (sequence.data !== null) this.session?.confirm(sequence.data);
    this.send(11, null);
  }

  #identify(d: unknown): void {
    const { world } = this.#gateway;
    if (this.session !== undefined) return this.#refuse(Close.AlreadyAuthenticated, 'again');
    const parsed = identify.safeParse(d);
    if (!parsed.success) return this.#refuse(Close.DecodeError, 'identify');
    const { token, intents, shard: [shard, count] = [0, 1] } = parsed.data;
    if (token !== world.identity.token) return this.#refuse(Close.AuthenticationFailed, 'token');
    if (shard < 0 || shard >= count) return this.#refuse(Close.InvalidShard, 'shard');
    if (intents < 0 || intents >= HIGHEST_INTENT)
      return this.#refuse(Close.InvalidIntents, 'intents');
    if (intents & PRIVILEGED_INTENTS) return this.#refuse(Close.DisallowedIntents, 'intents');
    this.session = this.#gateway.begin(this, shard, count, intents);
    this.#welcome(this.session);
    world.announce('gateway', { kind: 'identified', shard });
  }

  #welcome(session: GatewaySession): void {
    const { world, url } = this.#gateway;
    const { applicationId, botUser } = world.identity;
    const guilds = this.#gateway.guildsOf(session);
    session.dispatch('READY', {
      v: 10,
      user: { ...botUser, verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url,
      application: { id: applicationId, flags: 0 },
      shard: [session.shard, session.count],
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      _trace: [],
    });
    if (!(session.intents & GUILDS_INTENT)) return;
    for (const guild of guilds) session.dispatch('GUILD_CREATE', this.#gateway.fullGuild(guild));
  }

  #resume(d: unknown): void {
    const { world } = this.#gateway;
    const parsed = resume.safeParse(d);
    if (!parsed.success) return this.#refuse(Close.DecodeError, 'resume');
    const { token, session_id, seq } = parsed.data;
    if (token !== world.identity.token) return this.#refuse(Close.AuthenticationFailed, 'token');
    const session = this.#gateway.resume(this, session_id);
    if (session === undefined) return this.send(9, false);
    if (seq > session.sequence) return this.#refuse(Close.InvalidSequence, 'sequence');
    this.session = session;
    session.replay(seq);
    session.dispatch('RESUMED', { _trace: [] });
    world.announce('gateway', { kind: 'resumed', shard: session.shard });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
