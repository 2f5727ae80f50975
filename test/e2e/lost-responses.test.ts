import { beforeEach, expect, test } from 'vitest';

import { MessageFlag } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';

import { isWhole, pageFor, readPage } from './library-page.ts';
import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

// Discord does all that it's asked to with interactions, but the bot never hears of it.
const stage = useStage();
let alice: Person;

beforeEach(() => {
  const { faults } = stage().discord;
  alice = stage().person('alice');
  const path = /^\/(?:interactions|webhooks)\//;
  const fault = faults.add({ path, times: Infinity, effect: { cut: 'after' } });
  return () => fault.remove();
});

const lostReplies = () => stage().bot.output.split('an interaction may have got no reply').length;

test('a picture that takes longer than Discord waits is shown, once', async () => {
  const player = stage().addPlayer('Drawn', 45);
  const slow = failFor(stage().site, player, { kind: 'hang' });
  const before = lostReplies();
  const shown = await alice.command('stats', { user: player.name });
  expect(shown.thinking).toBe(true);
  slow.release();
  await shown.until(({ attachments }) => attachments.length > 0);
  await expect.poll(lostReplies).toBe(before + 1);
  const { attachments } = await shown.answer();
  expect(attachments.map(({ filename }) => filename)).toEqual(['stats.png']);
  expect(shown.followups).toEqual([]);
});

test('a library that loads in parts is shown completely', async () => {
  const player = stage().addPlayer('InParts', 620);
  const shown = await alice.command('progress', { user: player.name });
  expect(readPage(await shown.until(isWhole))).toEqual(pageFor(player, 1));
  expect(shown.followups).toEqual([]);
});

test('a late failure is reported to the caller alone', async () => {
  const slow = stage().site.faults.add({
    effect: { kind: 'hang' },
    when: (query) => query.get('u') === 'Nobody',
  });
  const shown = await alice.command('progress', { user: 'Nobody' });
  expect(shown.thinking).toBe(true);
  slow.release();
  await expect.poll(() => shown.followups, { timeout: 10_000 }).toHaveLength(1);
  expect(shown.followups[0]?.flags).toBe(MessageFlag.Ephemeral);
  expect(shown.message).toBeUndefined();
});
