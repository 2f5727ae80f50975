import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { expect, it } from 'vitest';

import { link } from '#commands/link.ts';
import { privacy } from '#commands/privacy.ts';
import { progress } from '#commands/progress.ts';
import { unlink } from '#commands/unlink.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { createPeopleInFeeds } from '#src/announcements/people-in-feeds.ts';
import { createBatchIds, createPlanner } from '#src/announcements/posting/planner.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createPeople } from '#src/people/people.ts';
import { award, feed, NOW } from '#test/announcements/tables/rows.ts';
import { clickOf, commandOf } from '#test/discord/interactions/interactions.ts';
import { game, seen } from '#test/people/people.ts';
import { MAX_ULID } from '#test/progress/scripted-site.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';
import type { StoreKind, TestStore } from '#test/support/store.ts';

import { startBot } from './run-command.ts';

/** Two Discord users whose ids are found nowhere by chance. */
const ME = '111222333444555666';
const YOU = '222333444555666777';

const user = (id: string) => ({ member: { user: { id, username: 'x' }, roles: [] } });

async function start(kind: StoreKind) {
  const store = await openTestStore(kind);
  const bot = startBot(3);
  const { api, live, clock, players } = bot;
  const people = createPeople({ store, players, clock });
  const planner = createPlanner(createBatchIds(clock));
  const peopleInFeeds = createPeopleInFeeds({ store, planner, clock });
  const services = {
    ...bot.services,
    people: async () => people,
    peopleInFeeds: async () => peopleInFeeds,
  };
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const commands = [privacy, link, unlink, progress];
  const router = createRouter({ commands, services, texts, api, live, clock, log });
  const calls = async (interaction: APIInteraction) => {
    const before = api.calls.length;
    await router(interaction);
    return api.calls.slice(before);
  };
  const ask = async (interaction: APIInteraction) => JSON.stringify(await calls(interaction));
  return {
    ...bot,
    store,
    services,
    people,
    planner,
    peopleInFeeds,
    calls,
    privacy: (userId: string) => ask(commandOf('privacy', {}, user(userId))),
    unlink: (userId: string) => ask(commandOf('unlink', {}, user(userId))),
    press: (userId: string, said: string, label: string) =>
      ask(clickOf(buttonIn(said, label), { userId, flags: 64 })),
    /** Without a proof. */
    claim: (userId: string) => ask(commandOf('link', { user: 'MaxMilyin' }, user(userId))),
    /** With the code in the motto. */
    async verify(userId: string) {
      const said = await ask(commandOf('link', { user: 'MaxMilyin' }, user(userId)));
      bot.account.motto = /CPL-\w{8}/.exec(said)?.[0] ?? '';
      await ask(clickOf(buttonIn(said, 'Check'), { userId, flags: 64 }));
    },
    look: (userId: string) =>
      ask(commandOf('progress', { user: 'MaxMilyin', private: true }, user(userId))),
    /** As `/announcements track` does. */
    async track(channelId: string, managerId: string, more: Partial<Feed> = {}) {
      await store.feeds.save({ ...feed(channelId), managerId, ...more });
      const player = { ulid: MAX_ULID, name: 'MaxMilyin', avatarPath: null };
      await store.transaction(({ trackedPlayers }) =>
        trackedPlayers.track({ channelId, player, at: NOW, sweepAt: NOW }),
      );
    },
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

function buttonIn(said: string, label: string): string {
  const pattern = new RegExp(`"custom_id":"(?<id>[^"]*)","label":"${label}"`);
  return pattern.exec(said)?.groups?.['id'] ?? '';
}

/** Every row of every table. */
async function dump({ database, db }: TestStore): Promise<string> {
  const tables = (await db.introspection.getTables()).filter(
    ({ name }) => !name.includes('kysely'),
  );
  expect(tables.length).toBeGreaterThan(7);
  const rows = await Promise.all(tables.map(({ name }) => database.query(`select * from ${name}`)));
  return JSON.stringify(rows);
}

/** What each column of text could say of a person. A new one has to be put in one of these. */
const OF_A_USER = new Set([
  'links.user_id',
  'feeds.manager_id',
  'tracked_players.added_by',
  'leaderboard_members.user_id',
]);
const OF_AN_ACCOUNT = new Set([
  'links.ulid',
  'links.name',
  'links.code',
  'players.ulid',
  'players.name',
  'players.name_key',
  'players.avatar_path',
  'tracked_players.ulid',
  'outbox.ulid',
  'outbox.player_name',
  'attempts.body',
  'award_feed.recent',
  'denied_players.ulid',
  'known_players.ulid',
  'known_players.name',
  'player_games.ulid',
  'award_counts.ulid',
]);
const OF_NOBODY = new Set([
  ...columnsOf('feeds', 'channel_id guild_id kinds cadence weekday timezone role_id language'),
  ...columnsOf('feeds', 'pause_reason pause_detail'),
  ...columnsOf('tracked_players', 'channel_id'),
  ...columnsOf('outbox', 'channel_id kind game_title system_name status batch_id'),
  ...columnsOf('batches', 'id channel_id kind status message_id crosspost refusal'),
  ...columnsOf('attempts', 'batch_id'),
  ...columnsOf('games', 'title system_name'),
  ...columnsOf('player_games', 'award'),
  ...columnsOf('award_counts', 'award'),
  ...columnsOf('leaderboard_members', 'guild_id'),
]);

function columnsOf(table: string, names: string): string[] {
  return names.split(' ').map((name) => `${table}.${name}`);
}

describeOnBoth('what is stored about a person', (kind) => {
  it('is known column by column', async () => {
    await using store = await openTestStore(kind);
    const tables = (await store.db.introspection.getTables()).filter(
      ({ name }) => !name.includes('kysely'),
    );
    const columns = tables.flatMap(({ name, columns: of }) =>
      of
        .filter(({ dataType }) => /text|char/i.test(dataType))
        .map((column) => `${name}.${column.name}`),
    );
    const known = [...OF_A_USER, ...OF_AN_ACCOUNT, ...OF_NOBODY];
    expect(columns.toSorted()).toEqual(known.toSorted());
  });

  it('is nothing for someone who did nothing', async () => {
    await using bot = await start(kind);
    const said = await bot.privacy(ME);
    expect(said).toContain('Nothing. I only store');
    expect(said).toContain('"flags":64');
    expect(buttonIn(said, 'Never announce me')).toBe('');
  });

  it('is shown, downloaded, and deleted, and then the database has none of it', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    await bot.look(ME);
    await bot.store.feeds.save({ ...feed('chan-1'), managerId: ME });
    await bot.people.games.keep({ ...seen(1, [game()]), ulid: MAX_ULID, name: 'MaxMilyin' });
    await bot.people.members.leave('8', ME);
    const said = await bot.privacy(ME);
    expect(said).toContain('1 game of **MaxMilyin**, with its award');
    expect(said).toContain('You joined the leaderboard of 1 server.');
    expect(said).toContain('You left the leaderboard of 1 server');
    expect(said.split('**Leaderboards**')).toHaveLength(2);
    expect(said).toContain('**MaxMilyin**, linked');
    expect(said).toContain('verified as yours');
    expect(said).toContain('the announcements of 1 channel.');
    expect(said).toContain('looked up lately**: MaxMilyin');
    const [call] = await bot.calls(
      clickOf(buttonIn(said, 'Download my data'), { userId: ME, flags: 64 }),
    );
    expect(call?.files).toEqual(['my-data.json']);
    const file: unknown = JSON.parse(call?.fileTexts?.[0] ?? '');
    expect(file).toMatchObject({
      leaderboards: [
        { serverId: '8', joinedAt: null },
        { serverId: '9', joinedAt: expect.stringMatching(/^20\d\d-/) },
      ],
      games: [{ gameId: 1, title: 'Sonic the Hedgehog', award: 'mastered', possible: 10 }],
    });
    const before = await dump(bot.store);
    expect([ME, MAX_ULID, 'MaxMilyin'].filter((part) => !before.includes(part))).toEqual([]);
    const asked = await bot.press(ME, said, 'Delete my data');
    for (const part of [
      'that you’ve linked **MaxMilyin**',
      'the stored games of **MaxMilyin**, unless a server announces them',
      'joined or left the leaderboards of 2 servers',
      'set up the announcements of 1 channel',
      'which players you’ve looked up lately',
    ]) {
      expect(asked).toContain(part);
    }
    expect(asked).not.toContain('stays');
    const kept = await bot.press(ME, asked, 'Keep');
    expect(kept).toContain('Nothing was deleted.');
    expect(await dump(bot.store)).toBe(before);
    const deleted = await bot.press(ME, asked, 'Delete');
    expect(deleted).toContain('Deleted. I no longer store anything about you.');
    expect(deleted).toContain('nobody gets a message from me until someone uses');
    expect(deleted).toContain('Nothing. I only store');
    const after = await dump(bot.store);
    expect([ME, MAX_ULID, 'MaxMilyin'].filter((part) => after.includes(part))).toEqual([]);
    expect(await bot.people.games.count(MAX_ULID)).toBe(0);
    // The feed itself is the server's.
    expect(await bot.store.feeds.get('chan-1')).toMatchObject({ managerId: '' });
    expect(await bot.privacy(ME)).toContain('Nothing. I only store');
  });

  it('isn’t shown to others, whose presses only affect their own data', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    const said = await bot.privacy(ME);
    const asked = await bot.press(ME, said, 'Delete my data');
    for (const [message, label] of [
      [said, 'Delete my data'],
      [said, 'Never announce me'],
      [asked, 'Delete'],
      [asked, 'Keep'],
    ] as const) {
      const shown = await bot.press(YOU, message, label);
      expect(shown).toContain('Nothing. I only store');
      expect(shown).not.toContain('MaxMilyin');
    }
    expect(await bot.privacy(ME)).toContain('verified as yours');
  });

  it('doesn’t tell someone who only claims an account where it’s announced', async () => {
    await using bot = await start(kind);
    await bot.track('chan-1', YOU);
    await bot.calls(
      commandOf(
        'link',
        { user: 'MaxMilyin' },
        { member: { user: { id: ME, username: 'x' }, roles: [] } },
      ),
    );
    const said = await bot.privacy(ME);
    expect(said).toMatch(/\*\*MaxMilyin\*\*, linked <t:\d+:R>, not verified/);
    expect(said).toMatch(/\*\*Code for your motto\*\*: `CPL-\w{8}`, expires <t:/);
    bot.clock.set(bot.clock.now() + 48 * 60 * 60_000);
    expect(await bot.privacy(ME)).toMatch(/\*\*Code for your motto\*\*: `CPL-\w{8}`, expired <t:/);
    expect(said).not.toContain('are announced in');
    expect(buttonIn(said, 'Never announce me')).toBe('');
    await bot.verify(ME);
    expect(await bot.privacy(ME)).toContain('are announced in 1 channel');
  });
});

