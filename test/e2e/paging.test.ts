import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { en } from '#src/messages/languages/en.ts';

import {
  chosenIn,
  descriptionOf,
  gameIdsOf,
  isWhole,
  jumpButton,
  lookOf,
  openLibrary,
  pageFor,
  pageOf,
  pressableButtons,
  readPage,
  turnTo,
} from './library-page.ts';
import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

const { statusMenu, sortMenu, systemMenu } = en.library;

const stage = useStage();
let max: SitePlayer;
let alice: Person;

beforeAll(() => {
  max = stage().addPlayer('MaxMilyin', 1287, 1);
  alice = stage().person('alice');
});

describe('the first page', () => {
  test('shows the ten games played last, the counts and the age of the data', async () => {
    const message = await openLibrary(alice, { user: 'maxmilyin' });
    expect(readPage(message)).toEqual(pageFor(max, 1));
    expect(message.embeds[0]?.author).toEqual({
      name: 'MaxMilyin',
      url: 'https://retroachievements.org/user/MaxMilyin/progress',
      icon_url: `${stage().site.url}/UserPic/MaxMilyin.png`,
    });
    expect(descriptionOf(message)).toContain('**1,287** played');
  });

  test('disables the buttons that lead back', async () => {
    const message = await openLibrary(alice, { user: 'maxmilyin' });
    expect(pressableButtons(message)).toEqual([
      '1/129',
      '▶️',
      '⏭️',
      'Refresh',
      'Stats',
      'Export CSV',
      'Export JSON',
      'View on site',
    ]);
  });

  test('has no paging buttons if there is only one page', async () => {
    const player = stage().addPlayer('OnePage', 7);
    const message = await openLibrary(alice, { user: 'OnePage' });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(pressableButtons(message)).toEqual([
      'Refresh',
      'Stats',
      'Export CSV',
      'Export JSON',
      'View on site',
    ]);
  });
});

describe('the paging buttons', () => {
  test('lead to the next, last, previous, and first page', async () => {
    const message = await openLibrary(alice, { user: 'MaxMilyin' });
    for (const [button, page] of [
      ['▶️', 2],
      ['▶️', 3],
      ['⏭️', 129],
      ['◀️', 128],
      ['⏮️', 1],
    ] as const) {
      await turnTo(alice, message, button, page);
      expect(readPage(message)).toEqual(pageFor(max, page));
    }
  });

  test('are disabled past the last page', async () => {
    const message = await openLibrary(alice, { user: 'MaxMilyin' });
    await turnTo(alice, message, '⏭️', 129);
    expect(pressableButtons(message).slice(0, 3)).toEqual(['⏮️', '◀️', '129/129']);
  });
});

describe('the jump modal', () => {
  let message: DiscordMessage;
  beforeAll(async () => {
    message = await openLibrary(alice, { user: 'MaxMilyin' });
  });

  const jumpTo = async (text: string) => {
    const { modal } = await alice.click(message, jumpButton);
    return alice.submit(modal, { page: text });
  };

  test('says how many pages there are', async () => {
    const { modal } = await alice.click(message, jumpButton);
    expect(JSON.stringify(modal.modal)).toContain('Page number (1–129)');
  });

  test.each([
    ['77', 77],
    [' 8 ', 8],
    ['999', 129],
    ['0', 1],
    ['000000012', 12],
    ['٣', 3],
    ['3/9', 3],
    ['page 4', 4],
  ])('goes from "%s" to page %i', async (text, page) => {
    const shown = await jumpTo(text);
    await shown.until((now) => pageOf(now) === page);
    expect(readPage(message)).toEqual(pageFor(max, page));
  });

  test.each(['seven', '-3', '1.5', '#', ' '])(
    'rejects "%s" to the person alone, and leaves the page',
    async (text) => {
      const before = lookOf(message);
      const shown = await jumpTo(text);
      expect((await shown.answer()).content).toMatch(/^That’s not a page number\./);
      expect(shown.ephemeral).toBe(true);
      expect(lookOf(message)).toEqual(before);
    },
  );
});

