import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { AnnouncementServices } from '#commands/services.ts';
import { CADENCES, DEFAULT_SCHEDULE, AWARD_FILTERS, WEEKDAYS } from '#src/announcements/feed.ts';
import type { AwardFilter, Cadence, Feed, Schedule, Weekday } from '#src/announcements/feed.ts';
import type { FeedSettings } from '#src/announcements/feed.ts';
import { setupMessage } from '#src/announcements/messages/setup.ts';
import { parseTimezone, timezoneChoices } from '#src/announcements/timezone-search.ts';
import { isPlannable } from '#src/announcements/timezone.ts';
import { isFollowable } from '#src/discord/channels/postable.ts';
import { defineSubcommand, UnknownChoice } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import type { ChannelOption, RoleOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { en } from '#src/messages/languages/en.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { channelOption, isChannelGone, managedGuild, onlyFeed } from './managed-feed.ts';
import { preflight, refuseUnlessPostable } from './preflight.ts';
import { leftBehind } from './take-along.ts';

/** `/announcements setup`: creates a channel's feed, or changes it. */
export const setup = defineSubcommand({
  definition: {
    name: 'setup',
    description: 'Set up announcements in a channel, or change only the settings you fill in',
    options: [
      {
        ...channelOption,
        description: 'Channel or thread (default: the one with announcements, or this one)',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'kinds',
        description: 'Which awards to announce (default: all)',
        choices: AWARD_FILTERS.map((value) => ({ name: en.feedKinds[value], value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'schedule',
        description: 'How often to post (default: live)',
        choices: CADENCES.map((value) => ({ name: en.cadence[value], value })),
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'hour',
        description: `Hour of a daily, weekly, or monthly digest, 0 to 23 (default: ${DEFAULT_SCHEDULE.hour})`,
        min_value: 0,
        max_value: 23,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'weekday',
        description: 'Day of a weekly digest (default: Monday)',
        choices: WEEKDAYS.map((value) => ({ name: en.weekday[value], value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'timezone',
        description: `Time zone for the hour, like Europe/Paris (default: ${DEFAULT_SCHEDULE.timezone})`,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Role,
        name: 'role',
        description: 'Role to ping (default: none; choose @everyone to stop pings)',
      },
    ],
  },

  run: (use: Use<AnnouncementServices>, options) => use.answer.showWhenReady(setUp(use, options)),

  autocomplete: ({ typed }, _caller, { clock }) => timezoneChoices(typed, clock.now()),
});

/** The settings; those left out keep their values. */
type SettingsOptions = {
  readonly kinds?: AwardFilter;
  readonly schedule?: Cadence;
  readonly hour?: number;
  readonly weekday?: Weekday;
  readonly timezone?: string;
  readonly role?: RoleOption;
};

async function setUp(
  { caller, services }: Use<AnnouncementServices>,
  options: SettingsOptions & { readonly channel?: ChannelOption },
): Promise<MessageBody> {
  const { management, channels } = services;
  const guildId = managedGuild(caller);
  const settings = settingsOf(options, guildId);
  const feeds = await management.feedsIn(guildId);
  const channelId = channelFor(options.channel, feeds, caller);
  const before = feeds.find((feed) => feed.channelId === channelId);
  const { roleId = before?.roleId ?? null } = settings;
  const access = await preflight(channels, { guildId, channelId, roleId });
  refuseUnlessPlannable({ ...DEFAULT_SCHEDULE, ...before?.schedule, ...settings.schedule });
  const playerCount = before ? ((await management.status(before))?.playerCount ?? 0) : 0;
  const set = await management.setUp({
    channelId,
    guildId,
    managerId: caller.id,
    crossposts: isFollowable(access.channel.type),
    settings,
  });
  const others = feeds.filter((feed) => feed.channelId !== channelId);
  const left = await leftBehind(services, others);
  const isElsewhere = options.channel === undefined && channelId !== caller.channel?.id;
  return setupMessage(
    {
      ...set,
      playerCount,
      isElsewhere,
      advice: access,
      given: settings.schedule ?? {},
      left,
      ownerId: caller.id,
    },
    services.mention,
    services.translate(caller.locale),
  );
}

/** @throws Refusal for a zone that only another version of Node knows */
function refuseUnlessPlannable(schedule: Schedule): void {
  if (isPlannable(schedule)) return;
  throw new Refusal('feedRefusal.timezoneGone', {
    timezone: quoted(schedule.timezone),
    setup: command('announcements setup'),
  });
}

/** The chosen channel, else the only one that has a feed, else the one the command was used in. @throws Refusal */
function channelFor(
  chosen: ChannelOption | undefined,
  feeds: readonly Feed[],
  caller: Caller,
): string {
  const only = chosen ? undefined : onlyFeed(feeds.filter((feed) => !isChannelGone(feed)));
  if (only) return only.channelId;
  const channel = chosen ?? caller.channel;
  if (!channel) throw new UnknownChoice('channel');
  refuseUnlessPostable(channel.id, channel.type);
  return channel.id;
}

/** Also keeps an hour or a weekday that the schedule doesn't use: the next change may need it. @throws Refusal */
function settingsOf(options: SettingsOptions, guildId: string): FeedSettings {
  const { kinds, role } = options;
  return {
    ...(kinds && { kinds }),
    // @everyone, the role with the server's id, is never pinged: choosing it turns pings off.
    ...(role && { roleId: role.id === guildId ? null : role.id }),
    schedule: scheduleOf(options),
  };
}

function scheduleOf({ schedule, hour, weekday, timezone }: SettingsOptions): Partial<Schedule> {
  return {
    ...(schedule && { cadence: schedule }),
    ...(hour !== undefined && { hour }),
    ...(weekday && { weekday }),
    ...(timezone !== undefined && { timezone: timezoneOf(timezone) }),
  };
}

function timezoneOf(typed: string): string {
  const found = parseTimezone(typed);
  if (typeof found === 'string') return found;
  throw found.length > 0 && found.length <= ZONES_NAMED
    ? new Refusal('feedRefusal.ambiguousTimezone', {
        typed: quoted(typed),
        timezones: new Intl.ListFormat('en', { type: 'disjunction' }).format(found),
      })
    : new Refusal('feedRefusal.unknownTimezone', { typed: quoted(typed) });
}

/** More wouldn't help; the list that appears while typing does. */
const ZONES_NAMED = 10;
