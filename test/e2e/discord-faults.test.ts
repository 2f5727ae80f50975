import { beforeAll, describe, expect, test } from 'vitest';

import type { Person } from '#loopback/discord/people/person.ts';

import {
  descriptionOf,
  isWhole,
  openLibrary,
  pageFor,
  pageOf,
  readPage,
  turnTo,
} from './library-page.ts';
import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const CALLBACK = /^\/interactions\/\d+\/[^/]+\/callback$/;
const ORIGINAL = /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/;
const endpoint = 'API_GetUserCompletionProgress';
let alice: Person;

beforeAll(() => {
  alice = stage().person('alice');
});

describe.each([
  ['answers 500 to', { status: 500 }],
  ['answers 502 with a page to', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['limits for no time at all', { status: 429, body: '<html>Slow down</html>' }],
  ['hangs up before it takes', { cut: 'before' }],
  ['hangs up after it has taken', { cut: 'after' }],
] as const)('Discord %s', (what, effect) => {
  const name = `P${what.replaceAll(/[^a-z0-9]/g, '').slice(0, 18)}`;

  test('a first response arrives once', async () => {
    const player = stage().addPlayer(name, 620);
    const before = stage().discord.messagesIn(stage().discord.generalChannel).length;
    const fault = stage().discord.faults.add({ path: CALLBACK, effect });
    const message = await openLibrary(alice, { user: name });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(stage().discord.messagesIn(stage().discord.generalChannel)).toHaveLength(before + 1);
    expect(fault.hits).toBe(1);
  });

  test('a click turns the page once', async () => {
    const player = stage().addPlayer(`${name}2`, 45);
    const message = await openLibrary(alice, { user: player.name });
    const fault = stage().discord.faults.add({ path: CALLBACK, effect });
    const shown = await alice.click(message, '▶️');
    await shown.until((now) => pageOf(now) === 2);
    await turnTo(alice, message, '▶️', 3);
    expect(readPage(message)).toEqual(pageFor(player, 3));
    expect(shown.followups).toEqual([]);
    expect(fault.hits).toBe(1);
  });

  test('an edit ends with the whole library', async () => {
    const player = stage().addPlayer(`${name}3`, 620);
    const fault = stage().discord.faults.add({ method: 'PATCH', path: ORIGINAL, effect });
    const shown = await alice.command('progress', { user: player.name });
    await shown.until(isWhole);
    expect(readPage(await shown.answer())).toEqual(pageFor(player, 1));
    expect(shown.followups).toEqual([]);
    expect(fault.hits).toBe(1);
  });

  test('an export arrives once', async () => {
    const player = stage().addPlayer(`${name}4`, 45);
    const message = await openLibrary(alice, { user: player.name });
    const fault = stage().discord.faults.add({ path: CALLBACK, effect });
    const shown = await alice.click(message, 'Export CSV');
    expect((await shown.answer()).attachments).toHaveLength(1);
    expect(shown.followups).toEqual([]);
    expect(fault.hits).toBe(1);
  });
});

test('none of this was the bot’s fault', () => {
  expect(stage().bot.output).toContain('"ready"');
  expect(stage().bot.output).not.toMatch(/an interaction (failed|could not be answered)/);
});

describe('Discord that', () => {
  test('limits an edit gets it a little later, and no older page overtakes a click', async () => {
    const player = stage().addPlayer('LimitedEdit', 1100);
    const last = failFor(stage().site, player, { kind: 'hang' }, { endpoint, offset: 500 });
    const shown = await alice.command('progress', { user: player.name });
    const message = await shown.answer();
    const fault = stage().discord.faults.add({
      method: 'PATCH',
      path: ORIGINAL,
      effect: { rateLimit: { retryAfter: 4 } },
    });
    last.release();
    await stage().discord.waitFor(() => fault.hits > 0, 'There was no edit');
    // The edit of page 1 waits; the click must not wait with it.
    const click = await alice.click(message, '▶️');
    expect(click.acknowledgement.afterMs).toBeLessThan(3000);
    await click.until((now) => pageOf(now) === 2 && isWhole(now));
    await turnTo(alice, message, '▶️', 3);
    expect(readPage(message)).toEqual(pageFor(player, 3));
  });

  test('refuses a late answer isn’t pestered', async () => {
    const player = stage().addPlayer('TooLate', 45);
    const message = await openLibrary(alice, { user: player.name });
    const effect = { status: 404, code: 10_062, message: 'Unknown interaction' };
    const fault = stage().discord.faults.add({ path: CALLBACK, effect, times: 9 });
    const { id } = message;
    // Nobody answers this one: the person sees that the application did not respond.
    alice.click(message, '▶️').catch(() => null);
    await stage().discord.waitFor(() => fault.hits > 0, 'There was no answer');
    fault.remove();
    // The next use works as if nothing had happened.
    const again = await openLibrary(alice, { user: player.name });
    expect(readPage(again)).toEqual(pageFor(player, 1));
    expect(fault.hits).toBe(1);
    expect(message.id).toBe(id);
    await expect.poll(() => stage().bot.output).toContain('too late to reply to an interaction');
  });

  test.each([
    ['a message that was dismissed', 404, 10_008],
    ['a message that is older than its token', 401, 50_027],
  ])('no longer knows %s gets no apology', async (_, status, code) => {
    const player = stage().addPlayer(`Gone${code}`, 620);
    const ends = () => stage().bot.output.split('too late to reply to an interaction').length;
    const before = ends();
    const fault = stage().discord.faults.add({
      method: 'PATCH',
      path: ORIGINAL,
      effect: { status, code, message: 'Gone' },
      times: 20,
    });
    const shown = await alice.command('progress', { user: player.name });
    await expect.poll(ends).toBe(before + 1);
    fault.remove();
    expect(fault.hits).toBe(1);
    expect(shown.followups).toEqual([]);
    // The bot's own token is not doubted for it.
    const again = await openLibrary(alice, { user: player.name });
    expect(readPage(again)).toEqual(pageFor(player, 1));
    await turnTo(alice, again, '▶️', 2);
    expect(shown.followups).toEqual([]);
  });

  test('keeps failing an edit keeps what is shown, and the next click works', async () => {
    const player = stage().addPlayer('FailedEdit', 620);
    const fault = stage().discord.faults.add({
      method: 'PATCH',
      path: ORIGINAL,
      effect: { status: 503 },
      times: 20,
    });
    const shown = await alice.command('progress', { user: player.name });
    const message = await shown.answer();
    expect(descriptionOf(message)).toContain('500 of 620');
    await stage().discord.waitFor(() => fault.hits > 2, 'There were no edits');
    fault.remove();
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(player, 2));
  });
});
