import { describe, expect, it } from 'vitest';

import { PAUSE_REASONS } from '#src/announcements/feed.ts';
import type { PauseReason } from '#src/announcements/feed.ts';
import { encodeRemoveCustomId } from '#src/announcements/messages/custom-ids.ts';
import { samplePostMessage } from '#src/announcements/messages/sample-post.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import { en } from '#src/messages/languages/en.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';

import { fine, GUILD, HERE, NEWS, RETRO, startManagement } from './stage.ts';

const MINUTE_MS = 60_000;
const NOW = 1_735_689_600;

describe('/announcements status', () => {
  it('says all there is about new announcements', async () => {
    const { use, has } = startManagement();
    await has(HERE, ['MaxMilyin']);
    expect((await use('status')).text.split('\n')).toEqual([
      'Announcements',
      '✅ Everything is working.',
      'Channel: <#90>',
      'Awards: All awards (hardcore and casual)',
      'Tracked players: 1 of 500',
      'Pings: Nobody',
      'Language: English',
      'Schedule: Live',
      'Last checked: Not yet',
      'Last posted: Not yet',
      'Waiting: Nothing',
      `Set up: <t:${NOW}:R>, last changed by <@1>`,
    ]);
  });

  it('says when the last check and post were, what is waiting, and when the next digest comes', async () => {
    const { use, memory, clock } = startManagement();
    await use('setup', { schedule: 'daily', timezone: 'Europe/Paris', role: RETRO.id });
    const feed = memory.feeds.get(HERE.id);
    if (feed) memory.feeds.set(HERE.id, { ...feed, lastPostedAt: clock.now() - 5 * MINUTE_MS });
    const lastPollAt = clock.now() - MINUTE_MS;
    memory.health = { ...memory.health, dueCount: 3, lastPollAt };
    const { text } = await use('status');
    expect(text).toContain(`Last checked: <t:${NOW - 60}:R>`);
    expect(text).toContain(`Last posted: <t:${NOW - 300}:R>`);
    expect(text).toContain('Waiting: 3 awards');
    expect(text).toContain('Daily digest at 18:00 (Europe/Paris)\nNext: <t:');
    expect(text).toContain('Pings: <@&400>');
  });

  it('says since when the site can’t be read', async () => {
    const { use, has, memory, clock } = startManagement();
    await has(HERE, ['MaxMilyin']);
    memory.health = { ...memory.health, failingSince: clock.now() };
    const { text } = await use('status');
    expect(text).toContain(
      `⚠️ I can’t read new awards from RetroAchievements. Problems started <t:${NOW}:R>.`,
    );
    expect(text).not.toContain(en.feedStatus.fine);
  });

  it.each([
    [
      'nothing can be written, whatever else',
      { unsavedSince: 0, failingSince: 0, unreadSince: 0 },
      '⚠️ I can’t write to my database, so nothing new is announced. Problems started <t:0:R>.',
    ],
    [
      'nobody checks for new awards',
      { unreadSince: 0 },
      '⚠️ I haven’t checked for new awards lately. Problems started <t:0:R>.',
    ],
    [
      'a post is late',
      { unpostedSince: 0 },
      '⏳ Announcements are late: the oldest was ready <t:0:R>.',
    ],
  ])('says since when %s', async (_, health, sentence) => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['MaxMilyin']);
    memory.health = { ...memory.health, ...health };
    const { text } = await use('status');
    expect(text).toContain(sentence);
    expect(text).not.toContain(en.feedStatus.fine);
    expect(text.match(/Problems started/g)?.length ?? 0).toBeLessThan(2);
  });

  it('says since when Discord hasn’t accepted posts', async () => {
    const { use, has, memory, clock } = startManagement();
    await has(HERE, ['MaxMilyin']);
    memory.health = { ...memory.health, dueCount: 2, postsFailingSince: clock.now() };
    const { text } = await use('status');
    expect(text).toContain(
      `⚠️ Discord isn’t accepting my announcements here. Problems started <t:${NOW}:R>.`,
    );
    expect(text).not.toContain(en.feedStatus.fine);
  });

  it('says since when Discord has refused posts, before that pauses them', async () => {
    const { use, has, memory, clock, channels } = startManagement();
    await has(HERE, ['MaxMilyin']);
    const since = clock.now();
    memory.health = { ...memory.health, refusingSince: since, postsFailingSince: since };
    channels.answer = () => ({ ...fine(HERE.id), missing: ['sendMessages'] });
    const { text } = await use('status');
    expect(text).toContain(
      `⚠️ Discord started refusing my announcements here <t:${NOW}:R>. I’ll keep trying for a few minutes before I pause them.`,
    );
    expect(text).toContain('Give me **Send Messages**');
    expect(text).not.toContain('isn’t accepting');
    expect(text).not.toContain(en.feedStatus.fine);
  });

  it.each([
    [1, '1 announcement, not even as plain text. The reason: “'],
    [3, '3 announcements, not even as plain text. The latest reason: “'],
  ])('counts posts that Discord refused (%i), with its words', async (count, start) => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['MaxMilyin']);
    const words = '200000: Message was blocked by **AutoMod** @everyone';
    memory.health = { ...memory.health, rejections: { count, words } };
    const { text, pings } = await use('status');
    expect(text).toContain(
      `⚠️ I couldn’t post ${start}200000: Message was blocked by \\*\\*AutoMod\\*\\* @everyone”. Use </announcements resume:5> within 7 days to try again.`,
    );
    expect(pings).toEqual([]);
    expect(text).not.toContain(en.feedStatus.fine);
  });

  it('says that the role was deleted', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE, ['MaxMilyin']);
    channels.answer = () => ({ ...fine(HERE.id), isRoleGone: true });
    const { text } = await use('status');
    expect(text).toContain(
      '⚠️ The role to ping was deleted, so I’m not pinging anyone. Choose another one with `role` in </announcements setup:5>.',
    );
    expect(text).not.toContain(en.feedStatus.fine);
  });

  it('doesn’t give a time that has passed for the next digest during a pause', async () => {
    const { use } = startManagement();
    await use('setup', { schedule: 'daily' });
    await use('pause');
    expect((await use('status')).text).not.toContain('Next: ');
  });

  it.each(['missingAccess', 'missingPermissions', 'unknownChannel', 'notInServer'] as const)(
    'ends a pause if its reason is gone (%s)',
    async (reason) => {
      const { use, has, services, memory } = startManagement();
      await services.management.pause(await has(HERE, ['MaxMilyin']), reason);
      const { text } = await use('status');
      expect(text).toContain('▶️ I can post here again, so I’ve resumed announcements.');
      expect(text).not.toContain('Paused');
      expect(memory.feeds.get(HERE.id)?.pause).toBeNull();
    },
  );

  it.each(['manager', 'refused', 'threadLocked', 'unknownTimezone', 'newerVersion'] as const)(
    'doesn’t end a pause whose reason it can’t check (%s)',
    async (reason) => {
      const { use, has, services, memory } = startManagement();
      await services.management.pause(await has(HERE, ['MaxMilyin']), reason);
      expect((await use('status')).text).toContain('Paused');
      expect(memory.feeds.get(HERE.id)?.pause?.reason).toBe(reason);
    },
  );

  it('says that nobody is tracked', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    expect((await use('status')).text).toContain(
      'ℹ️ No players are tracked yet. Add one with </announcements track:5>.',
    );
  });

  const REFUSED = 'because Discord won’t let me post.';
  const reasons: Readonly<Record<PauseReason, readonly [why: string, command: string]>> = {
    manager: ['by a manager.', 'resume'],
    unknownChannel: ['because the channel no longer exists.', 'setup'],
    missingAccess: [REFUSED, 'resume'],
    missingPermissions: [REFUSED, 'resume'],
    threadLocked: [REFUSED, 'resume'],
    wrongChannelType: [REFUSED, 'resume'],
    notInServer: [REFUSED, 'resume'],
    refused: [REFUSED, 'resume'],
    unknownTimezone: ['because I no longer recognize the time zone UTC.', 'setup'],
    newerVersion: ['because a newer version of me set this up', 'setup'],
  };
  it.each(PAUSE_REASONS)(
    'says since when and why (%s) announcements are paused, and what ends that',
    async (reason) => {
      const { use, has, services, channels } = startManagement();
      await services.management.pause(await has(HERE, ['MaxMilyin']), reason);
      channels.answer = () => ({ kind: 'unavailable' });
      const { text } = await use('status');
      const [why, command] = reasons[reason];
      expect(text).toContain(` Paused <t:${NOW}:R> ${why}`);
      expect([...text.matchAll(/<\/announcements (\w+):5>/g)].map(([, name]) => name)).toEqual([
        command,
      ]);
      expect(text).not.toContain(en.feedStatus.fine);
    },
  );

  const accesses: readonly (readonly [ChannelAccess, RegExp])[] = [
    [
      { ...fine(HERE.id), missing: ['sendMessages', 'embedLinks'] },
      /⚠️ I can’t post in <#90>\. Give me \*\*Send Messages\*\* and \*\*Embed Links\*\* in/,
    ],
    [
      { ...fine(HERE.id), advised: ['readMessageHistory'] },
      /⚠️ Give me \*\*Read Message History\*\* in <#90>\./,
    ],
    [{ kind: 'noAccess' }, /⚠️ I can’t post in <#90>\. Give me \*\*View Channel\*\*/],
    [{ kind: 'unknown' }, /⚠️ The channel no longer exists\./],
    [{ kind: 'unavailable' }, /ℹ️ I couldn’t check my permissions in the channel\./],
  ];
  it.each(accesses)('checks its permissions in the channel now (%o)', async (access, line) => {
    const { use, has, channels } = startManagement();
    await has(HERE, ['MaxMilyin']);
    channels.answer = () => access;
    const { text } = await use('status');
    expect(text).toMatch(line);
    expect(text).not.toContain(en.feedStatus.fine);
    expect(channels.asked).toEqual([{ guildId: GUILD, channelId: HERE.id, roleId: null }]);
  });

  it('says only once that the channel is gone', async () => {
    const { use, has, services, channels } = startManagement();
    await services.management.pause(await has(HERE, ['MaxMilyin']), 'unknownChannel');
    channels.answer = () => ({ kind: 'unknown' });
    expect((await use('status')).text.match(/The channel no longer exists/gi)).toHaveLength(1);
  });

  it('says that the announcements were just removed', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    memory.before = async (call) => {
      if (call === 'status') memory.feeds.clear();
    };
    expect((await use('status')).text).toMatch(/^<#90> doesn’t have announcements\./);
  });
});

