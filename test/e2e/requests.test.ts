import { expect, test } from 'vitest';

import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import {
  descriptionOf,
  gameIdsOf,
  isWhole,
  openLibrary,
  pageFor,
  pageOf,
  readPage,
  turnTo,
} from './library-page.ts';
import { Stage, useStage } from './stage.ts';

/** What a library costs RetroAchievements. */

const stage = useStage();

/** A fault for one page of one player's completion progress. */
const at = ({ name, ulid }: SitePlayer, offset: number) => ({
  endpoint: 'API_GetUserCompletionProgress' as const,
  when: (query: URLSearchParams) =>
    query.get('o') === String(offset) && [name, ulid].includes(query.get('u') ?? ''),
});

test('1,287 games are shown after one request and complete after three, and clicks cost none', async () => {
  const player = stage().addPlayer('MaxMilyin', 1287, 1);
  const alice = stage().person('alice');
  const second = stage().site.faults.add({ ...at(player, 500), effect: { kind: 'hang' } });
  const shown = await alice.command('progress', { user: 'MaxMilyin' });
  const message = await shown.answer();
  expect(gameIdsOf(message)).toEqual(player.games.slice(0, 10).map(({ GameID }) => GameID));
  expect(descriptionOf(message)).toContain('⏳ 500 of 1,287 games loaded');

  second.release();
  await shown.until(isWhole);
  expect(readPage(message)).toEqual(pageFor(player, 1));
  expect(stage().libraryRequests(player)).toBe(3);

  const requests = stage().site.count();
  for (let page = 2; page <= 129; page += 1) {
    await turnTo(alice, message, '▶️', page);
    expect(readPage(message)).toEqual(pageFor(player, page));
  }
  expect(stage().site.count()).toBe(requests);
});

test('10,000 games take twenty requests, and an edit shows the progress', async () => {
  const player = stage().addPlayer('Completionist10k', 10_000);
  stage().site.faults.add({ ...at(player, 5000), effect: { kind: 'delay', ms: 1300 } });
  const shown = await stage().person('alice').command('progress', { user: 'Completionist10k' });
  await shown.until(isWhole);
  expect(readPage(await shown.answer())).toEqual(pageFor(player, 1));
  expect(stage().libraryRequests(player)).toBe(20);
  const told = shown.history.map((state) =>
    /⏳ ([\d,]+) of 10,000 games/.exec(descriptionOf(state)),
  );
  expect(told[0]?.[1]).toBe('500');
  expect(told.slice(1).some((count) => count !== null)).toBe(true);
  expect(told.at(-1)).toBeNull();
});

test('a filter is marked provisional until the whole library is in', async () => {
  const player = stage().addPlayer('Provisional', 1200);
  const second = stage().site.faults.add({ ...at(player, 500), effect: { kind: 'hang' } });
  const shown = await stage()
    .person('alice')
    .command('progress', { user: 'Provisional', sort: 'title' });
  const message = await shown.answer();
  expect(descriptionOf(message)).toContain('this page may still change');
  second.release();
  await shown.until(isWhole);
  expect(readPage(message)).toEqual(pageFor(player, 1, { sort: 'title' }));
});

test('200 people who ask for one unknown library at once cost one chain of requests', async () => {
  // By a clock that stands still, and unjudged: how fast a busy machine plays 200 people is not what this is about.
  const now = Date.now();
  await using crowded = await Stage.open({ discord: { clock: { now: () => now }, judge: false } });
  const player = crowded.addPlayer('Wanted', 1287);
  const people = Array.from({ length: 200 }, (_, index) => crowded.person(`person${index}`));
  const asked = await Promise.all(
    people.map((person) => person.command('progress', { user: 'Wanted' })),
  );
  for (const shown of asked) {
    expect(readPage(await shown.until(isWhole))).toEqual(pageFor(player, 1));
  }
  expect(crowded.libraryRequests(player)).toBe(3);
  expect(crowded.site.count('API_GetUserProfile')).toBe(1);
});

test('joining while a library loads, by another spelling or by ULID, costs nothing more', async () => {
  const player = stage().addPlayer('JoinedLater', 700);
  const ask = (user: string) => stage().person(user).command('progress', { user });
  const first = stage().site.faults.add({ ...at(player, 0), effect: { kind: 'hang' } });
  // Acknowledged means that it is not there at once: by then the profile is.
  const early = await Promise.all(['JoinedLater', 'joinedlater'].map(ask));
  const late = await Promise.all([player.ulid, 'JOINEDLATER'].map(ask));
  first.release();
  for (const shown of [...early, ...late]) await shown.until(isWhole);
  expect(stage().libraryRequests(player)).toBe(2);
});

test('a library that changes while it’s read is read again, and has each game once', async () => {
  const player = stage().addPlayer('StillPlaying', 1100);
  stage().site.faults.add({ ...at(player, 500), times: 1, effect: { kind: 'shift' } });
  const message = await openLibrary(stage().person('alice'), { user: 'StillPlaying' });
  expect(readPage(message)).toEqual(pageFor(player, 1));
  expect(descriptionOf(message)).toContain('**1,100** played');
  expect(stage().libraryRequests(player)).toBeGreaterThan(3);
});

test('the clicked page stays while the rest of a large library loads', async () => {
  const player = stage().addPlayer('StillLoading', 2600);
  const alice = stage().person('alice');
  const next = stage().site.faults.add({ ...at(player, 500), effect: { kind: 'hang' } });
  const last = stage().site.faults.add({ ...at(player, 2500), effect: { kind: 'hang' } });
  const first = await alice.command('progress', { user: 'StillLoading' });
  const message = await first.answer();

  const click = await alice.click(message, '▶️');
  await click.until((now) => pageOf(now) === 2);
  next.release();
  last.release();
  await click.until((now) => pageOf(now) === 2 && isWhole(now));
  await turnTo(alice, message, '▶️', 3);
  expect(readPage(message)).toEqual(pageFor(player, 3));
  const pages = first.history.map(pageOf);
  expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  expect(pages.at(-1)).toBe(3);
  expect(stage().libraryRequests(player)).toBe(6);
});
