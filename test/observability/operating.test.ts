import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { en } from '#src/messages/languages/en.ts';
import { createMetrics } from '#src/observability/metrics.ts';

const guide = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8');

/** All of the bot's own, those with labels included. */
async function metricNames(): Promise<readonly string[]> {
  const metrics = createMetrics();
  metrics.addGauges({
    libraries: () => 0,
    isConnected: () => Promise.resolve(true),
    gatewayLatencyMs: () => null,
    announcements: () => null,
    report: () => Promise.resolve(null),
    connections: () => null,
    lastAnswerAt: () => null,
    pollMs: 60_000,
  });
  const { body } = await metrics.page();
  return [...body.matchAll(/^# TYPE (completionist_\w+) /gm)].map(([, name = '']) => name);
}

test('every metric is in the guide for operators, and no other', async () => {
  const named = guide.match(/completionist_\w+/g) ?? [];
  expect([...new Set(named)].toSorted()).toEqual([...(await metricNames())].toSorted());
});

const SENTENCES = [
  'fine',
  'nobody',
  'pausedByManager',
  'pausedByDiscord',
  'pausedByZone',
  'pausedByVersion',
  'backAgain',
  'channelDeleted',
  'refusing',
  'refusals',
  'roleGone',
  'postsFailing',
  'failing',
  'unread',
  'unsaved',
  'late',
  'missing',
  'noHistory',
  'silentRole',
  'advised',
  'accessUnknown',
] as const;

test.each(SENTENCES)('the sentence %s of status is in the guide for operators', (key) => {
  // The first one, from its beginning up to what depends on the channel.
  const [start = ''] = en.feed[key].replace('{since}', '…').split(/ \{|(?<=[.:]) /);
  expect(guide).toContain(`| ${start}`);
});
