import { DatabaseSync } from 'node:sqlite';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Channel, DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';

import { Manager } from './manager.ts';
import { pollsAnswered } from './moments.ts';
import { useStage } from './stage.ts';
import { textOf } from './text-of.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.3' } });
let manager: Manager;
let alice: Person;
let zoe: SitePlayer;
let max: SitePlayer;
let live: Channel;
let daily: Channel;
let invited: Channel;

beforeAll(async () => {
  const { discord } = stage();
  zoe = stage().addPlayer('Zyxwvut', 40);
  max = stage().addPlayer('MaxMilyin', 60);
  stage().addPlayer('Stranger', 5);
  live = discord.generalChannel;
  [daily, invited] = [discord.channel('daily'), discord.channel('invited')];
  manager = new Manager(stage(), 'manager');
  // She sets up the announcements in one channel, and signs up for them in another.
  alice = stage().person('alice');
  await manager.announce(live, [zoe, max]);
  await manager.announce(daily, [zoe], { schedule: 'daily' });
  await manager.announce(invited, []);
});

/** Presses a button of a message. @returns what it says once it says `text` */
async function press(message: DiscordMessage, label: string, text: string) {
  return (await alice.click(message, label)).until((shown) => textOf(shown).includes(text));
}

async function privacy(): Promise<DiscordMessage> {
  return (await alice.command('privacy')).answer();
}

async function verify(): Promise<void> {
  const said = await (await alice.command('link', { user: zoe.name })).answer();
  zoe.motto = /CPL-\w{8}/.exec(said.content)?.[0] ?? '';
  await press(said, 'Check', 'is your account');
}

/** A new game is beaten. @returns its id */
function beat({ name, games }: SitePlayer): number {
  const game = games.find(({ HighestAwardKind: kind }) => kind === null);
  if (!game) throw new Error(`${name} has beaten everything`);
  stage().site.award(name, game.GameID, 'beaten-hardcore');
  return game.GameID;
}

/** Resolves when the game is posted. */
function posted(channel: Channel, gameId: number): Promise<unknown> {
  const url = `/game/${gameId}`;
  const { discord } = stage();
  return discord.waitFor(() =>
    discord.messagesIn(channel).some((message) => JSON.stringify(message.embeds).includes(url)),
  );
}

/** Every value of every column of every table that contains one of these. */
function traces(wanted: readonly string[]): readonly string[] {
  using database = new DatabaseSync(sqliteFileOf(stage().databaseUrl) ?? '', { timeout: 5_000 });
  const tables = database.prepare(`select name from sqlite_master where type = 'table'`).all();
  expect(tables.length).toBeGreaterThan(10);
  return tables.flatMap(({ name }) =>
    database
      .prepare(`select * from "${String(name)}"`)
      .all()
      .flatMap((row) => Object.entries(row))
      .filter(([, value]) =>
        wanted.some((one) => String(value).toLowerCase().includes(one.toLowerCase())),
      )
      .map(([column]) => `${String(name)}.${column}`),
  );
}

