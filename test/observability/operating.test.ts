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

const { feedStatus, access } = en;
const SENTENCES = [
  feedStatus.fine,
  feedStatus.nobody,
  feedStatus.pausedByManager,
  feedStatus.pausedByDiscord,
  feedStatus.pausedByZone,
  feedStatus.pausedByVersion,
  feedStatus.backAgain,
  feedStatus.channelDeleted,
  feedStatus.refusing,
  feedStatus.refusals,
  feedStatus.postsFailing,
  feedStatus.failing,
  feedStatus.unread,
  feedStatus.unsaved,
  feedStatus.late,
  ...Object.values(access),
];

test.each(SENTENCES)('this sentence of status is in the guide for operators: %s', (sentence) => {
  // The first one, from its beginning up to what depends on the channel.
  const [start = ''] = sentence.replace('{since}', '…').split(/ \{|(?<=[.:]) /);
  expect(guide).toContain(`| ${start}`);
});
