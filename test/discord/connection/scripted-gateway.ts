import { once } from 'node:events';
import { createServer } from 'node:http';

import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

/** What the gateway sends on one connection: as it is, whatever it is. */
export type Script = {
  readonly hello?: unknown;
  /** The answer to IDENTIFY. */
  readonly ready?: unknown;
  /** Sent as soon as the client is greeted or has identified. */
  readonly afterHello?: readonly unknown[];
  readonly afterReady?: readonly unknown[];
};

const HELLO = { op: 10, d: { heartbeat_interval: 41_250 } };

/** A gateway that sends what the test says, connection by connection. It answers every heartbeat and RESUME. */
export async function startScriptedGateway(
  scriptOf: (connection: number) => Script,
  information: (url: string) => unknown = informationOf,
) {
  const heartbeats: unknown[] = [];
  const began: ('identify' | 'resume')[] = [];
  let connections = 0;
  const sockets = new Set<WebSocket>();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(information(url)));
  });
  const webSockets = new WebSocketServer({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `ws://127.0.0.1:${port}`;
  const ready = {
    op: 0,
    t: 'READY',
    s: 1,
    d: { session_id: 's', resume_gateway_url: url, application: { id: '7' }, guilds: [] },
  };

  webSockets.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    const script = {
      hello: HELLO,
      ready,
      afterHello: [],
      afterReady: [],
      ...scriptOf(connections),
    };
    const send = (...payloads: readonly unknown[]) => {
      for (const payload of payloads) socket.send(written(payload));
    };
    socket.on('message', (data: Buffer) => {
      const { op, d }: { op: number; d: unknown } = JSON.parse(data.toString());
      if (op === 1) {
        heartbeats.push(d);
        send({ op: 11 });
      }
      if (op === 2) {
        began.push('identify');
        send(script.ready, ...script.afterReady);
      }
      if (op === 6) {
        began.push('resume');
        send({ op: 0, t: 'RESUMED', s: null, d: null }, ...script.afterReady);
      }
    });
    send(script.hello, ...script.afterHello);
  });

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    url,
    ready,
    heartbeats,
    began,
    connections: () => connections,
    send(payload: unknown): void {
      for (const socket of sockets) socket.send(written(payload));
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.terminate();
      webSockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Text is sent as it is. */
function written(payload: unknown): string {
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}

function informationOf(url: string): unknown {
  const session_start_limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
  return { url, shards: 1, session_start_limit };
}
