import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { game } from '#commands/game.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import type { KnownGame } from '#src/people/tables/known-games.ts';
import { ulid } from '#test/announcements/tables/rows.ts';
import { clickOf, commandOf, modalOf, typingOf } from '#test/discord/interactions/interactions.ts';
import { game as gameOf, linkVerified, seen } from '#test/people/people.ts';

import { startBot } from './run-command.ts';

const by = (userId: string) => ({ member: { user: { id: userId, username: 'x' }, roles: [] } });
const MINUTE = 60_000;

/** The command behind the router, in server 9. */
function start() {
  const bot = startBot(3);
  const { api, live, clock, services } = bot;
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const router = createRouter({ commands: [game], services, texts, api, live, clock, log });
  async function ask(interaction: APIInteraction): Promise<string> {
    const before = api.calls.length;
    await router(interaction);
    return JSON.stringify(api.calls.slice(before).map(({ body }) => body));
  }
  return {
    ...bot,
    ask,
    show: (title: string, userId = '1', options = {}) =>
      ask(commandOf('game', { title, ...options }, by(userId))),
    async choices(typed: string) {
      const said = await ask(typingOf('game', 'title', typed));
      return [...said.matchAll(/"name":"([^"]*)","value":"([^"]*)"/g)].map(
        ([, name, value]) => `${name} = ${value}`,
      );
    },
    press: (said: string, emoji: string, userId = '1', more = {}) =>
      ask(clickOf(buttonIn(said, emoji), { userId, ...more })),
    /** Player `number` is user 100 + `number` of the server, and has these games. */
    async join(number: number, games: readonly KnownGame[]) {
      const people = await services.people();
      const userId = String(100 + number);
      await linkVerified(people, userId, number);
      await people.members.join('9', userId, 1);
      await people.games.keep(seen(number, games));
      return userId;
    },
  };
}

function buttonIn(said: string, emoji: string): string {
  const pattern = new RegExp(`"custom_id":"(?<id>g1:[^"]*)"[^}]*"name":"${emoji}"`, 'u');
  return pattern.exec(said)?.groups?.['id'] ?? '';
}

