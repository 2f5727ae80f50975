import { describe, expect, it } from 'vitest';

import { PAUSE_REASONS } from '#src/announcements/feed.ts';
import { encodeRemoveCustomId } from '#src/announcements/messages/custom-ids.ts';
import { samplePostMessage } from '#src/announcements/messages/sample-post.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';

import { fine, GUILD, HERE, NEWS, RETRO, startManagement } from './stage.ts';

const MINUTE_MS = 60_000;
const NOW = 1_735_689_600;

describe('/announcements status', () => {
  it('of announcements that are new has all there is to tell', async () => {
    const { use, has } = startManagement();
    await has(HERE, ['MaxMilyin']);
    expect((await use('status')).text.split('\n')).toEqual([
      'Announcements',
      '✅ All is well.',
      'Channel: <#90>',
      'Games: Beaten and mastered, softcore too',
      'Players: 1 of 500',
      'Pings: Nobody',
      'Schedule: Live, each game at once',
      'Last look at the site: Not yet',
      'Last post: None so far',
      'Waiting: Nothing',
      `Set up: <t:${NOW}:R>, last changed by <@1>`,
    ]);
  });

  it('tells the last look, the last post, what waits, and the next digest', async () => {
    const { use, memory, clock } = startManagement();
    await use('setup', { schedule: 'daily', timezone: 'Europe/Paris', role: RETRO.id });
    const feed = memory.feeds.get(HERE.id);
    if (feed) memory.feeds.set(HERE.id, { ...feed, lastPostedAt: clock.now() - 5 * MINUTE_MS });
    const lastPollAt = clock.now() - MINUTE_MS;
    memory.health = { ...memory.health, dueCount: 3, lastPollAt };
    const { text } = await use('status');
    expect(text).toContain(`Last look at the site: <t:${NOW - 60}:R>`);
    expect(text).toContain(`Last post: <t:${NOW - 300}:R>`);
    expect(text).toContain('Waiting: 3 awards');
    expect(text).toContain('Daily digest at 18:00 (Europe/Paris)\nThe next one: <t:');
    expect(text).toContain('Pings: <@&400>');
  });

  it('says since when the site can’t be read', async () => {
    const { use, has, memory, clock } = startManagement();
    await has(HERE, ['MaxMilyin']);
    memory.health = { ...memory.health, failingSince: clock.now() };
    const { text } = await use('status');
    expect(text).toContain(
      `⚠️ RetroAchievements has not let me read the awards since <t:${NOW}:R>.`,
    );
    expect(text).not.toContain('All is well');
  });

  it('says since when Discord takes no posts', async () => {
    const { use, has, memory, clock } = startManagement();
    await has(HERE, ['MaxMilyin']);
    memory.health = { ...memory.health, dueCount: 2, postsFailingSince: clock.now() };
    const { text } = await use('status');
    expect(text).toContain(`⚠️ Discord has not taken my posts here since <t:${NOW}:R>.`);
    expect(text).not.toContain('All is well');
  });

  it('says that nobody is tracked', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    expect((await use('status')).text).toContain(
      'ℹ️ Nobody is tracked yet: </announcements track:5>.',
    );
  });

  it.each(PAUSE_REASONS)('says since when, why (%s) and what ends a pause', async (reason) => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE, ['MaxMilyin']), reason);
    const { text } = await use('status');
    expect(text).toMatch(new RegExp(`(?:⏸️|⛔) Paused <t:${NOW}:R>`));
    expect(text).toContain('</announcements resume:5>');
    expect(text).toContain(reason === 'manager' ? 'by a manager' : 'Discord does not let me post.');
    expect(text).not.toContain('All is well');
  });

  const accesses: readonly (readonly [ChannelAccess, RegExp])[] = [
    [
      { ...fine(HERE.id), missing: ['sendMessages', 'embedLinks'] },
      /⚠️ I can’t post in <#90>: give me \*\*Send Messages\*\*, \*\*Embed Links\*\*/,
    ],
    [{ ...fine(HERE.id), advised: ['readMessageHistory'] }, /⚠️ I may not read <#90>/],
    [{ kind: 'noAccess' }, /⚠️ I can’t post in <#90>: give me \*\*View Channel\*\*/],
    [{ kind: 'unknown' }, /⚠️ The channel is gone\./],
    [{ kind: 'unavailable' }, /ℹ️ Discord does not tell me my permissions at the moment\./],
  ];
  it.each(accesses)('looks at its permissions in the channel now (%o)', async (access, line) => {
    const { use, has, channels } = startManagement();
    await has(HERE, ['MaxMilyin']);
    channels.answer = () => access;
    const { text } = await use('status');
    expect(text).toMatch(line);
    expect(text).not.toContain('All is well');
    expect(channels.asked).toEqual([{ guildId: GUILD, channelId: HERE.id, roleId: null }]);
  });

  it('says once that the channel is gone', async () => {
    const { use, has, services, channels } = startManagement();
    await services.management.pause(await has(HERE, ['MaxMilyin']), 'unknownChannel');
    channels.answer = () => ({ kind: 'unknown' });
    expect((await use('status')).text.match(/The channel is gone/g)).toHaveLength(1);
  });

  it('of announcements that were removed meanwhile says so', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    memory.before = async (call) => {
      if (call === 'status') memory.feeds.clear();
    };
    expect((await use('status')).text).toMatch(/^<#90> has no announcements\./);
  });
});

