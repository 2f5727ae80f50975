import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { allCommands } from '#commands/index.ts';
import { type LoopbackDiscord, startDiscord } from '#loopback/discord/loopback-discord.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs `npm run deploy` to its end. */
async function deploy({ apiUrl, token }: Pick<LoopbackDiscord, 'apiUrl' | 'token'>) {
  const { PATH, HOME } = process.env;
  const child = spawn('npm', ['run', 'deploy', '--silent'], {
    cwd: ROOT,
    env: { PATH, HOME, DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token, RA_API_KEY: 'some-key' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const [code, stdout, stderr] = await Promise.all([
    promise,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

test('deploy registers the commands, and says that nothing has changed the second time', async () => {
  await using discord = await startDiscord();
  const first = await deploy(discord);
  expect(first).toEqual({
    code: 0,
    stdout: `${discord.commands.length} commands registered\n`,
    stderr: '',
  });
  expect(discord.commands.map(({ name }) => name).toSorted()).toEqual(
    allCommands.map(({ definition }) => definition.name).toSorted(),
  );

  expect(await deploy(discord)).toEqual({
    code: 0,
    stdout: 'Commands are up to date\n',
    stderr: '',
  });
  expect(discord.commandWrites).toBe(1);
  expect(discord.violations).toEqual([]);
});

test.each([
  ['fails', { status: 500 }],
  ['hangs up', { cut: 'before' }],
  ['refuses', { status: 403, code: 50_001, message: 'Missing Access' }],
] as const)('deploy exits with 1 and one line when Discord %s', async (_, effect) => {
  await using discord = await startDiscord();
  discord.faults.add({ method: 'PUT', path: /^\/applications\/\d+\/commands$/, effect, times: 9 });
  const { code, stdout, stderr } = await deploy(discord);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^The commands could not be registered: [^\n]+\n$/);
  expect(stderr).not.toContain(discord.token);
  expect(discord.commands).toEqual([]);
});

test('deploy with a wrong token names the variable', async () => {
  await using discord = await startDiscord();
  const { code, stderr } = await deploy({ apiUrl: discord.apiUrl, token: 'unknown-token' });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^DISCORD_TOKEN was refused by Discord: [^\n]+\n$/);
});
