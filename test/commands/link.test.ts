import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { link } from '#commands/link.ts';
import { progress } from '#commands/progress.ts';
import { random } from '#commands/random.ts';
import type { Services } from '#commands/services.ts';
import { showProgress } from '#commands/show-progress.ts';
import { unlink } from '#commands/unlink.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { ulid } from '#test/announcements/tables/rows.ts';
import { clickOf, commandOf, typingOf } from '#test/discord/interactions/interactions.ts';
import { linkVerified } from '#test/people/people.ts';
import { MAX_ULID, OTHER_ULID, playerOf } from '#test/progress/scripted-site.ts';

import { startBot } from './run-command.ts';

const DAY = 24 * 60 * 60_000;

/** The commands behind the router, for several people. */
function start(trackedNamesIn: Services['trackedNamesIn'] = async () => []) {
  const bot = startBot(3);
  const { api, live, clock } = bot;
  const services = { ...bot.services, trackedNamesIn };
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const commands = [link, unlink, progress, showProgress, random];
  const router = createRouter({ commands, services, texts, api, live, clock, log });
  async function ask(interaction: APIInteraction): Promise<string> {
    const before = api.calls.length;
    await router(interaction);
    return JSON.stringify(api.calls.slice(before).map(({ body }) => body));
  }
  return {
    ...bot,
    ask,
    link: (userId: string, user = 'MaxMilyin') => ask(commandOf('link', { user }, by(userId))),
    unlink: (userId: string) => ask(commandOf('unlink', {}, by(userId))),
    progress: (userId: string, options = {}) => ask(commandOf('progress', options, by(userId))),
    press: (userId: string, said: string) => ask(clickOf(buttonIn(said), { userId, flags: 64 })),
  };
}

const by = (userId: string) => ({ member: { user: { id: userId, username: 'x' }, roles: [] } });

/** The menu of a member was opened, by somebody else. */
const on = (targetId: string) =>
  commandOf(
    'Show progress',
    {},
    {
      ...by('9'),
      data: { id: '6', name: 'Show progress', type: 2, target_id: targetId },
    },
  );

function buttonIn(said: string): string {
  return /"custom_id":"(?<id>k1:[^"]*)"/.exec(said)?.groups?.['id'] ?? '';
}

function labelled(said: string, label: string): string {
  const pattern = new RegExp(`"custom_id":"(?<id>[^"]*)","label":"${label}"`);
  return pattern.exec(said)?.groups?.['id'] ?? '';
}

function codeIn(said: string): string {
  return /CPL-[0-9A-Z]{8}/.exec(said)?.[0] ?? '';
}

