import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { SecureContextOptions } from 'node:tls';

/** What a server says instead of letting somebody in. */
export type Refusal = { readonly code: string; readonly message: string };

/** Stands before a Postgres, or for one that is not there. */
export type PostgresDouble = {
  readonly port: number;
  /** How many have begun to talk to it. */
  callers(): number;
  /** From now on nothing gets through, as when a cable is cut. */
  freeze(): void;
  /** How many connections have asked for something since then. */
  unanswered(): number;
} & AsyncDisposable;

/** The first message of a client that wants to know whether there is encryption. [PostgreSQL's protocol, 55.7] */
const SSL_REQUEST = 80_877_103;

/** A database's address by way of a double, with other options. */
export function through(url: string, port: number, search = ''): string {
  const changed = new URL(url);
  changed.host = `127.0.0.1:${port}`;
  if (changed.password === '') changed.password = 'any';
  changed.search = search;
  return changed.href;
}

export async function startPostgresDouble(options: {
  /** Where those are led who are let in. */
  readonly upstream: string;
  /** For the n-th caller, from 0; null lets them in. */
  readonly refuse?: (caller: number, isEncrypted: boolean) => Refusal | null;
  /** With what it encrypts; it does not where this is left out. */
  readonly tls?: SecureContextOptions;
  readonly port?: number;
}): Promise<PostgresDouble> {
  const { upstream, refuse = () => null, tls } = options;
  const sockets = new Set<Socket>();
  let callers = 0;
  let isFrozen = false;
  const unanswered = new Set<Socket>();

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket;
  };

  function onFirst(socket: Socket, first: Buffer, isEncrypted: boolean): void {
    if (first.readInt32BE(4) === SSL_REQUEST) {
      socket.write(tls ? 'S' : 'N');
      const inner = tls ? keep(new TLSSocket(socket, { ...tls, isServer: true })) : socket;
      inner.once('data', (data) => onFirst(inner, data, tls !== undefined));
      return;
    }
    const refusal = refuse(callers, isEncrypted);
    callers += 1;
    if (isFrozen) unanswered.add(socket);
    if (refusal) socket.end(errorResponse(refusal));
    else lead(socket, first);
  }

  function lead(socket: Socket, first: Buffer): void {
    const { hostname, port } = new URL(upstream);
    const server = keep(connect(Number(port === '' ? 5432 : port), hostname));
    server.write(first);
    pass(socket, server);
    pass(server, socket);
    socket.on('data', () => {
      if (isFrozen) unanswered.add(socket);
    });
  }

  function pass(from: Socket, to: Socket): void {
    from.on('data', (data) => {
      if (!isFrozen) to.write(data);
    });
    from.on('close', () => {
      if (!isFrozen) to.destroy();
    });
  }

  const listener = createServer((socket) => {
    keep(socket).once('data', (data) => onFirst(socket, data, false));
  });
  listener.listen(options.port ?? 0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  return {
    port: address.port,
    callers: () => callers,
    freeze() {
      isFrozen = true;
    },
    unanswered: () => unanswered.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}

function errorResponse({ code, message }: Refusal): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
