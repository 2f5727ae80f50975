import { expect, test } from 'vitest';

import { openLibrary, pageFor, readPage } from './library-page.ts';
import { Stage } from './stage.ts';

/** With the default budget: what one person can do to the others of a server. */

const REQUESTS_PER_MINUTE = 60;

test('someone who looks up one player after another is told when to continue, and nobody else notices', async () => {
  await using stage = await Stage.open({
    env: { RA_REQUESTS_PER_MINUTE: String(REQUESTS_PER_MINUTE) },
  });
  const players = Array.from({ length: 25 }, (_, index) => stage.addPlayer(`New${index}`, 12));
  const wanted = stage.addPlayer('Wanted', 45);
  const greedy = stage.person('greedy');
  const asked = [];
  for (const { name } of players) asked.push(await greedy.command('progress', { user: name }));
  const told = await Promise.all(asked.map((shown) => shown.answer()));
  const refused = told.filter(({ content }) => content !== '');
  expect(refused.length).toBeGreaterThanOrEqual(10);
  for (const { content } of refused) {
    expect(content).toMatch(/^You’ve looked up a lot of games in a short time, .* <t:\d+:R>\.$/);
  }
  expect(asked.filter((shown) => shown.ephemeral)).toHaveLength(refused.length);

  const message = await openLibrary(stage.person('bob'), { user: 'Wanted' });
  expect(readPage(message)).toEqual(pageFor(wanted, 1));
});