function playersIn(said: string): readonly string[] {
  return [...said.matchAll(/(\S+) \*\*\[(\w+)\]\([^)]*\/user\//g)].map(
    ([, mark, name]) => `${mark?.replace(/.*\\n/, '')} ${name}`,
  );
}

const SONIC = { gameId: 1, title: 'Sonic the Hedgehog' };
const SONIC_ON_MASTER_SYSTEM = { gameId: 2, title: 'Sonic the Hedgehog', systemId: 11 };
const SEVEN = { gameId: 7, title: '~Hack~ Final Fantasy VII | FF7', systemId: 12 };

describe('/game', () => {
  it('shows who has it and how far along they are, highest awards first, without any request', async () => {
    const bot = start();
    await bot.join(1, [
      gameOf({ ...SONIC, awarded: 3, awardedHardcore: 1, award: null, awardedAt: null }),
    ]);
    await bot.join(2, [gameOf({ ...SONIC, awardedAt: 9_000 })]);
    await bot.join(3, [gameOf({ ...SONIC, awardedAt: 8_000 })]);
    await bot.join(4, [gameOf({ ...SONIC, award: 'completed', awardedHardcore: 0 })]);
    await bot.join(5, [gameOf(SEVEN)]);
    const said = await bot.show('sonic');
    expect(playersIn(said)).toEqual(['🏆 Player3', '🏆 Player2', '🏅 Player4', '▫️ Player1']);
    expect(said).toContain('**[Sonic the Hedgehog](https://retroachievements.org/game/1)**');
    expect(said).toContain('MD · 4 players here have it');
    expect(said).toContain('▰▰▰▰▰▰▰▰▰▰ 100% 10/10 · <t:8:R>');
    expect(said).toContain('▰▰▰▱▱▱▱▱▱▱ 30% 3/10 ca · <t:0:R>');
    expect(said).not.toContain('"flags":64');
    expect(await bot.show('sonic', '1', { private: true })).toContain('"flags":64');
    expect(bot.site.requests).toEqual([]);
  });

  it('marks the caller’s own place, and says where it is on another page', async () => {
    const bot = start();
    for (let number = 1; number <= 12; number += 1) {
      await bot.join(number, [gameOf({ ...SONIC, awardedAt: number })]);
    }
    await bot.join(13, [gameOf(SEVEN)]);
    expect(await bot.show('sonic', '102')).toContain('/user/Player2)** ← you');
    const said = await bot.show('sonic', '111');
    expect(said).not.toContain('← you');
    expect(said).toContain('Your place: **11**');
    expect(await bot.press(said, '▶️', '111')).toContain('/user/Player11)** ← you');
    expect(await bot.show('sonic', '113')).toContain('You don’t have this game yet');
    expect(await bot.show('sonic', '1')).not.toMatch(/You don’t|Your place|← you/);
  });

  it('doesn’t mark the place of an account that the caller only claims', async () => {
    const bot = start();
    await bot.join(1, [gameOf(SONIC)]);
    const people = await bot.services.people();
    await people.links.save({ userId: '4', ulid: ulid(1), name: 'x', linkedAt: 0, code: null });
    const said = await bot.show('sonic', '4');
    expect(said).not.toContain('← you');
    expect(said).toContain('To see your own place, verify your account with </link:5>.');
  });

  it('turns its pages, in a copy for anyone else, and only in its server', async () => {
    const bot = start();
    for (let number = 1; number <= 25; number += 1) {
      await bot.join(number, [gameOf({ ...SONIC, awardedAt: number })]);
    }
    const said = await bot.show('sonic');
    expect(playersIn(said)).toHaveLength(10);
    expect(said).toContain('Players 1–10 of 25 · Page 1 of 3');
    const last = await bot.press(said, '⏭️');
    expect(last).toContain('"type":7');
    expect(playersIn(last)).toHaveLength(5);
    const copy = await bot.press(said, '▶️', '2');
    expect(copy).toContain('"type":4');
    expect(copy).toContain('"flags":64');
    expect(playersIn(copy)[0]).toBe('🏆 Player11');
    const jump = /"custom_id":"(g1:[^"]*)"[^}]*"label":"1\/3"/.exec(said)?.[1] ?? '';
    expect(await bot.ask(clickOf(jump))).toContain('Jump to page');
    expect(playersIn(await bot.ask(modalOf(jump, { page: 'last' })))).toHaveLength(5);
    expect(await bot.press(said, '▶️', '1', { said: { guild_id: '8' } })).toContain(
      'belongs to another server',
    );
    const direct = { guild_id: undefined, member: undefined, user: { id: '1', username: 'x' } };
    expect(await bot.ask(commandOf('game', { title: 'x' }, direct))).toContain(
      'Use this command in a server channel',
    );
  });

  it('suggests the server’s games as someone types, most players first', async () => {
    const bot = start();
    expect(await bot.choices('')).toEqual([]);
    await bot.join(1, [gameOf(SONIC), gameOf(SEVEN)]);
    await bot.join(2, [gameOf(SEVEN)]);
    bot.clock.set(bot.clock.now() + MINUTE);
    expect(await bot.choices('')).toEqual([
      '~Hack~ Final Fantasy VII | FF7 (PS1) = game/7',
      'Sonic the Hedgehog (MD) = game/1',
    ]);
    expect(await bot.choices('final fantasy 7')).toEqual([
      '~Hack~ Final Fantasy VII | FF7 (PS1) = game/7',
    ]);
    expect(await bot.choices('zelda')).toEqual([]);
    expect(playersIn(await bot.show('game/7'))).toHaveLength(2);
    expect(playersIn(await bot.show('https://retroachievements.org/game/7'))).toHaveLength(2);
  });

  it.each([
    ['s', ['game/3', 'game/1', 'game/2']],
    ['su', ['game/3']],
    ['super m', ['game/3']],
    ['super mario wor', ['game/3']],
    ['supermar', ['game/3']],
    ['h', ['game/7', 'game/1', 'game/2']],
    ['le', []],
  ])('suggests games from the first letter: %j', async (typed, ids) => {
    const bot = start();
    const world = gameOf({ gameId: 3, title: 'Super Mario World' });
    await bot.join(1, [gameOf(SONIC), world, gameOf(SEVEN)]);
    await bot.join(2, [gameOf(SONIC_ON_MASTER_SYSTEM), world, gameOf(SEVEN)]);
    const choices = await bot.choices(typed);
    expect(choices.map((choice) => choice.replace(/.* = /, ''))).toEqual(ids);
  });

  it('suggests games with a number before those whose number only begins with it', async () => {
    const bot = start();
    const six = gameOf({ gameId: 16, title: 'Mega Man 16' });
    await bot.join(1, [gameOf({ gameId: 11, title: 'Mega Man 1' }), six]);
    await bot.join(2, [six]);
    const [first, second] = await bot.choices('mega man 1');
    expect([first, second]).toEqual(['Mega Man 1 (MD) = game/11', 'Mega Man 16 (MD) = game/16']);
  });

  it.each([
    ['Sonic the Hedgehog (SMS)', '/game/2)'],
    ['sonic the hedgehog (master system)', '/game/2)'],
    ['Sonic the Hedgehog (MD) ', '/game/1)'],
    ['Sonic Mystery (Test 9)', '/game/3)'],
    ['Sonic (Japan)', '/game/4)'],
    ['Sonic (Japan) (SMS)', '/game/4)'],
    ['Sonic the Hedgehog (PS1)', 'Nobody here has a game'],
  ])('knows the label that it suggests: %s', async (typed, said) => {
    const bot = start();
    await bot.join(1, [
      gameOf(SONIC),
      gameOf(SONIC_ON_MASTER_SYSTEM),
      gameOf({ gameId: 3, title: 'Sonic Mystery', systemId: 9_999, systemName: 'Test 9' }),
      gameOf({ gameId: 4, title: 'Sonic (Japan)', systemId: 11 }),
      gameOf(SEVEN),
    ]);
    expect(await bot.show(typed)).toContain(said);
  });

  it('suggests a game if its label is typed', async () => {
    const bot = start();
    await bot.join(1, [gameOf(SONIC), gameOf(SONIC_ON_MASTER_SYSTEM)]);
    expect(await bot.choices('Sonic the Hedgehog (SMS)')).toEqual([
      'Sonic the Hedgehog (SMS) = game/2',
    ]);
  });

  it('keeps choices as short as Discord requires', async () => {
    const bot = start();
    await bot.join(1, [gameOf({ ...SONIC, title: '👾'.repeat(200), systemId: 9_999 })]);
    const [choice = ''] = await bot.choices('');
    expect(choice.replace(/ = game.*/, '').length).toBeLessThanOrEqual(100);
  });

  it.each([
    ['final fantasy 7', '~Hack~'],
    ['FF7', '~Hack~'],
    ['Final Fantasy', 'VII'],
  ])('knows %s by its title alone', async (typed) => {
    const bot = start();
    await bot.join(1, [gameOf(SEVEN), gameOf(SONIC)]);
    expect(await bot.show(typed)).toContain('/game/7');
  });

  it('prefers the game with exactly this title', async () => {
    const bot = start();
    const two = { ...SONIC, gameId: 3, title: 'Sonic the Hedgehog 2' };
    await bot.join(1, [gameOf(two), gameOf(SONIC)]);
    await bot.join(2, [gameOf(two)]);
    expect(await bot.show('sonic the hedgehog')).toContain('/game/1)');
    expect((await bot.choices('sonic the hedgehog'))[0]).toContain('game/1');
  });

  it('takes a plain title as the game itself, not its subsets', async () => {
    const bot = start();
    const subset = gameOf({ gameId: 2, title: 'Sonic the Hedgehog [Subset - Bonus]' });
    await bot.join(1, [gameOf(), subset]);
    expect(await bot.show('sonic the hedgehog')).toContain('/game/1)');
    expect(await bot.show('sonic the hedgehog subset bonus')).toContain('/game/2)');
  });

  it('asks which one is meant if several could be', async () => {
    const bot = start();
    await bot.join(1, [gameOf(SONIC), gameOf(SONIC_ON_MASTER_SYSTEM)]);
    const said = await bot.show('sonic the hedgehog');
    expect(said).toContain('could be Sonic the Hedgehog (MD) and Sonic the Hedgehog (SMS)');
    expect(said).toContain('"flags":64');
    const two = { ...SONIC, gameId: 3, title: 'Sonic the Hedgehog 2' };
    await bot.join(2, [gameOf(SEVEN), gameOf(two)]);
    bot.clock.set(bot.clock.now() + MINUTE);
    expect(await bot.show('Sonic the Hedgehog 2')).toContain('/game/3');
    const many = Array.from({ length: 11 }, (_, index) =>
      gameOf({ gameId: 20 + index, title: `Mega Man ${index}0` }),
    );
    await bot.join(3, many);
    bot.clock.set(bot.clock.now() + MINUTE);
    expect(await bot.show('mega man')).toContain('could be many games');
  });

  it('says if nobody has it, or if there are no players', async () => {
    const bot = start();
    expect(await bot.show('sonic')).toContain('Nobody is on this server’s leaderboard yet');
    await bot.join(1, [gameOf(SEVEN)]);
    expect(await bot.show('sonic')).toContain('Nobody here has a game called “sonic”');
    expect(await bot.show('game/1')).toContain('Nobody here has this game');
    expect(await bot.show('game/99999999999')).toContain('Nobody here has');
  });

  it('never names players who left or don’t want to be shown', async () => {
    const bot = start();
    for (const number of [1, 2, 3]) await bot.join(number, [gameOf(SONIC)]);
    const people = await bot.services.people();
    await people.members.leave('9', '102');
    await people.denials.add(ulid(3), 1);
    expect(playersIn(await bot.show('sonic'))).toEqual(['🏆 Player1']);
  });

  it('tells them that they aren’t shown, not that they don’t have it', async () => {
    const bot = start();
    for (const number of [1, 2, 3]) await bot.join(number, [gameOf(SONIC)]);
    const people = await bot.services.people();
    await people.members.leave('9', '102');
    await people.denials.add(ulid(3), 1);
    const said = [await bot.show('sonic', '102'), await bot.show('sonic', '103')];
    expect(said[0]).toContain('You’re not shown in this server. To change that, press **Join**');
    expect(said[1]).toContain('You can change that with </privacy:5>');
    for (const one of said) expect(one).not.toContain('You don’t have this game');
  });

  it('doesn’t say who has it before it knows', async () => {
    const bot = start();
    await bot.join(1, [gameOf(SONIC)]);
    const people = await bot.services.people();
    await linkVerified(people, '102', 2);
    await people.members.join('9', '102', 1);
    const said = await bot.show('sonic', '102');
    expect(said).toContain('still loading');
    expect(said).not.toContain('You don’t have this game');
  });
});