describeOnBoth('the games of an account that someone else claims', (kind) => {
  it('are deleted with the verified owner’s data, and come back once the other one verifies it', async () => {
    await using bot = await start(kind);
    await bot.claim(YOU);
    await bot.verify(ME);
    await bot.people.games.keep({ ...seen(1, [game()]), ulid: MAX_ULID, name: 'MaxMilyin' });
    const asked = await bot.press(ME, await bot.privacy(ME), 'Delete my data');
    expect(asked).toContain('the stored games of **MaxMilyin**, unless a server announces them');
    expect(asked).not.toContain('someone else');
    await bot.press(ME, asked, 'Delete');
    expect(await bot.people.games.count(MAX_ULID)).toBe(0);
    expect(await bot.people.knownPlayers.nextToLoad(NOW)).toBeNull();
    await bot.verify(YOU);
    expect(await bot.people.knownPlayers.nextToLoad(NOW)).toBe(MAX_ULID);
  });

  it('stay if someone who only claims it deletes their data, or someone else claims it, too', async () => {
    await using bot = await start(kind);
    await bot.claim(YOU);
    await bot.claim('333444555666777888');
    await bot.people.games.keep({ ...seen(1, [game()]), ulid: MAX_ULID, name: 'MaxMilyin' });
    const asked = await bot.press(YOU, await bot.privacy(YOU), 'Delete my data');
    expect(asked).toContain('or someone else has linked the account');
    await bot.press(YOU, asked, 'Delete');
    expect(await bot.people.games.count(MAX_ULID)).toBe(1);
  });
});

