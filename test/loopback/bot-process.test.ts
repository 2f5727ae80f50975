import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startBot } from '#loopback/bot-process.ts';

/** A folder with an npm project whose `start` runs this. */
async function project(code: string) {
  const folder = await mkdtemp(join(tmpdir(), 'bot-'));
  await writeFile(join(folder, 'package.json'), '{"scripts":{"start":"node bot.cjs"}}');
  await writeFile(join(folder, 'bot.cjs'), code);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

const never = Promise.withResolvers<void>().promise;
const discord = { apiUrl: 'http://127.0.0.1:9/api', token: 'a.b.c', ready: () => never };
const raUrl = 'http://127.0.0.1:8';

test('the process gets its own variables, and none of the test runner’s', async () => {
  const code = 'console.log(JSON.stringify(process.env)); console.error("warned"); process.exit(3)';
  await using bot = await project(code);

  const started = startBot({
    discord,
    raUrl,
    root: bot.folder,
    env: { POLL_SECONDS: '1', LOG_LEVEL: undefined },
  });

  await expect(started.ready()).rejects.toThrow('The bot ended (3) before it was ready');
  await expect(started.exited).resolves.toEqual({ code: 3, signal: null });
  expect(JSON.parse(started.stdout)).toMatchObject({
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_API_URL: discord.apiUrl,
    RA_URL: raUrl,
    RA_MEDIA_URL: raUrl,
    POLL_SECONDS: '1',
  });
  expect(JSON.parse(started.stdout)).not.toHaveProperty('LOG_LEVEL');
  expect(JSON.parse(started.stdout)).not.toHaveProperty('VITEST');
  expect(started.stderr).toContain('warned');
});

test('stop lets the process finish its work', async () => {
  const code = `
    process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(0); }, 50));
    setInterval(() => undefined, 1000);
    require('node:http').get(process.env.RA_URL + '/up').on('error', () => undefined);
  `;
  await using bot = await project(code);
  await using site = await startSite();
  const started = startBot({ discord, raUrl: site.url, root: bot.folder });
  await site.asked;

  await started.stop();

  expect(started.stdout).toContain('finished');
});

test('kill ends even a process that ignores SIGTERM', async () => {
  const code = `
    process.on('SIGTERM', () => undefined);
    setInterval(() => undefined, 1000);
    require('node:http').get(process.env.RA_URL + '/up').on('error', () => undefined);
  `;
  await using bot = await project(code);
  await using site = await startSite();
  const started = startBot({ discord, raUrl: site.url, root: bot.folder });
  await site.asked;

  await expect(started.kill()).resolves.toEqual({ code: null, signal: 'SIGKILL' });
});

/** Tells when the process is up: it asks this site for something. */
async function startSite() {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const server = createServer((_, response) => {
    response.end();
    resolve();
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
