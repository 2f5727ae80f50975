import { describe, expect, it } from 'vitest';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';
import { Site } from '#loopback/retroachievements/site.ts';
import type { Cadence } from '#src/announcements/feed.ts';

import { balance } from './balance.ts';
import { Books } from './books.ts';
import { Weather } from './weather.ts';

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

const asText = (pattern: RegExp): unknown => expect.stringMatching(pattern);

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
  return { books, channel, player, post, goOn: (ms: number) => (now += ms) };
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

async function openWeek() {
  const { channel, ...opened } = await openBooks('weekly');
  const row = (game_id: number, kind: string, status = 'due') => {
    return { channel_id: channel.id, player_name: 'Player', game_id, kind, status };
  };
  return { ...opened, row };
}
const rowsOf = (...rows: readonly Record<string, unknown>[]) => ({
  query: (text: string) => Promise.resolve(text.includes('from attempts') ? [] : rows),
});

describe('in the end', () => {
  it('tells what the database lacks, and what else the game has', async () => {
    const { books, row } = await openWeek();
    const database = rowsOf(row(5, 'beaten-hardcore'), row(6, 'beaten-hardcore'));
    expect(await balance(books, database, START)).toEqual([
      expect.stringMatching(
        / Player 6 mastered is not kept: mastered open since 2026-11-01T03:10:00.000Z, beaten-hardcore open /,
      ),
    ]);
  });

  it('lets an award be dropped for a higher one that waits', async () => {
    const { books, row } = await openWeek();
    const beaten6 = row(6, 'beaten-hardcore', 'dropped');
    const database = rowsOf(row(5, 'beaten-hardcore'), row(6, 'mastered'), beaten6);
    expect(await balance(books, database, START)).toEqual([]);
    expect(books.count('passed')).toBe(1);
  });

  it('lets none be lost without a trace, or without a higher one that waits', async () => {
    const lacking = [/ 6 mastered is not kept/, / 6 beaten-hardcore is not kept/];
    const { books, row } = await openWeek();
    const beaten5 = row(5, 'beaten-hardcore');
    expect(await balance(books, rowsOf(beaten5), START)).toEqual(lacking.map(asText));
    const kept = rowsOf(beaten5, row(6, 'mastered'));
    expect(await balance(books, kept, START)).toEqual(lacking.slice(1).map(asText));
    const dropped = rowsOf(row(6, 'mastered'), row(5, 'beaten-hardcore', 'dropped'));
    expect(await balance(books, dropped, START)).toEqual(
      [/ 5 beaten-hardcore was dropped/, / 6 beaten-hardcore is not kept/].map(asText),
    );
  });

  it('lets none be dropped that was there alone for a while, unless no bot looked', async () => {
    const { books, player, row, goOn } = await openWeek();
    goOn(60_000);
    books.granted({ player, gameId: 5, kinds: ['mastered'] });
    const game6 = [row(6, 'mastered'), row(6, 'beaten-hardcore')];
    const game5 = [row(5, 'mastered'), row(5, 'beaten-hardcore', 'dropped')];
    const database = rowsOf(...game6, ...game5);
    expect(await balance(books, database, START)).toEqual(
      [/ 5 beaten-hardcore was dropped: beaten-hardcore open .*, mastered open .*03:11/].map(
        asText,
      ),
    );
    const lower = [...books.open].find(({ key }) => key.endsWith('5 beaten-hardcore'));
    if (lower) lower.seenBy = Infinity;
    expect(await balance(books, database, START)).toEqual([]);
  });
});

it('tells which texts of posts are kept for too long', async () => {
  const { books } = await openBooks('live');
  const query = async (text: string) =>
    text.includes(`from attempts where last_at < ${START - 24 * HOUR_MS}`)
      ? [{ batch_id: 'b1' }]
      : [];
  expect(await balance(books, { query }, START)).toContain('the text of b1 is kept for nothing');
});

it('knows until when no bot has looked', async () => {
  const { books, player, goOn } = await openBooks('weekly');
  const times = [0, 1, 2, 3, 4, 5].map((minute) => START + minute * 60_000);
  const [, second = 0, , fourth = 0, , sixth = 0] = times;
  let now = START;
  const weather = new Weather(books, () => now);
  const nextMinute = (gameId: number) => {
    now += 60_000;
    goOn(60_000);
    books.granted({ player, gameId, kinds: ['mastered'] });
  };
  const seenBy = () => [...books.open].slice(3).map((entry) => entry.seenBy);
  nextMinute(7);
  expect(seenBy()).toEqual([second + 1_000]);
  weather.allEnd(second);
  nextMinute(8);
  expect(seenBy()).toEqual([Infinity, Infinity]);
  nextMinute(9);
  weather.allStart();
  expect(seenBy()).toEqual([fourth, fourth, fourth]);
  weather.siteFails();
  nextMinute(10);
  weather.allEnd(now);
  weather.siteWorks();
  nextMinute(11);
  expect(seenBy().slice(3)).toEqual([Infinity, Infinity]);
  weather.allStart();
  expect(seenBy().slice(3)).toEqual([sixth, sixth]);
});
