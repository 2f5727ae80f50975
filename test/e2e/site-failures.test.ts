import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { Effect } from '#loopback/retroachievements/faults.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

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

/** Whatever RetroAchievements does, people read a sentence, and lose nothing. */

const UNREADABLE = 'RetroAchievements sent a response I can’t read.';
const UNREACHABLE = 'I can’t reach RetroAchievements right now.';
const MOVED = 'RetroAchievements is sending me to another address (error 301)';
const DOWN = 'RetroAchievements is down right now';
const answered = (status: number) =>
  `RetroAchievements is having problems right now (error ${status}).`;

const FAILURES: readonly (readonly [string, Effect, string])[] = [
  ['answers 500', { kind: 'status', status: 500 }, answered(500)],
  ['answers 502 without end', { kind: 'status', status: 502 }, answered(502)],
  ['answers 503 with a page', { kind: 'status', status: 503, body: 'html' }, answered(503)],
  ['answers 403 with a page', { kind: 'status', status: 403, body: 'html' }, answered(403)],
  ['answers 301', { kind: 'status', status: 301 }, MOVED],
  ['answers 530', { kind: 'status', status: 530, body: 'html' }, DOWN],
  ['answers 422', { kind: 'status', status: 422 }, answered(422)],
  ['answers 200 with a page', { kind: 'html' }, UNREADABLE],
  ['sends half of its JSON', { kind: 'truncated-json' }, UNREADABLE],
  ['sends a wrong type', { kind: 'wrong-type', field: 'Total', value: 'many' }, UNREADABLE],
  ['sends no list', { kind: 'wrong-type', field: 'Results', value: null }, UNREADABLE],
  ['sends far too much', { kind: 'gzip-bomb', bytes: 2 ** 25 }, UNREADABLE],
  ['hangs up', { kind: 'cut', where: 'before' }, UNREACHABLE],
  ['hangs up half-way', { kind: 'cut', where: 'mid-body' }, UNREACHABLE],
  [
    'refuses the key',
    { kind: 'status', status: 401 },
    'RetroAchievements rejected this bot’s web API key.',
  ],
];

/** Nothing is fresh: every click asks the site again. */
const stage = useStage({ env: { CACHE_TTL_SECONDS: '0' } });

/** What the bot wrote into its log about something. */
function linesAbout(text: string): readonly { readonly level: number }[] {
  return stage()
    .bot.output.split('\n')
    .filter((line) => line.startsWith('{') && line.includes(text))
    .map((line) => JSON.parse(line));
}

describe.concurrent.each(FAILURES)('RetroAchievements %s', (what, effect, sentence) => {
  const endpoint = 'API_GetUserCompletionProgress';
  const name = `Player${FAILURES.findIndex(([other]) => other === what)}`;
  let player: SitePlayer;
  let alice: Person;
  let seen: DiscordMessage;

  beforeAll(async () => {
    player = stage().addPlayer(name, 620);
    alice = stage().person('alice');
    seen = await openLibrary(alice, { user: name });
  });

  test('while someone turns pages: they get the page from the saved copy, with its age and the reason', async () => {
    const fault = failFor(stage().site, player, effect);
    const shown = await alice.click(seen, '▶️');
    await shown.until((now) => descriptionOf(now).includes(sentence));
    expect(readPage(seen)).toEqual(pageFor(player, 2));
    expect(descriptionOf(seen)).toMatch(/⚠️ Saved copy from <t:\d+:R>\. /);
    expect(shown.acknowledgement.afterMs).toBeLessThan(3000);

    fault.release();
    await turnTo(alice, seen, '▶️', 3);
    expect(readPage(seen)).toEqual(pageFor(player, 3));
  });

  test('on the second request: what has loaded stays, with the reason', async () => {
    const other = stage().addPlayer(`Half${name}`, 620);
    const fault = failFor(stage().site, other, effect, { endpoint, offset: 500 });
    const shown = await alice.command('progress', { user: other.name });
    const message = await shown.until((now) => descriptionOf(now).includes(sentence));
    expect(descriptionOf(message)).toContain('⚠️ Only 500 of 620 games loaded. ');
    expect(readPage(message).games).toEqual(pageFor(other, 1).games);

    fault.release();
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(other, 2));
  });

  test('at first use: a sentence, and the next try works', async () => {
    const other = stage().addPlayer(`New${name}`, 30);
    const fault = failFor(stage().site, other, effect);
    const shown = await alice.command('progress', { user: other.name });
    const told = await shown.told();
    expect(told.content).toContain(sentence);
    expect(told.flags & 64).toBe(64);
    expect(shown.acknowledgement.afterMs).toBeLessThan(3000);
    // Where Discord was told to wait, nothing of that is left for others.
    expect(shown.thinking).toBe(false);
    expect(shown.message?.flags ?? 64).toBe(64);

    fault.release();
    const message = await openLibrary(alice, { user: other.name });
    expect(readPage(message)).toEqual(pageFor(other, 1));
  });

  test('during an export: a sentence for the caller alone', async () => {
    const other = stage().addPlayer(`File${name}`, 30);
    const page = stage().discord.remember({ content: 'A page from a month ago' }, { by: alice });
    const before = lookOf(page);
    const fault = failFor(stage().site, other, effect);
    const customId = `p1:9:${BigInt(alice.id).toString(36)}:${other.ulid}:1:00::`;
    const shown = await alice.rawComponent({ customId, message: page });
    expect((await shown.answer()).content).toContain(sentence);
    expect(shown.ephemeral).toBe(true);
    expect(lookOf(page)).toEqual(before);
    fault.release();
  });
});

