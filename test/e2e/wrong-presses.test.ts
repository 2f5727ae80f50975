import { DatabaseSync } from 'node:sqlite';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Channel, DiscordMessage } from '#loopback/discord/entities.ts';
import { buttonsOf } from '#loopback/discord/people/components.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';

import { pollsAnswered } from './moments.ts';
import { useStage } from './stage.ts';
import { textOf } from './text-of.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.3' } });
/** Enough for two pages of everything. */
const PLAYERS = 30;

/** Manages the server, and has verified an account. */
let owner: Person;
/** An ordinary member who has linked nothing. */
let stranger: Person;
/** Of another server that the bot is in, where the owner is, too. */
let elsewhere: Channel;
let home: Channel;
let digests: Channel;
let account: SitePlayer;
const messages = new Map<string, DiscordMessage>();

async function press(message: DiscordMessage, label: string, text: string) {
  return (await owner.click(message, label)).until((shown) => textOf(shown).includes(text));
}

/** Keeps a message of the owner's under a name. */
async function keep(name: string, shown: Promise<Shown> | Shown, text: string): Promise<void> {
  const message = await (await shown).until((one) => textOf(one).includes(text));
  // As it was then: later presses change it.
  messages.set(name, structuredClone(message));
}

beforeAll(async () => {
  const { discord } = stage();
  home = discord.generalChannel;
  digests = discord.channel('digests');
  elsewhere = discord.channel('general', 0, discord.world.addGuild('Elsewhere'));
  owner = discord.person('owner', { permissions: Permission.ManageGuild });
  stranger = discord.person('stranger');
  const players = Array.from({ length: PLAYERS }, (_, n) => stage().addPlayer(`Player${n}`, 12, 5));
  account = stage().addPlayer('Owner', 12, 5);
  stage().addPlayer('Other', 3);
  const setup = async (channel: Channel, options = {}) => {
    await (await owner.command('announcements setup', { channel, ...options })).answer();
    for (const half of [players.slice(0, 20), [...players.slice(20), account]]) {
      const user = half.map(({ name }) => name).join(' ');
      await (await owner.command('announcements track', { channel, user })).answer();
    }
  };
  await setup(home);
  await setup(digests, { schedule: 'hourly' });

  await keep('code', owner.command('link', { user: 'Owner' }), 'CPL-');
  account.motto = /CPL-\w{8}/.exec(messages.get('code')?.content ?? '')?.[0] ?? '';
  const [code] = messages.values();
  if (code) await press(code, 'Check', 'is your account');
  await keep('replace', owner.command('link', { user: 'Other' }), 'is your verified account');
  await keep('privacy', owner.command('privacy'), 'verified as yours');
  const privacy = await (await owner.command('privacy')).answer();
  messages.set('deletion', await press(privacy, 'Delete my data', 'You can’t undo this'));

  // Two pages, once everyone's games are loaded.
  for (let text = ''; !text.includes('**1.**') || text.includes('⏳');) {
    const board = await (await owner.command('leaderboard')).answer();
    text = textOf(board);
    messages.set('leaderboard', board);
  }
  const game = account.games.find(({ HighestAwardKind: kind }) => kind === null);
  if (!game) throw new Error('Everything is beaten');
  await keep('game', owner.command('game', { title: `game/${game.GameID}` }), 'players here');
  const use = (name: string, channel = home, options = {}) =>
    owner.command(`announcements ${name}`, { channel, ...options });
  await keep('list', use('list'), 'Player0');
  await keep('remove', use('remove'), 'Remove announcements');
  await (await use('invite')).answer();
  const invitation = discord.messagesIn(home).find(({ content }) => content.includes('Want your'));
  if (invitation) messages.set('invitation', invitation);
  // A digest that is too long for one message's list.
  for (const { name } of [...players, account]) {
    stage().site.award(name, game.GameID, 'beaten-hardcore');
  }
  await pollsAnswered(stage(), 3);
  await (await use('pause', digests)).answer();
  database((file) => file.exec(`update feeds set next_digest_at = 1 where cadence = 'hourly'`));
  await (await use('resume', digests)).answer();
  const digest = await discord.waitFor(() =>
    discord.messagesIn(digests).find((one) => buttonsOf(one).length > 0),
  );
  messages.set('digest', digest);
  const gone = discord.channel('gone');
  await (await owner.command('announcements setup', { channel: gone })).answer();
  await (await use('track', gone, { user: 'Player0' })).answer();
  discord.world.removeChannel(gone);
  await keep('left behind', use('setup'), 'The deleted channel');
  messages.set('full list', await (await owner.click(digest, 'Full list')).answer());
});

