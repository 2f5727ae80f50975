import { randomBytes } from 'node:crypto';

import type { GatewayConnection } from './gateway-connection.ts';

/** Discord, too, only replays this many events. */
const REPLAY_LIMIT = 5000;

/** One shard's session. It outlives its connection and remembers what it sent. */
export class GatewaySession {
  readonly id = randomBytes(16).toString('hex');
  readonly shard: number;
  readonly count: number;
  readonly intents: number;
  connection: GatewayConnection | undefined;
  #sequence = 0;
  #sent: { sequence: number; text: string }[] = [];

  constructor(shard: number, count: number, intents: number, connection: GatewayConnection) {
    this.shard = shard;
    this.count = count;
    this.intents = intents;
    this.connection = connection;
  }

  get sequence(): number {
    return this.#sequence;
  }

  dispatch(event: string, data: unknown): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: 0, t: event, s: this.#sequence, d: data });
    this.#sent.push({ sequence: this.#sequence, text });
    if (this.#sent.length > REPLAY_LIMIT) this.#sent = this.#sent.slice(-REPLAY_LIMIT / 2);
    this.connection?.sendText(text);
  }

  /** The client has received everything up to this sequence. */
  confirm(sequence: number): void {
    this.#sent = this.#sent.filter((event) => event.sequence > sequence);
  }

  /** Replays what the client missed. */
  replay(after: number): void {
    for (const { sequence, text } of this.#sent) {
      if (sequence > after) this.connection?.sendText(text);
    }
  }
}