describeOnBoth('/unlink', (kind) => {
  it('says where the account is still announced, and how to stop that', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    await bot.track('90', YOU, { guildId: '9' });
    await bot.track('chan-2', YOU);
    expect(await bot.unlink(ME)).toContain(
      '**MaxMilyin** is still announced in 2 channels. In this server: <#90>. To stop that, link and verify it again, then press **Stop** under the invitation there, or use </privacy:5>.',
    );
    await bot.verify(ME);
    await bot.store.database.query(`update tracked_players set added_by = '${ME}'`);
    expect(await bot.unlink(ME)).toContain('To stop that, press **Stop** under the invitation');
    await bot.claim(YOU);
    expect(await bot.unlink(YOU)).not.toContain('announced');
  });
});

describeOnBoth('what was announced about a person', (kind) => {
  it('is forgotten with their data if no feed tracks them, except posts under way', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    for (const channelId of ['chan-1', 'chan-2', 'chan-3']) {
      await bot.track(channelId, YOU);
      const player = { ulid: MAX_ULID, playerName: 'MaxMilyin' };
      await bot.store.dueAwards.add([award({ channelId, ...player })], NOW, 'due');
      await bot.store.transaction((tables) => bot.planner.planDigest(tables, channelId, NOW));
    }
    const [first, , third] = await bot.store.database.query('select id from batches order by id');
    await bot.store.batches.posted(String(first?.['id']), { id: '1', at: NOW, crosspost: false });
    await bot.store.attempts.begin(String(third?.['id']), 'MaxMilyin', NOW);
    await bot.store.transaction(({ trackedPlayers }) => trackedPlayers.untrack('chan-1', MAX_ULID));
    await bot.store.transaction(({ trackedPlayers }) => trackedPlayers.untrack('chan-3', MAX_ULID));
    const left = async () =>
      (await bot.store.database.query('select channel_id from outbox order by 1')).map(
        (row) => row['channel_id'],
      );
    expect(await left()).toEqual(['chan-1', 'chan-2', 'chan-3']);
    bot.clock.set(NOW + 60_000);
    const asked = await bot.press(ME, await bot.privacy(ME), 'Delete my data');
    await bot.press(ME, asked, 'Delete');
    expect(await left()).toEqual(['chan-2', 'chan-3']);
    await bot.store.batches.posted(String(third?.['id']), { id: '2', at: NOW, crosspost: false });
    await bot.peopleInFeeds.forgetUntracked();
    expect(await left()).toEqual(['chan-2']);
  });

  it('stays for the second in which tracking could start again', async () => {
    await using bot = await start(kind);
    await bot.store.feeds.save(feed('chan-1'));
    const due = award({ channelId: 'chan-1', awardedAt: NOW });
    await bot.store.dueAwards.add([due], NOW, 'dropped');
    bot.clock.set(NOW + 1_000);
    await bot.peopleInFeeds.forgetUntracked();
    expect(await bot.store.dueAwards.known([due])).toHaveLength(1);
    bot.clock.set(NOW + 1_001);
    await bot.peopleInFeeds.forgetUntracked();
    expect(await bot.store.dueAwards.known([due])).toEqual([]);
  });
});