function database<T>(work: (file: DatabaseSync) => T): T {
  using file = new DatabaseSync(sqliteFileOf(stage().databaseUrl) ?? '', { timeout: 5_000 });
  return work(file);
}

/** What the bot itself notes in a feed, whatever people press. */
const NOTES = new Set([
  'last_posted_at',
  'next_digest_at',
  'trouble_since',
  'look_at',
  'notice_due',
  'told',
]);

/** What people decided. */
function decisions(): string {
  const tables = ['links', 'feeds', 'tracked_players', 'denied_players', 'leaderboard_members'];
  return database((file) =>
    JSON.stringify(
      tables.map((table) => file.prepare(`select * from ${table}`).all()),
      (key, value: unknown) => (NOTES.has(key) ? null : value),
    ),
  );
}

const NOT_LINKED = 'You’re not linked to this account';
const NOTHING_STORED = 'Nothing. I only store something about you';
const OWN_DATA = 'verified as yours';
const NOT_MANAGER = 'You need the **Manage Server** permission';
const NEEDS_ACCOUNT = 'You need a verified account for that';
const OTHER_BOARD = 'This leaderboard belongs to another server';
const OTHER_LIST = 'This list belongs to another server';
const NO_FEEDS = 'This server doesn’t have announcements yet';
const NO_INVITATION = 'There are no announcements in';
const OTHER_DIGEST = 'You can only open this list in the server it was posted in';
/** The modal of the paging row. */
const PAGE = 'Jump to page';

const paging = (stranger_: string, there: string) => ({
  '⏮️': [stranger_, there],
  '◀️': [stranger_, there],
  '1/2': [PAGE, PAGE],
  '▶️': [stranger_, there],
  '⏭️': [stranger_, there],
});

/** By message and button: what a stranger reads, and what the owner reads in another server. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  code: { Check: [NOT_LINKED, 'is your account'] },
  replace: {
    'Link Other': [NOT_LINKED, 'You’re linked to **Other**'],
    'Keep Owner': [NOT_LINKED, 'is your account'],
  },
  privacy: {
    'Download my data': [NOTHING_STORED, 'Everything I store about you'],
    'Delete my data': [NOTHING_STORED, 'You can’t undo this'],
    'Never announce me': [NOTHING_STORED, 'won’t be announced anymore'],
  },
  deletion: {
    Delete: [NOTHING_STORED, 'Deleted. '],
    Keep: [NOTHING_STORED, OWN_DATA],
  },
  leaderboard: {
    ...paging('**1.**', OTHER_BOARD),
    Join: [NEEDS_ACCOUNT, OTHER_BOARD],
    Leave: [NEEDS_ACCOUNT, OTHER_BOARD],
  },
  game: Object.fromEntries(
    Object.entries(paging('players here have it', OTHER_LIST)).map(([label, texts]) => [
      label.replace('1/2', '1/4'),
      texts,
    ]),
  ),
  list: paging(NOT_MANAGER, NO_FEEDS),
  'left behind': {
    'Move 1 player here': [NOT_MANAGER, 'These players were already moved or removed'],
    'See deleted channel’s players': [NOT_MANAGER, NO_FEEDS],
  },
  remove: {
    Remove: [NOT_MANAGER, NO_FEEDS],
    Cancel: ['Nothing was removed', 'Nothing was removed'],
  },
  invitation: {
    'Announce my games': ['Announce my games', NO_INVITATION],
    Stop: ['I don’t know which account is yours', 'I’ve stopped announcing **Owner**'],
  },
  digest: { 'Full list': ['Player', OTHER_DIGEST] },
  'full list': paging('Player', OTHER_DIGEST),
};

/** What a press leads to: a message, or a modal. */
async function outcome(shown: Shown): Promise<string> {
  const { modal } = shown.interaction;
  if (modal) return modal.title;
  const ephemeral = await shown.until((one) => !one.content.includes('thinking'));
  expect(shown.ephemeral).toBe(true);
  return textOf(ephemeral);
}

