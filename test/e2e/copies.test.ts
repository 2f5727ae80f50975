import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { en } from '#src/messages/languages/en.ts';

import {
  jumpButton,
  lookOf,
  openLibrary,
  pageFor,
  pageOf,
  readPage,
  turnTo,
} from './library-page.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let player: SitePlayer;
let alice: Person;
let bob: Person;

beforeAll(() => {
  player = stage().addPlayer('MaxMilyin', 420);
  alice = stage().person('alice');
  bob = stage().person('bob');
});

/** A message as version 1 of the custom_ids wrote it, for alice. */
const monthOld = (customId: string): DiscordMessage =>
  stage().discord.remember(
    {
      embeds: [{ description: 'A page from a month ago' }],
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: customId }] },
      ],
    },
    { by: alice },
  );

describe("somebody else's click", () => {
  let message: DiscordMessage;
  beforeAll(async () => {
    message = await openLibrary(alice, { user: 'MaxMilyin', status: 'unfinished' });
    await turnTo(alice, message, '▶️', 2);
  });

  test('gives that person a copy at the page they clicked for, and leaves the page', async () => {
    const before = lookOf(message);
    const shown = await bob.click(message, '▶️');
    const copy = await shown.answer();
    expect(shown.ephemeral).toBe(true);
    expect(readPage(copy)).toEqual(pageFor(player, 3, { status: 'unfinished' }));
    expect(copy.id).not.toBe(message.id);
    expect(lookOf(message)).toEqual(before);
  });

  test('gives a copy that works on its own', async () => {
    const before = lookOf(message);
    const copy = await (await bob.click(message, '⏮️')).answer();
    await turnTo(bob, copy, '▶️', 2);
    await bob.select(copy, en.library.statusMenu, ['all']);
    await turnTo(bob, copy, '⏭️', 42);
    expect(readPage(copy)).toEqual(pageFor(player, 42));
    expect(copy.flags & 64).toBe(64);
    expect(lookOf(message)).toEqual(before);
  });

  test('in a menu gives a copy with that choice', async () => {
    const before = lookOf(message);
    const shown = await bob.select(message, en.library.sortMenu, ['title']);
    expect(readPage(await shown.answer())).toEqual(
      pageFor(player, 1, { status: 'unfinished', sort: 'title' }),
    );
    expect(shown.ephemeral).toBe(true);
    expect(lookOf(message)).toEqual(before);
  });

  test('on the middle button opens the modal, and its answer is a copy', async () => {
    const before = lookOf(message);
    const { modal } = await bob.click(message, jumpButton);
    const shown = await bob.submit(modal, { page: '4' });
    expect(readPage(await shown.answer())).toEqual(pageFor(player, 4, { status: 'unfinished' }));
    expect(shown.ephemeral).toBe(true);
    expect(lookOf(message)).toEqual(before);
  });

  test('on export gives the file to them alone', async () => {
    const shown = await bob.click(message, 'Export JSON');
    expect((await shown.answer()).attachments).toHaveLength(1);
    expect(shown.ephemeral).toBe(true);
  });
});

describe('places', () => {
  test('in a direct message, command and buttons work as in a server', async () => {
    const message = await openLibrary(alice, { user: 'MaxMilyin' }, { where: 'dm' });
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(player, 2));
  });

  test('in a private channel, for someone who installed the app', async () => {
    const message = await openLibrary(alice, { user: 'MaxMilyin' }, { where: 'private-channel' });
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(player, 2));
  });

  test('in a server without the bot, for someone who installed the app', async () => {
    const { world } = stage().discord;
    const elsewhere = world.addGuild('Elsewhere');
    elsewhere.members.delete(world.identity.botUser.id);
    const where = world.addChannel(elsewhere, 'general');
    const message = await openLibrary(alice, { user: 'MaxMilyin' }, { where });
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(player, 2));
    const copy = await (await bob.click(message, '▶️')).answer();
    expect(readPage(copy)).toEqual(pageFor(player, 3));
  });
});

describe('old buttons', () => {
  test('a month-old button leads to its page', async () => {
    const owner = BigInt(alice.id).toString(36);
    const message = monthOld(`p1:3:${owner}:${player.ulid}:4:72:3:the`);
    await alice.click(message, 'Next');
    expect(readPage(message)).toEqual(
      pageFor(player, 1, {
        status: 'mastered',
        sort: 'title',
        systemId: 3,
        search: 'the',
      }),
    );
  });

  test('one with the player’s name instead of the ULID still works', async () => {
    const owner = BigInt(alice.id).toString(36);
    const message = monthOld(`p1:3:${owner}:MaxMilyin:4:00::`);
    const shown = await alice.click(message, 'Next');
    await shown.until((now) => pageOf(now) === 4);
    expect(readPage(message)).toEqual(pageFor(player, 4));
  });

  test("somebody else's month-old button gives a copy", async () => {
    const message = monthOld(`p1:3:${BigInt(bob.id).toString(36)}:${player.ulid}:4:00::`);
    const before = lookOf(message);
    const shown = await alice.click(message, 'Next');
    expect(readPage(await shown.answer())).toEqual(pageFor(player, 4));
    expect(shown.ephemeral).toBe(true);
    expect(lookOf(message)).toEqual(before);
  });

  test.each([
    'p9:3:abc:MaxMilyin:4:00::',
    'p1',
    'p1:',
    'p1:z:abc:MaxMilyin:4:00::',
    'p1:3:abc:no name:4:00::',
    'p1:3:abc:MaxMilyin:0:00::',
    'p1:3:abc:MaxMilyin:4:zz::',
    'p1:3:ABC:MaxMilyin:4:00::',
    `p1:3:abc:MaxMilyin:4:00::${'x'.repeat(40)}`,
    'constructor',
    '__proto__:1',
    '💥',
    ':::::::',
  ])('an unreadable id (%s) gets a polite reply that only the clicker sees', async (customId) => {
    const message = monthOld('p1:3:abc:MaxMilyin:4:00::');
    const before = lookOf(message);
    const shown = await alice.rawComponent({ customId, message });
    expect((await shown.answer()).content).toMatch(
      /^This message is from a different version of the bot/,
    );
    expect(shown.ephemeral).toBe(true);
    expect(lookOf(message)).toEqual(before);
  });

  test.each(['nonsense', '-1', '99999999999999999999', 'constructor'])(
    'a menu that sends %s, which it never offered, does no harm',
    async (value) => {
      const message = await openLibrary(alice, { user: 'MaxMilyin' });
      for (const menu of ['5', '6', '7']) {
        const customId = `p1:${menu}:${BigInt(alice.id).toString(36)}:${player.ulid}:1:00::`;
        const shown = await alice.rawComponent({ customId, message, values: [value] });
        await shown.answer();
      }
      expect(stage().bot.output).toContain('"ready"');
      expect(stage().bot.output).not.toContain('an interaction failed');
    },
  );
});
