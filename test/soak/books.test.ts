import { expect, it } from 'vitest';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';
import { Site } from '#loopback/retroachievements/site.ts';
import type { Cadence } from '#src/announcements/feed.ts';

import { balance } from './balance.ts';
import { Books } from './books.ts';

const START = Date.UTC(2026, 10, 1, 3, 10);
const HOUR_MS = 60 * 60_000;
const PLAYER = 'https://retroachievements.org/user/Player';

const beaten = (gameId: number, words = '⭐ **Beaten** · MD') => ({
  url: `https://retroachievements.org/game/${gameId}`,
  author: { name: 'Player', url: PLAYER },
  description: words,
});
const digest = (...lines: readonly string[]) => ({
  title: 'Hourly digest',
  description: [`**[Player](${PLAYER})** · ⭐ 2`, ...lines].join('\n'),
});
const line = (gameId: number, mark = '⭐') =>
  `${mark} [Title](https://retroachievements.org/game/${gameId}) · MD`;

/** The books of one feed, whose player beats game 5 and then masters game 6. */
async function openBooks(cadence: Cadence) {
  await using discord = await startDiscord({ judge: false });
  let now = START;
  const player = new Site(() => now).addPlayer({ name: 'Player', games: [] });
  const channel = discord.channel('feed');
  const schedule = { cadence, hour: 0, weekday: 'monday', timezone: 'UTC' } as const;
  const feed = { channel, kinds: 'all', schedule, language: 'en', players: [player] } as const;
  const books = new Books([feed], () => now);
  books.granted({ player, gameId: 5, kinds: ['beaten-hardcore'] });
  books.granted({ player, gameId: 6, kinds: ['mastered', 'beaten-hardcore'] });
  const post = (embed: ReturnType<typeof beaten> | ReturnType<typeof digest>) =>
    books.posted({ channel_id: channel.id, embeds: [embed] });
  return { books, channel, post, goOn: (ms: number) => (now += ms) };
}

it('balances if each award is posted once', async () => {
  const { books, post } = await openBooks('live');
  expect(books.late()).toHaveLength(3);
  post(beaten(5));
  post(beaten(6, '🏆 **Beaten and mastered** · MD'));
  expect(books.late()).toEqual([]);
  expect(books.mistakes).toEqual([]);
});

it('names what is posted twice, and what isn’t due', async () => {
  const { books, post } = await openBooks('live');
  post(beaten(5));
  post(beaten(5));
  post(beaten(7));
  expect(books.mistakes).toEqual([
    expect.stringMatching(/ Player 5 beaten-hardcore was told before$/),
    expect.stringMatching(/ Player 7 beaten-hardcore was not due$/),
  ]);
});

it('knows the hour of a digest, and what a line covers', async () => {
  const { books, post, goOn } = await openBooks('hourly');
  expect(books.late()).toEqual([]);
  post(digest(line(5)));
  expect(books.mistakes).toEqual([expect.stringMatching(/ 5 beaten-hardcore came too early$/)]);
  goOn(HOUR_MS);
  expect(books.late()).toHaveLength(2);
  post(digest(line(6, '🏆')));
  expect(books.late()).toEqual([]);
  expect(books.count('covered')).toBe(1);
  expect(books.mistakes).toHaveLength(1);
});

it('tells what the database lacks in the end, and what else the game has', async () => {
  const { books, channel } = await openBooks('weekly');
  const row = { channel_id: channel.id, player_name: 'Player', kind: 'beaten-hardcore' };
  const rows = [5, 6].map((game_id) => ({ ...row, game_id }));
  expect(await balance(books, { query: () => Promise.resolve(rows) })).toEqual([
    expect.stringMatching(
      / Player 6 mastered is not kept: mastered open since 2026-11-01T03:10:00.000Z, beaten-hardcore open /,
    ),
  ]);
});