describe('linking an account', () => {
  it('makes it the default for its owner alone, and shows a code only to them', async () => {
    const bot = start();
    expect(await bot.progress('1')).toContain('link your own account with </link:5>');
    const said = await bot.link('1');
    expect(said).toContain('"flags":64');
    expect(said).toContain('You’re linked to **MaxMilyin**');
    expect(codeIn(said)).toMatch(/^CPL-[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(await bot.progress('1')).toContain('"name":"MaxMilyin"');
    expect(await bot.ask(commandOf('random'))).toContain('"name":"MaxMilyin"');
    expect(await bot.progress('2')).toContain('I don’t know whose games to show');
    expect(await bot.progress('2', { user: '<@1>' })).toContain('<@1> hasn’t linked');
    expect(await bot.progress('1', { user: '<@1>' })).toContain('"name":"MaxMilyin"');
    expect(await bot.progress('1', { user: ' Me' })).toContain('"name":"MaxMilyin"');
    expect(await bot.progress('2', { user: 'me' })).toContain('I don’t know whose games to show');
  });

  it('is verified by the code anywhere in the motto, in any case', async () => {
    const bot = start();
    const said = await bot.link('1');
    bot.account.motto = 'Just for fun';
    expect(await bot.press('1', said)).toContain('which is “Just for fun”');
    bot.account.motto = '';
    expect(await bot.press('1', said)).toContain('has no motto yet');
    bot.account.motto = `fun ${codeIn(said).toLowerCase()}!`;
    const verified = await bot.press('1', said);
    expect(verified).toContain('and it’s verified');
    expect(verified).not.toContain('CPL-');
    expect(verified).toContain('"type":7');
    expect(await bot.progress('2', { user: ' <@!1> ' })).toContain('"name":"MaxMilyin"');
    // Again, after the motto has changed back.
    bot.account.motto = 'Just for fun';
    expect(await bot.link('1')).toContain('and it’s verified');
    expect(await bot.press('1', said)).toContain('and it’s verified');
  });

  it.each([
    ['without its beginning', (code: string) => code.slice(4)],
    ['with spaces', (code: string) => `x ${code.replace('-', ' ').slice(0, 8)} ${code.slice(8)} y`],
    ['with another hyphen', (code: string) => code.replace('-', '–').toLowerCase()],
    ['in full-width letters', (code: string) => code.replace('CPL-', 'ＣＰＬ－')],
  ])('is verified by the code %s', async (_, written) => {
    const bot = start();
    const said = await bot.link('1');
    bot.account.motto = written(codeIn(said));
    expect(await bot.press('1', said)).toContain('and it’s verified');
  });

  it('isn’t verified by part of the code, and quotes no more of a motto than fits', async () => {
    const bot = start();
    const said = await bot.link('1');
    bot.account.motto = `${codeIn(said).slice(0, -1)} ${'long '.repeat(500)}`;
    const missing = await bot.press('1', said);
    expect(missing).toContain('I can’t find the code');
    expect(missing.length).toBeLessThan(1_500);
  });

  it('asks the site at each check, and never uses a motto from memory', async () => {
    const bot = start();
    const said = await bot.link('1');
    await bot.press('1', said);
    await bot.press('1', said);
    expect(bot.site.requests.filter((request) => request.startsWith('profile'))).toHaveLength(3);
  });

  it('keeps its code until that expires, and then gets a new one', async () => {
    const bot = start();
    const said = await bot.link('1');
    expect(codeIn(await bot.link('1'))).toBe(codeIn(said));
    bot.account.motto = codeIn(said);
    bot.clock.set(bot.clock.now() + DAY);
    const expired = await bot.press('1', said);
    expect(expired).toContain('That code has expired');
    expect(codeIn(expired)).not.toBe(codeIn(said));
    expect(await bot.press('1', expired)).toContain('which is “CPL-');
    bot.account.motto = codeIn(expired);
    expect(await bot.press('1', expired)).toContain('and it’s verified');
  });

  it('has one verified owner: the newer proof wins, and the older link is a claim again', async () => {
    const bot = start();
    const first = await bot.link('1');
    bot.account.motto = codeIn(first);
    await bot.press('1', first);
    const second = await bot.link('2');
    expect(codeIn(second)).not.toBe(codeIn(first));
    // Someone else's code proves nothing.
    expect(await bot.press('2', second)).toContain('I can’t find the code');
    bot.account.motto = codeIn(second);
    expect(await bot.press('2', second)).toContain('and it’s verified');
    expect(await bot.progress('3', { user: '<@2>' })).toContain('"name":"MaxMilyin"');
    expect(await bot.progress('3', { user: '<@1>' })).toContain('hasn’t linked');
    expect(await bot.progress('1')).toContain('"name":"MaxMilyin"');
    expect(codeIn(await bot.link('1'))).not.toBe('');
  });

  it('belongs to one person and one account, whoever presses the button', async () => {
    const bot = start();
    bot.site.accounts.push({ name: 'NewLeaf', ulid: OTHER_ULID, games: [] });
    const said = await bot.link('1');
    bot.account.motto = codeIn(said);
    expect(await bot.press('2', said)).toContain('You’re not linked to this account');
    await bot.link('1', 'NewLeaf');
    expect(await bot.press('1', said)).toContain('You’re not linked to this account');
    expect(await bot.progress('2', { user: '<@1>' })).toContain('hasn’t linked');
  });

  it('follows a new name', async () => {
    const bot = start();
    const said = await bot.link('1');
    bot.account.name = 'MaxTwo';
    bot.account.motto = codeIn(said);
    expect(await bot.press('1', said)).toContain('**MaxTwo** is your account');
    expect(await bot.ask(typingOf('progress', 'user', ''))).toContain('MaxTwo');
  });

  it('finds an account by an old name, and says what it’s called now', async () => {
    const bot = start();
    await bot.progress('2', { user: 'MaxMilyin' });
    bot.account.name = 'MaxTwo';
    const said = await bot.link('1', 'MaxMilyin');
    expect(said).toContain('**MaxMilyin** is now called **MaxTwo**.');
    expect(said).toContain('You’re linked to **MaxTwo**');
  });

  it('finds it by the linked name, even after a restart', async () => {
    const bot = start();
    const people = await bot.services.people();
    await people.links.save({
      userId: '5',
      ulid: MAX_ULID,
      name: 'OldMax',
      linkedAt: 0,
      code: null,
    });
    expect(await bot.link('1', 'oldmax')).toContain('**oldmax** is now called **MaxMilyin**.');
    expect((await people.links.get('5'))?.name).toBe('MaxMilyin');
  });

  it('says which account is gone, even after a restart, and suggests no other command', async () => {
    const bot = start();
    await bot.link('1');
    const people = await bot.services.people();
    const { ulid: gone } = bot.account;
    bot.site.accounts.length = 0;
    const said = await bot.link('2');
    expect(said).toContain('gone from RetroAchievements: **MaxMilyin**');
    expect(said).toContain('enter its name instead');
    expect(said).not.toContain('progress');
    const restarted = start();
    restarted.site.accounts.length = 0;
    const { links } = await restarted.services.people();
    await links.save({ userId: '1', ulid: gone, name: 'MaxMilyin', linkedAt: 0, code: null });
    expect(await restarted.progress('1')).toContain('gone from RetroAchievements: **MaxMilyin**');
    expect((await people.links.get('1'))?.name).toBe('MaxMilyin');
  });

  it('never mistakes another account’s profile for its own', async () => {
    const bot = start();
    const said = await bot.link('1');
    bot.account.motto = codeIn(said);
    bot.site.userProfile = async () => ({ ...playerOf(bot.account), ulid: OTHER_ULID });
    expect(await bot.press('1', said)).toContain('didn’t send an ID for **MaxMilyin**');
    expect(await bot.progress('2', { user: '<@1>' })).toContain('hasn’t linked');
  });

  it('reads from the profile whether the site ranks the account', async () => {
    const bot = start();
    const people = await bot.services.people();
    await people.knownPlayers.add(MAX_ULID, 'MaxMilyin');
    await people.games.keep({
      ulid: MAX_ULID,
      name: 'MaxMilyin',
      isUnranked: true,
      games: [],
      isWhole: true,
      at: 1,
    });
    bot.site.userProfile = async () => ({ ...playerOf(bot.account), isUnranked: false });
    const said = await bot.link('1');
    bot.account.motto = codeIn(said);
    await bot.press('1', said);
    expect(await people.serverPlayers.in('9')).toMatchObject([{ isUnranked: false }]);
  });

  it.each([
    ['Nobody', 'no player called **Nobody**'],
    ['not a name!', 'isn’t a RetroAchievements username'],
  ])('refuses %s, and keeps the existing link', async (user, sentence) => {
    const bot = start();
    await bot.link('1');
    expect(await bot.link('1', user)).toContain(sentence);
    expect(await bot.progress('1')).toContain('"name":"MaxMilyin"');
  });
});

describe('unlinking', () => {
  it('forgets the account, and its code with it', async () => {
    const bot = start();
    expect(await bot.unlink('1')).toContain('You haven’t linked an account');
    const said = await bot.link('1');
    expect(await bot.unlink('1')).toContain('You’re no longer linked to **MaxMilyin**');
    bot.account.motto = codeIn(said);
    expect(await bot.press('1', said)).toContain('You’re not linked to this account');
    expect(await bot.progress('1')).toContain('I don’t know whose games to show');
  });
});

describe('a mention', () => {
  it.each(['<@1>', '<@!22> '])('(%s) isn’t an account to link', async (user) => {
    const bot = start();
    expect(await bot.link('1', user)).toContain(
      'Enter your RetroAchievements username, not a mention.',
    );
    expect(bot.site.requests).toEqual([]);
  });
});

describe('“me”', () => {
  it.each(['me', ' @Me '])('(%s) isn’t an account to link', async (user) => {
    const bot = start();
    expect(await bot.link('1', user)).toContain('Enter your RetroAchievements username. “me” only');
    expect(bot.site.requests).toEqual([]);
  });
});

/** Someone who has verified MaxMilyin asks for NewLeaf. */
async function startAsked() {
  const bot = start();
  bot.site.accounts.push({ name: 'NewLeaf', ulid: OTHER_ULID, games: [] });
  const said = await bot.link('1');
  bot.account.motto = codeIn(said);
  await bot.press('1', said);
  const ask = await bot.link('1', 'newleaf');
  const press = (label: string, userId = '1') =>
    bot.ask(clickOf(labelled(ask, label), { userId, flags: 64 }));
  return {
    ...bot,
    question: ask,
    pressLabel: press,
    owned: () => bot.progress('2', { user: '<@1>' }),
  };
}

describe('replacing a verified account', () => {
  it('asks first, and changes nothing until then', async () => {
    const bot = await startAsked();
    expect(bot.question).toContain(
      '**MaxMilyin** is your verified account. If you link **NewLeaf**',
    );
    expect(await bot.owned()).toContain('"name":"MaxMilyin"');
    expect(await bot.pressLabel('Keep MaxMilyin')).toContain('and it’s verified');
    expect(await bot.owned()).toContain('"name":"MaxMilyin"');
  });

  it('links the other one once they are sure', async () => {
    const bot = await startAsked();
    const linked = await bot.pressLabel('Link NewLeaf');
    expect(linked).toContain('You’re linked to **NewLeaf**');
    expect(codeIn(linked)).not.toBe('');
    expect(await bot.owned()).toContain('hasn’t linked');
    expect(await bot.progress('1')).toContain('**NewLeaf**');
  });

  it('names it by its current name if the other one has taken the old name', async () => {
    const bot = await startAsked();
    bot.account.name = 'MaxTwo';
    const [, other] = bot.site.accounts;
    if (other) other.name = 'MaxMilyin';
    const said = await bot.link('1', 'MaxMilyin');
    expect(said).toContain('**MaxTwo** is your verified account. If you link **MaxMilyin**');
    const people = await bot.services.people();
    expect((await people.links.get('1'))?.name).toBe('MaxTwo');
  });

  it('can’t be decided by anyone else', async () => {
    const bot = await startAsked();
    for (const label of ['Link NewLeaf', 'Keep MaxMilyin']) {
      expect(await bot.pressLabel(label, '2')).toContain('You’re not linked to this account');
    }
    expect(await bot.owned()).toContain('"name":"MaxMilyin"');
    expect(await bot.progress('2')).toContain('I don’t know whose games to show');
  });

  it('doesn’t ask if the name is unknown, or the account is theirs', async () => {
    const bot = await startAsked();
    expect(await bot.link('1', 'Nobody')).toContain('no player called **Nobody**');
    expect(await bot.link('1', 'MaxMilyin')).toContain('and it’s verified');
    await bot.unlink('1');
    expect(await bot.pressLabel('Keep MaxMilyin')).toContain('You’re not linked to this account');
  });
});

describe('a player who is never announced', () => {
  it('is told once the account is verified, and again when it’s unlinked', async () => {
    const bot = start();
    const people = await bot.services.people();
    await people.denials.add(MAX_ULID, 1);
    const said = await bot.link('1');
    expect(said).not.toContain('never announced');
    bot.account.motto = codeIn(said);
    await bot.clock.advance(1);
    expect(await bot.press('1', said)).toContain(
      '**MaxMilyin** won’t be announced. To change that, use </privacy:5>.',
    );
    expect(await bot.unlink('1')).toContain(
      'You’re no longer linked to **MaxMilyin**. **MaxMilyin** still won’t be announced. To change that, link and verify the account again, then use </privacy:5>.',
    );
  });

  it('isn’t revealed to anyone else', async () => {
    const bot = start();
    await (await bot.services.people()).denials.add(MAX_ULID, 1);
    await bot.link('1');
    expect(await bot.unlink('1')).not.toContain('never announced');
  });
});

describe('linking in a server without the bot', () => {
  it('doesn’t promise a leaderboard there', async () => {
    const bot = start();
    const installed = { ...by('1'), authorizing_integration_owners: { 1: '1' } };
    const said = await bot.ask(commandOf('link', { user: 'MaxMilyin' }, installed));
    expect(said).toContain('You’re linked to **MaxMilyin**');
    expect(said).not.toContain('leaderboard');
    const { members } = await bot.services.people();
    expect(await members.choiceOf('9', '1')).toBeNull();
    const there = { ...by('1'), authorizing_integration_owners: { 0: '9', 1: '1' } };
    expect(await bot.ask(commandOf('link', { user: 'MaxMilyin' }, there))).toContain('leaderboard');
  });
});

describe('suggestions', () => {
  it('continue with the players this server tracks, each once', async () => {
    const bot = start(async (guildId, typed, limit) =>
      limit === 25 && guildId === '9' ? ['MaxMilyin', 'MaxTwo'].filter(() => typed === 'max') : [],
    );
    await bot.link('1');
    const said = await bot.ask(typingOf('progress', 'user', 'Max'));
    expect([...said.matchAll(/"name":"(\w+)"/g)].map(([, name]) => name)).toEqual([
      'MaxMilyin',
      'MaxTwo',
    ]);
    expect(await bot.ask(typingOf('progress', 'user', 'm%n'))).toContain('"choices":[]');
  });

  it('continue with the members on this server’s leaderboard', async () => {
    const bot = start();
    const people = await bot.services.people();
    for (const number of [1, 2, 3, 4]) await linkVerified(people, String(100 + number), number);
    for (const number of [1, 3, 4]) await people.members.join('9', String(100 + number), 1);
    await people.members.join('8', '102', 1);
    await people.members.leave('9', '103');
    await people.denials.add(ulid(4), 1);
    await people.knownPlayers.add(ulid(5), 'Player5');
    await people.links.save({
      userId: '5',
      ulid: ulid(5),
      name: 'Player5',
      linkedAt: 0,
      code: null,
    });
    await people.members.join('9', '5', 1);
    const choices = [{ name: 'Player1', value: 'Player1' }];
    for (const typed of ['', 'p', '@PLAYER']) {
      expect(JSON.parse(await bot.ask(typingOf('progress', 'user', typed)))).toMatchObject([
        { data: { choices } },
      ]);
    }
    expect(await bot.ask(typingOf('progress', 'user', 'x'))).toContain('"choices":[]');
  });

  it('offer the caller’s own account for “me”', async () => {
    const bot = start();
    await bot.link('1');
    expect(await bot.ask(typingOf('progress', 'user', 'me'))).toContain('"value":"MaxMilyin"');
  });

  it('work without a database that hangs', async () => {
    const bot = start(() => Promise.withResolvers<never>().promise);
    await bot.link('1');
    const said = bot.ask(typingOf('progress', 'user', 'max'));
    await bot.clock.advance(2_000);
    expect(await said).toContain('MaxMilyin');
  });

  it('work without a database that fails', async () => {
    const bot = start(() => Promise.reject(new Error('The database is gone')));
    await bot.link('1');
    expect(await bot.ask(typingOf('progress', 'user', 'max'))).toContain('MaxMilyin');
  });

  it('begin with the caller’s own account, once', async () => {
    const bot = start();
    expect(await bot.ask(typingOf('progress', 'user', 'm'))).not.toContain('MaxMilyin');
    await bot.link('1');
    await bot.progress('1');
    const said = await bot.ask(typingOf('progress', 'user', 'max'));
    expect(said.split('"name":"MaxMilyin"')).toHaveLength(2);
    expect(await bot.ask(typingOf('progress', 'user', 'x'))).not.toContain('MaxMilyin');
  });
});

describe('“Show progress” in a member’s menu', () => {
  it('says that bots don’t have games', async () => {
    const bot = start();
    const users = { '7': { id: '7', username: 'x', bot: true } };
    const data = { id: '6', name: 'Show progress', type: 2, target_id: '7', resolved: { users } };
    const said = await bot.ask(commandOf('Show progress', {}, { ...by('9'), data }));
    expect(said).toContain('<@7> is a bot');
    expect(said).not.toContain('/link');
    expect(said).toContain('"flags":64');
  });

  it('shows a verified member’s library, to the caller alone', async () => {
    const bot = start();
    const said = await bot.link('1');
    expect(await bot.ask(on('1'))).toContain('<@1> hasn’t linked');
    bot.account.motto = codeIn(said);
    await bot.press('1', said);
    const shown = await bot.ask(on('1'));
    expect(shown).toContain('"name":"MaxMilyin"');
    expect(shown).toContain('"flags":64');
    expect(await bot.ask(on('2'))).toContain('<@2> hasn’t linked');
  });
});
