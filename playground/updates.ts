import type { ServerResponse } from 'node:http';

import type { Snapshot, Update } from './page/wire.ts';

/** Often enough for proxies and browsers not to take the stream for dead. */
const HEARTBEAT_MS = 15_000;

/** The pages that are open, each with a stream of what happens (server-sent events). */
export class Updates {
  readonly #open = new Set<ServerResponse>();
  readonly #snapshot: () => Snapshot;
  readonly #heartbeat = setInterval(() => this.#write(':\n\n'), HEARTBEAT_MS).unref();

  constructor(snapshot: () => Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Tells a new page all there is, and from then on what changes. */
  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(line({ kind: 'set', part: this.#snapshot() }));
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  readonly send = (update: Update): void => this.#write(line(update));

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }
}

const line = (update: Update): string => `data: ${JSON.stringify(update)}\n\n`;