describe('the menus', () => {
  test('filter and sort without resetting each other', async () => {
    const message = await openLibrary(alice, { user: 'MaxMilyin' });
    await turnTo(alice, message, '▶️', 2);

    await alice.select(message, statusMenu, ['mastered']);
    expect(readPage(message)).toEqual(pageFor(max, 1, { status: 'mastered' }));
    await alice.select(message, sortMenu, ['title']);
    expect(readPage(message)).toEqual(pageFor(max, 1, { status: 'mastered', sort: 'title' }));
    await alice.select(message, systemMenu, ['3']);
    expect(readPage(message)).toEqual(
      pageFor(max, 1, { status: 'mastered', sort: 'title', systemId: 3 }),
    );
    expect([statusMenu, sortMenu, systemMenu].map((menu) => chosenIn(message, menu))).toEqual([
      'mastered',
      'title',
      '3',
    ]);

    await alice.select(message, systemMenu, ['all']);
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(max, 2, { status: 'mastered', sort: 'title' }));
  });

  test.each([
    'all',
    'unfinished',
    'awarded',
    'beaten',
    'beaten-hardcore',
    'beaten-softcore',
    'completed',
    'mastered',
  ] as const)('show the games that are %s, as option and as choice', async (status) => {
    const typed = await openLibrary(alice, { user: 'MaxMilyin', status });
    expect(readPage(typed)).toEqual(pageFor(max, 1, { status }));
    const chosen = await openLibrary(alice, { user: 'MaxMilyin' });
    await alice.select(chosen, statusMenu, [status]);
    expect(readPage(chosen)).toEqual(pageFor(max, 1, { status }));
  });

  test.each(['recent', 'oldest', 'title', 'progress', 'least-progress', 'award'] as const)(
    'sort by %s, as option and as choice',
    async (sort) => {
      const typed = await openLibrary(alice, { user: 'MaxMilyin', sort });
      expect(readPage(typed)).toEqual(pageFor(max, 1, { sort }));
      const chosen = await openLibrary(alice, { user: 'MaxMilyin' });
      await alice.select(chosen, sortMenu, [sort]);
      expect(readPage(chosen)).toEqual(pageFor(max, 1, { sort }));
    },
  );

  test('say if nothing matches', async () => {
    stage().addPlayer('NothingFits', 12);
    const message = await openLibrary(alice, { user: 'NothingFits', search: 'no such title' });
    expect(descriptionOf(message)).toContain(
      'No games match “no such title”. Check the spelling, or clear the search.',
    );
    expect(gameIdsOf(message)).toEqual([]);
  });
});

describe('refresh', () => {
  test('loads what is new, on the page where it was pressed', async () => {
    const player = stage().addPlayer('Refreshed', 45);
    const message = await openLibrary(alice, { user: 'Refreshed' });
    await turnTo(alice, message, '▶️', 2);
    const [oldest] = player.games.slice(-1);
    stage().site.unlock('Refreshed', oldest?.GameID ?? 0);

    const shown = await alice.click(message, 'Refresh');
    await shown.until((now) => gameIdsOf(now)[0] === player.games[10]?.GameID && isWhole(now));
    expect(readPage(message)).toEqual(pageFor(player, 2));
    expect(stage().libraryRequests(player)).toBe(2);
  });

  test('doesn’t turn back a page that someone has turned meanwhile', async () => {
    const player = stage().addPlayer('TurnedSince', 45);
    const message = await openLibrary(alice, { user: 'TurnedSince' });
    const [oldest] = player.games.slice(-1);
    stage().site.unlock('TurnedSince', oldest?.GameID ?? 0);
    const fault = failFor(stage().site, player, { kind: 'hang' });
    const refreshed = await alice.click(message, 'Refresh');
    expect(refreshed.acknowledgement).toMatchObject({ type: 6 });
    await alice.click(message, '⏭️');
    const before = readPage(message);
    fault.release();

    // Someone else sees the result of the refresh, and whoever pressed it sees it on the next page.
    await expect
      .poll(async () => readPage(await openLibrary(stage().person('bob'), { user: player.name })))
      .toEqual(pageFor(player, 1));
    expect(readPage(message)).toEqual(before);
    expect(pageOf(message)).toBe(5);
    expect(refreshed.followups).toEqual([]);
    await turnTo(alice, message, '◀️', 4);
    expect(readPage(message)).toEqual(pageFor(player, 4));
  });

  test('says when to try again if it’s pressed again at once, whoever presses', async () => {
    const player = stage().addPlayer('TooEager', 45);
    const message = await openLibrary(alice, { user: 'TooEager' });
    await (await alice.click(message, 'Refresh')).until(isWhole);
    const before = lookOf(message);
    for (const person of [alice, stage().person('bob')]) {
      const again = await person.click(message, 'Refresh');
      expect((await again.answer()).content).toMatch(/was just refreshed\..*<t:\d+:R>/);
      expect(again.ephemeral).toBe(true);
    }
    expect(lookOf(message)).toEqual(before);
    expect(stage().libraryRequests(player)).toBe(2);
  });
});
