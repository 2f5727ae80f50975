import { DatabaseSync } from 'node:sqlite';

import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';

import { Manager } from './manager.ts';
import { useStage } from './stage.ts';
import { textOf } from './text-of.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.3' } });
let amy: SitePlayer;
let max: SitePlayer;
let alice: Person;
let bob: Person;
let carol: Person;

beforeAll(async () => {
  amy = stage().addPlayer('Amy', 40);
  max = stage().addPlayer('MaxMilyin', 60);
  [alice, bob, carol] = [stage().person('alice'), stage().person('bob'), stage().person('carol')];
  await new Manager(stage(), 'manager').announce(stage().discord.generalChannel, [amy, max]);
});

const codeIn = ({ content }: DiscordMessage) => /CPL-\w{8}/.exec(content)?.[0] ?? '';

async function use(person: Person, name: string, options: OptionValues = {}) {
  return (await person.command(name, options)).answer();
}

/** Presses *Check*. @returns the message once it says so */
async function check(person: Person, message: DiscordMessage, text: string) {
  const shown = await person.click(message, 'Check');
  return shown.until(({ content }) => content.includes(text));
}

/** What *Show progress* in a member's menu shows. */
async function showProgress(person: Person, of: Person): Promise<DiscordMessage> {
  return (await person.menuCommand('Show progress', of.user)).answer();
}

/** Amy beats a game. @returns what is posted of it */
async function postOfAmy(): Promise<string> {
  const { discord, site } = stage();
  const game = amy.games.find(({ HighestAwardKind: kind }) => kind === null);
  if (!game) throw new Error('Amy has beaten everything');
  site.award('Amy', game.GameID, 'beaten-hardcore');
  const url = `https://retroachievements.org/game/${game.GameID}`;
  const post = await discord.waitFor(() =>
    discord
      .messagesIn(discord.generalChannel)
      .find(({ embeds }) => embeds.some((embed) => embed.url === url)),
  );
  return JSON.stringify(post);
}

describe('an account', () => {
  let alices: DiscordMessage;

  test('is shown to its owner alone until it is verified', async () => {
    alices = await use(alice, 'link', { user: 'Amy' });
    expect(codeIn(alices)).not.toBe('');
    expect(textOf(await use(alice, 'progress'))).toContain('Amy');
    for (const user of [`<@${alice.id}>`, `<@!${alice.id}>`]) {
      expect(textOf(await use(bob, 'progress', { user }))).toContain('hasn’t linked');
    }
    expect(textOf(await showProgress(bob, alice))).toContain('hasn’t linked');
    expect(textOf(await showProgress(bob, carol))).toContain('hasn’t linked');
    expect(await postOfAmy()).not.toContain(alice.id);
  });

  test('isn’t verified without the code, with someone else’s, or with an expired one', async () => {
    expect((await check(alice, alices, 'has no motto yet')).content).toContain(codeIn(alices));
    amy.motto = 'Just for fun';
    await check(alice, alices, 'which is “Just for fun”');
    const bobs = await use(bob, 'link', { user: 'Amy' });
    expect(codeIn(bobs)).not.toBe(codeIn(alices));
    amy.motto = codeIn(bobs);
    await check(alice, alices, `which is “${codeIn(bobs)}”`);
    const file = sqliteFileOf(stage().databaseUrl);
    const before = codeIn(alices);
    {
      using database = new DatabaseSync(file ?? '', { timeout: 5_000 });
      database.exec(`update links set code_expires_at = 1 where user_id = '${alice.id}'`);
    }
    amy.motto = before;
    alices = await check(alice, alices, 'That code has expired');
    expect(codeIn(alices)).not.toBe(before);
    expect(textOf(await use(carol, 'progress', { user: `<@${alice.id}>` }))).toContain(
      'hasn’t linked',
    );
  });

  test('once verified is found by mention and in its owner’s menu, and is mentioned in posts', async () => {
    amy.motto = `fun ${codeIn(alices)}`;
    await check(alice, alices, 'Amy** is your account');
    const shown = await use(bob, 'progress', { user: `<@${alice.id}>`, private: true });
    expect(textOf(shown)).toContain('Amy');
    const menu = await bob.menuCommand('Show progress', alice.user);
    expect(menu.ephemeral).toBe(true);
    expect(textOf(await menu.answer())).toContain('Amy');
    expect(await postOfAmy()).toContain(`<@${alice.id}>`);
  });

  test('belongs to whoever proved it last, and posts mention them', async () => {
    const bobs = await use(bob, 'link', { user: 'Amy' });
    amy.motto = codeIn(bobs);
    await check(bob, bobs, 'Amy** is your account');
    expect(textOf(await use(carol, 'progress', { user: `<@${alice.id}>` }))).toContain(
      'hasn’t linked',
    );
    expect(textOf(await showProgress(carol, alice))).toContain('hasn’t linked');
    expect(textOf(await showProgress(carol, bob))).toContain('Amy');
    const post = await postOfAmy();
    expect(post).toContain(`<@${bob.id}>`);
    expect(post).not.toContain(alice.id);
    // The claim that is left can be proved again.
    expect(codeIn(await use(alice, 'link', { user: 'Amy' }))).not.toBe('');
  });

  test('is only replaced by another one if its owner is sure', async () => {
    const asked = await use(bob, 'link', { user: 'MaxMilyin' });
    expect(asked.content).toContain('**Amy** is your verified account');
    expect(textOf(await showProgress(carol, bob))).toContain('Amy');
    const kept = await bob.click(asked, 'Keep Amy');
    await kept.until(({ content }) => content.includes('Amy** is your account'));
    const again = await use(bob, 'link', { user: 'MaxMilyin' });
    const linked = await bob.click(again, 'Link MaxMilyin');
    await linked.until(({ content }) => content.includes('You’re linked to **MaxMilyin**'));
    expect(textOf(await showProgress(carol, bob))).toContain('hasn’t linked');
    expect(await postOfAmy()).not.toContain(bob.id);
  });

  test('belongs to nobody after /unlink', async () => {
    expect((await use(bob, 'unlink')).content).toContain('no longer linked to **MaxMilyin**');
    expect((await use(bob, 'unlink')).content).toContain('You haven’t linked an account');
    expect(textOf(await use(bob, 'progress'))).toContain('I don’t know whose games to show');
    expect(textOf(await showProgress(bob, bob))).toContain('I don’t know whose games to show');
  });

  test.each(['me', ' @ME '])('isn’t linked as “%s”', async (user) => {
    expect((await use(carol, 'link', { user })).content).toContain('“me” only works in other');
  });
});
