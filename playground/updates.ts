import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { WebSocketServer } from 'ws';

import type { Snapshot, Update } from './page/wire.ts';

/**
 * The pages that are open, each told what happens. Over WebSockets, because browsers keep no more than six
 * HTTP/1.1 connections to a host: as many open streams would leave none for what the pages ask.
 */
export class Updates {
  readonly #pages = new WebSocketServer({ noServer: true });
  readonly #snapshot: () => Snapshot;

  constructor(snapshot: () => Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Tells a new page all there is, and from then on what changes. */
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
