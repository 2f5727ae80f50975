import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { leaderboard } from '#commands/leaderboard.ts';
import { link } from '#commands/link.ts';
import { unlink } from '#commands/unlink.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { ulid } from '#test/announcements/tables/rows.ts';
import { clickOf, commandOf, modalOf } from '#test/discord/interactions/interactions.ts';
import { game, linkVerified, seen } from '#test/people/people.ts';

import { startBot } from './run-command.ts';

const by = (userId: string) => ({ member: { user: { id: userId, username: 'x' }, roles: [] } });

/** The commands behind the router, in server 9. */
function start() {
  const bot = startBot(3);
  const { api, live, clock, services } = bot;
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const commands = [leaderboard, link, unlink];
  const router = createRouter({ commands, services, texts, api, live, clock, log });
  async function ask(interaction: APIInteraction): Promise<string> {
    const before = api.calls.length;
    await router(interaction);
    return JSON.stringify(api.calls.slice(before).map(({ body }) => body));
  }
  return {
    ...bot,
    ask,
    show: (options = {}, userId = '1') => ask(commandOf('leaderboard', options, by(userId))),
    press: (said: string, wanted: string, userId = '1', more = {}) =>
      ask(clickOf(buttonIn(said, wanted), { userId, ...more })),
    /** Player `number` with so many games is user 100 + `number`, who has joined. */
    async join(number: number, count: number, awardedAt = clock.now()) {
      const people = await services.people();
      const userId = String(100 + number);
      await linkVerified(people, userId, number);
      await people.members.join('9', userId, 1);
      const games = Array.from({ length: count }, (_, index) =>
        game({ gameId: index + 1, awardedAt }),
      );
      await people.games.keep(seen(number, games));
      return userId;
    },
    async crowd(size: number) {
      for (let number = 1; number <= size; number += 1) await this.join(number, size - number + 1);
    },
  };
}

/** The custom_id of a button, by its label or emoji. */
function buttonIn(said: string, wanted: string): string {
  const pattern = new RegExp(
    `"custom_id":"(?<id>b1:[^"]*)"[^}]*(?:"label":"${wanted}"|"emoji":\\{"name":"${wanted}")`,
    'u',
  );
  return pattern.exec(said)?.groups?.['id'] ?? '';
}

/** `1. Player3 · 3 games`, …, as they are shown. */
function placesIn(said: string): readonly string[] {
  return [...said.matchAll(/\*\*(\d+)\.\*\* \[(\w+)\]\([^)]*\) · (\d+) games?/g)].map(
    ([, place, name, count]) => `${place} ${name} ${count}`,
  );
}