test('a mistyped name is reported to the caller alone, however late, and not in the log', async () => {
  const fault = stage().site.faults.add({
    when: (query) => query.get('u') === 'Nobody',
    effect: { kind: 'delay', ms: 1_300 },
  });
  const shown = await stage().person('alice').command('progress', { user: 'Nobody' });
  expect(shown.acknowledgement.type).toBe(5);
  const told = await shown.told();
  expect(told.content).toContain('RetroAchievements has no player called **Nobody**');
  expect(told.flags & 64).toBe(64);
  expect(shown.message).toBeUndefined();
  fault.release();
  const levels = linesAbout('Nobody').map(({ level }) => level);
  expect(Math.max(0, ...levels)).toBeLessThanOrEqual(20);
});

test('a refresh that failed costs nothing', async () => {
  const player = stage().addPlayer('Refreshed', 30);
  const alice = stage().person('alice');
  const message = await openLibrary(alice, { user: player.name });
  const fault = failFor(stage().site, player, { kind: 'status', status: 422 });
  const failed = await alice.click(message, 'Refresh');
  await failed.until((now) => descriptionOf(now).includes(answered(422)));
  fault.release();
  const again = await alice.click(message, 'Refresh');
  await again.until(isWhole);
  expect(again.followups).toEqual([]);
  const third = await alice.click(message, 'Refresh');
  expect((await third.answer()).content).toContain('was just refreshed');
});

test('none of this was the bot’s fault', () => {
  expect(stage().bot.output).toContain('"ready"');
  expect(stage().bot.output).not.toContain('an interaction failed');
});

describe.concurrent('RetroAchievements that', () => {
  test.each([
    ['answers 502 twice', { kind: 'status', status: 502 }, 2],
    ['answers 500 once', { kind: 'status', status: 500 }, 1],
    ['hangs up twice', { kind: 'cut', where: 'before' }, 2],
    ['sends half of its JSON once', { kind: 'truncated-json' }, 1],
  ] as const)('%s is asked again, and nobody notices', async (what, effect, times) => {
    const name = what.replaceAll(/[^a-z0-9]/g, '').slice(0, 20);
    const player = stage().addPlayer(name, 45);
    failFor(stage().site, player, effect, { endpoint: 'API_GetUserCompletionProgress', times });
    const message = await openLibrary(stage().person('alice'), { user: name });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(stage().libraryRequests(player)).toBe(times + 1);
  });

  test('doesn’t say who the player is still shows the library, under the typed name', async () => {
    const player = stage().addPlayer('NoProfile', 45);
    const effect = { kind: 'status', status: 500 } as const;
    const fault = failFor(stage().site, player, effect, { endpoint: 'API_GetUserProfile' });
    const alice = stage().person('alice');
    const message = await openLibrary(alice, { user: 'noprofile' });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(player, 2));
    expect(fault.hits).toBeGreaterThan(0);
  });

  test('sends an unknown award still shows the library', async () => {
    const player = stage().addPlayer('NewAward', 45);
    const fault = failFor(stage().site, player, { kind: 'unknown-award-kind' });
    const message = await openLibrary(stage().person('alice'), { user: 'NewAward' });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(fault.hits).toBeGreaterThan(0);
  });
});

describe('after a restart, with nothing in memory', () => {
  test('a click that fails leaves the page alone, and works once the site is back', async () => {
    const alice = stage().person('alice');
    const pages = await Promise.all(
      FAILURES.map(async ([, effect, sentence], index) => {
        const player = stage().addPlayer(`Again${index}`, 45);
        return {
          effect,
          sentence,
          player,
          message: await openLibrary(alice, { user: player.name }),
        };
      }),
    );
    await stage().bot.stop();
    await stage().startBot();
    const { site } = stage();
    await Promise.all(
      pages.map(async ({ effect, sentence, player, message }) => {
        const before = lookOf(message);
        const fault = failFor(site, player, effect);
        const shown = await alice.click(message, '▶️');
        const told =
          shown.acknowledgement.type === 4 ? await shown.answer() : await shown.followup();
        expect(told.content).toContain(sentence);
        expect(told.flags & 64).toBe(64);
        expect(lookOf(message)).toEqual(before);

        fault.release();
        const again = await alice.click(message, '▶️');
        await again.until((now) => pageOf(now) === 2 && isWhole(now));
        expect(readPage(message)).toEqual(pageFor(player, 2));
      }),
    );
  });
});
