import type { Server } from 'node:http';

/** Ports to try, one after another. */
const ATTEMPTS = 50;

/**
 * Listens on 127.0.0.1 at the next free port from `wanted` on. Port 0 takes any.
 * @returns the port
 */
export async function listenFrom(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    const taken = await listen(server, port).then(
      () => null,
      (error: unknown) => error,
    );
    if (taken === null) break;
    if (!isInUse(taken) || port - wanted >= ATTEMPTS || port >= 65_535) throw taken;
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

async function listen(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise.finally(() => server.off('error', reject));
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