describe('/announcements test', () => {
  it('posts a sample in the channel, marked as one', async () => {
    const { use, has, channels, clock } = startManagement();
    await has(NEWS);
    expect((await use('test')).text).toBe('I posted a sample in <#91>. It didn’t ping anyone.');
    const t = createTranslations()('en-GB');
    const at = clock.now();
    const { body } = samplePostMessage({ t, mediaUrl: 'https://media.example', at });
    expect(channels.posted).toEqual([{ channelId: NEWS.id, body }]);
    expect(JSON.stringify(channels.posted)).toContain('This is a sample announcement.');
    expect(channels.posted[0]?.body.content).toBeUndefined();
  });

  it('works during a pause, and says that the pause continues', async () => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    expect((await use('test')).text).toBe(
      'I posted a sample in <#90>. It didn’t ping anyone.\n⏸️ Announcements are still paused. Use </announcements resume:5> to start posting again.',
    );
  });

  it.each([
    ['unknownChannel', /^Discord rejected the sample in <#90>\. The channel no longer exists\./],
    ['missingAccess', /^Discord rejected the sample in <#90>\. I can’t see the channel\./],
    ['missingPermissions', /^Discord rejected the sample in <#90>\. I’m missing a permission\./],
    ['threadLocked', /^Discord rejected the sample in <#90>\. The thread is closed or locked\./],
    [
      'wrongChannelType',
      /^Discord rejected the sample in <#90>\. I can’t post in this type of channel\./,
    ],
  ] as const)('that Discord refuses (%s) says why', async (refused, sentence) => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = { refused, detail: '1: words' };
    const { text } = await use('test');
    expect(text).toMatch(sentence);
    expect(text).toMatch(/ Then use <\/announcements test:5> again\.$/);
  });

  it('quotes Discord if it refuses for an unknown reason, and claims nothing', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = { refused: 'refused', detail: '0: 404: Not Found' };
    expect((await use('test')).text).toBe(
      'Discord rejected the sample in <#90>. Discord gave this reason: “0: 404: Not Found”. Try </announcements test:5> again in a few minutes.',
    );
  });

  it('names what is missing if Discord refuses and that can be found out', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = { refused: 'missingPermissions', detail: '1: words' };
    channels.answer = () => ({ ...fine(HERE.id), missing: ['embedLinks'] });
    expect((await use('test')).text).toMatch(
      /^I can’t post in <#90>\. Give me \*\*Embed Links\*\*/,
    );
  });

  it('says that the sample may be there if Discord doesn’t respond', async () => {
    const { use, has, channels } = startManagement();
    await has(HERE);
    channels.outcome = 'unavailable';
    expect((await use('test')).text).toMatch(
      /^Discord isn’t responding, so I can’t tell if the sample was posted\. Check <#90>/,
    );
  });
});

