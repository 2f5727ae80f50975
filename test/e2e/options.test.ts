import { beforeAll, describe, expect, test } from 'vitest';

import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { en } from '#src/messages/languages/en.ts';

import {
  descriptionOf,
  gameIdsOf,
  openLibrary,
  pageFor,
  readPage,
  turnTo,
} from './library-page.ts';
import { useStage } from './stage.ts';

const stage = useStage();
let player: SitePlayer;
let alice: Person;

beforeAll(() => {
  player = stage().addPlayer('Optionist', 260);
  alice = stage().person('alice');
});

describe('/progress with options', () => {
  test('private shows the library to the caller alone, and stays private while paging', async () => {
    const shown = await alice.command('progress', { user: 'Optionist', private: true });
    const message = await shown.answer();
    expect(shown.ephemeral).toBe(true);
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(player, 2));
    expect(message.flags & 64).toBe(64);
  });

  test('private suggests the name to the caller alone later', async () => {
    stage().addPlayer('SecretCrush', 45);
    const shown = await alice.command('progress', { user: 'SecretCrush', private: true });
    await turnTo(alice, await shown.answer(), '▶️', 2);
    const typed = { user: 'secr' };
    expect(await alice.autocomplete('progress', typed, 'user')).toHaveLength(1);
    expect(await stage().person('bob').autocomplete('progress', typed, 'user')).toEqual([]);
  });

  test('search looks through titles, ignoring case', async () => {
    const message = await openLibrary(alice, { user: 'Optionist', search: 'SONIC' });
    expect(readPage(message)).toEqual(pageFor(player, 1, { search: 'SONIC' }));
    expect(descriptionOf(message)).toContain('“SONIC”');
  });

  test.each(['zelda, the: ', '*remastered* [v1.0]', '~Z~ ~hack~', 'The_Square', 'q*bert'])(
    'a search for "%s" survives a click',
    async (typed) => {
      const search = typed.trim();
      const message = await openLibrary(alice, { user: 'Optionist', search: typed });
      expect(gameIdsOf(message)).not.toEqual([]);
      await alice.select(message, en.library.sortMenu, ['title']);
      expect(readPage(message)).toEqual(pageFor(player, 1, { search, sort: 'title' }));
    },
  );

  test.each([
    ['SNES', 3],
    ['mega drive', 1],
    ['Game Boy Advance', 5],
    ['12', 12],
  ])('system accepts "%s", typed without choosing from the list', async (system, systemId) => {
    const message = await openLibrary(alice, { user: 'Optionist', system });
    expect(readPage(message)).toEqual(pageFor(player, 1, { systemId }));
  });

  test('all options work together', async () => {
    const options = { status: 'awarded', sort: 'progress', search: 'a' } as const;
    const message = await openLibrary(alice, { user: 'Optionist', system: 'NES', ...options });
    expect(readPage(message)).toEqual(pageFor(player, 1, { ...options, systemId: 7 }));
  });

  test.each(['@Optionist', 'https://retroachievements.org/user/Optionist', ' optionist '])(
    'user accepts "%s"',
    async (user) => {
      expect(readPage(await openLibrary(alice, { user }))).toEqual(pageFor(player, 1));
    },
  );

  test('user accepts a ULID', async () => {
    const message = await openLibrary(alice, { user: player.ulid.toLowerCase() });
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(message.embeds[0]?.author?.name).toBe('Optionist');
  });
});

describe('/progress without an answer', () => {
  test.each([
    [
      'a system that there is not',
      { user: 'Optionist', system: 'Commodore 65' },
      'I can’t tell which system “Commodore 65” is.',
    ],
    [
      'a name that nobody can have',
      { user: 'not a name!' },
      '“not a name!” isn’t a RetroAchievements username.',
    ],
    ['a player that there is not', { user: 'NoSuchBody' }, 'no player called **NoSuchBody**'],
    [
      'no player at all',
      {},
      'I don’t know whose games to show. Enter a RetroAchievements username',
    ],
  ])('with %s says what to do, to the caller alone', async (_, values, sentence) => {
    const shown = await alice.command('progress', values);
    expect((await shown.answer()).content).toContain(sentence);
    expect(shown.ephemeral).toBe(true);
  });

  test('tells a player without games from one that doesn’t exist', async () => {
    stage().addPlayer('NoGamesYet', 0);
    const message = await openLibrary(alice, { user: 'NoGamesYet' });
    expect(descriptionOf(message)).toContain('No games yet.');
  });

  test('pings nobody, whatever was typed', async () => {
    const shown = await alice.command('progress', { user: '@everyone <@1>' });
    const { mention_everyone, mentions } = await shown.answer();
    expect({ mention_everyone, mentions }).toEqual({ mention_everyone: false, mentions: [] });
  });
});

describe('autocomplete', () => {
  test('suggests a name once someone has looked it up, first to those who did', async () => {
    const bob = stage().person('bob');
    expect(await bob.autocomplete('progress', { user: 'sugg' }, 'user')).toEqual([]);
    stage().addPlayer('Suggested', 3);
    await openLibrary(bob, { user: 'suggested' });
    const offered = [{ name: 'Suggested', value: 'Suggested' }];
    expect(await bob.autocomplete('progress', {}, 'user')).toEqual(offered);
    expect(await bob.autocomplete('progress', { user: 'SUGG' }, 'user')).toEqual(offered);
    const carol = stage().person('carol');
    expect(await carol.autocomplete('progress', { user: 'sugg' }, 'user')).toEqual(offered);
  });

  test('suggests systems by name and short name, with their id as value', async () => {
    const choices = await alice.autocomplete('progress', { system: 'snes' }, 'system');
    expect(choices[0]).toEqual({ name: 'SNES/Super Famicom', value: '3' });
    const all = await alice.autocomplete('progress', { system: '' }, 'system');
    expect(all).toHaveLength(25);
  });

  test('suggests nothing for gibberish', async () => {
    expect(await alice.autocomplete('progress', { system: 'zzzz:*' }, 'system')).toEqual([]);
  });
});

describe('/help and /about', () => {
  test('help mentions the commands so that people can tap them', async () => {
    const shown = await alice.command('help');
    const { embeds } = await shown.answer();
    const progress = stage().discord.commands.find(({ name }) => name === 'progress');
    expect(embeds[0]?.description).toContain(`</progress:${progress?.id}>`);
    expect(shown.ephemeral).toBe(true);
  });

  test('about shows the version, and that the site responds', async () => {
    const { embeds } = await (await alice.command('about')).answer();
    const fields = Object.fromEntries(
      embeds[0]?.fields?.map(({ name, value }) => [name, value]) ?? [],
    );
    expect(fields['Version']).toMatch(/^\d+\.\d+\.\d+/);
    expect(fields['RetroAchievements']).toMatch(/^Responded <t:\d+:R>$/);
  });
});
