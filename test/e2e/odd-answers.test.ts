import { describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import { selectsOf } from '#loopback/discord/people/components.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import {
  descriptionOf,
  gameIdsOf,
  isWhole,
  lookOf,
  openLibrary,
  pageFor,
  readPage,
  turnTo,
} from './library-page.ts';
import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

/** RetroAchievements says something odd, and people get a page all the same. What Discord refuses fails every test here. */

/** Nothing is fresh: every click asks the site again. */
const stage = useStage({ env: { CACHE_TTL_SECONDS: '0' } });
const PROGRESS = 'API_GetUserCompletionProgress';
const PROFILE = 'API_GetUserProfile';

let players = 0;

function newPlayer(size = 30): SitePlayer {
  players += 1;
  return stage().addPlayer(`Odd${players}`, size);
}

/** A player of whom the site says something else in one field: of the profile, or of the first game. */
async function openWith(endpoint: typeof PROGRESS | typeof PROFILE, field: string, value: unknown) {
  const player = newPlayer();
  const alice = stage().person('alice');
  failFor(stage().site, player, { kind: 'wrong-type', field, value }, { endpoint });
  const message = await openLibrary(alice, { user: player.name });
  return { player, alice, message };
}

const iconOf = ({ embeds }: DiscordMessage) => embeds[0]?.author?.icon_url;
const firstLine = (message: DiscordMessage) =>
  descriptionOf(message)
    .split('\n')
    .find((line) => line.includes('/game/')) ?? '';

describe('an avatar', () => {
  test.each([
    ['/UserPic/a b.png', '/UserPic/a%20b.png'],
    ['/UserPic/äö.png', '/UserPic/%C3%A4%C3%B6.png'],
    ['https://media.retroachievements.org/UserPic/Max.png', '/UserPic/Max.png'],
  ])('%s is shown', async (UserPic, path) => {
    const { player, message } = await openWith(PROFILE, 'UserPic', UserPic);
    expect(iconOf(message)).toBe(stage().site.url + path);
    expect(readPage(message)).toEqual(pageFor(player, 1));
  });

  test('by its whole address is shown', async () => {
    const address = `${stage().site.url}/UserPic/Max.png`;
    const { message } = await openWith(PROFILE, 'UserPic', address);
    expect(iconOf(message)).toBe(address);
  });

  test.each([
    `/UserPic/${'a'.repeat(3_000)}.png`,
    'https://example.com/UserPic/Max.png',
    '//example.com/Max.png',
    'javascript:alert(1)',
    7,
  ])('%s is left out', async (UserPic) => {
    const { player, message } = await openWith(PROFILE, 'UserPic', UserPic);
    expect(iconOf(message)).toBeUndefined();
    expect(readPage(message)).toEqual(pageFor(player, 1));
  });
});

test('a name of 300 letters is cut, and the buttons work', async () => {
  const { player, alice, message } = await openWith(PROFILE, 'User', 'M'.repeat(300));
  expect(message.embeds[0]?.author?.name).toMatch(/^M{40,255}…$/);
  await turnTo(alice, message, '▶️', 2);
  expect(readPage(message)).toEqual(pageFor(player, 2));
});

test('the buttons work even with an impossible name', async () => {
  const player = newPlayer();
  const odd = { kind: 'wrong-type', field: 'User', value: 'a: b' } as const;
  const alice = stage().person('alice');
  failFor(stage().site, player, odd, { endpoint: PROFILE });
  const message = await openLibrary(alice, { user: player.name });
  await turnTo(alice, message, '▶️', 2);
  expect(readPage(message)).toEqual(pageFor(player, 2));
});

test('a system’s name of 5,000 letters is cut, and can be chosen', async () => {
  const { player, alice, message } = await openWith(PROGRESS, 'ConsoleName', 'x'.repeat(5_000));
  const system = player.games[0]?.ConsoleID ?? 0;
  const shown = await alice.select(message, 'Filter by system', [String(system)]);
  const chosen = await shown.until((now) => isWhole(now) && descriptionOf(now).includes('xxx'));
  expect(gameIdsOf(chosen)[0]).toBe(player.games[0]?.GameID);
});

