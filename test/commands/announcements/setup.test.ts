import { describe, expect, it } from 'vitest';

import { timezoneChoices } from '#src/announcements/timezones/search.ts';
import { SPOKEN } from '#src/announcements/timezones/spoken-names.ts';
import { timezones } from '#src/announcements/timezones/timezone.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import type { PermissionName } from '#src/discord/channels/permission-bits.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import {
  EVERYONE,
  fine,
  FORUM,
  GUILD,
  HERE,
  NEWS,
  RETRO,
  startManagement,
  THREAD,
  VOICE,
} from './stage.ts';

const NEXT = '<t:1735693200:F>';

describe('/announcements setup', () => {
  it('without options uses the current channel, and shows all settings', async () => {
    const { use, memory } = startManagement();
    const { text, type } = await use('setup');
    expect(type).toBe(4);
    expect(text.split('\n')).toEqual([
      'Announcements set up',
      'Next, add players with </announcements track:5>.',
      'Channel: <#90>',
      'Awards: All awards (hardcore and casual)',
      'Tracked players: 0 of 500',
      'Pings: Nobody',
      'Language: English',
      'Schedule: Live',
    ]);
    expect([...memory.feeds.values()]).toMatchObject([
      { channelId: HERE.id, guildId: GUILD, managerId: '1', crossposts: false, roleId: null },
    ]);
  });

  it('with all options shows them, with the next digest', async () => {
    const { use, memory } = startManagement();
    const { text } = await use('setup', {
      channel: NEWS.id,
      kinds: 'hardcore',
      schedule: 'weekly',
      hour: 7,
      weekday: 'friday',
      timezone: 'asia/kathmandu',
      role: RETRO.id,
    });
    expect(text).toContain('Channel: <#91>');
    expect(text).toContain('Awards: Beaten and mastered (hardcore only)');
    expect(text).toContain('Pings: <@&400>');
    expect(text).toContain(
      `Schedule: Weekly digest on Friday at 07:00 (Asia/Kathmandu)\nNext: ${NEXT}`,
    );
    expect(memory.feeds.get(NEWS.id)).toMatchObject({
      kinds: 'hardcore',
      roleId: RETRO.id,
      crossposts: true,
      schedule: { cadence: 'weekly', hour: 7, weekday: 'friday', timezone: 'Asia/Kathmandu' },
    });
  });

  it.each([
    ['hourly', `Hourly digest\nNext: ${NEXT}`],
    ['daily', `Daily digest at 18:00 (UTC)\nNext: ${NEXT}`],
    ['weekly', `Weekly digest on Monday at 18:00 (UTC)\nNext: ${NEXT}`],
    ['monthly', `Monthly digest on the 1st at 18:00 (UTC)\nNext: ${NEXT}`],
  ])('describes a schedule that is %s', async (schedule, words) => {
    const { text } = await startManagement().use('setup', { schedule });
    expect(text).toContain(`Schedule: ${words}`);
  });

  it('keeps settings that the schedule doesn’t use yet', async () => {
    const { use } = startManagement();
    await use('setup', { schedule: 'live', hour: 0, weekday: 'sunday', timezone: 'Europe/Paris' });
    const { text } = await use('setup', { schedule: 'weekly' });
    expect(text).toContain('Sunday at 00:00 (Europe/Paris)');
  });

  it.each([
    [
      'live',
      'hour',
      'ℹ️ This schedule doesn’t use `hour`, so it’s saved for when you choose another `schedule`.',
    ],
    [
      'live',
      'hour weekday timezone',
      'ℹ️ This schedule doesn’t use `hour`, `weekday`, and `timezone`, so they’re saved for when you choose another `schedule`.',
    ],
    [
      'hourly',
      'hour timezone',
      'ℹ️ This schedule doesn’t use `hour` and `timezone`, so they’re saved for when you choose another `schedule`.',
    ],
    [
      'daily',
      'hour weekday timezone',
      'ℹ️ This schedule doesn’t use `weekday`, so it’s saved for when you choose another `schedule`.',
    ],
    [
      'monthly',
      'weekday',
      'ℹ️ This schedule doesn’t use `weekday`, so it’s saved for when you choose another `schedule`.',
    ],
    ['weekly', 'hour weekday timezone', null],
    ['live', '', null],
  ])('says that %s doesn’t use an option (%s)', async (schedule, set, line) => {
    const { use } = startManagement();
    await use('setup', { schedule });
    const all = { hour: 9, weekday: 'friday', timezone: 'Asia/Tokyo' };
    const given = Object.entries(all).filter(([name]) => set.split(' ').includes(name));
    const { text } = await use('setup', Object.fromEntries(given));
    expect(text.split('\n').filter((one) => one.startsWith('ℹ️'))).toEqual(line ? [line] : []);
  });

  it('changes only the given settings', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['MaxMilyin']);
    await use('setup', { kinds: 'mastered', role: RETRO.id });
    const { text } = await use('setup', { schedule: 'daily' });
    expect(text.split('\n')).toEqual([
      'Announcements updated',
      'Post a sample with </announcements test:5>, or add more players with </announcements track:5>.',
      'Channel: <#90>',
      'Awards: Mastered',
      'Tracked players: 1 of 500',
      'Pings: <@&400>',
      'Language: English',
      'Schedule: Daily digest at 18:00 (UTC)',
      `Next: ${NEXT}`,
    ]);
    expect(memory.feeds.size).toBe(1);
  });

  it('without a channel changes the server’s only announcements, and says so', async () => {
    const { use, has, memory } = startManagement();
    await has(NEWS);
    const { text } = await use('setup', { kinds: 'mastered' });
    expect(text).toContain('Announcements updated');
    expect(text).toContain(
      'These settings are for <#91>, the only channel in this server with announcements. To announce in this channel too, use </announcements setup:5> and choose it as `channel`.',
    );
    expect(memory.feeds.get(NEWS.id)?.kinds).toBe('mastered');
    expect((await use('setup', { channel: NEWS.id })).text).not.toContain('the only channel');
  });

  it('without a channel asks which of several are meant', async () => {
    const { use, has } = startManagement();
    await has(HERE);
    await has(NEWS);
    expect((await use('setup')).text).toMatch(/in more than one channel: <#90> and <#91>\./);
  });

  it('without a channel uses the current one if the other one was deleted', async () => {
    const { use, has, services, memory } = startManagement();
    await services.management.pause(await has(NEWS), 'unknownChannel');
    await use('setup');
    expect([...memory.feeds.keys()]).toEqual([NEWS.id, HERE.id]);
  });

  it('sets up announcements in a thread, and beside others', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE);
    await use('setup', { channel: THREAD.id });
    await use('setup', { channel: NEWS.id });
    expect([...memory.feeds.keys()]).toEqual([HERE.id, THREAD.id, NEWS.id]);
  });

  it('leaves a manager’s pause, and says so', async () => {
    const { use, has, services } = startManagement();
    await services.management.pause(await has(HERE), 'manager');
    expect((await use('setup')).text).toContain(
      '⏸️ Announcements are still paused. Use </announcements resume:5> to start posting again.',
    );
  });
});

