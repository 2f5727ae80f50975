import { describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import { Permission } from '#loopback/discord/permissions.ts';

import {
  descriptionOf,
  isWhole,
  lookOf,
  openLibrary,
  pageFor,
  pageOf,
  readPage,
  turnTo,
} from './library-page.ts';
import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

/** The waits here are real, and run at the same time. */

const stage = useStage({ env: { CACHE_TTL_SECONDS: '0' }, discord: { patienceMs: 20_000 } });
const endpoint = 'API_GetUserCompletionProgress';
const SENTENCE = 'RetroAchievements isn’t responding right now.';

/** How long it takes until the sentence is there, ms; the answer itself must have been acknowledged in time. */
async function waited(start: number, shown: Shown, told: Promise<DiscordMessage>): Promise<number> {
  const message = await told;
  expect(message.content + descriptionOf(message)).toContain(SENTENCE);
  expect(shown.acknowledgement.afterMs).toBeLessThan(3000);
  return performance.now() - start;
}

describe.concurrent('RetroAchievements that hangs', () => {
  test.each([
    ['before its answer', 'before'],
    ['in the middle of its answer', 'mid-body'],
  ] as const)('%s: the command gets the sentence within 15 s', async (_, where) => {
    const player = stage().addPlayer(`Hang${where.replace('-', '')}`, 45);
    const fault = failFor(stage().site, player, { kind: 'hang', where }, { endpoint });
    const start = performance.now();
    const shown = await stage().person('alice').command('progress', { user: player.name });
    expect(await waited(start, shown, shown.told())).toBeLessThan(15_000);

    fault.release();
    const message = await openLibrary(stage().person('alice'), { user: player.name });
    expect(readPage(message)).toEqual(pageFor(player, 1));
  });

  test('on the second request: what has loaded stays, with the sentence', async () => {
    const player = stage().addPlayer('HangSecond', 620);
    failFor(stage().site, player, { kind: 'hang' }, { endpoint, offset: 500 });
    const start = performance.now();
    const shown = await stage().person('alice').command('progress', { user: player.name });
    const stopped = shown.until((now) =>
      descriptionOf(now).includes('Only 500 of 620 games loaded'),
    );
    expect(await waited(start, shown, stopped)).toBeLessThan(15_000);
    expect(readPage(await stopped).games).toEqual(pageFor(player, 1).games);
  });

  test('while someone turns pages: their page is there at once, and the sentence within 15 s', async () => {
    const player = stage().addPlayer('HangPaging', 45);
    const alice = stage().person('alice');
    const message = await openLibrary(alice, { user: player.name });
    const fault = failFor(stage().site, player, { kind: 'hang' }, { endpoint });
    const start = performance.now();
    const shown = await alice.click(message, '▶️');
    expect(readPage(message).games).toEqual(pageFor(player, 2).games);
    expect(shown.acknowledgement).toMatchObject({ type: 7 });
    const outdated = shown.until((now) => descriptionOf(now).includes('Saved copy from'));
    expect(await waited(start, shown, outdated)).toBeLessThan(15_000);

    fault.release();
    await turnTo(alice, message, '▶️', 3);
    expect(readPage(message)).toEqual(pageFor(player, 3));
  });

  test('when a button is pressed with nothing in memory: the page stays, and the clicker is told', async () => {
    const player = stage().addPlayer('HangButton', 45);
    const alice = stage().person('alice');
    const message = stage().discord.remember({ content: 'A page from a month ago' }, { by: alice });
    const before = lookOf(message);
    const fault = failFor(stage().site, player, { kind: 'hang' }, { endpoint });
    const customId = `p1:3:${BigInt(alice.id).toString(36)}:${player.ulid}:2:00::`;
    const start = performance.now();
    const shown = await alice.rawComponent({ customId, message });
    expect(await waited(start, shown, shown.followup())).toBeLessThan(15_000);
    expect((await shown.followup()).flags & 64).toBe(64);
    expect(lookOf(message)).toEqual(before);

    fault.release();
    const again = await alice.rawComponent({ customId, message });
    await again.until((now) => pageOf(now) === 2 && isWhole(now));
  });

  test('while 25 players are being tracked: the manager is told about each within 15 s', async () => {
    const names = Array.from({ length: 25 }, (_, n) => `HangTrack${n + 10}`);
    for (const name of names) stage().addPlayer(name, 1);
    const { discord, site } = stage();
    const where = discord.channel('hang-track');
    const sam = discord.person('Sam', { permissions: Permission.ManageGuild });
    await (await sam.command('announcements setup', { channel: where }, { where })).answer();
    const fault = site.faults.add({
      endpoint: 'API_GetUserProfile',
      effect: { kind: 'hang' },
      times: Infinity,
      when: (query) => query.get('u')?.startsWith('HangTrack') === true,
    });
    const options = { channel: where, user: names.join(' ') };
    const start = performance.now();
    const shown = await sam.command('announcements track', options, { where });
    expect(await waited(start, shown, shown.answer())).toBeLessThan(15_000);
    const { content } = await shown.answer();
    expect(names.filter((name) => !content.includes(`**${name}**`))).toEqual([]);

    fault.release();
    const again = await sam.command('announcements track', options, { where });
    expect((await again.answer()).content).toMatch(/^Now tracking .* \(25 of 500 players\)\./);
  });
});
