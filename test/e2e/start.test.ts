import { describe, expect, test } from 'vitest';

import { openLibrary, pageFor, readPage } from './library-page.ts';
import { Stage } from './stage.ts';

/** What the operator sees at the start. Each test has a bot of its own. */

describe.concurrent('a variable that is', () => {
  test.each([
    ['missing', 'DISCORD_TOKEN', undefined],
    ['missing', 'RA_API_KEY', undefined],
    ['another database', 'DATABASE_URL', 'mysql://localhost/x'],
    ['no address', 'RA_URL', 'ftp://retroachievements.org'],
    ['no number', 'POLL_SECONDS', 'often'],
    ['no range', 'SHARD_IDS', '3-'],
    ['no port', 'PORT', '70000'],
  ])('%s (%s) ends the start with one line that names it', async (_, name, value) => {
    await using stage = await Stage.open({ start: false });
    const bot = stage.launchBot({ [name]: value });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.output).toMatch(new RegExp(`^${name} [^\\n]+\\n$`));
    expect(stage.discord.requests).toEqual([]);
    expect(stage.site.requests).toEqual([]);
  });

  test.each([
    ['DISCORD_TOKEN', 'secret token'],
    ['RA_API_KEY', '<secret>'],
  ])('malformed (%s) isn’t printed', async (name, value) => {
    await using stage = await Stage.open({ start: false });
    const bot = stage.launchBot({ [name]: value });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.output).not.toContain(value);
  });

  test.each([
    ['POLL_SECONDS', '5'],
    ['RA_REQUESTS_PER_MINUTE', '121'],
  ])('unkind to the public site (%s=%s) is rejected before any request', async (name, value) => {
    await using stage = await Stage.open({ start: false });
    const kind = { RA_REQUESTS_PER_MINUTE: '60', RA_URL: 'https://retroachievements.org' };
    const bot = stage.launchBot({ ...kind, [name]: value });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.output).toMatch(new RegExp(`^${name} [^\\n]+\\n$`));
  });
});

describe.concurrent('a secret that is refused ends the start with one line:', () => {
  test('a token that Discord doesn’t know', async () => {
    await using stage = await Stage.open({ start: false });
    const token = `${stage.discord.token.slice(0, -3)}abc`;
    const bot = stage.launchBot({ DISCORD_TOKEN: token });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.stderr).toMatch(/^DISCORD_TOKEN was refused by Discord: [^\n]+\n$/);
    expect(bot.output).not.toContain(token);
  });

  test('a key that RetroAchievements doesn’t know', async () => {
    await using stage = await Stage.open({ start: false });
    const key = 'AnotherKeyThatNobodyKnows';
    const bot = stage.launchBot({ RA_API_KEY: key });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.stderr).toMatch(/^RA_API_KEY was refused by RetroAchievements: [^\n]+\n$/);
    expect(bot.output).not.toContain(key);
  });
});

describe.concurrent('a connection that Discord ends for good ends the bot with one line:', () => {
  test.each([
    ['the token was reset', 4004, /^DISCORD_TOKEN was refused by Discord: [^\n]+\n$/],
    [
      'the API version is gone',
      4012,
      /^Discord doesn't accept the API version [^\n]+: install the newest version, [^\n]+\n$/,
    ],
    [
      'intents are invalid',
      4013,
      /^Discord doesn't accept the intents [^\n]+: install the newest version, [^\n]+\n$/,
    ],
    [
      'intents are not allowed',
      4014,
      /^Discord doesn't accept the intents [^\n]+: install the newest version, [^\n]+\n$/,
    ],
    ['more shards are required', 4011, /^SHARD_IDS or SHARD_COUNT was refused [^\n]+\n$/],
  ])('%s (%i), long after the start', async (_, code, line) => {
    await using stage = await Stage.open();
    const player = stage.addPlayer('MaxMilyin', 45);
    const message = await openLibrary(stage.person('alice'), { user: 'MaxMilyin' });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    stage.discord.gateway.drop(code);
    expect(await stage.bot.exited).toEqual({ code: 1, signal: null });
    expect(stage.bot.stderr).toMatch(line);
  });

  test('a shard that Discord doesn’t count (4010)', async () => {
    await using stage = await Stage.open({ start: false, discord: { shards: 2 } });
    const bot = stage.launchBot({ SHARD_IDS: '0-4' });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.stderr).toMatch(/^SHARD_IDS or SHARD_COUNT was refused [^\n]+\n$/);
  });
});

test('SHARD_IDS without SHARD_COUNT: this process runs its part of what Discord recommends', async () => {
  await using stage = await Stage.open({ start: false, discord: { shards: 4 } });
  const bot = stage.launchBot({ SHARD_IDS: '1-2' });
  await bot.ready([1, 2]);
  const shards = stage.discord.gateway.connected().map(({ shard, count }) => [shard, count]);
  expect(shards.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
    [1, 4],
    [2, 4],
  ]);
});

describe.concurrent('an outage at the start ends nothing:', () => {
  test.each([
    ['Discord answers 503', { status: 503 }],
    ['Discord hangs up', { cut: 'before' }],
    ['Discord shows a page', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['Discord limits the rate', { rateLimit: { retryAfter: 0.5 } }],
  ] as const)('%s, and the bot is there when it is back', async (_, effect) => {
    await using stage = await Stage.open({ start: false });
    stage.discord.faults.add({ path: /^\/gateway\/bot$/, times: 2, effect });
    stage.discord.faults.add({ path: /^\/applications\/\d+\/commands$/, times: 2, effect });
    await stage.startBot();
    expect(stage.discord.commands.map(({ name }) => name)).toContain('progress');
    expect(stage.discord.commandWrites).toBe(1);
  });

  test('the gateway refuses connections, and the bot connects once it’s back', async () => {
    await using stage = await Stage.open({ start: false });
    stage.discord.gateway.refuseConnections(true);
    const bot = stage.launchBot();
    await expect.poll(() => bot.output, { timeout: 10_000 }).toContain('shard closed');
    stage.discord.gateway.refuseConnections(false);
    await bot.ready();
    await stage.discord.waitFor(() => stage.discord.commands.length > 0);
    expect(stage.discord.commandWrites).toBe(1);
  });

  test.each([
    ['answers 503', { kind: 'status', status: 503, body: 'html' }],
    ['hangs up', { kind: 'cut', where: 'before' }],
    ['hangs', { kind: 'hang' }],
    ['shows a page instead of refusing the key', { kind: 'status', status: 403, body: 'html' }],
  ] as const)(
    'RetroAchievements %s, and is asked again when somebody wants to know',
    async (_, effect) => {
      await using stage = await Stage.open({ start: false });
      const player = stage.addPlayer('MaxMilyin', 45);
      const fault = stage.site.faults.add({ effect });
      await stage.startBot();
      fault.release();
      const message = await openLibrary(stage.person('alice'), { user: 'MaxMilyin' });
      expect(readPage(message)).toEqual(pageFor(player, 1));
    },
  );
});

test('a second start finds its commands registered, and registers none', async () => {
  await using stage = await Stage.open();
  await stage.bot.stop();
  await stage.startBot();
  await expect.poll(() => stage.bot.output).toContain('"ready"');
  expect(stage.discord.commandWrites).toBe(1);
});