describe('/announcements pause', () => {
  it('says how long new awards are kept, and how to resume', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    expect((await use('pause')).text).toBe(
      '⏸️ Paused announcements in <#90>. I’ll keep new awards for 7 days. Use </announcements resume:5> to post them.',
    );
    expect(memory.feeds.get(HERE.id)?.pause).toMatchObject({ reason: 'manager' });
  });

  it('says since when announcements have been paused', async () => {
    const { use, has, clock } = startManagement();
    await has(HERE);
    await use('pause');
    await clock.advance(MINUTE_MS);
    expect((await use('pause')).text).toBe(
      `Announcements in <#90> were already paused <t:${NOW}:R>. Use </announcements resume:5> to start posting again.`,
    );
  });

  it('takes over a pause by Discord', async () => {
    const { use, has, services, memory } = startManagement();
    await services.management.pause(await has(HERE), 'missingPermissions');
    await use('pause');
    expect(memory.feeds.get(HERE.id)?.pause?.reason).toBe('manager');
  });
});

describe('/announcements resume', () => {
  const SETTINGS: readonly PauseReason[] = ['unknownTimezone', 'newerVersion'];
  it.each(SETTINGS)('can’t help if the settings have to change (%s)', async (reason) => {
    const { use, has, services, memory } = startManagement();
    await services.management.pause(await has(HERE), reason);
    expect((await use('resume')).text).toMatch(/<\/announcements setup:5>/);
    expect(memory.feeds.get(HERE.id)?.pause?.reason).toBe(reason);
  });

  const resumable = PAUSE_REASONS.filter((reason) => !SETTINGS.includes(reason));
  it.each(resumable)('resumes after a pause (%s), and says what waited', async (reason) => {
    const { use, has, services, memory } = startManagement();
    await services.management.pause(await has(HERE), reason);
    memory.health = { ...memory.health, dueCount: 12 };
    expect((await use('resume')).text).toBe(
      '▶️ Resumed announcements in <#90>. I’m posting 12 awards that were waiting.',
    );
    expect(memory.feeds.get(HERE.id)?.pause).toBeNull();
  });

  it('says that nothing waited', async () => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    expect((await use('resume')).text).toBe(
      '▶️ Resumed announcements in <#90>. No awards were waiting.',
    );
  });

  it('says when the digest comes', async () => {
    const { use, memory } = startManagement();
    await use('setup', { schedule: 'daily' });
    await use('pause');
    memory.health = { ...memory.health, dueCount: 1 };
    expect((await use('resume')).text).toBe(
      '▶️ Resumed announcements in <#90>. 1 award is waiting for the next digest on <t:1735693200:F>.',
    );
  });

  it('says that a digest whose hour passed is posted now, and when the rest comes', async () => {
    const { use, memory } = startManagement();
    await use('setup', { schedule: 'daily' });
    await use('pause');
    memory.health = { ...memory.health, dueCount: 3, sendingCount: 2 };
    expect((await use('resume')).text).toBe(
      '▶️ Resumed announcements in <#90>. I’m posting the digest with 2 awards now. 1 award is waiting for the next digest on <t:1735693200:F>.',
    );
  });

  it('retries what Discord rejected, even without a pause', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    memory.health = { ...memory.health, rejections: { count: 2, words: 'words' } };
    expect((await use('resume')).text).toBe('🔁 Trying 2 refused announcements again.');
    await use('pause');
    expect((await use('resume')).text).toBe(
      '▶️ Resumed announcements in <#90>. No awards were waiting.\n🔁 Trying 2 refused announcements again.',
    );
  });

  it('says that there is no pause', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    expect((await use('resume')).text).toBe(
      'Announcements in <#90> aren’t paused. Use </announcements status:5> to check for problems.',
    );
  });

  it.each<[ChannelAccess, RegExp]>([
    [
      { ...fine(HERE.id), missing: ['viewChannel', 'sendMessages'] },
      /^I can’t post in <#90>\. Give me /,
    ],
    [{ kind: 'noAccess' }, /^I can’t see <#90>\./],
    [{ kind: 'notInServer' }, /^I’m not in this server anymore\./],
    [{ kind: 'unknown' }, /^That channel no longer exists.*<\/announcements remove:5>/],
    [{ kind: 'unavailable' }, /^I couldn’t check my permissions there\./],
  ])('stays paused if it still can’t post (%o)', async (access, sentence) => {
    const { use, has, services, memory, channels } = startManagement();
    await services.management.pause(await has(HERE), 'missingAccess');
    channels.answer = () => access;
    expect((await use('resume')).text).toMatch(sentence);
    expect(memory.feeds.get(HERE.id)?.pause?.reason).toBe('missingAccess');
  });

  it('says what would improve posts', async () => {
    const { use, has, services, channels } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    channels.answer = () => ({ ...fine(HERE.id), advised: ['readMessageHistory'] });
    expect((await use('resume')).text).toMatch(
      /^▶️ Resumed .*\n⚠️ Give me \*\*Read Message History\*\* in <#90>\./,
    );
  });
});

