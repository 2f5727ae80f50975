import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { expect, it } from 'vitest';

import { announcements } from '#commands/announcements.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import { createFreshness } from '#src/announcements/freshness.ts';
import { createManagement } from '#src/announcements/management.ts';
import { createPeopleInFeeds } from '#src/announcements/people-in-feeds.ts';
import { createBatchIds, createPlanner } from '#src/announcements/posting/planner.ts';
import type { SampleOutcome } from '#src/announcements/posting/post-sample.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createPeople } from '#src/people/people.ts';
import { createWake } from '#src/platform/wake.ts';
import { StoreError } from '#src/store/store-error.ts';
import { award, feed, NOW } from '#test/announcements/tables/rows.ts';
import { startBot } from '#test/commands/run-command.ts';
import { clickOf, modalOf, subcommandOf } from '#test/discord/interactions/interactions.ts';
import { MAX_ULID } from '#test/progress/scripted-site.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

import { fine } from './stage.ts';

const MANAGE_SERVER = '32';
const CHANNEL = '90';

const user = (id: string, permissions = '0') => ({
  guild_id: '9',
  member: { user: { id, username: 'x' }, roles: [], permissions },
});

async function start(kind: StoreKind) {
  const store = await openTestStore(kind);
  await store.feeds.save({ ...feed(CHANNEL), guildId: '9' });
  const bot = startBot(3);
  const { api, live, clock, players } = bot;
  const people = createPeople({ store, players, clock });
  const planner = createPlanner(createBatchIds(clock));
  const shared = { store, planner, clock };
  const management = createManagement({
    ...shared,
    freshness: createFreshness({ ...shared, pollMs: 60_000 }),
    wake: createWake(clock),
    random: () => 0,
  });
  const peopleInFeeds = createPeopleInFeeds(shared);
  const posted: MessageBody[] = [];
  const database: { until: Promise<void> } = { until: Promise.resolve() };
  const outcome: { next: SampleOutcome } = { next: 'posted' };
  const services: AnnouncementServices = {
    ...bot.services,
    management,
    async people() {
      await database.until;
      return people;
    },
    peopleInFeeds: async () => peopleInFeeds,
    channels: {
      access: async () => fine(CHANNEL),
      async postSample(_feed, body) {
        posted.push(body);
        return outcome.next;
      },
    },
  };
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const commands = [announcements];
  const router = createRouter({ commands, services, texts, api, live, clock, log });
  async function ask(interaction: APIInteraction): Promise<string> {
    const before = api.calls.length;
    await router(interaction);
    return JSON.stringify(api.calls.slice(before).map(({ body }) => body));
  }
  const press = (id: string, userId: string, flags = 0) =>
    ask(clickOf(id, { userId, flags, said: user(userId) }));
  return {
    ...bot,
    store,
    outcome,
    posted,
    /** What needs people waits for it. */
    hang(until: Promise<void>) {
      until.catch(() => undefined);
      database.until = until;
    },
    management,
    /** A manager's subcommand. */
    use: (name: string) =>
      ask(subcommandOf(['announcements', name], {}, { said: user('5', MANAGE_SERVER) })),
    /** A button of the invitation, as anybody in the channel presses it. */
    invited: (label: string, userId: string) => press(idOf(JSON.stringify(posted), label), userId),
    fill: (name: string | undefined, userId: string) =>
      ask(modalOf(idOf(JSON.stringify(posted), 'Announce my games'), { user: name }, user(userId))),
    check: (said: string, userId: string) => press(idOf(said, 'Check'), userId, 64),
    names: async () => (await store.trackedPlayers.of(CHANNEL)).map(({ name }) => name),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

const idOf = (text: string, label: string) =>
  new RegExp(`"custom_id":"(?<id>[^"]*)","label":"${label}"`).exec(text)?.groups?.['id'] ?? '';

const codeIn = (said: string) => /CPL-\w{8}/.exec(said)?.[0] ?? '';

describeOnBoth('/announcements invite', (kind) => {
  it('lets members add themselves once they have verified their account, and stop', async () => {
    await using bot = await start(kind);
    expect(await bot.use('invite')).toContain('Posted the invitation in <#90>');
    expect(await bot.invited('Announce my games', '1')).toContain('"type":9');
    const code = await bot.fill('MaxMilyin', '1');
    expect(code).toContain('"flags":64');
    expect(await bot.names()).toEqual([]);
    expect(await bot.check(code, '1')).toContain('I can’t find the code');
    bot.account.motto = codeIn(code);
    expect(await bot.check(code, '1')).toContain('I’ll announce the games that **MaxMilyin**');
    expect(await bot.names()).toEqual(['MaxMilyin']);
    expect(await bot.use('list')).toContain('added by <@1> themselves');
    expect(await bot.invited('Announce my games', '1')).toContain('I’m already announcing');
    const due = award({ channelId: CHANNEL, ulid: MAX_ULID, playerName: 'MaxMilyin' });
    await bot.store.dueAwards.add([due], NOW, 'due');
    expect(await bot.invited('Stop', '2')).toContain(
      'I don’t know which account is yours. Link and verify it with </link:5>, then press **Stop** again.',
    );
    expect(await bot.invited('Stop', '1')).toContain('I’ve stopped announcing **MaxMilyin**');
    expect(await bot.names()).toEqual([]);
    expect(await bot.store.dueAwards.countDue(CHANNEL, 0)).toBe(0);
    // Verified by now: a press is enough.
    bot.account.motto = '';
    expect(await bot.invited('Announce my games', '1')).toContain('I’ll announce the games');
  });

  it('stops for whoever verified the account last, and for players a manager added', async () => {
    await using bot = await start(kind);
    await bot.use('invite');
    const first = await bot.fill('MaxMilyin', '1');
    bot.account.motto = codeIn(first);
    await bot.check(first, '1');
    const second = await bot.fill('MaxMilyin', '2');
    bot.account.motto = codeIn(second);
    expect(await bot.check(second, '2')).toContain('I’m already announcing **MaxMilyin**');
    expect(await bot.use('list')).toContain('added by <@2> themselves');
    expect(await bot.invited('Stop', '1')).toContain(
      'You haven’t verified **MaxMilyin**. Do that with </link:5>, then press **Stop** again.',
    );
    expect(await bot.names()).toEqual(['MaxMilyin']);
    expect(await bot.invited('Stop', '2')).toContain('I’ve stopped announcing');
    const [own] = await bot.management.feedsIn('9');
    if (own)
      await bot.management.track(own, {
        ulid: MAX_ULID,
        name: 'MaxMilyin',
        avatarPath: null,
        motto: '',
      });
    expect(await bot.names()).toEqual(['MaxMilyin']);
    expect(await bot.invited('Stop', '1')).toContain('You haven’t verified **MaxMilyin**');
    expect(await bot.invited('Stop', '2')).toContain('I’ve stopped announcing');
    expect(await bot.names()).toEqual([]);
    expect(await bot.invited('Stop', '2')).toContain('I’m not announcing you in <#90>');
  });

  it('says what is wrong: an invalid name, someone else’s code, a removed feed', async () => {
    await using bot = await start(kind);
    await bot.use('invite');
    expect(await bot.fill('no name!', '1')).toContain('isn’t a RetroAchievements username');
    // A modal can't be answered with another one.
    expect(await bot.fill(undefined, '1')).toContain('isn’t a RetroAchievements username');
    expect(await bot.fill('<@1>', '1')).toContain('username, not a mention');
    expect(await bot.fill('@me', '1')).toContain('“me” only works in other commands');
    const code = await bot.fill('MaxMilyin', '1');
    bot.account.motto = codeIn(code);
    expect(await bot.check(code, '2')).toContain('You’re not linked to this account');
    expect(await bot.names()).toEqual([]);
    await bot.store.feeds.remove(CHANNEL);
    for (const said of [await bot.check(code, '1'), await bot.invited('Announce my games', '1')]) {
      expect(said).toContain('There are no announcements in <#90> anymore');
    }
  });

  it('answers in time while the database hangs, with a sentence once it works or fails', async () => {
    await using bot = await start(kind);
    await bot.use('invite');
    const hanging = Promise.withResolvers<void>();
    bot.hang(hanging.promise);
    const pressed = bot.invited('Announce my games', '1');
    await bot.clock.advance(2_000);
    expect(bot.api.calls.at(-1)?.body).toEqual({ type: 5, data: { flags: 64 } });
    hanging.resolve();
    expect(await pressed).toContain('Press **Announce my games** again in a minute');
    bot.hang(Promise.reject(new StoreError('unreachable', 'x')));
    expect(await bot.invited('Announce my games', '1')).toContain('I can’t reach my database');
  });

  it('says why Discord rejected the invitation', async () => {
    await using bot = await start(kind);
    bot.outcome.next = { refused: 'missingPermissions', detail: '' };
    expect(await bot.use('invite')).toContain('Discord rejected the invitation in <#90>');
    bot.outcome.next = 'unavailable';
    expect(await bot.use('invite')).toContain('I can’t tell if the invitation was posted');
  });
});