describe('/announcements setup where the bot can’t post', () => {
  const cases: readonly (readonly [string, ChannelAccess, RegExp])[] = [
    [
      'for want of permissions names each as Discord does',
      {
        ...fine(HERE.id),
        missing: [
          'viewChannel',
          'sendMessages',
          'sendMessagesInThreads',
          'embedLinks',
          'manageThreads',
        ],
      },
      /^I can’t post in <#90>\. Give me \*\*View Channel\*\*, \*\*Send Messages\*\*, \*\*Send Messages in Threads\*\*, \*\*Embed Links\*\*, and \*\*Manage Threads\*\* in Edit Channel > Permissions/,
    ],
    [
      'because it can’t see the channel',
      { kind: 'noAccess' },
      /^I can’t see <#90>\. Give me \*\*View Channel\*\*/,
    ],
    [
      'because the channel is gone',
      { kind: 'unknown' },
      /^That channel no longer exists, or it’s in another server\./,
    ],
    [
      'or can’t tell',
      { kind: 'unavailable' },
      /^I couldn’t check my permissions there\. Nothing was changed\./,
    ],
    [
      'because it has become a forum',
      fine(HERE.id, FORUM.type),
      /^I can’t post directly in <#90>\./,
    ],
  ];

  it.each(cases)('%s, and saves nothing', async (_, access, sentence) => {
    const { use, memory, channels } = startManagement();
    channels.answer = () => access;
    const { text, isPrivate } = await use('setup');
    expect(text).toMatch(sentence);
    expect(isPrivate).toBe(true);
    expect(memory.feeds.size).toBe(0);
  });

  it('leaves existing announcements as they were', async () => {
    const { use, has, memory, channels } = startManagement();
    const feed = await has(HERE);
    channels.answer = () => ({ ...fine(HERE.id), missing: ['sendMessages'] });
    await use('setup', { kinds: 'mastered' });
    expect(memory.feeds.get(HERE.id)).toBe(feed);
  });

  it.each([
    [
      'a forum',
      FORUM,
      /^I can’t post directly in <#93>\. Open a post there, then choose that post as `channel`\.$/,
    ],
    [
      'a voice channel',
      VOICE,
      /^I can’t post in <#94>\. Choose a text channel, an announcement channel, or a thread as `channel`\.$/,
    ],
  ])('says what to choose instead of %s, without asking Discord', async (_, channel, sentence) => {
    const { use, channels, memory } = startManagement();
    expect((await use('setup', { channel: channel.id })).text).toMatch(sentence);
    expect((await use('setup', {}, { channel })).text).toMatch(sentence);
    expect(channels.asked).toEqual([]);
    expect(memory.feeds.size).toBe(0);
  });

  const advised: readonly (readonly [readonly PermissionName[], RegExp])[] = [
    [['readMessageHistory'], /⚠️ Give me \*\*Read Message History\*\* in <#90>\./],
    [
      ['mentionEveryone'],
      /⚠️ I can’t ping <@&400>\..*\*\*Mention @everyone, @here, and All Roles\*\* in <#90>/,
    ],
    [['manageThreads'], /⚠️ Also give me \*\*Manage Threads\*\* in <#90>\./],
  ];
  it.each(advised)('if posts could be better (%o), saves and says how', async (names, line) => {
    const { use, memory, channels } = startManagement();
    channels.answer = () => ({ ...fine(HERE.id), advised: names });
    expect((await use('setup', { role: RETRO.id })).text).toMatch(line);
    expect(memory.feeds.size).toBe(1);
  });

  it('never pings everyone: choosing that role turns pings off', async () => {
    const { use, memory } = startManagement();
    await use('setup', { role: RETRO.id });
    expect((await use('setup', { role: EVERYONE.id })).text).toContain('Pings: Nobody');
    expect(memory.feeds.get(HERE.id)).toMatchObject({ roleId: null });
  });

  it('checks the stored role, even if the option is left out', async () => {
    const { use, channels } = startManagement();
    await use('setup', { role: RETRO.id });
    await use('setup', { kinds: 'mastered' });
    expect(channels.asked.map(({ roleId }) => roleId)).toEqual([RETRO.id, RETRO.id]);
  });
});

describe('/announcements setup of existing announcements', () => {
  it('says how many waiting awards no longer match', async () => {
    const { use, has, memory } = startManagement();
    await has(HERE, ['Amy']);
    memory.droppedCount = 2;
    expect((await use('setup', { kinds: 'mastered' })).text).toContain(
      'ℹ️ 2 waiting awards no longer match these settings and won’t be posted.',
    );
    memory.droppedCount = 0;
    expect((await use('setup', { kinds: 'all' })).text).not.toContain('no longer match');
  });

  it('asks for another time zone if the stored one is no longer known', async () => {
    const { use, memory } = startManagement();
    await use('setup', { schedule: 'daily' });
    const feed = memory.feeds.get(HERE.id);
    if (feed) {
      const schedule = { ...feed.schedule, timezone: 'Mars/Base' };
      memory.feeds.set(HERE.id, { ...feed, schedule });
    }
    expect((await use('setup', { hour: 7 })).text).toBe(
      'I no longer recognize the time zone Mars/Base. Choose another one with `timezone` in </announcements setup:5>. Nothing was changed.',
    );
    expect((await use('setup', { schedule: 'live' })).text).toContain('Schedule: Live');
    expect((await use('setup', { schedule: 'daily', timezone: 'UTC' })).text).toContain('(UTC)');
  });

  it('says that the role was deleted', async () => {
    const { use, channels } = startManagement();
    channels.answer = () => ({ ...fine(HERE.id), isRoleGone: true });
    expect((await use('setup')).text).toContain('⚠️ The role to ping was deleted');
  });
});

describe('/announcements setup with impossible options', () => {
  it.each([
    [
      { timezone: '+02:00' },
      /^“\+02\\:00” isn’t a time zone I know\. Type a city .*`Europe\/Paris`/,
    ],
    [
      { timezone: 'eastern' },
      /^“eastern” could be America\/New_York or America\/Toronto\. .*Nothing was changed\.$/,
    ],
    [{ timezone: '*Mars*' }, /^“\\\*Mars\\\*” isn’t a time zone/],
    [{ timezone: '@everyone'.repeat(100) }, /^“@everyone.{50,130}…” isn’t a time zone/],
  ])('(%o) says so, and saves nothing', async (options, sentence) => {
    const { use, memory, channels } = startManagement();
    const { text, pings } = await use('setup', options);
    expect(text).toMatch(sentence);
    expect(pings).toEqual([]);
    expect(memory.feeds.size).toBe(0);
    expect(channels.asked).toEqual([]);
  });

  it.each([{ hour: 24 }, { hour: -1 }, { kinds: 'some' }, { schedule: 'yearly' }])(
    '(%o), which only an old client sends, doesn’t run',
    async (options) => {
      const { use, memory } = startManagement();
      expect((await use('setup', options)).text).toMatch(/use the command again/i);
      expect(memory.feeds.size).toBe(0);
    },
  );
});

describe('the suggested time zones', () => {
  const at = Date.UTC(2025, 6, 1, 12, 5);
  const zones = (typed: string) => timezoneChoices(typed, at).map(({ value }) => value);

  it('have the time there, in 24 hours', () => {
    expect(timezoneChoices('kathm', at)).toEqual([
      { name: 'Asia/Kathmandu · 17:50', value: 'Asia/Kathmandu' },
    ]);
    expect(timezoneChoices('utc', at)[0]).toEqual({ name: 'UTC · 12:05', value: 'UTC' });
  });

  it('begin with UTC and well-known ones before anything is typed', () => {
    expect(zones('')).toEqual(expect.arrayContaining(['Europe/Paris', 'America/New_York']));
    expect(zones(' ')[0]).toBe('UTC');
  });

  it('are found by city, region, or any part, in any case, with spaces', () => {
    expect(zones('new y')).toEqual(['America/New_York']);
    expect(zones('PARIS')[0]).toBe('Europe/Paris');
    expect(zones('europe/')[0]).toMatch(/^Europe\//);
    expect(zones('howe')).toContain('Australia/Lord_Howe');
    expect(zones('lon')[0]).toMatch(/\/Lon/);
    expect(zones('us/eastern')[0]).toBe('America/New_York');
    expect(zones('europe/kiev')[0]).toBe('Europe/Kyiv');
    expect(zones('zzz')).toEqual([]);
  });

  it.each([
    ['kiev', 'Europe/Kyiv'],
    ['calcutta', 'Asia/Kolkata'],
    ['saigon', 'Asia/Ho_Chi_Minh'],
    ['rangoon', 'Asia/Yangon'],
    ['eastern', 'America/New_York'],
    ['easter', 'Pacific/Easter'],
    ['calif', 'America/Los_Angeles'],
    ['US Eastern', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['pacific', 'America/Los_Angeles'],
    ['cet', 'Europe/Berlin'],
    ['ist', 'Asia/Kolkata'],
    ['new-york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['zürich', 'Europe/Zurich'],
    ['ｔｏｋｙｏ', 'Asia/Tokyo'],
    ['uk', 'Europe/London'],
    ['japan', 'Asia/Tokyo'],
    ['NYC', 'America/New_York'],
    ['washington dc', 'America/New_York'],
    ['tokio', 'Asia/Tokyo'],
    ['wien', 'Europe/Vienna'],
    ['Köln', 'Europe/Berlin'],
    ['roma', 'Europe/Rome'],
    ['lisboa', 'Europe/Lisbon'],
    ['Belgium', 'Europe/Brussels'],
    ['Greece', 'Europe/Athens'],
    ['Czech Republic', 'Europe/Prague'],
    ['Czechia', 'Europe/Prague'],
    ['Taiwan', 'Asia/Taipei'],
    ['Saudi Arabia', 'Asia/Riyadh'],
    ['nepal', 'Asia/Kathmandu'],
    ['Venez', 'America/Caracas'],
    ['Morocco', 'Africa/Casablanca'],
    ['germany', 'Europe/Berlin'],
    ['brazil', 'America/Sao_Paulo'],
    ['usa', 'America/New_York'],
    ['LA', 'America/Los_Angeles'],
  ])('for %j have %s first', (typed, zone) => {
    expect(zones(typed)[0]).toBe(zone);
  });

  it.each([
    ['UTC+2', 'Europe/Paris'],
    ['utc +02:00', 'Europe/Paris'],
    ['GMT+1', 'Europe/London'],
    ['gmt-3', 'America/Sao_Paulo'],
    ['+05:30', 'Asia/Kolkata'],
    ['+0545', 'Asia/Kathmandu'],
    ['UTC\u22127', 'America/Los_Angeles'],
    ['+0', 'UTC'],
  ])('for %j, the time there now, have %s first', (typed, zone) => {
    expect(zones(typed)[0]).toBe(zone);
    expect(zones('+25')).toEqual([]);
  });

  it.each([
    ['mst', 'Europe/Amsterdam'],
    ['EST', 'Europe/Bucharest'],
  ])('for %j have no %s', (typed, zone) => {
    expect(zones(typed)).not.toContain(zone);
  });

  it('are found by the names that people use', () => {
    const known = timezones();
    for (const zone of [...SPOKEN.values()].flat()) expect(known).toContain(zone);
  });

  it('are no more than Discord shows', () => {
    expect(zones('a')).toHaveLength(25);
  });

  it('can all be typed in setup', async () => {
    const { suggest } = startManagement();
    const clock = createFakeClock();
    expect(await suggest(['setup', 'timezone'], 'tokyo')).toEqual(
      timezoneChoices('tokyo', clock.now()),
    );
  });
});
