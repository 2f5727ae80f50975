import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What becomes of connections, those that are open included. */
export type ProxyMode =
  | { readonly kind: 'through' }
  /** Nobody listens, and open connections are cut. */
  | { readonly kind: 'refuse' }
  /** Connections are taken, and nothing goes either way; it arrives when this ends. */
  | { readonly kind: 'hang' }
  /** Everything arrives this much later, each way. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** So much of the server's next words (default: half), then the connection ends. */
  | { readonly kind: 'truncate'; readonly bytes?: number }
  /** Random bytes instead of the server's words, as many. */
  | { readonly kind: 'garbage' };

type Target = { readonly host: string; readonly port: number };

/** A network between a client on this machine and a server, which can fail. */
export class TcpProxy implements AsyncDisposable {
  readonly #target: Target;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #mode: ProxyMode = { kind: 'through' };
  #port = 0;

  private constructor(target: Target) {
    this.#target = target;
  }

  /** @param target where the server listens */
  static async start(target: Target): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  /** Resolves when everybody meets the new mode. */
  async set(mode: ProxyMode): Promise<void> {
    this.#mode = mode;
    if (mode.kind === 'refuse') return this.#close();
    if (!this.#server) await this.#listen();
    for (const socket of this.#sockets) {
      if (mode.kind === 'hang') socket.pause();
      else socket.resume();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }

  async #listen(): Promise<void> {
    const server = createServer({ pauseOnConnect: true }, (client) => this.#accept(client));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('It has no port');
    this.#port = address.port;
    this.#server = server;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    await closed;
  }

  #accept(client: Socket): void {
    const server = this.#keep(connect(this.#target.port, this.#target.host));
    this.#keep(client);
    this.#pass(client, server, (data) => [data]);
    this.#pass(server, client, (data) => this.#spoiled(data));
    if (this.#mode.kind === 'hang') server.pause();
    else client.resume();
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
    return socket;
  }

  /** What arrives of the server's words; after null the connection ends. */
  #spoiled(data: Buffer): readonly (Buffer | null)[] {
    if (this.#mode.kind === 'truncate') {
      return [data.subarray(0, this.#mode.bytes ?? data.length / 2), null];
    }
    if (this.#mode.kind === 'garbage') return [randomBytes(data.length)];
    return [data];
  }

  #pass(from: Socket, to: Socket, spoil: (data: Buffer) => readonly (Buffer | null)[]): void {
    let sent = Promise.resolve();
    const later = (act: () => void): void => {
      const { kind } = this.#mode;
      const arrives = delay(this.#mode.kind === 'slow' ? this.#mode.ms : 0, undefined, {
        ref: kind === 'slow',
      });
      sent = sent.then(() => arrives).then(act);
    };
    from.on('data', (data) => {
      for (const part of spoil(data)) {
        later(() => {
          if (part) to.write(part);
          else to.destroy();
        });
      }
    });
    from.on('close', () => later(() => to.destroy()));
  }
}
