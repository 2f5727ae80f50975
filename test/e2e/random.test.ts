import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { DEFAULT_QUERY } from '#src/progress/query/query.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { expectedRows } from '#test/progress/independent.ts';

import { isWhole, lookOf, pageFor, readPage, turnTo } from './library-page.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let player: SitePlayer;
let alice: Person;
let bob: Person;

beforeAll(() => {
  player = stage().addPlayer('Undecided', 620);
  alice = stage().person('alice');
  bob = stage().person('bob');
});

/** The game that a message shows; NaN for another kind of message. */
function drawnIn({ embeds }: DiscordMessage): number {
  return Number(/\/game\/(\d+)$/.exec(embeds[0]?.url ?? '')?.[1]);
}

const isDrawn = (message: DiscordMessage) => !Number.isNaN(drawnIn(message));

/** The games that a query can draw, worked out a second time. */
function gamesOf(query: Partial<LibraryQuery>): readonly number[] {
  return expectedRows(player.games, { ...DEFAULT_QUERY, ...query }).map(({ GameID }) => GameID);
}

async function draw(options: Readonly<Record<string, string | boolean>> = {}) {
  const shown = await alice.command('random', { user: 'Undecided', ...options });
  return shown.until(isDrawn);
}

async function again(person: Person, message: DiscordMessage): Promise<DiscordMessage> {
  const before = drawnIn(message);
  const shown = await person.click(message, 'Another');
  return shown.until((now) => isDrawn(now) && drawnIn(now) !== before);
}

describe('/random', () => {
  test('picks an unfinished game, and says from how many', async () => {
    const message = await draw();
    const unfinished = gamesOf({ status: 'unfinished' });
    expect(unfinished).toContain(drawnIn(message));
    const [embed] = message.embeds;
    expect(embed?.author?.name).toBe('Undecided');
    expect(embed?.footer?.text).toBe(`1 of ${unfinished.length} unfinished games`);
    expect(embed?.thumbnail?.url).toMatch(/\/Images\/\d+\.png$/);
  });

  test('accepts status, system, and private, and stays private', async () => {
    const message = await draw({ status: 'awarded', system: 'snes', private: true });
    const possible = gamesOf({ status: 'awarded', systemId: 3 });
    expect(possible).toContain(drawnIn(message));
    expect(message.flags & 64).toBe(64);
    expect(possible).toContain(drawnIn(await again(alice, message)));
    expect(message.flags & 64).toBe(64);
  });

  test('picks another one in the same message each time, even after a restart', async () => {
    const message = await draw();
    const { id } = message;
    for (let press = 0; press < 5; press += 1) await again(alice, message);
    await stage().bot.kill();
    await stage().startBot();
    const after = await again(alice, message);
    expect(after.id).toBe(id);
    expect(gamesOf({ status: 'unfinished' })).toContain(drawnIn(after));
  });

  test('gives someone else their own copy', async () => {
    const message = await draw();
    const before = lookOf(message);
    const shown = await bob.click(message, 'Another');
    const copy = await shown.until(isDrawn);
    expect(shown.ephemeral).toBe(true);
    expect(drawnIn(copy)).not.toBe(drawnIn(message));
    await again(bob, copy);
    expect(lookOf(message)).toEqual(before);
  });

  test('becomes the library with that filter, whose pages turn', async () => {
    const message = await draw({ status: 'awarded' });
    const theirs = await bob.click(message, 'Library');
    expect(readPage(await theirs.answer())).toEqual(pageFor(player, 1, { status: 'awarded' }));
    expect(theirs.ephemeral).toBe(true);
    expect(isDrawn(message)).toBe(true);

    const shown = await alice.click(message, 'Library');
    const page = await shown.until(isWhole);
    expect(page.id).toBe(message.id);
    expect(readPage(page)).toEqual(pageFor(player, 1, { status: 'awarded' }));
    await turnTo(alice, page, '▶️', 2);
    expect(readPage(page)).toEqual(pageFor(player, 2, { status: 'awarded' }));
  });

  test.each(['dm', 'private-channel'] as const)('works in a %s', async (where) => {
    const shown = await alice.command('random', { user: 'Undecided' }, { where });
    const message = await shown.until(isDrawn);
    expect(gamesOf({ status: 'unfinished' })).toContain(drawnIn(await again(alice, message)));
  });
});
