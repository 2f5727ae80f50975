import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { en } from '#src/messages/languages/en.ts';

import { metricNames } from './metric-names.ts';

const guide = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8');

test('every metric is in the guide for operators, and no other', async () => {
  const named = guide.match(/completionist_\w+/g) ?? [];
  const own = (await metricNames()).filter((name) => name.startsWith('completionist_'));
  expect([...new Set(named)].toSorted()).toEqual(own.toSorted());
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
