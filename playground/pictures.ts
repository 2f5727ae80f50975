import type { Locator, Page } from 'playwright-core';

import { Photographer, send } from './photographer.ts';
import { type Playground, startPlayground } from './playground.ts';

/** Takes the README's pictures with the sample players. */

const DESKTOP = { width: 1000, height: 920 };
/** For messages shorter than a library page. */
const LOW = { width: 1000, height: 770 };
const SHORT = { width: 1000, height: 560 };
/** For two pictures beside each other. */
const SMALL = { width: 560, height: 460 };
const WIDE = { width: 1360, height: 920 };
const PHONE = { width: 390, height: 844 };

const MILESTONE = 400;
const MILESTONE_GAME = 'Perfect Dark';
const DAY_MS = 24 * 60 * 60_000;
const DIGEST_PLAYERS = ['MaxMilyin', 'NewLeaf', 'SofterTimes'];

await using playground = await startPlayground({ drip: false });
await using photographer = await Photographer.arrive(playground.url);
const TAKES: Readonly<Record<string, () => Promise<void>>> = {
  library: async () => takeLibrary(await photographer.open(DESKTOP)),
  languages: takeLanguages,
  comparison: async () => takeComparison(await photographer.open(DESKTOP)),
  statistics: async () => takeStatistics(await photographer.open(DESKTOP)),
  people: async () => takePeople(await photographer.open(SMALL)),
  decisions: async () => takeDecisions(await photographer.open(SHORT)),
  announcements: async () => takeAnnouncements(await photographer.open(LOW)),
};
// All of them, or those that are named.
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(TAKES)) await TAKES[name]?.();