describe('/announcements test', () => {
  it('posts a sample in the channel, marked as one', async () => {
    const { use, has, channels, clock } = startManagement();
    await has(NEWS);
    expect((await use('test')).text).toBe('A sample is in <#91> now. It pinged nobody.');
    const t = createTranslations()('en-GB');
    const at = clock.now();
    const { body } = samplePostMessage({ t, mediaUrl: 'https://media.example', at });
    expect(channels.posted).toEqual([{ channelId: NEWS.id, body }]);
    expect(JSON.stringify(channels.posted)).toContain('A sample');
    expect(channels.posted[0]?.body.content).toBeUndefined();
  });

  it('works during a pause, and says that it goes on', async () => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    expect((await use('test')).text).toBe(
      'A sample is in <#90> now. It pinged nobody.\n⏸️ They are paused. </announcements resume:5> goes on with them.',
    );
  });

  it.each([
    ['unknownChannel', /^Discord did not take the sample in <#90>\. The channel is gone\./],
    ['missingAccess', /^Discord did not take the sample in <#90>\. I can’t see the channel\./],
    [
      'missingPermissions',
      /^Discord did not take the sample in <#90>\. I am missing a permission\./,
    ],
    ['threadLocked', /^Discord did not take the sample in <#90>\. The thread is locked\./],
    ['wrongChannelType', /^Discord did not take the sample in <#90>\. Messages can’t be posted/],
  ] as const)('that Discord refuses (%s) says why', async (refused, sentence) => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = { refused };
    const { text } = await use('test');
    expect(text).toMatch(sentence);
    expect(text).toMatch(/Then try <\/announcements test:5> again\.$/);
  });

  it('that Discord refuses names what is missing, where that can be found out', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = { refused: 'missingPermissions' };
    channels.answer = () => ({ ...fine(HERE.id), missing: ['embedLinks'] });
    expect((await use('test')).text).toMatch(
      /^I can’t post in <#90> yet\. Give me \*\*Embed Links\*\*/,
    );
  });

  it('that Discord does not answer says that it may be there', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = 'unavailable';
    expect((await use('test')).text).toMatch(
      /^Discord is not answering at the moment, so I don’t know whether the sample is in <#90>\./,
    );
  });
});

describe('/announcements pause', () => {
  it('says how long what is won is kept, and how to go on', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    expect((await use('pause')).text).toBe(
      '⏸️ Announcements in <#90> are paused. What players win meanwhile is kept for 7 days; </announcements resume:5> posts it.',
    );
    expect(memory.feeds.get(HERE.id)?.pause).toMatchObject({ reason: 'manager' });
  });

  it('twice says since when', async () => {
    const { use, has, clock } = startManagement();
    await has(HERE);
    await use('pause');
    await clock.advance(MINUTE_MS);
    expect((await use('pause')).text).toBe(
      `Announcements in <#90> have been paused since <t:${NOW}:R>. </announcements resume:5> goes on with them.`,
    );
  });

  it('takes over a pause that came from Discord', async () => {
    const { use, has, services, memory } = startManagement();
    await services.management.pause(await has(HERE), 'missingPermissions');
    await use('pause');
    expect(memory.feeds.get(HERE.id)?.pause?.reason).toBe('manager');
  });
});

describe('/announcements resume', () => {
  it.each(PAUSE_REASONS)('goes on after a pause (%s), and says what waited', async (reason) => {
    const { use, has, services, memory } = startManagement();
    await services.management.pause(await has(HERE), reason);
    memory.health = { ...memory.health, dueCount: 12 };
    expect((await use('resume')).text).toBe(
      '▶️ Announcements in <#90> go on. 12 awards were waiting and are posted now.',
    );
    expect(memory.feeds.get(HERE.id)?.pause).toBeNull();
  });

  it('says that nothing waited', async () => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    expect((await use('resume')).text).toBe(
      '▶️ Announcements in <#90> go on. Nothing was waiting.',
    );
  });

  it('says when the digest comes', async () => {
    const { use, memory } = startManagement();
    await use('setup', { schedule: 'daily' });
    await use('pause');
    memory.health = { ...memory.health, dueCount: 1 };
    expect((await use('resume')).text).toBe(
      '▶️ Announcements in <#90> go on. 1 award is waiting; the next digest is due <t:1735693200:F>.',
    );
  });

  it('without a pause says that there is none', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    expect((await use('resume')).text).toBe(
      'Announcements in <#90> are not paused. See how they are doing with </announcements status:5>.',
    );
  });

  it.each<[ChannelAccess, RegExp]>([
    [
      { ...fine(HERE.id), missing: ['viewChannel', 'sendMessages'] },
      /^I can’t post in <#90> yet\./,
    ],
    [{ kind: 'noAccess' }, /^I can’t see <#90>\./],
    [{ kind: 'unknown' }, /^That channel is gone.*<\/announcements remove:5>/],
    [{ kind: 'unavailable' }, /^Discord does not tell me at the moment/],
  ])('stays paused where it still can’t post (%o)', async (access, sentence) => {
    const { use, has, services, memory, channels } = startManagement();
    await services.management.pause(await has(HERE), 'missingAccess');
    channels.answer = () => access;
    expect((await use('resume')).text).toMatch(sentence);
    expect(memory.feeds.get(HERE.id)?.pause?.reason).toBe('missingAccess');
  });

  it('says what would be better', async () => {
    const { use, has, services, channels } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    channels.answer = () => ({ ...fine(HERE.id), advised: ['readMessageHistory'] });
    expect((await use('resume')).text).toMatch(/go on\..*\n⚠️ I may not read <#90>/);
  });
});

