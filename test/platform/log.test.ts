import { DiscordAPIError } from '@discordjs/rest';
import { describe, expect, it, vi } from 'vitest';

import { createLog } from '#src/platform/log.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

/** Contains characters that URLs and JSON escape. */
const SECRET = 'c@n"ary+K\\ey/=&?#%';

/** The log's output. pino writes to the file descriptor by default, so this passes a stream. */
async function written(
  write: (log: ReturnType<typeof createLog>) => void,
  secrets: readonly string[] = [SECRET],
): Promise<string> {
  const lines: string[] = [];
  const log = createLog('info', secrets, { write: (line) => lines.push(line) });
  write(log);
  await vi.waitFor(() => expect(lines).not.toEqual([]));
  return lines.join('');
}

describe('a line of the log', () => {
  it('is JSON with the level, the time, and the message', async () => {
    const line: unknown = JSON.parse(
      await written((log) => log.warn({ servers: 3 }, 'shard ready')),
    );
    expect(line).toEqual({
      level: 40,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      servers: 3,
      msg: 'shard ready',
    });
  });

  it.each([
    ['plain', (log) => log.info(`in the text: ${SECRET}`)],
    ['as a field', (log) => log.info({ token: SECRET }, 'in a field')],
    ['in a URL', (log) => log.info({ url: `https://x/?y=${encodeURIComponent(SECRET)}` }, 'url')],
    ['in a query', (log) => log.info(`?${new URLSearchParams({ y: SECRET }).toString()}`)],
    ['in JSON', (log) => log.info({ body: JSON.stringify({ y: SECRET }) }, 'body')],
    ['in an error', (log) => log.error({ error: new Error(`said ${SECRET}`) }, 'failed')],
    [
      'in a cause',
      (log) => log.error({ error: new Error('x', { cause: new Error(SECRET) }) }, 'failed'),
    ],
    ['twice', (log) => log.info(`${SECRET} and ${SECRET}`)],
  ] satisfies [string, (log: ReturnType<typeof createLog>) => void][])(
    'doesn’t contain a secret %s',
    async (_, write) => {
      const line = await written(write);
      expect(line).toContain('[secret]');
      expect(line).not.toContain('ary+K');
      expect(line).not.toContain('ary%2BK');
      expect(() => JSON.parse(line)).not.toThrow();
    },
  );

  it.each(['can!ary/key', 'can%21ary%2Fkey', 'can!ary%2Fkey'])(
    'doesn’t contain a secret as written in headers, queries, and paths (%s)',
    async (form) => {
      const line = await written((log) => log.info(form), ['can!ary/key']);
      expect(line).toContain('"msg":"[secret]"');
    },
  );

  it('contains none of several secrets', async () => {
    const line = await written(
      (log) => log.info('one-token two-key three'),
      ['one-token', 'two-key'],
    );
    expect(line).toContain('"msg":"[secret] [secret] three"');
  });

  it('doesn’t contain the tokens that let anyone answer an interaction', async () => {
    const error = new DiscordAPIError(
      { code: 10_015, message: 'Unknown Webhook' },
      10_015,
      404,
      'PATCH',
      'https://discord.com/api/v10/webhooks/110/aW50ZXJhY3Rpb246dG9rZW4/messages/@original',
      { body: { content: 'words of somebody' }, files: [] },
    );
    const callback = new Error('POST /api/v10/interactions/42/aW50ZXJhY3Rpb246dG9rZW4/callback');
    const line = await written((log) => {
      log.error({ error }, 'failed');
      log.error({ error: callback }, 'failed');
    });
    expect(line).not.toContain('aW50ZXJ');
    expect(line).not.toContain('words of somebody');
    expect(line).toContain('"code":10015');
    expect(line).toContain('"status":404');
    expect(line).toContain('Unknown Webhook');
    expect(line).toContain('/interactions/…');
  });

  it('explains errors with message, stack, causes, and RetroAchievements’ failure', async () => {
    const failure = { kind: 'status', status: 503 } as const;
    const cause = new RetroAchievementsError(failure, { cause: new Error('ECONNRESET') });
    const line = await written((log) => log.error({ error: new Error('outer', { cause }) }, 'bad'));
    expect(JSON.parse(line)).toMatchObject({
      msg: 'bad',
      error: {
        type: 'Error',
        message: 'outer',
        stack: expect.stringContaining('log.test.ts'),
        cause: {
          type: 'RetroAchievementsError',
          message: 'RetroAchievements answered 503',
          failure,
          cause: { message: 'ECONNRESET' },
        },
      },
    });
  });

  it('logs a thrown value that isn’t an error', async () => {
    expect(await written((log) => log.error({ error: 'a mere word' }, 'bad'))).toContain(
      '"error":"a mere word"',
    );
  });

  it('is left out below the level', async () => {
    const line = await written((log) => {
      log.debug('not this');
      log.info('but this');
    });
    expect(line).not.toContain('not this');
    expect(line).toContain('but this');
  });
});
