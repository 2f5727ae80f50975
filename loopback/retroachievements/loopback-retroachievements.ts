import { createServer } from 'node:http';

import { Faults } from './faults.ts';
import { RequestHandler, type LoggedRequest } from './request-handler.ts';
import type { PlayerInit, SitePlayer } from './site-player.ts';
import { Site, type Unlock } from './site.ts';
import type { Endpoint, WireAwardKind, WireGame } from './wire.ts';

export type LoopbackOptions = {
  /** Default: any free port. */
  readonly port?: number;
  readonly apiKey?: string;
  /** Default: the machine's clock. */
  readonly clock?: { now(): number };
  /** Delay of every API response. Default: 0. */
  readonly latencyMs?: number;
  /** Called when an API request comes in, and again when it's over. */
  readonly onRequest?: (request: LoggedRequest) => void;
};

/** RetroAchievements on 127.0.0.1. Players are found by username (in any case) or ULID. */
export type LoopbackRetroAchievements = {
  /** The origin: the API is under `/API/`, pictures under `/Images/` and `/UserPic/`. */
  readonly url: string;
  readonly apiKey: string;
  /** Every API request so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  readonly faults: Faults;
  /** Requests so far, to one endpoint or all. */
  count(endpoint?: Endpoint): number;
  clearRequests(): void;
  addPlayer(init: PlayerInit): SitePlayer;
  player(identifier: string): SitePlayer;
  rename(oldName: string, newName: string): SitePlayer;
  remove(identifier: string): void;
  unlock(identifier: string, gameId: number, how?: Unlock): WireGame;
  award(identifier: string, gameId: number, kind: WireAwardKind, at?: number): WireGame;
  /** Cuts every connection, even hanging ones. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts a site without players that responds like retroachievements.org. */
export async function startRetroAchievements(
  options: LoopbackOptions = {},
): Promise<LoopbackRetroAchievements> {
  const apiKey = options.apiKey ?? 'test-key-0123456789abcdefghijklmn';
  const clock = options.clock ?? { now: () => Date.now() };
  const site = new Site(() => clock.now());
  const faults = new Faults();
  const requests: LoggedRequest[] = [];
  const handler = new RequestHandler({
    site,
    faults,
    requests,
    apiKey,
    now: () => clock.now(),
    latencyMs: options.latencyMs ?? 0,
    onRequest: options.onRequest ?? (() => undefined),
  });
  // Longer than clients keep connections, so that the site never closes an idle one.
  const server = createServer({ keepAliveTimeout: 120_000 }, handler.listener);
  const port = await listen(server, options.port ?? 0);
  const close = async (): Promise<void> => {
    handler.stop();
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey,
    requests,
    faults,
    count: (endpoint) =>
      endpoint
        ? requests.filter((request) => request.endpoint === endpoint).length
        : requests.length,
    clearRequests: () => requests.splice(0),
    addPlayer: (init) => site.addPlayer(init),
    player: (identifier) => site.player(identifier),
    rename: (oldName, newName) => site.rename(oldName, newName),
    remove: (identifier) => site.remove(identifier),
    unlock: (identifier, gameId, how) => site.unlock(identifier, gameId, how),
    award: (identifier, gameId, kind, at) => site.award(identifier, gameId, kind, at),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
