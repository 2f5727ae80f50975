import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';

/** A server on any free port, and the port. */
export async function listening(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

/** A port that was free just now: PORT=0 is refused, because nobody would know where to look. */
export async function freePort(): Promise<number> {
  const { server, port } = await listening();
  server.close();
  await once(server, 'close');
  return port;
}