/** Of the button that removes. */
const confirm = (channelId: string, createdAt = NOW * 1000) =>
  encodeRemoveCustomId({ action: 'confirm', ownerId: '1', channelId, createdAt });

describe('/announcements remove', () => {
  it('asks first, and says what will be lost', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['Amy', 'Bob']);
    memory.health = { ...memory.health, dueCount: 3 };
    const { text, buttons } = await use('remove');
    expect(text).toBe(
      'Remove announcements from <#90>?\nThis deletes the settings, 2 tracked players, and 3 unposted awards. You can’t undo this. To stop temporarily instead, use </announcements pause:5>.',
    );
    expect(buttons.map(({ label }) => label)).toEqual(['Remove', 'Cancel']);
    expect(memory.feeds.size).toBe(1);
  });

  it('removes what it asked about, and says what that was', async () => {
    const { use, click, has, memory } = startManagement();
    await has(HERE, ['Amy']);
    await has(NEWS, ['Bob']);
    const { buttons } = await use('remove', { channel: HERE.id });
    const { type, text, buttons: left } = await click(buttons[0]?.custom_id ?? '');
    expect(type).toBe(7);
    expect(text).toBe(
      '🗑️ Removed announcements from <#90>. Deleted the settings and 1 tracked player.',
    );
    expect(left).toEqual([]);
    expect([...memory.feeds.keys()]).toEqual([NEWS.id]);
  });

  it('keeps the announcements if that is pressed', async () => {
    const { use, click, has, memory } = startManagement();
    await has(HERE);
    const { buttons } = await use('remove');
    const kept = await click(buttons[1]?.custom_id ?? '');
    expect(kept).toMatchObject({ type: 7, text: 'Nothing was removed.', buttons: [] });
    expect(memory.feeds.size).toBe(1);
  });

  it('does nothing for someone who can’t manage the server anymore', async () => {
    const { click, has, memory } = startManagement();
    await has(HERE);
    const { text, type } = await click(confirm(HERE.id), { permissions: 0n });
    expect(text).toMatch(/^You need the \*\*Manage Server\*\* permission/);
    expect(type).toBe(4);
    expect(memory.feeds.size).toBe(1);
  });

  it('does nothing in another server, whatever the button says', async () => {
    const { click, has, memory } = startManagement();
    await has(HERE, [], '77');
    expect((await click(confirm(HERE.id))).text).toMatch(/^This server doesn’t have announcements/);
    expect(memory.feeds.size).toBe(1);
  });

  it('says that announcements are already gone', async () => {
    const { click, has } = startManagement();
    await has(NEWS);
    expect((await click(confirm(HERE.id))).text).toMatch(/^<#90> doesn’t have announcements\./);
  });

  it('spares announcements that were set up again after the question', async () => {
    const { click, clock, has, memory } = startManagement();
    await clock.advance(MINUTE_MS);
    await has(HERE);
    expect((await click(confirm(HERE.id))).text).toMatch(
      /^Nothing was removed, because announcements in <#90> have been set up again since I asked you\./,
    );
    expect(memory.feeds.size).toBe(1);
  });

  it('means the deleted channel, which can’t be chosen anymore', async () => {
    const { use, has, services } = startManagement();
    await has(HERE);
    await services.management.pause(await has(NEWS), 'unknownChannel');
    expect((await use('remove')).text).toMatch(/^Remove announcements from <#91>\?/);
    expect((await use('remove', { channel: HERE.id })).text).toMatch(
      /^Remove announcements from <#90>\?/,
    );
  });
});

describe('a slow command', () => {
  it.each(['status', 'test', 'list', 'remove', 'pause'])(
    'is deferred, for the caller alone (%s)',
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
