import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import type { Logger } from '#src/platform/log.ts';

import { PortUnavailable } from './port-unavailable.ts';

/** Made for each request. */
export type StatusPage = () => Promise<{
  readonly status: number;
  readonly type: string;
  readonly body: string;
}>;

export type StatusServer = {
  /** Where it listens. */
  readonly port: number;
} & AsyncDisposable;

/**
 * Serves pages for machines, by path. Disposing of it ends all connections.
 * @param options.host the address to listen on; null for all, because health checks of containers and platforms come
 * from outside.
 * @throws PortUnavailable
 */
export async function startStatusServer(options: {
  readonly host: string | null;
  readonly port: number;
  readonly pages: Readonly<Record<string, StatusPage>>;
  readonly log: Logger;
}): Promise<StatusServer> {
  const { log } = options;
  const pages = new Map(Object.entries(options.pages));
  const server = createServer((request, response) => {
    answer(pages, request, response).catch((error: unknown) => {
      log.warn({ error }, 'a status page failed');
      response.writeHead(500).end();
    });
  });
  const port = await listen(server, options);
  // Without a listener, an error here would end the bot.
  server.on('error', (error) => log.warn({ error }, 'the status server failed'));
  return {
    port,
    async [Symbol.asyncDispose]() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

async function answer(
  pages: ReadonlyMap<string, StatusPage>,
  { method, url = '' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const page = method === 'GET' || method === 'HEAD' ? pages.get(pathOf(url)) : undefined;
  if (!page) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  const { status, type, body } = await page();
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

async function listen(
  server: Server,
  { host, port }: { readonly host: string | null; readonly port: number },
): Promise<number> {
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen({ port, ...(host === null ? {} : { host }) }, listening.resolve);
  try {
    await listening.promise;
  } catch (error) {
    throw new PortUnavailable({ host, port }, codeOf(error));
  } finally {
    server.off('error', listening.reject);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
