import { DatabaseSync } from 'node:sqlite';

import { beforeAll, describe, expect, test } from 'vitest';

import { MessageFlag } from '#loopback/discord/entities.ts';
import type { Channel, DiscordMessage } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import { Manager } from './manager.ts';
import { useStage } from './stage.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.2' } });
let manager: Manager;
let players = 0;

/** Announces a new player in a channel. */
async function announce(channel: Channel, settings: OptionValues = {}): Promise<SitePlayer> {
  players += 1;
  const player = stage().site.addPlayer({ name: `Player${players}`, games: [] });
  await manager.announce(channel, [player], settings);
  return player;
}

/** Beats games at once: one poll sees them all. */
function beat({ name }: SitePlayer, ...gameIds: readonly number[]): void {
  for (const gameId of gameIds) stage().site.award(name, gameId, 'beaten-hardcore');
}

/** Resolves when so many posts are there. */
function posts(channel: Channel, count: number): Promise<readonly DiscordMessage[]> {
  const { discord } = stage();
  return discord.waitFor(() => {
    const messages = discord.messagesIn(channel);
    return messages.length >= count && messages;
  });
}

function isCrossposted({ flags }: DiscordMessage): boolean {
  return (flags & MessageFlag.Crossposted) !== 0;
}

const pings = ({ content, mentions, mention_roles, mention_everyone }: DiscordMessage) => ({
  content,
  people: mentions.map(({ id }) => id),
  roles: mention_roles,
  everyone: mention_everyone,
});
const NOBODY = { content: '', people: [], roles: [], everyone: false };

beforeAll(() => {
  manager = new Manager(stage(), 'Sam');
});

describe('announcements', () => {
  test('are shown in the channels that follow an announcement channel', async () => {
    const { discord } = stage();
    const [news, plain] = [discord.channel('news', 5), discord.channel('plain')];
    const player = await announce(news);
    await manager.announce(plain, [player]);
    beat(player, 1);
    const shown = await posts(news, 1);
    await discord.waitFor(() => shown.every(isCrossposted));
    expect((await posts(plain, 1)).some(isCrossposted)).toBe(false);
  });

  test('reach a thread, even an archived one, and a forum post', async () => {
    const { discord } = stage();
    const thread = discord.thread('In a thread');
    const player = await announce(thread);
    const forum = discord.channel('forum', 15);
    const post = discord.thread('A post', forum);
    await manager.announce(post, [player]);
    if (thread.thread_metadata) thread.thread_metadata.archived = true;
    beat(player, 3);
    expect(await posts(thread, 1)).toHaveLength(1);
    expect(await posts(post, 1)).toHaveLength(1);
  });

  test('ping the role with the first post of a poll, and with none after it', async () => {
    const { discord } = stage();
    const channel = discord.channel('pinging');
    const role = discord.world.addRole(discord.guild, 'Hunters');
    const player = await announce(channel, { role });
    const pinged = { ...NOBODY, content: `<@&${role.id}>`, roles: [role.id] };
    beat(player, 4, 5, 6);
    await posts(channel, 3);
    beat(player, 7);
    expect((await posts(channel, 4)).map(pings)).toEqual([pinged, NOBODY, NOBODY, pinged]);
  });

  test('ping nobody because of a name', async () => {
    const { discord, site } = stage();
    const channel = discord.channel('names');
    const role = discord.world.addRole(discord.guild, 'Innocents');
    const player = await announce(channel);
    const somebody = discord.person(player.name);
    const Title = `@everyone @here <@${somebody.id}> <@&${role.id}>`;
    site.unlock(player.name, 8, { game: { Title } });
    beat(player, 8);
    const [post] = await posts(channel, 1);
    expect(post && pings(post)).toEqual(NOBODY);
    const { body } = await discord.waitFor(() =>
      discord.requests.findLast(({ path }) => path === `/channels/${channel.id}/messages`),
    );
    expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test('mention the member who has verified the account, and nobody else', async () => {
    const { discord } = stage();
    const channel = discord.channel('members');
    const player = await announce(channel);
    const [verified, unverified] = [discord.person('Verified'), discord.person('Unverified')];
    using database = new DatabaseSync(stage().databaseUrl.replace('sqlite:', ''));
    const link = database.prepare(
      'insert into links (user_id, ulid, name, linked_at, verified_at) values (?, ?, ?, ?, ?)',
    );
    link.run(unverified.id, player.ulid, player.name, 1, null);
    link.run(verified.id, player.ulid, player.name, 2, 3);
    beat(player, 9);
    const [post] = await posts(channel, 1);
    expect(post && pings(post)).toEqual({
      ...NOBODY,
      content: `<@${verified.id}>`,
      people: [verified.id],
    });
  });
});