describeOnBoth('“Never announce me”', (kind) => {
  it('removes the account and its due awards from every feed, until it’s allowed again', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    for (const channelId of ['chan-1', 'chan-2']) {
      await bot.track(channelId, YOU);
      const due = award({ channelId, ulid: MAX_ULID, playerName: 'MaxMilyin' });
      await bot.store.dueAwards.add([due], NOW, 'due');
    }
    const candidates = () => bot.store.trackedPlayers.candidates({ ulids: [MAX_ULID], names: [] });
    expect(await candidates()).toHaveLength(2);
    expect(await bot.store.dueAwards.countDue('chan-1', 0)).toBe(1);
    await bot.people.games.keep({ ...seen(1, [game()]), ulid: MAX_ULID, name: 'MaxMilyin' });
    const said = await bot.privacy(ME);
    const denied = await bot.press(ME, said, 'Never announce me');
    expect(denied).toContain('I removed you from 2 channels');
    expect(denied).toContain('never announced, and nobody can track you');
    expect(await candidates()).toEqual([]);
    expect(await bot.people.games.count(MAX_ULID)).toBe(0);
    expect(await bot.people.serverPlayers.in('9')).toEqual([]);
    expect(await bot.people.knownPlayers.nextToLoad(NOW)).toBeNull();
    for (const channelId of ['chan-1', 'chan-2']) {
      expect(await bot.store.trackedPlayers.count(channelId)).toBe(0);
      expect(await bot.store.dueAwards.countDue(channelId, 0)).toBe(0);
    }
    // However it got in again: it is not matched.
    await bot.track('chan-1', YOU);
    expect(await candidates()).toEqual([]);
    const allowed = await bot.press(ME, denied, 'Allow announcing me');
    expect(allowed).toContain('can be announced again');
    expect(buttonIn(allowed, 'Never announce me')).not.toBe('');
    expect(await candidates()).toHaveLength(1);
    expect(await bot.people.knownPlayers.nextToLoad(NOW)).toBe(MAX_ULID);
  });

  it.each(['before', 'after'])(
    'has the same effect if the account was linked %s it',
    async (when) => {
      await using bot = await start(kind);
      if (when === 'before') await bot.verify(ME);
      else {
        await bot.people.links.save({
          userId: ME,
          ulid: MAX_ULID,
          name: 'MaxMilyin',
          linkedAt: 0,
          code: null,
        });
        await bot.people.links.verify(ME, MAX_ULID, 1);
      }
      const denied = await bot.press(ME, await bot.privacy(ME), 'Never announce me');
      expect(denied).toContain('**MaxMilyin** won’t be announced anymore."');
      if (when === 'after') await bot.claim(ME);
      expect(await bot.people.serverPlayers.in('9')).toEqual([]);
      expect(await bot.press(ME, denied, 'Allow announcing me')).toContain(
        'once someone tracks you. You’re on the leaderboard of 1 server again.',
      );
      expect(await bot.people.serverPlayers.in('9')).toMatchObject([{ name: 'MaxMilyin' }]);
    },
  );

  it('keeps the games of an account that a feed tracks when its owner deletes their data', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    await bot.track('chan-1', YOU);
    await bot.people.games.keep({ ...seen(1, [game()]), ulid: MAX_ULID, name: 'MaxMilyin' });
    const asked = await bot.press(ME, await bot.privacy(ME), 'Delete my data');
    expect(asked).toContain('A manager added **MaxMilyin** to the announcements of 1 channel');
    expect(asked).toContain('What I’ve already posted stays in its channel.');
    expect(await bot.press(ME, asked, 'Delete')).toContain('Managers still track **MaxMilyin**');
    expect(await bot.people.games.count(MAX_ULID)).toBe(1);
    expect(await dump(bot.store)).not.toContain(ME);
  });

  it('deletes nothing, and asks nothing, for someone who did nothing', async () => {
    await using bot = await start(kind);
    const shown = await bot.press(ME, await bot.privacy(ME), 'Delete my data');
    expect(shown).toContain('Nothing. I only store');
  });

  it('outlasts the deletion of everything else', async () => {
    await using bot = await start(kind);
    await bot.verify(ME);
    const said = await bot.privacy(ME);
    await bot.press(ME, said, 'Never announce me');
    const asked = await bot.press(ME, said, 'Delete my data');
    expect(asked).toContain('stays on my list of accounts that are never announced');
    expect(await bot.press(ME, asked, 'Delete')).toContain(
      'I only remember that **MaxMilyin** must never be announced',
    );
    expect(await dump(bot.store)).not.toContain(ME);
    expect(await bot.people.denials.has(MAX_ULID)).toBe(true);
    // Without proof nobody can take it back.
    expect(await bot.press(ME, said, 'Never announce me')).toContain('You haven’t verified');
  });
});
