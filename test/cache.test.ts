import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { createCache } from '#src/cache.ts';

test('the cache in memory gives back what was put in, and says nothing about it', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  await using cache = createCache({ url: undefined, log });
  await cache.set('player:1', { name: 'MaxMilyin' }, 60_000);
  expect(await cache.get('player:1', z.object({ name: z.string() }))).toEqual({
    name: 'MaxMilyin',
  });
  expect(lines).toEqual([]);
});

test('the cache in memory forgets what was not worth keeping any longer', async () => {
  await using cache = createCache({ url: undefined, log: pino({ level: 'silent' }) });
  await cache.set('player:1', 'MaxMilyin', -1);
  expect(await cache.get('player:1', z.string())).toBeUndefined();
});

test('what the cache holds in another shape than is wanted counts as nothing', async () => {
  await using cache = createCache({ url: undefined, log: pino({ level: 'silent' }) });
  await cache.set('player:1', 42, 60_000);
  expect(await cache.get('player:1', z.string())).toBeUndefined();
});
