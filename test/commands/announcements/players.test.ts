import { describe, expect, it } from 'vitest';

import { encodePlayersCustomId } from '#src/announcements/messages/custom-ids.ts';
import type { PlayersAction } from '#src/announcements/messages/custom-ids.ts';
import { failure, MAX_ULID, OTHER_ULID } from '#test/progress/scripted-site.ts';

import { HERE, NEWS, startManagement, ulidOf } from './stage.ts';

const NAMES = Array.from({ length: 60 }, (_, index) => `Player${String(index).padStart(3, '0')}`);

describe('/announcements track', () => {
  it.each([
    'MaxMilyin',
    'maxmilyin',
    MAX_ULID,
    MAX_ULID.toLowerCase(),
    'https://retroachievements.org/user/MaxMilyin',
  ])('accepts “%s” as the player, and says when posts come', async (user) => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    const { text } = await use('track', { user });
    expect(text).toBe(
      'Now tracking **MaxMilyin** in <#90> (1 of 500 players). I’ll post new awards as they come in.',
    );
    expect(memory.players.get(HERE.id)).toMatchObject([{ ulid: MAX_ULID, name: 'MaxMilyin' }]);
  });

  it('says when the digest comes', async () => {
    const { use } = startManagement();
    await use('setup', { schedule: 'daily' });
    expect((await use('track', { user: 'MaxMilyin' })).text).toMatch(
      /New awards will be in the next digest on <t:1735693200:F>\.$/,
    );
  });

  it('says that nothing is posted during a pause', async () => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    expect((await use('track', { user: 'MaxMilyin' })).text).toMatch(
      /⏸️ Announcements there are paused\. Use <\/announcements resume:5> to start posting again\.$/,
    );
  });

  it('says that a player is already tracked', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    await use('track', { user: 'MaxMilyin' });
    expect((await use('track', { user: 'MAXMILYIN' })).text).toBe(
      '**MaxMilyin** is already tracked in <#90>.',
    );
  });

  it('says what a renamed player used to be called', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    memory.players.set(HERE.id, [{ ulid: MAX_ULID, name: 'OldMax', trackedAt: 0 }]);
    expect((await use('track', { user: 'MaxMilyin' })).text).toBe(
      '**MaxMilyin** is already tracked in <#90>. They used to be called **OldMax**.',
    );
  });

  it('says how to make room for one more than the limit', async () => {
    const { use, has } = startManagement();
    await has(
      HERE,
      Array.from({ length: 500 }, (_, index) => `P${index}`),
    );
    expect((await use('track', { user: 'MaxMilyin' })).text).toBe(
      '<#90> already has 500 tracked players, which is the limit. Remove one with </announcements untrack:5>, or set up another channel.',
    );
  });

  it('says that the site doesn’t know a player', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    expect((await use('track', { user: 'Nobody' })).text).toMatch(
      /^RetroAchievements has no player called \*\*Nobody\*\*\. Check the spelling/,
    );
    expect(memory.players.get(HERE.id)).toEqual([]);
  });

  it.each(['x', 'not-a-name', '*'.repeat(500), ' , '])(
    'says that something can’t be a player (%s) without asking the site',
    async (user) => {
      const { use, has, site } = startManagement();
      await has(HERE);
      const { text, pings } = await use('track', { user });
      expect(text).toMatch(/isn’t a RetroAchievements username/);
      expect(text).not.toContain('<@1>');
      expect(pings).toEqual([]);
      expect(site.requests).toEqual([]);
    },
  );

  it.each(['MaxMilyin', 'MaxMilyin Nobody'])(
    'warns for %s that the bot can’t post in the channel',
    async (user) => {
      const { use, has, channels } = startManagement();
      await has(HERE);
      channels.answer = () => ({ kind: 'noAccess' });
      const { text } = await use('track', { user });
      expect(text).toContain('Now tracking **MaxMilyin**');
      expect(text.split('\n').at(-1)).toMatch(
        /^⚠️ I can’t post in <#90>\. Give me \*\*View Channel\*\*/,
      );
    },
  );

  it('says nothing about the channel if it couldn’t be checked', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.answer = () => ({ kind: 'unavailable' });
    expect((await use('track', { user: 'MaxMilyin' })).text).not.toMatch(/permission|⚠️/);
  });

  it('says that the site didn’t send a player’s ID', async () => {
    const { use, has, site, memory } = startManagement();
    await has(HERE);
    site.userProfile = async () => ({ name: 'MaxMilyin', ulid: null, avatarPath: null, motto: '' });
    expect((await use('track', { user: 'MaxMilyin' })).text).toMatch(
      /^RetroAchievements didn’t send an ID for \*\*MaxMilyin\*\*/,
    );
    expect(memory.players.get(HERE.id)).toEqual([]);
  });

  it('says that the site is down', async () => {
    const { use, has, site } = startManagement();
    await has(HERE);
    site.before = () => Promise.reject(failure({ kind: 'network' }));
    expect((await use('track', { user: 'MaxMilyin' })).text).toMatch(
      /^I can’t reach RetroAchievements right now\./,
    );
  });

  it('says that the announcements were just removed', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    memory.before = async (call) => {
      if (call === 'track') memory.feeds.clear();
    };
    expect((await use('track', { user: 'MaxMilyin' })).text).toMatch(
      /^<#90> doesn’t have announcements\./,
    );
  });

  it('suggests recently looked-up players', async () => {
    const { suggest, services } = startManagement();
    services.recentPlayers.add('MaxMilyin', { callerId: '1', isPrivate: false });
    expect(await suggest(['track', 'user'], 'max')).toEqual([
      { name: 'MaxMilyin', value: 'MaxMilyin' },
    ]);
  });
});

