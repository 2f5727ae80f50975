import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const IS_CI = process.env['CI'] === 'true';
/** Why tests that start one are skipped, for their titles. */
export const NEEDS_REDIS_SERVER = '(needs redis-server on the PATH)';
export const cannotStartRedis = spawnSync('redis-server', ['--version']).status !== 0 && !IS_CI;

const STARTS_WITHIN_MS = 10_000;

/**
 * A Redis of its own.
 * @param settings as on its command line, without `--port`.
 * @param knownPort where it was before; any free one if left out
 */
export async function startRedisServer(settings: readonly string[] = [], knownPort?: number) {
  const port = knownPort ?? (await freePort());
  const plain = settings.includes('--tls-port') ? ['--port', '0'] : ['--port', String(port)];
  const all = [...plain, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...settings];
  const parameters = all.map((word) => (word === 'PORT' ? String(port) : word));
  const server = spawn('redis-server', parameters, { stdio: 'ignore' });
  const until = Date.now() + STARTS_WITHIN_MS;
  while (!(await isListening(port))) {
    if (Date.now() > until || server.exitCode !== null) throw new Error('Redis did not start');
    await delay(20);
  }
  return {
    port,
    async [Symbol.asyncDispose]() {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  return address.port;
}