describe('/leaderboard', () => {
  it('ranks the server’s players, for everyone or for the caller alone, without any request', async () => {
    const bot = start();
    await bot.join(1, 1);
    await bot.join(2, 3);
    await bot.join(3, 3);
    const said = await bot.show();
    expect(placesIn(said)).toEqual(['1 Player2 3', '1 Player3 3', '3 Player1 1']);
    expect(said).toContain('All time · All awards · Hardcore');
    expect(said).not.toContain('"flags":64');
    expect(await bot.show({ private: true })).toContain('"flags":64');
    expect(bot.site.requests).toEqual([]);
  });

  it('accepts a period, a kind, and casual awards, which its buttons remember', async () => {
    const bot = start();
    await bot.join(1, 2, 0);
    await bot.join(2, 1);
    const people = await bot.services.people();
    const casual = Array.from({ length: 3 }, (_, index) =>
      game({ gameId: index + 1, award: 'completed', awardedAt: bot.clock.now() }),
    );
    await people.games.keep(seen(2, casual, { at: 2 }));
    expect(placesIn(await bot.show())).toEqual(['1 Player1 2']);
    expect(placesIn(await bot.show({ period: 'week' }))).toEqual([]);
    expect(await bot.show({ period: 'week' })).toContain('in this period yet');
    const said = await bot.show({ period: 'month', kind: 'mastered', casual: true });
    expect(placesIn(said)).toEqual(['1 Player2 3']);
    expect(said).toContain('· Mastered · Hardcore and casual');
    expect(placesIn(await bot.press(said, 'Leave', '101'))).toEqual(['1 Player2 3']);
  });

  it('says what the caller’s place is, or how to get one', async () => {
    const bot = start();
    await bot.join(1, 3);
    await bot.join(2, 2);
    await bot.join(3, 0);
    expect(await bot.show({}, '102')).toContain('Your place: **2**, with 2 games');
    expect(await bot.show({}, '103')).toContain('You have no games that count here yet');
    expect(await bot.show({}, '1')).toContain('link your account with </link:5>');
    const people = await bot.services.people();
    await people.links.save({
      userId: '4',
      ulid: ulid(4),
      name: 'Player4',
      linkedAt: 0,
      code: null,
    });
    expect(await bot.show({}, '4')).toContain('verify your account with </link:5>');
    await people.links.verify('4', ulid(4), 1);
    expect(await bot.show({}, '4')).toContain('press **Join**');
    await people.denials.add(ulid(4), 1);
    expect(await bot.show({}, '4')).toContain('**Never announce me**');
    await people.games.keep(seen(2, [game()], { isUnranked: true, at: 9 }));
    expect(await bot.show({}, '102')).toContain('leaves your account out of its rankings');
  });

  it('doesn’t tell anyone the place of an account they only claim', async () => {
    const bot = start();
    await bot.join(1, 3);
    const people = await bot.services.people();
    await people.links.save({ userId: '4', ulid: ulid(1), name: 'x', linkedAt: 0, code: null });
    const said = await bot.show({}, '4');
    expect(said).not.toContain('Your place');
    expect(said).toContain('verify your account with </link:5>');
  });

  it('says if nobody is on it, and who is still loading', async () => {
    const bot = start();
    const empty = await bot.show();
    expect(empty).toContain('Nobody is on this server’s leaderboard yet');
    expect(empty.split('link:5')).toHaveLength(2);
    const people = await bot.services.people();
    await linkVerified(people, '5', 5);
    await people.members.join('9', '5', 1);
    expect(await bot.show()).toContain('1 player’s games are still loading');
  });

  it.each([{}, { period: 'week' }])('says once that nothing counts (%o)', async (options) => {
    const bot = start();
    await bot.join(1, 0);
    const said = await bot.show(options, '101');
    expect(said).toContain('Nobody here has a game that counts');
    expect(said).not.toContain('You have no games');
  });

  it('turns its pages, in a copy for anyone else', async () => {
    const bot = start();
    await bot.crowd(45);
    const first = await bot.show();
    expect(placesIn(first)).toHaveLength(20);
    expect(first).toContain('Players 1–20 of 45 · Page 1 of 3');
    const second = await bot.press(first, '▶️');
    expect(second).toContain('"type":7');
    expect(placesIn(second)[0]).toBe('21 Player21 25');
    expect(placesIn(await bot.press(second, '⏭️'))).toHaveLength(5);
    const copy = await bot.press(first, '▶️', '2');
    expect(copy).toContain('"type":4');
    expect(copy).toContain('"flags":64');
    expect(placesIn(copy)[0]).toBe('21 Player21 25');
    // That copy is theirs.
    expect(await bot.press(copy, '▶️', '2')).toContain('"type":7');
    const jump = buttonIn(first, '1/3');
    expect(await bot.ask(clickOf(jump))).toContain('Jump to page');
    expect(placesIn(await bot.ask(modalOf(jump, { page: '3' })))[0]).toBe('41 Player41 5');
    for (const said of [first, second]) {
      for (const [id] of said.matchAll(/b1:[^"]*/g)) expect(id.length).toBeLessThanOrEqual(100);
    }
  });

  it('only works in its own server', async () => {
    const bot = start();
    await bot.join(1, 1);
    const said = await bot.show();
    const direct = { guild_id: undefined, member: undefined, user: { id: '1', username: 'x' } };
    expect(await bot.ask(commandOf('leaderboard', {}, direct))).toContain('only work in servers');
    for (const label of ['Join', 'Leave']) {
      const elsewhere = await bot.press(said, label, '101', { said: { guild_id: '8' } });
      expect(elsewhere).toContain('belongs to another server');
    }
    expect(placesIn(await bot.show())).toEqual(['1 Player1 1']);
    expect(await bot.press(said, 'Join', '1', { said: direct })).toContain('only work in servers');
    expect(await bot.ask(clickOf('b1:0:1:9:9:9:9:1'))).toContain('different version');
  });
});

describe('“Join” and “Leave”', () => {
  it('act for whoever presses them, and show them the result', async () => {
    const bot = start();
    await bot.join(1, 2);
    const people = await bot.services.people();
    await linkVerified(people, '7', 7);
    await people.games.keep(seen(7, [game()]));
    const said = await bot.show({}, '101');
    const joined = await bot.press(said, 'Join', '7');
    expect(joined).toContain('**Player7** is on this server’s leaderboard now');
    expect(joined).toContain('"flags":64');
    expect(placesIn(joined)).toEqual(['1 Player1 2', '2 Player7 1']);
    const left = await bot.press(said, 'Leave', '101');
    expect(left).toContain('**Player1** is no longer on');
    expect(placesIn(left)).toEqual(['1 Player7 1']);
    expect(placesIn(await bot.press(said, 'Join', '101'))).toHaveLength(2);
  });

  it('need a verified account that can be shown', async () => {
    const bot = start();
    const userId = await bot.join(1, 2);
    const said = await bot.show();
    const people = await bot.services.people();
    for (const label of ['Join', 'Leave']) {
      expect(await bot.press(said, label, '2')).toContain('You need a verified account');
    }
    await people.links.save({ userId: '2', ulid: ulid(1), name: 'x', linkedAt: 0, code: null });
    expect(await bot.press(said, 'Join', '2')).toContain('You need a verified account');
    expect(placesIn(await bot.show())).toHaveLength(1);
    await people.denials.add(ulid(1), 1);
    expect(await bot.press(said, 'Join', userId)).toContain(
      'You can change that with </privacy:5>',
    );
  });
});

describe('“Leave”', () => {
  it('undoes what /link has stored, before the account is verified', async () => {
    const bot = start();
    await bot.join(1, 2);
    const linked = await bot.ask(commandOf('link', { user: 'MaxMilyin' }, by('2')));
    const { members, serverPlayers } = await bot.services.people();
    expect(await members.choiceOf('9', '2')).toBe('joined');
    expect(await bot.press(await bot.show(), 'Leave', '2')).toContain(
      'Verifying **MaxMilyin** won’t add it to this server’s leaderboard anymore.',
    );
    expect(await members.choiceOf('9', '2')).toBe('left');
    bot.account.motto = /CPL-\w{8}/.exec(linked)?.[0] ?? '';
    const check = /"custom_id":"(?<id>k1:[^"]*)"/.exec(linked)?.groups?.['id'] ?? '';
    expect(await bot.ask(clickOf(check, { userId: '2', flags: 64 }))).toContain(
      'and it’s verified',
    );
    expect((await serverPlayers.in('9')).map(({ name }) => name)).toEqual(['Player1']);
  });
});

describe('/link in a server', () => {
  it('puts the member on its leaderboard once the account is verified, and says so', async () => {
    const bot = start();
    const said = await bot.ask(commandOf('link', { user: 'MaxMilyin' }, by('1')));
    expect(said).toContain('Once it’s verified, you’ll be on this server’s leaderboard');
    expect(await bot.show()).toContain('Nobody is on this server’s leaderboard yet');
    bot.account.motto = /CPL-\w{8}/.exec(said)?.[0] ?? '';
    const check = /"custom_id":"(?<id>k1:[^"]*)"/.exec(said)?.groups?.['id'] ?? '';
    const verified = await bot.ask(clickOf(check, { flags: 64 }));
    expect(verified).toContain('You’re on this server’s leaderboard: see </leaderboard:5>');
    const { serverPlayers } = await bot.services.people();
    expect(await serverPlayers.in('9')).toMatchObject([{ name: 'MaxMilyin', isLoaded: false }]);
    await bot.press(await bot.show(), 'Leave');
    expect(await bot.ask(clickOf(check, { flags: 64 }))).not.toContain('leaderboard');
    expect(await serverPlayers.in('9')).toEqual([]);
    // Linking again is no wish to be back.
    expect(await bot.ask(commandOf('link', { user: 'MaxMilyin' }, by('1')))).not.toContain(
      'leaderboard',
    );
    expect(await serverPlayers.in('9')).toEqual([]);
    await bot.ask(commandOf('unlink', {}, by('1')));
    expect(await serverPlayers.in('9')).toEqual([]);
    const { members } = await bot.services.people();
    expect(await members.of('1')).toEqual([]);
  });

  it('says nothing about leaderboards elsewhere', async () => {
    const bot = start();
    const direct = { guild_id: undefined, member: undefined, user: { id: '1', username: 'x' } };
    const said = await bot.ask(commandOf('link', { user: 'MaxMilyin' }, direct));
    expect(said).not.toContain('leaderboard');
  });
});
