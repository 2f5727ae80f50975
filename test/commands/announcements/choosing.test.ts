import { describe, expect, it } from 'vitest';

import { announcements } from '#commands/announcements.ts';
import { StoreError } from '#src/store/store-error.ts';
import { subcommandOf } from '#test/discord/interactions/interactions.ts';

import { HERE, IN_DIRECT_MESSAGES, NEWS, startManagement, THREAD } from './stage.ts';

const SUBCOMMANDS = [
  'setup',
  'track',
  'untrack',
  'invite',
  'list',
  'status',
  'test',
  'pause',
  'resume',
  'remove',
] as const;
/** All but setup need a feed that is there. */
const OTHERS = SUBCOMMANDS.filter((name) => name !== 'setup');

const optionsOf = (name: string) =>
  name === 'track' || name === 'untrack' ? { user: 'MaxMilyin' } : {};

describe('/announcements', () => {
  it('is for managers, in servers that have the bot as a member', () => {
    expect(announcements.definition).toMatchObject({
      name: 'announcements',
      default_member_permissions: '32',
      contexts: [0],
      integration_types: [0],
    });
    expect(announcements.definition.options?.map(({ name }) => name)).toEqual(SUBCOMMANDS);
  });

  it('offers channels the bot can post in, and has the contract’s options', () => {
    const options = Object.fromEntries(
      (announcements.definition.options ?? []).map((one) => [
        one.name,
        'options' in one ? one.options : [],
      ]),
    );
    const names = (name: string) => options[name]?.map((option) => option.name);
    expect(names('setup')).toEqual([
      'channel',
      'kinds',
      'schedule',
      'hour',
      'weekday',
      'timezone',
      'role',
      'language',
    ]);
    expect(names('track')).toEqual(['user', 'channel']);
    expect(names('untrack')).toEqual(['user', 'channel']);
    for (const name of ['list', 'status', 'test', 'pause', 'resume', 'remove']) {
      expect(names(name)).toEqual(['channel']);
    }
    for (const name of SUBCOMMANDS) {
      expect(options[name]?.find((option) => option.name === 'channel')).toMatchObject({
        type: 7,
        channel_types: [0, 5, 10, 11, 12],
      });
    }
  });
});

describe.each(SUBCOMMANDS)('/announcements %s', (name) => {
  it('does nothing for members who can’t manage the server, whatever their client sends', async () => {
    const { use, has, memory, channels } = startManagement();
    const feed = await has(HERE, ['MaxMilyin']);
    for (const permissions of [0n, 1024n, ~40n & 0xffff_ffffn]) {
      const { text, isPrivate } = await use(name, optionsOf(name), { permissions });
      expect(text).toMatch(/^You need the \*\*Manage Server\*\* permission to do this\./);
      expect(isPrivate).toBe(true);
    }
    expect(memory.feeds.get(HERE.id)).toBe(feed);
    expect([...channels.asked, ...channels.posted]).toEqual([]);
  });

  it('does nothing in direct messages', async () => {
    const { ask, memory } = startManagement();
    const { text } = await ask(
      subcommandOf(['announcements', name], optionsOf(name), { said: IN_DIRECT_MESSAGES }),
    );
    expect(text).toMatch(/^Announcements only work in servers\./);
    expect(memory.feeds.size).toBe(0);
  });

  it.each([32n, 8n, 40n])(
    'works for members who can (%s), and replies to them alone',
    async (permissions) => {
      const { use, has } = startManagement();
      await has(HERE, ['MaxMilyin']);
      const { text, isPrivate, pings } = await use(name, optionsOf(name), { permissions });
      expect(text).not.toMatch(/^You need the \*\*Manage Server\*\* permission/);
      expect(isPrivate).toBe(true);
      // Refusals ping nobody either.
      expect(pings).toEqual([]);
    },
  );

  it('says that nothing was changed while the database is out of reach, and logs why', async () => {
    const { use, has, memory, lines } = startManagement();
    await has(HERE, ['MaxMilyin']);
    memory.before = () => Promise.reject(new StoreError('locked', 'data/x.db'));
    const { text } = await use(name, optionsOf(name));
    expect(text).toBe(
      'I can’t reach my database right now. Nothing was changed. Try again in a minute.',
    );
    expect(lines).toMatchObject([{ level: 50, error: { failure: 'locked' } }]);
  });
});

describe.each(OTHERS)('the announcements that /announcements %s means', (name) => {
  it('are the server’s only ones if no channel is chosen', async () => {
    const { use, has } = startManagement();
    await has(NEWS, ['MaxMilyin']);
    const { text } = await use(name, optionsOf(name));
    expect(text).toContain('<#91>');
  });

  it('have to be chosen if there are several, even in a channel that has some', async () => {
    const { use, has } = startManagement();
    await has(HERE, ['MaxMilyin']);
    await has(NEWS, ['MaxMilyin']);
    const { text } = await use(name, optionsOf(name));
    expect(text).toBe(
      'This server has announcements in more than one channel: <#90> and <#91>. Choose one with `channel`.',
    );
  });

  it('are those of the chosen channel', async () => {
    const { use, has } = startManagement();
    await has(HERE, ['MaxMilyin']);
    await has(THREAD, ['MaxMilyin']);
    const { text } = await use(name, { ...optionsOf(name), channel: THREAD.id });
    expect(text).toContain('<#92>');
  });

  it('don’t exist in a channel without any, and the reply names those that have some', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    await has(NEWS);
    const { text } = await use(name, { ...optionsOf(name), channel: THREAD.id });
    expect(text).toBe(
      '<#92> doesn’t have announcements. Set them up there with </announcements setup:5>, or choose a channel that has them: <#90> and <#91>.',
    );
  });

  it.each([{}, { channel: NEWS.id }])(
    'don’t exist before they are set up (%o)',
    async (options) => {
      const { use } = startManagement();
      const { text } = await use(name, { ...optionsOf(name), ...options });
      expect(text).toBe(
        'This server doesn’t have announcements yet. Set them up with </announcements setup:5>.',
      );
    },
  );

  it('are never another server’s, whichever channel is sent', async () => {
    const { use, has, memory, channels } = startManagement();
    const theirs = await has(NEWS, ['MaxMilyin'], '77');
    for (const options of [{}, { channel: NEWS.id }]) {
      const { text } = await use(name, { ...optionsOf(name), ...options });
      expect(text).toMatch(/^This server doesn’t have announcements yet\./);
    }
    expect(memory.feeds.get(NEWS.id)).toBe(theirs);
    expect(memory.players.get(NEWS.id)).toHaveLength(1);
    expect([...channels.asked, ...channels.posted]).toEqual([]);
  });
});

const BUT_REMOVE = OTHERS.filter((name) => name !== 'remove');
describe.each(BUT_REMOVE)('the announcements that /announcements %s means', (name) => {
  it('aren’t those of a deleted channel if there are others', async () => {
    const { use, has, services } = startManagement();
    await has(HERE, ['MaxMilyin']);
    await services.management.pause(await has(NEWS, ['MaxMilyin']), 'unknownChannel');
    const { text } = await use(name, optionsOf(name));
    expect(text).toContain('<#90>');
    expect(text).not.toContain('<#91>');
  });
});