/** Of the button that removes. */
const confirm = (channelId: string, createdAt = NOW * 1000) =>
  encodeRemoveCustomId({ action: 'confirm', ownerId: '1', channelId, createdAt });

describe('/announcements remove', () => {
  it('asks first, and says what is lost', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['Amy', 'Bob']);
    memory.health = { ...memory.health, dueCount: 3 };
    const { text, buttons } = await use('remove');
    expect(text).toBe(
      'Remove the announcements of <#90>?\nLost for good: their settings, 2 tracked players, 3 awards that were not posted yet. To stop for a while, use </announcements pause:5> instead.',
    );
    expect(buttons.map(({ label }) => label)).toEqual(['Remove', 'Keep']);
    expect(memory.feeds.size).toBe(1);
  });

  it('removes what was asked about, and says what that was', async () => {
    const { use, click, has, memory } = startManagement();
    await has(HERE, ['Amy']);
    await has(NEWS, ['Bob']);
    const { buttons } = await use('remove', { channel: HERE.id });
    const { type, text, buttons: left } = await click(buttons[0]?.custom_id ?? '');
    expect(type).toBe(7);
    expect(text).toBe(
      '🗑️ The announcements of <#90> are removed: their settings, 1 tracked player.',
    );
    expect(left).toEqual([]);
    expect([...memory.feeds.keys()]).toEqual([NEWS.id]);
  });

  it('keeps them where that is pressed', async () => {
    const { use, click, has, memory } = startManagement();
    await has(HERE);
    const { buttons } = await use('remove');
    const kept = await click(buttons[1]?.custom_id ?? '');
    expect(kept).toMatchObject({ type: 7, text: 'Nothing was removed.', buttons: [] });
    expect(memory.feeds.size).toBe(1);
  });

  it('does nothing for somebody who may not manage the server any more', async () => {
    const { click, has, memory } = startManagement();
    await has(HERE);
    const { text, type } = await click(confirm(HERE.id), { permissions: 0n });
    expect(text).toMatch(/^Only members/);
    expect(type).toBe(4);
    expect(memory.feeds.size).toBe(1);
  });

  it('does nothing in another server, whatever the button says', async () => {
    const { click, has, memory } = startManagement();
    await has(HERE, [], '77');
    expect((await click(confirm(HERE.id))).text).toMatch(/^There are no announcements/);
    expect(memory.feeds.size).toBe(1);
  });

  it('of what is gone already says so', async () => {
    const { click, has } = startManagement();
    await has(NEWS);
    expect((await click(confirm(HERE.id))).text).toMatch(/^<#90> has no announcements\./);
  });

  it('spares what was set up anew after the question', async () => {
    const { click, clock, has, memory } = startManagement();
    await clock.advance(MINUTE_MS);
    await has(HERE);
    expect((await click(confirm(HERE.id))).text).toMatch(
      /^The announcements of <#90> were set up anew since you were asked\. Nothing was removed/,
    );
    expect(memory.feeds.size).toBe(1);
  });

  it('means the channel that is gone and can’t be chosen any more', async () => {
    const { use, has, services } = startManagement();
    await has(HERE);
    await services.management.pause(await has(NEWS), 'unknownChannel');
    expect((await use('remove')).text).toMatch(/^Remove the announcements of <#91>\?/);
    expect((await use('remove', { channel: HERE.id })).text).toMatch(/of <#90>\?/);
  });
});

describe('what takes long', () => {
  it.each(['status', 'test', 'list', 'remove', 'pause'])(
    'is deferred for the one who asked alone (%s)',
    async (name) => {
      const stage = startManagement();
      await stage.has(HERE, ['MaxMilyin']);
      const gate = Promise.withResolvers<void>();
      stage.memory.before = () => gate.promise;
      const used = stage.use(name).catch(() => undefined);
      await stage.clock.advance(1_000);
      expect(stage.api.calls).toMatchObject([{ body: { type: 5, data: { flags: 64 } } }]);
      gate.resolve();
      await used;
      expect(stage.api.calls[1]).toMatchObject({ call: 'editOriginal' });
    },
  );
});
