import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A server that answers with any bytes. */
export type RawServer = AsyncDisposable & {
  readonly url: string;
  /** Resolves when no connection is open. */
  closed(): Promise<void>;
};

/** @param answer gets a connection with each request that arrives on it. */
export async function startRawServer(
  answer: (socket: Socket, asked: string) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let empty = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    if (sockets.size === 0) empty = Promise.withResolvers();
    sockets.add(socket);
    socket.on('error', () => undefined).on('data', (bytes) => answer(socket, bytes.toString()));
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) empty.resolve();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async closed() {
      if (sockets.size > 0) await empty.promise;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
