import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type ScriptedServer = AsyncDisposable & {
  readonly url: string;
  /** Requests so far. */
  count(): number;
  /** Connections opened so far. */
  connectionCount(): number;
};

/** A server that answers as the test says, for what the loopback site can't do. */
export async function startScripted(
  answer: (request: IncomingMessage, response: ServerResponse, index: number) => void,
): Promise<ScriptedServer> {
  let requests = 0;
  let connections = 0;
  const server = createServer((request, response) => {
    answer(request, response, requests);
    requests += 1;
  }).on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    count: () => requests,
    connectionCount: () => connections,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
