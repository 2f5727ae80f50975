import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { listenFrom } from '../../playground/free-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Most of it is the end of a bot that may be in the middle of its start. */
const PATIENCE_MS = 25_000;

/** `npm run playground` as a process of its own. */
function start(port: number) {
  const child = spawn(process.execPath, ['playground/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PLAYGROUND_PORT: String(port), CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const said = Promise.withResolvers<string>();
  const take = (text: string) => {
    output += text;
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (url !== undefined) said.resolve(url);
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => said.reject(new Error(`It ended:\n${output}`)));
  return { child, ended, url: said.promise, output: () => output };
}

/** The processes that a process started, and theirs. */
async function descendants(pid: number | undefined): Promise<string[]> {
  const { readdir, readFile } = await import('node:fs/promises');
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    all.map(async (id) => {
      const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
      return [id, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]] as const;
    }),
  );
  const below = (parent: string): string[] =>
    parents.flatMap(([id, of]) => (of === parent ? [id, ...below(id)] : []));
  return below(String(pid));
}

describe('npm run playground', () => {
  test(
    'takes the next port if another one runs, and says so, and Ctrl-C ends it with its bot',
    async () => {
      const taken = createServer();
      const port = await listenFrom(taken, 28_321);
      const playground = start(port);
      try {
        const url = await playground.url;
        expect(Number(new URL(url).port)).toBeGreaterThan(port);
        expect(playground.output()).toContain(`Port ${port} is in use`);
        const answer = await fetch(url);
        expect(await answer.text()).toContain('<title>Completionist playground</title>');
        const started = existsSync('/proc') ? await descendants(playground.child.pid) : [];
        expect(started.length > 0).toBe(existsSync('/proc'));
        playground.child.kill('SIGINT');
        expect(await playground.ended).toBe(0);
        expect(started.filter((id) => existsSync(`/proc/${id}`))).toEqual([]);
        await expect(fetch(url)).rejects.toThrow('fetch failed');
      } finally {
        playground.child.kill('SIGKILL');
        taken.close();
      }
    },
    PATIENCE_MS,
  );

  test('an invalid port is rejected in one line', async () => {
    const playground = start(-5);
    playground.url.catch(() => undefined);
    expect(await playground.ended).toBe(1);
    expect(playground.output()).toBe('PLAYGROUND_PORT is not a port number.\n');
  });
});

test('other pages can’t make the playground do anything', async () => {
  const { startPlayground } = await import('../../playground/playground.ts');
  await using playground = await startPlayground({ drip: false });
  const body = JSON.stringify({ kind: 'fault', id: 'site-down', on: true });
  const foreign = await fetch(`${playground.url}/act`, {
    method: 'POST',
    headers: { origin: 'https://example.com' },
    body,
  });
  expect(foreign.status).toBe(403);
  const own = await fetch(`${playground.url}/act`, { method: 'POST', body });
  expect(await own.json()).toEqual({ ok: true });
  const nonsense = await fetch(`${playground.url}/act`, { method: 'POST', body: '{"kind":"fly"}' });
  expect(nonsense.status).toBe(400);
});