async function takeLibrary(page: Page): Promise<void> {
  const message = await send(page, '/progress MaxMilyin');
  await message.getByText('Updated').waitFor();
  await photographer.take(page, message, 'library.webp');

  await message.getByRole('button', { name: /^1\// }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('77');
  await photographer.take(page, message, 'jump.webp');
  await page.keyboard.press('Escape');

  const menu = message.getByRole('combobox', { name: 'Filter by status' });
  await menu.click();
  await page.getByRole('option', { name: '🏆 Mastered' }).click();
  await menu.filter({ hasText: 'Mastered' }).waitFor();
  await page.getByRole('combobox', { name: /^Message/ }).focus();
  await photographer.take(page, message, 'mastered.webp');

  await page.setViewportSize(WIDE);
  await photographer.take(page, message, 'playground.webp');

  const phone = await photographer.open(PHONE);
  const library = await send(phone, '/progress NewLeaf');
  await library.getByText('Updated').waitFor();
  await photographer.take(phone, library, 'phone.webp');
}

async function takeComparison(page: Page): Promise<void> {
  const message = await send(page, '/compare MaxMilyin other:NewLeaf');
  await message.getByText('Updated').waitFor();
  await message.getByRole('combobox', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: 'Newest unlock first' }).click();
  await message.getByText('Newest unlock first · ').waitFor();
  await page.getByRole('combobox', { name: /^Message/ }).focus();
  await photographer.take(page, message, 'compare.webp');
}

async function takeStatistics(page: Page): Promise<void> {
  const message = await send(page, '/stats MaxMilyin');
  await message.getByText('Updated').waitFor();
  await message.getByAltText('Statistics of MaxMilyin').waitFor();
  await photographer.take(page, message, 'stats.webp', false);
}

async function takePeople(page: Page): Promise<void> {
  const link = await send(page, '/link user:NewLeaf');
  await link.getByRole('button', { name: 'Check' }).waitFor();
  await photographer.take(page, link, 'link.webp', false);
  const board = await untilSaid(page, '/leaderboard casual:True', '4.');
  await photographer.take(page, board, 'leaderboard.webp');
  const game = await untilSaid(page, '/game title:Super Mario World', 'NewLeaf');
  await photographer.take(page, game, 'game.webp');
}

/** What members decide for themselves. */
async function takeDecisions(page: Page): Promise<void> {
  await be(page, 'Sam');
  await page.locator('.channel', { hasText: 'announcements' }).click();
  await page.getByText('Now tracking NoGamesYet in').waitFor();
  await send(page, '/announcements invite channel:#announcements');
  const invitation = page.locator('discord-message', { hasText: 'Announce my games' }).last();
  await invitation.waitFor();
  await be(page, 'Robin');
  await photographer.take(page, invitation, 'invite.webp', false);

  await be(page, 'Noa');
  await page.locator('.channel', { hasText: 'general' }).click();
  const stored = await send(page, '/privacy ');
  await stored.getByRole('button', { name: 'Never announce me' }).waitFor();
  await photographer.take(page, stored, 'privacy.webp', false);
}

async function takeLanguages(): Promise<void> {
  for (const [locale, player, updated] of [
    ['de', 'NewLeaf', 'Aktualisiert'],
    ['ja', 'MaxMilyin', 'に更新'],
  ] as const) {
    await act({ kind: 'language', locale });
    const page = await photographer.open(PHONE);
    await page.locator(`html[lang="${locale}"]`).waitFor();
    const message = await send(page, `/progress user:${player}`);
    await message.getByText(updated).waitFor();
    await photographer.take(page, message, `phone-${locale}.webp`);
  }
  await act({ kind: 'language', locale: 'en-US' });
}

/** Asks again until the bot has loaded what it takes. */
async function untilSaid(page: Page, command: string, text: string): Promise<Locator> {
  for (;;) {
    const message = await send(page, command);
    await message.locator('discord-embed').waitFor();
    if ((await message.innerText()).includes(text)) return message;
  }
}

async function takeAnnouncements(page: Page): Promise<void> {
  await be(page, 'Sam');
  await page.locator('.channel', { hasText: 'announcements' }).click();
  await page.getByText('Now tracking NoGamesYet in').waitFor();
  await photographer.take(page, page.locator('discord-message').first(), 'setup.webp');

  await be(page, 'Robin');
  approachMilestone(playground);
  const { site } = playground;
  const { games } = site.player('MaxMilyin');
  const game = games.find(({ Title }) => Title === MILESTONE_GAME);
  if (game) site.award('MaxMilyin', game.GameID, 'mastered');
  const post = await posted(page, MILESTONE_GAME);
  await play('NewLeaf', 'beat-six');
  await posted(page, 'finished 6 games');
  await photographer.take(page, post, 'announcement.webp');

  await be(page, 'Sam');
  const status = await send(page, '/announcements status ');
  await photographer.take(page, status, 'status.webp');
  await takeDigest(await photographer.open(LOW));
}

/** Takes a daily digest, after putting the clock forward a day. */
async function takeDigest(page: Page): Promise<void> {
  await be(page, 'Sam');
  await page.locator('.channel', { hasText: 'digest' }).click();
  await send(page, '/announcements setup channel:#digest schedule:daily');
  for (const player of DIGEST_PLAYERS) {
    await send(page, `/announcements track channel:#digest user:${player}`);
    await play(player, 'beat-six');
    await play(player, 'master');
  }
  await be(page, 'Robin');
  await act({ kind: 'later', hours: 24 });
  await photographer.take(page, await posted(page, 'Daily digest'), 'digest.webp');
}

/** Brings MaxMilyin one game short of the milestone, with awards too old to announce. */
function approachMilestone({ site }: Playground): void {
  const { games } = site.player('MaxMilyin');
  const mastered = games.filter(({ HighestAwardKind }) => HighestAwardKind === 'mastered');
  const others = games.filter(
    ({ HighestAwardKind, MaxPossible, Title }) =>
      HighestAwardKind !== 'mastered' && MaxPossible > 0 && Title !== MILESTONE_GAME,
  );
  const missing = others.slice(-(MILESTONE - 1 - mastered.length));
  for (const { GameID } of missing) {
    site.award('MaxMilyin', GameID, 'mastered', Date.now() - 400 * DAY_MS);
  }
}

async function posted(page: Page, text: string): Promise<Locator> {
  const message = page.locator('discord-message', { hasText: text }).last();
  await message.waitFor();
  return message;
}

async function be(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

async function play(name: string, how: string): Promise<void> {
  await act({ kind: 'play', player: playground.site.player(name).ulid, how });
}

/** Does what a panel button does. */
async function act(action: unknown): Promise<void> {
  await fetch(`${playground.url}/act`, { method: 'POST', body: JSON.stringify(action) });
}
