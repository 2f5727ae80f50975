import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';

import type { Snapshot, Update } from './page/wire.ts';

/**
 * Sends updates to all open pages. Uses WebSockets, because browsers allow only six HTTP/1.1 connections
 * per host, which open streams would use up.
 */
export class Updates {
  readonly #pages = new WebSocketServer({ noServer: true });
  readonly #snapshot: () => Snapshot;

  constructor(snapshot: () => Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Sends a new page everything, then changes. */
  open(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#pages.handleUpgrade(request, socket, head, (page) => {
      page.on('error', () => page.terminate());
      page.send(JSON.stringify({ kind: 'set', part: this.#snapshot() } satisfies Update));
    });
  }

  readonly send = (update: Update): void => {
    const text = JSON.stringify(update);
    for (const page of this.#pages.clients) page.send(text);
  };

  [Symbol.dispose](): void {
    for (const page of this.#pages.clients) page.terminate();
    this.#pages.close();
  }
}