describe('a member’s data', () => {
  test('is in every table about people, and in /privacy', async () => {
    await verify();
    alice.permissions = Permission.ManageGuild;
    await (await alice.command('announcements setup', { channel: daily })).answer();
    alice.permissions = undefined;
    const invitation = await manager.use('invite', invited);
    expect(invitation).toContain('Posted the invitation');
    const [message] = stage().discord.messagesIn(invited);
    const joined = await (await alice.click(message, 'Announce my games')).answer();
    expect(joined.content).toContain('I’ll announce the games');
    const game = beat(zoe);
    await posted(live, game);
    await posted(invited, game);
    await (await alice.command('leaderboard')).answer();
    const told = textOf(await privacy());
    for (const part of ['verified as yours', 'joined the leaderboard of 1 server', '3 channels']) {
      expect(told).toContain(part);
    }
    expect(new Set(traces([alice.id]))).toEqual(
      new Set([
        'links.user_id',
        'feeds.manager_id',
        'tracked_players.added_by',
        'leaderboard_members.user_id',
      ]),
    );
  });

  test('stays until she confirms', async () => {
    const before = traces([alice.id, zoe.ulid, zoe.name]);
    const asked = await press(await privacy(), 'Delete my data', 'You can’t undo this');
    const text = textOf(asked);
    for (const part of [
      'you’ve linked **Zyxwvut**',
      'signed up for announcements in 1 channel',
      'set up the announcements of 1 channel',
      'Managers added **Zyxwvut** to the announcements of 2 channels',
    ]) {
      expect(text).toContain(part);
    }
    await press(asked, 'Keep', 'Nothing was deleted');
    expect(traces([alice.id, zoe.ulid, zoe.name])).toEqual(before);
  });

  test('is deleted afterwards, and so is the account’s unless a manager announces it', async () => {
    const asked = await press(await privacy(), 'Delete my data', 'You can’t undo this');
    const deleted = await press(asked, 'Delete', 'Deleted. I no longer store anything');
    expect(deleted.content).toContain('Managers still track **Zyxwvut**');
    expect(traces([alice.id])).toEqual([]);
    expect(traces([zoe.name])).toContain('players.name');
    expect(await manager.use('list', invited)).not.toContain('Zyxwvut');
    const told = await privacy();
    expect(textOf(told)).toContain('Nothing. I only store something');
    expect(await manager.use('status', daily)).toContain('Everything is working');
  });

  test('takes along everything about an account that nobody else has, posted or due', async () => {
    await verify();
    await manager.use('untrack', live, { user: zoe.name });
    await manager.use('untrack', daily, { user: zoe.name });
    const [message] = stage().discord.messagesIn(invited);
    await (await alice.click(message, 'Announce my games')).answer();
    await posted(invited, beat(zoe));
    await manager.use('pause', invited);
    beat(zoe);
    await stage().discord.waitFor(() => traces(['due']).includes('outbox.status'));
    // The hundred newest awards of the whole site are not about her once others came.
    for (let n = 0; n < 120; n += 1) stage().site.award('Stranger', 500_000 + n, 'mastered');
    // Takes longer than the second in which an award is still kept.
    await pollsAnswered(stage(), 6);
    const asked = await press(await privacy(), 'Delete my data', 'You can’t undo this');
    expect(textOf(asked)).not.toContain('anager added');
    await press(asked, 'Delete', 'Deleted. I no longer store anything');
    expect(traces([alice.id, zoe.ulid, zoe.name, zoe.motto])).toEqual([]);
    await manager.use('resume', invited);
  });
});

describe('a never-announced account', () => {
  test('can’t be tracked, and its due awards are dropped and never posted', async () => {
    const { discord } = stage();
    await verify();
    await manager.use('track', live, { user: zoe.name });
    await manager.use('track', daily, { user: `<@${alice.id}>` });
    beat(zoe);
    await discord.waitFor(() => traces(['due']).includes('outbox.status'));
    const denied = await press(await privacy(), 'Never announce me', 'won’t be announced anymore');
    expect(denied.content).toContain('removed you from 2 channels');
    const before = JSON.stringify([live, daily].map((channel) => discord.messagesIn(channel)));
    for (const user of [zoe.name, zoe.ulid, `<@${alice.id}>`, `MaxMilyin, ${zoe.name}`]) {
      expect(await manager.use('track', live, { user })).toMatch(/do(es)?n’t want to be announced/);
    }
    const [message] = discord.messagesIn(invited);
    const refused = await (await alice.click(message, 'Announce my games')).answer();
    expect(refused.content).toContain('doesn’t want to be announced');
    expect(await manager.use('setup', daily, { schedule: 'live' })).not.toContain('Zyxwvut');
    beat(zoe);
    const game = beat(max);
    await posted(live, game);
    await pollsAnswered(stage(), 3);
    const since = [live, daily].flatMap((channel) =>
      discord.messagesIn(channel).filter(({ id }) => !before.includes(id)),
    );
    expect(since).not.toEqual([]);
    expect(JSON.stringify(since)).not.toMatch(/Zyxwvut/i);
    expect(textOf(await (await alice.command('leaderboard')).answer())).not.toContain('[Zyxwvut]');
  });

  test('can be tracked again once its owner allows it', async () => {
    await press(await privacy(), 'Allow announcing me', 'can be announced again');
    expect(await manager.use('track', live, { user: zoe.name })).toContain('Now tracking');
    await posted(live, beat(zoe));
  });
});