describe('/announcements untrack', () => {
  it.each(['MaxPower', 'maxpower', ulidOf(1)])(
    'accepts “%s” without asking the site',
    async (user) => {
      const { use, has, memory, site } = startManagement();
      await has(HERE, ['MaxMilyin', 'MaxPower']);
      expect((await use('untrack', { user })).text).toBe('Stopped tracking **MaxPower** in <#90>.');
      expect(memory.players.get(HERE.id)).toMatchObject([{ name: 'MaxMilyin' }]);
      expect(site.requests).toEqual([]);
    },
  );

  it('says how many of their waiting awards won’t be posted', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['MaxMilyin', 'MaxPower']);
    memory.droppedCount = 1;
    expect((await use('untrack', { user: 'MaxPower' })).text).toBe(
      'Stopped tracking **MaxPower** in <#90>. Their 1 waiting award won’t be posted.',
    );
    memory.droppedCount = 2;
    expect((await use('untrack', { user: 'MaxMilyin' })).text).toContain(
      'Their 2 waiting awards won’t be posted.',
    );
  });

  it('finds a player by their current name, even if they are tracked under an old one', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    memory.players.set(HERE.id, [{ ulid: MAX_ULID, name: 'OldMax', trackedAt: 0 }]);
    expect((await use('untrack', { user: 'MaxMilyin' })).text).toBe(
      'Stopped tracking **OldMax** in <#90>.',
    );
    expect(memory.players.get(HERE.id)).toEqual([]);
  });

  it.each([
    ['whom the site does not know', 'Nobody'],
    ['whom it knows', 'MaxMilyin'],
    ['by a ULID', OTHER_ULID],
  ])('says that a player isn’t tracked (%s)', async (_, user) => {
    const { use, has } = startManagement();
    await has(HERE, ['MaxPower']);
    expect((await use('untrack', { user })).text).toBe(
      `“${user}” isn’t tracked in <#90>. Use </announcements list:5> to see who is.`,
    );
  });

  it('says that something can’t be a player', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    expect((await use('untrack', { user: 'no-name' })).text).toMatch(
      /“no-name” isn’t a RetroAchievements username/,
    );
  });

  it('says that the site is down if only the site could tell', async () => {
    const { use, has, site } = startManagement();
    await has(HERE, ['MaxPower']);
    site.before = () => Promise.reject(failure({ kind: 'timeout' }));
    expect((await use('untrack', { user: 'MaxMilyin' })).text).toMatch(/isn’t responding/);
    expect((await use('untrack', { user: 'MaxPower' })).text).toMatch(
      /^Stopped tracking \*\*MaxPower\*\*/,
    );
  });

  it.each(['amy Cid', 'Amy, Cid', 'Amy/Cid', `${ulidOf(0)} and Cid`, 'Amy and Cid, amy'])(
    'accepts several (%s) without asking the site',
    async (user) => {
      const { use, has, memory, site } = startManagement();
      await has(HERE, ['Amy', 'Bob', 'Cid']);
      expect((await use('untrack', { user })).text).toBe(
        'Stopped tracking **Amy** and **Cid** in <#90>.',
      );
      expect(memory.players.get(HERE.id)).toMatchObject([{ name: 'Bob' }]);
      expect(site.requests).toEqual([]);
    },
  );

  it('says which of several aren’t tracked, and how many awards won’t be posted', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['Amy', 'Bob']);
    memory.droppedCount = 2;
    expect(
      (await use('untrack', { user: 'Amy Nobody b_b Bob <@7> <@x' })).text.split('\n'),
    ).toEqual([
      'Stopped tracking **Amy** and **Bob** in <#90>. Their 4 waiting awards won’t be posted.',
      '⚠️ Not tracked in <#90>: **Nobody**, **b\\_b**, <@7>, and **\\<@x**. Use </announcements list:5> to see who is.',
    ]);
    expect((await use('untrack', { user: 'Amy Nobody' })).text).toBe(
      '⚠️ Not tracked in <#90>: **Amy** and **Nobody**. Use </announcements list:5> to see who is.',
    );
  });

  it('accepts up to 25 at once', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, NAMES);
    const most = NAMES.slice(0, 26);
    expect((await use('untrack', { user: most.join(' ') })).text).toBe(
      'You can remove up to 25 players at once, but you entered 26. Nothing was changed. Use </announcements untrack:5> more than once.',
    );
    expect(memory.players.get(HERE.id)).toHaveLength(NAMES.length);
    await use('untrack', { user: most.slice(1).join(' ') });
    expect(memory.players.get(HERE.id)).toHaveLength(NAMES.length - 25);
  });

  it('suggests tracked players, those that begin like the typed text first', async () => {
    const { suggest, has } = startManagement();
    await has(HERE, ['AMax', 'MaxMilyin', 'Other', 'maxpower']);
    expect(await suggest(['untrack', 'user'], 'MAX')).toEqual([
      { name: 'MaxMilyin', value: ulidOf(1) },
      { name: 'maxpower', value: ulidOf(3) },
      { name: 'AMax', value: ulidOf(0) },
    ]);
  });

  it('suggests the chosen channel’s players, or else each of the server’s once', async () => {
    const { suggest, has } = startManagement();
    await has(HERE, ['Amy', 'Bob']);
    await has(NEWS, ['Amy', 'Bob', 'Cid']);
    await has({ id: '77' }, ['Eve'], '78');
    const names = async (more = {}) =>
      (await suggest(['untrack', 'user'], '', more)).map(({ name }) => name);
    expect(await names({ channel: HERE.id })).toEqual(['Amy', 'Bob']);
    expect(await names()).toEqual(['Amy', 'Bob', 'Cid']);
    expect(await names({ channel: '77' })).toEqual([]);
  });

  it('suggests as many as Discord shows, and none to someone who can’t manage the server', async () => {
    const { suggest, has } = startManagement();
    await has(HERE, NAMES);
    expect(await suggest(['untrack', 'user'], 'player')).toHaveLength(25);
    expect(await suggest(['untrack', 'user'], '', { asker: { permissions: 0n } })).toEqual([]);
  });

  it('suggests nobody while the database is out of reach', async () => {
    const { suggest, has, memory, lines } = startManagement();
    await has(HERE, NAMES);
    memory.before = () => Promise.reject(new Error('raw words'));
    expect(await suggest(['untrack', 'user'], '')).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

/** Of a button under the list of #general. */
const id = (action: PlayersAction, page: number, channelId = HERE.id) =>
  encodePlayersCustomId({ action, ownerId: '1', channelId, page });

it.each(['track', 'untrack'])(
  '/announcements %s is charged to whoever used it',
  async (subcommand) => {
    const { use, has, site } = startManagement();
    await has(HERE);
    const charged: unknown[] = [];
    site.userProfile = (_, { person }) => {
      charged.push(person);
      return Promise.reject(failure({ kind: 'own-share', retryAfterMs: 40_000 }));
    };
    const { text } = await use(subcommand, { user: 'Somebody' });
    expect(text).toMatch(
      /^You’ve looked up a lot of games in a short time, .* Try again <t:\d+:R>\.$/,
    );
    expect(charged).toEqual(['1']);
  },
);

describe('/announcements list', () => {
  it('says how to add the first player', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    expect((await use('list')).text).toBe(
      'No players are tracked in <#90> yet. Add one with </announcements track:5>.',
    );
  });

  it('links each player to their page, with the date', async () => {
    const { use, has } = startManagement();
    await has(HERE, ['Bob', 'Amy']);
    const { text, buttons } = await use('list');
    expect(text.split('\n')).toEqual([
      'Tracked players',
      '<#90>: 2 of 500',
      '',
      '[Amy](https://retroachievements.org/user/Amy) · since <t:1735689600:d>',
      '[Bob](https://retroachievements.org/user/Bob) · since <t:1735689600:d>',
    ]);
    expect(buttons).toEqual([]);
  });

  it('escapes any name', async () => {
    const { use, has } = startManagement();
    await has(HERE, ['[x](y)*@everyone*']);
    const { text, pings } = await use('list');
    expect(text).toContain('\\*@everyone\\*](https://retroachievements.org/user/%5Bx%5D');
    expect(pings).toEqual([]);
  });

  it('has 25 players per page, and buttons that change the page', async () => {
    const { use, click, has } = startManagement();
    await has(HERE, NAMES);
    const first = await use('list');
    expect(first.text).toContain('[Player024]');
    expect(first.text).not.toContain('[Player025]');
    expect(first.text).toMatch(/Players 1–25 of 60 · Page 1 of 3$/);
    expect(first.buttons.map(({ disabled }) => disabled)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const next = first.buttons[3]?.custom_id ?? '';
    expect(next).toBe(id('next', 2));
    const second = await click(next);
    expect(second.type).toBe(7);
    expect(second.text).toMatch(/\[Player025\][^]*Players 26–50 of 60 · Page 2 of 3$/);
    expect((await click(id('last', 3))).text).toMatch(/Players 51–60 of 60 · Page 3 of 3$/);
  });

  it('works after a restart, and past the end if players are gone', async () => {
    const { click, has } = startManagement();
    await has(HERE, NAMES.slice(0, 30));
    expect((await click(id('last', 9))).text).toMatch(/Page 2 of 2$/);
    await has(HERE);
    const { text, buttons } = await click(id('last', 9));
    expect(text).toMatch(/^No players are tracked in <#90> yet\./);
    expect(buttons).toEqual([]);
  });

  it('jumps to a typed page, and says what isn’t one', async () => {
    const { api, submit, has } = startManagement();
    await has(HERE, NAMES);
    expect((await submit(id('jump', 1), { page: ' 3 ' })).text).toMatch(/Page 3 of 3$/);
    expect((await submit(id('jump', 1), { page: 'three' })).text).toMatch(
      /^That’s not a page number\./,
    );
    expect(api.calls).toHaveLength(2);
  });

  it('asks for the page in a modal', async () => {
    const { api, click, has } = startManagement();
    await has(HERE, NAMES);
    await click(id('jump', 2));
    expect(api.calls).toMatchObject([
      { body: { type: 9, data: { custom_id: id('jump', 2), title: 'Jump to page' } } },
    ]);
  });

  it('shows no further page to someone who can’t manage the server anymore', async () => {
    const { click, has } = startManagement();
    await has(HERE, NAMES);
    expect((await click(id('next', 2), { permissions: 0n })).text).toMatch(
      /^You need the \*\*Manage Server\*\* permission/,
    );
  });

  it('shows nothing from another server, whatever the button says', async () => {
    const { click, has } = startManagement();
    await has(HERE, NAMES, '77');
    expect((await click(id('next', 2))).text).toMatch(/^This server doesn’t have announcements/);
    await has(NEWS);
    expect((await click(id('next', 2))).text).toMatch(/^<#90> doesn’t have announcements\./);
  });

  it('counts and pages the largest possible list', async () => {
    const { use, has } = startManagement();
    await has(
      HERE,
      Array.from(
        { length: 500 },
        (_, index) => `LongestNameThere${String(index).padStart(4, '0')}`,
      ),
    );
    const { text } = await use('list');
    expect(text).toContain('500 of 500');
    expect(text.length).toBeLessThan(4096);
    expect(text).toMatch(/Page 1 of 20$/);
  });
});
