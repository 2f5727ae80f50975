import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import { Manager } from './manager.ts';
import { useStage } from './stage.ts';
import { textOf } from './text-of.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.3' } });
let max: SitePlayer;
let amy: SitePlayer;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  max = stage().addPlayer('MaxMilyin', 620);
  amy = stage().addPlayer('Amy', 40);
  alice = stage().person('alice');
  bob = stage().person('bob');
  await new Manager(stage(), 'manager').announce(stage().discord.generalChannel, [max]);
});

const hardcore = ({ games }: SitePlayer) =>
  games.filter(({ HighestAwardKind: kind }) => kind === 'mastered' || kind === 'beaten-hardcore');

const lineOf = (place: number, player: SitePlayer) =>
  `**${place}.** [${player.name}](https://retroachievements.org/user/${player.name}) · ${hardcore(player).length} games`;

async function board(person: Person, options = {}): Promise<DiscordMessage> {
  return (await person.command('leaderboard', options)).answer();
}

/** Asks until the bot has loaded what it wants to load: each look is a round trip. */
async function boardWith(person: Person, line: string): Promise<DiscordMessage> {
  for (;;) {
    const message = await board(person);
    if (textOf(message).includes(line)) return message;
  }
}

describe('/leaderboard', () => {
  test('has a tracked player whose library nobody opened, without any request', async () => {
    const message = await boardWith(alice, lineOf(1, max));
    expect(textOf(message)).toContain('link your account with');
    expect(stage().libraryRequests(max)).toBeGreaterThan(0);
    const before = stage().libraryRequests(max) + stage().libraryRequests(amy);
    await board(bob, { period: 'month', kind: 'mastered', casual: true, private: true });
    expect(stage().libraryRequests(max) + stage().libraryRequests(amy)).toBe(before);
  });

  test('gains a member who links in the server, once the account is verified', async () => {
    const shown = await alice.command('link', { user: 'Amy' });
    const said = await shown.answer();
    expect(said.content).toContain('on this server’s leaderboard');
    expect(textOf(await board(bob))).not.toContain('Amy');
    amy.motto = /CPL-\w{8}/.exec(said.content)?.[0] ?? '';
    const verified = await (
      await alice.click(said, 'Check')
    ).until(({ content }) => content.includes('verified'));
    expect(verified.content).toContain('You’re on this server’s leaderboard');
    const message = await boardWith(bob, lineOf(2, amy));
    expect(textOf(message)).toContain(lineOf(1, max));
    expect(textOf(await board(alice))).toContain(
      `Your place: **2**, with ${hardcore(amy).length} games`,
    );
  });

  test('counts a newly mastered game after the next /progress, even after a restart', async () => {
    const now = new Date().toISOString().replace(/\.\d+Z/, '+00:00');
    const unfinished = amy.games.find(({ HighestAwardKind: kind }) => kind === null);
    if (!unfinished) throw new Error('Amy has an award in each game');
    amy.put({ ...unfinished, HighestAwardKind: 'mastered', HighestAwardDate: now });
    await stage().bot.kill();
    await stage().startBot({ CACHE_TTL_SECONDS: '0' });
    await (await alice.command('progress', { user: 'Amy' })).answer();
    await boardWith(bob, lineOf(2, amy));
    expect(textOf(await board(alice))).toContain(
      `Your place: **2**, with ${hardcore(amy).length} games`,
    );
  });

  test('goes with /game, which says who has a game, and how far along they are', async () => {
    const theirs = max.games.find(({ Title }) => /^[A-Z][a-z]+ [A-Z][a-z]+/.test(Title));
    if (!theirs) throw new Error('MaxMilyin has no plain title');
    const { GameID: id, NumAwarded: awarded, MaxPossible: possible } = theirs;
    const before = stage().libraryRequests(max);
    const choices = await bob.autocomplete('game', { title: theirs.Title }, 'title');
    expect(choices.map(({ value }) => value)).toContain(`game/${id}`);
    const shown = await (await bob.command('game', { title: `game/${id}` })).answer();
    const text = textOf(shown);
    expect(text).toContain(`(https://retroachievements.org/game/${id})`);
    expect(text).toContain('[MaxMilyin](https://retroachievements.org/user/MaxMilyin)');
    expect(text).toContain(` ${awarded}/${possible}`);
    expect(stage().libraryRequests(max)).toBe(before);
    const dm = await bob.command('game', { title: 'x' }, { where: 'dm', anyway: true });
    expect((await dm.answer()).content).toContain('in a server');
  });

  test('is left and joined by whoever presses, without touching the message', async () => {
    const message = await board(bob);
    const before = textOf(message);
    const left = await alice.click(message, 'Leave');
    expect(left.ephemeral).toBe(true);
    expect(textOf(await left.answer())).not.toContain('[Amy]');
    expect(textOf(await board(bob))).not.toContain('[Amy]');
    const refused = await (await bob.click(message, 'Join')).answer();
    expect(textOf(refused)).toContain('You need a verified account');
    const joined = await (await alice.click(message, 'Join')).answer();
    expect(textOf(joined)).toContain(lineOf(2, amy));
    expect(textOf(message)).toBe(before);
  });

  test('replies in a direct message with a sentence', async () => {
    const shown = await bob.command('leaderboard', {}, { where: 'dm', anyway: true });
    expect((await shown.answer()).content).toContain('only work in servers');
  });

  test('never shows someone who chose never to be announced', async () => {
    const message = await (await alice.command('privacy')).answer();
    await (
      await alice.click(message, 'Never announce me')
    ).until(({ content }) => content.includes('won’t be announced'));
    const text = textOf(await board(alice));
    expect(text).not.toContain('[Amy]');
    expect(text).toContain('**Never announce me**');
  });
});