const cases = Object.entries(EXPECTED).flatMap(([name, buttons]) =>
  Object.entries(buttons).map(([label, [wrongPerson = '', wrongServer = '']]) => ({
    name,
    label,
    wrongPerson,
    wrongServer,
  })),
);

function idOf(name: string, label: string): { customId: string; message: DiscordMessage } {
  const message = messages.get(name);
  if (!message) throw new Error(`There is no message ${name}`);
  const button = buttonsOf(message).find((one) => (one.label ?? one.emoji?.name) === label);
  if (!button?.custom_id) throw new Error(`${name} has no ${label}: ${JSON.stringify(message)}`);
  return { customId: button.custom_id, message };
}

describe('every button', () => {
  test('is tried below', () => {
    const found = [...messages].flatMap(([name, message]) =>
      buttonsOf(message)
        .filter(({ custom_id }) => custom_id)
        .map((button) => `${name} ${button.label ?? button.emoji?.name}`),
    );
    expect(found.toSorted()).toEqual(cases.map(({ name, label }) => `${name} ${label}`).toSorted());
  });

  test.each(cases)(
    '$label of the message “$name”, pressed by someone else, changes nothing for the owner',
    async ({ name, label, wrongPerson }) => {
      const pressed = idOf(name, label);
      const before = decisions();
      const shown = await stranger.rawComponent(pressed);
      expect(await outcome(shown)).toContain(wrongPerson);
      expect(shown.message?.id).not.toBe(pressed.message.id);
      expect(decisions()).toBe(before);
    },
  );

  test.each(cases.filter(({ wrongPerson }) => wrongPerson === PAGE))(
    '$label of the message “$name” gives someone else their own page, and none in another server',
    async ({ name, label }) => {
      const pressed = idOf(name, label);
      const next = EXPECTED[name]?.['▶️'] ?? [];
      const modal = (await stranger.rawComponent(pressed)).modal;
      expect(await outcome(await stranger.submit(modal, { page: '2' }))).toContain(next[0]);
      const message = stage().discord.remember(pressed.message, { channel: elsewhere });
      const there = (await owner.rawComponent({ ...pressed, message })).modal;
      const shown = await owner.submit(there, { page: '2' });
      expect(textOf(await shown.told())).toContain(next[1]);
    },
  );

  // The presses that change something come last.
  test.each(cases.toSorted((a, b) => finality(a) - finality(b)))(
    '$label of the message “$name”, pressed in another server, says why it can’t work there',
    async ({ name, label, wrongServer }) => {
      const pressed = idOf(name, label);
      const message = stage().discord.remember(pressed.message, { channel: elsewhere });
      const before = decisions();
      const shown = await owner.rawComponent({ ...pressed, message });
      const said = await stage().discord.waitFor(
        () => saidBy(shown).find((text) => text.includes(wrongServer)),
        `“${wrongServer}” was not said`,
      );
      expect(said).toContain(wrongServer);
      expect(finality({ label }) === -1 ? decisions() : before).toBe(before);
    },
  );
});

/** In a modal, on the message itself, or beside it. */
function saidBy({ interaction, message, followups }: Shown): readonly string[] {
  const said = [message, followups[0]].filter((one) => one !== undefined).map(textOf);
  return interaction.modal ? [interaction.modal.title] : said;
}

/** What a person decides for themselves counts wherever they say it: these change something, one after the other. */
function finality({ label }: { readonly label: string }): number {
  return ['Stop', 'Never announce me', 'Link Other', 'Delete'].indexOf(label);
}
