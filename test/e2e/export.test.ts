import { beforeAll, expect, test } from 'vitest';

import type { Person } from '#loopback/discord/people/person.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { DEFAULT_QUERY } from '#src/progress/query/query.ts';
import { expectedRows } from '#test/progress/independent.ts';

import { lookOf, openLibrary } from './library-page.ts';
import { parseCsv } from './parse-csv.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let player: SitePlayer;
let alice: Person;

beforeAll(() => {
  player = stage().addPlayer('MaxMilyin', 1287, 1);
  alice = stage().person('alice');
});

const time = (date: string | null) => (date === null ? null : new Date(date).toISOString());

/** A row as a file must tell it; the system is abbreviated there, so it is left out here. */
const told = (row: WireGame) => ({
  game_id: row.GameID,
  title: row.Title,
  award: row.HighestAwardKind,
  awarded_at: time(row.HighestAwardDate),
  achievements_won: row.NumAwarded,
  achievements_won_hardcore: row.NumAwardedHardcore,
  achievements_possible: row.MaxPossible,
  last_unlock_at: time(row.MostRecentAwardedDate),
  url: `https://retroachievements.org/game/${row.GameID}`,
});

async function download(shown: Shown): Promise<{ filename: string; text: string }> {
  const [file] = (await shown.answer()).attachments;
  if (!file) throw new Error('There is no file');
  const response = await fetch(file.url);
  // TextDecoder takes the byte order mark off; here it is looked at.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { filename: file.filename, text };
}

test('JSON has every game of the library, in the order of the page, for the caller alone', async () => {
  const message = await openLibrary(alice, { user: 'MaxMilyin', sort: 'title' });
  const before = lookOf(message);
  const shown = await alice.click(message, 'Export JSON');
  const { filename, text } = await download(shown);
  expect(filename).toBe('MaxMilyin-progress.json');
  const rows: Record<string, unknown>[] = JSON.parse(text);
  const expected = expectedRows(player.games, { ...DEFAULT_QUERY, sort: 'title' });
  expect(rows.map(({ system: _system, ...row }) => row)).toEqual(expected.map(told));
  expect(rows.every(({ system }) => typeof system === 'string' && system !== '')).toBe(true);
  expect((await shown.answer()).content).toBe(
    'Exported 1,287 games from **MaxMilyin**’s library as JSON.',
  );
  expect(shown.ephemeral).toBe(true);
  expect(lookOf(message)).toEqual(before);
});

test('CSV has the same rows, readable by a spreadsheet', async () => {
  const message = await openLibrary(alice, { user: 'MaxMilyin' });
  const { filename, text } = await download(await alice.click(message, 'Export CSV'));
  expect(filename).toBe('MaxMilyin-progress.csv');
  expect(text.startsWith('\uFEFFgame_id,title,system,award,')).toBe(true);
  const rows = parseCsv(text.slice(1)).map(({ system: _system, ...row }) => row);
  const expected = player.games.map((row) =>
    Object.fromEntries(Object.entries(told(row)).map(([key, value]) => [key, String(value ?? '')])),
  );
  expect(rows).toEqual(expected);
});

test('a title that a spreadsheet would run as a formula is only text', async () => {
  const [game] = player.games;
  if (!game) throw new Error('There is a game');
  const Title = '=HYPERLINK("http://example.com","1,2")';
  stage().site.addPlayer({ name: 'Formula', games: [{ ...game, GameID: 900_001, Title }] });
  const message = await openLibrary(alice, { user: 'Formula' });
  const { text } = await download(await alice.click(message, 'Export CSV'));
  expect(parseCsv(text.slice(1))[0]?.['title']).toBe(`'${Title}`);
});

test('a filter applies to the file, even if it leaves nothing', async () => {
  const mastered = await openLibrary(alice, { user: 'MaxMilyin', status: 'mastered' });
  const { text } = await download(await alice.click(mastered, 'Export JSON'));
  const ids = JSON.parse(text).map(({ game_id }: { game_id: number }) => game_id);
  const expected = expectedRows(player.games, { ...DEFAULT_QUERY, status: 'mastered' });
  expect(expected.length).toBeGreaterThan(0);
  expect(ids).toEqual(expected.map(({ GameID }) => GameID));

  const none = await openLibrary(alice, { user: 'MaxMilyin', search: 'no such title' });
  expect((await download(await alice.click(none, 'Export JSON'))).text).toBe('[]\n');
  const header = (await download(await alice.click(none, 'Export CSV'))).text;
  expect(header.trim().split('\n')).toHaveLength(1);
});

test('an export from a private page stays private', async () => {
  const message = await openLibrary(alice, { user: 'MaxMilyin', private: true });
  const shown = await alice.click(message, 'Export CSV');
  await shown.answer();
  expect(shown.ephemeral).toBe(true);
});