test('a system without a name has one name, in the menu and on the page', async () => {
  const player = stage().site.addPlayer({
    name: 'NoSystem',
    games: newPlayer(1).games.map((game) => ({ ...game, ConsoleID: 21 })),
  });
  failFor(stage().site, player, { kind: 'wrong-type', field: 'ConsoleName', value: null });
  const alice = stage().person('alice');
  const message = await openLibrary(alice, { user: player.name });
  const menu = selectsOf(message).find(({ placeholder }) => placeholder === 'Filter by system');
  expect(menu?.options?.map(({ label }) => label)).toContain('PlayStation 2');
  expect(descriptionOf(message)).toContain(' PS2');
});

describe('a title', () => {
  test.each(['', '   ', '\u200b', '\u3164', `a${'\u0301'.repeat(118)}`, '\ud800'])(
    'that shows nothing (%j) becomes the game’s number',
    async (Title) => {
      const { player, message } = await openWith(PROGRESS, 'Title', Title);
      expect(firstLine(message)).toContain(`[Game ${player.games[0]?.GameID}]`);
    },
  );

  test('in HTML reads as on the site', async () => {
    const { message } = await openWith(PROGRESS, 'Title', 'Tom &amp; Jerry &#039;94');
    expect(firstLine(message)).toContain("[Tom & Jerry '94]");
  });

  test('can’t change the text direction', async () => {
    const { message } = await openWith(PROGRESS, 'Title', 'Sonic\u202e3\u2066');
    expect(firstLine(message)).toContain('[Sonic3]');
  });
});

describe('an empty answer', () => {
  test('on one refresh takes nothing away', async () => {
    const player = newPlayer();
    const alice = stage().person('alice');
    const message = await openLibrary(alice, { user: player.name });
    const asked = stage().libraryRequests(player);
    failFor(stage().site, player, { kind: 'nothing' }, { endpoint: PROGRESS, times: 1 });
    const shown = await alice.click(message, 'Refresh');
    await shown.until(isWhole);
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(stage().libraryRequests(player)).toBe(asked + 2);
  });
});

test('a library with the same game twice works like any other', async () => {
  const { games } = newPlayer();
  const [first] = games;
  if (!first) throw new Error('The library is empty');
  const player = stage().site.addPlayer({ name: 'Twice', games: [...games, first] });
  const alice = stage().person('alice');
  const message = await openLibrary(alice, { user: 'Twice' });
  expect(stage().libraryRequests(player)).toBe(2);
  expect(new Set(gameIdsOf(message)).size).toBe(10);
  const shown = await alice.click(message, 'Export CSV');
  expect((await shown.told()).content).toBe('Exported 30 games from **Twice**’s library as CSV.');
});

describe('a deleted account', () => {
  test('is reported gone by its last name, and after a restart at least not by its ULID', async () => {
    const player = newPlayer();
    const alice = stage().person('alice');
    const message = await openLibrary(alice, { user: player.name });
    stage().site.remove(player.name);

    const told = await (await alice.click(message, '▶️')).followup();
    expect(told.content).toContain(
      `This account is gone from RetroAchievements: **${player.name}**.`,
    );
    expect(told.flags & 64).toBe(64);

    await stage().bot.stop();
    await stage().startBot();
    const before = lookOf(message);
    const again = await (await alice.click(message, '▶️')).told();
    expect(again.content).toContain('This account is gone');
    expect(again.content).not.toContain(player.ulid);
    expect(lookOf(message)).toEqual(before);
  });
});

test('a choice that no longer exists says to use the command again', async () => {
  const alice = stage().person('alice');
  const message = await openLibrary(alice, { user: newPlayer().name });
  const menu = selectsOf(message).find(({ placeholder }) => placeholder === 'Filter by status');
  const customId = menu?.custom_id ?? '';
  const shown = await alice.rawComponent({ customId, message, values: ['platinum'] });
  expect((await shown.answer()).content).toMatch(/use the command again/i);
  expect(shown.ephemeral).toBe(true);
});

test('none of this was the bot’s fault', () => {
  expect(stage().bot.output).not.toContain('an interaction failed');
});
