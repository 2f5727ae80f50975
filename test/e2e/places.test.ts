import { beforeAll, describe, expect, test } from 'vitest';

import { allCommands } from '#commands/index.ts';
import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { Where } from '#loopback/discord/people/place.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import { usableNames } from '#test/commands/usable-names.ts';

import { useStage } from './stage.ts';

const stage = useStage();
let alice: Person;
const places = new Map<string, Where>([
  ['direct messages', 'dm'],
  ['a private channel', 'private-channel'],
]);

beforeAll(async () => {
  const { discord } = stage();
  stage().addPlayer('Amy', 12);
  stage().addPlayer('Ben', 12);
  alice = discord.person('alice', { permissions: Permission.ManageGuild });
  const without = discord.world.addGuild('Without the bot');
  places.set('a server', discord.generalChannel);
  places.set('a server without the bot', discord.channel('general', 0, without));
  discord.world.throwOutBot(without);
});

const PLACES = ['a server', 'direct messages', 'a private channel', 'a server without the bot'];
const EVERYWHERE = [true, true, true, true];
const IN_SERVERS = [true, false, false, true];
/** Where someone installed the app for themselves, nobody can manage it for others. */
const WITH_THE_BOT = [true, false, false, false];

const NOT_IN_SERVER = 'only work in servers';
/** Where the bot isn't a member, there is nothing to announce in. */
const NOT_A_MEMBER = /I’m not in this server|This server doesn’t have announcements/;

/** By command: what to enter, where Discord offers it, what it says there, and what elsewhere. */
const COMMANDS: Readonly<
  Record<string, readonly [OptionValues, readonly boolean[], string, string?]>
> = {
  progress: [{ user: 'Amy' }, EVERYWHERE, 'Amy'],
  random: [{ user: 'Amy' }, EVERYWHERE, 'Amy'],
  stats: [{ user: 'Amy' }, EVERYWHERE, 'Amy'],
  compare: [{ user: 'Amy', other: 'Ben' }, EVERYWHERE, 'Ben'],
  game: [{ title: 'x' }, IN_SERVERS, 'Nobody', 'in a server'],
  leaderboard: [{}, IN_SERVERS, 'Leaderboard', NOT_IN_SERVER],
  'announcements setup': [{}, WITH_THE_BOT, 'Announcements set up', NOT_IN_SERVER],
  'announcements track': [{ user: 'Amy' }, WITH_THE_BOT, 'Now tracking', NOT_IN_SERVER],
  'announcements untrack': [{ user: 'Amy' }, WITH_THE_BOT, 'Stopped tracking', NOT_IN_SERVER],
  'announcements invite': [{}, WITH_THE_BOT, 'Posted the invitation', NOT_IN_SERVER],
  'announcements list': [{}, WITH_THE_BOT, 'No players are tracked', NOT_IN_SERVER],
  'announcements status': [{}, WITH_THE_BOT, 'No players are tracked', NOT_IN_SERVER],
  'announcements test': [{}, WITH_THE_BOT, 'I posted a sample', NOT_IN_SERVER],
  'announcements pause': [{}, WITH_THE_BOT, 'Paused', NOT_IN_SERVER],
  'announcements resume': [{}, WITH_THE_BOT, 'Resumed', NOT_IN_SERVER],
  'announcements remove': [{}, WITH_THE_BOT, 'Remove announcements', NOT_IN_SERVER],
  link: [{ user: 'Amy' }, EVERYWHERE, 'You’re linked to'],
  privacy: [{}, EVERYWHERE, 'Amy'],
  unlink: [{}, EVERYWHERE, 'no longer linked to'],
  help: [{}, EVERYWHERE, 'progress'],
  about: [{}, EVERYWHERE, 'RetroAchievements'],
};

const textOf = (message: DiscordMessage) =>
  [message.content, JSON.stringify(message.embeds), JSON.stringify(message.components)].join('\n');

async function said(name: string, options: OptionValues, where: Where): Promise<string> {
  return textOf(await (await alice.command(name, options, { where, anyway: true })).answer());
}

function isOffered(name: string, where: Where): Promise<boolean> {
  return alice.command(name, COMMANDS[name]?.[0], { where }).then(
    () => true,
    (error: unknown) => {
      if (String(error).includes('is not offered there')) return false;
      throw error;
    },
  );
}

test('every command is tried below', () => {
  const tried = [...Object.keys(COMMANDS), 'Show progress'];
  expect(tried.toSorted()).toEqual(usableNames(allCommands).toSorted());
});

describe.each(PLACES.map((place, index) => ({ place, index })))('in $place', ({ place, index }) => {
  test.each(Object.entries(COMMANDS))(
    '/%s is offered where it makes sense, and explains itself elsewhere',
    async (name, [options, offered, there, elsewhere]) => {
      const where = places.get(place) ?? 'dm';
      const isThere = offered[index] === true;
      const text = await said(name, options, where);
      const refusal = place === 'a server without the bot' ? NOT_A_MEMBER : (elsewhere ?? '');
      expect(text).toMatch(isThere ? there : refusal);
      expect(text).not.toContain('Something went wrong');
      // It would be used twice.
      if (isThere) return;
      expect(await isOffered(name, where)).toBe(false);
    },
  );

  test('“Show progress” is in a member’s menu', async () => {
    const where = places.get(place) ?? 'dm';
    const bob = stage().person('bob');
    const shown = await alice.menuCommand('Show progress', bob.user, { where });
    expect(shown.ephemeral).toBe(true);
    expect((await shown.answer()).content).toContain('hasn’t linked');
  });
});
