import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { AnnouncementServices } from '#commands/services.ts';
import { CADENCES, DEFAULT_SCHEDULE, AWARD_FILTERS, WEEKDAYS } from '#src/announcements/feed.ts';
import type { AwardFilter, Cadence, Feed, Schedule, Weekday } from '#src/announcements/feed.ts';
import type { FeedSettings } from '#src/announcements/feed.ts';
import { setupMessage } from '#src/announcements/messages/setup.ts';
import { parseTimezone, timezoneChoices } from '#src/announcements/timezones/search.ts';
import { isPlannable } from '#src/announcements/timezones/timezone.ts';
import { isFollowable } from '#src/discord/channels/postable.ts';
import { defineSubcommand, UnknownChoice } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import type { ChannelOption, RoleOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { languageOf, LANGUAGES } from '#src/messages/languages/languages.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { channelOption, isChannelGone, managedGuild, onlyFeed } from './managed-feed.ts';
import { preflight, refuseUnlessPostable } from './preflight.ts';
import { leftBehind } from './take-along.ts';

/** `/announcements setup`: creates a channel's feed, or changes it. */
export const setup = defineSubcommand({
  definition: {
    name: 'setup',
    description: 'command.announcementsSetup',
    options: [
      {
        ...channelOption,
        description: 'option.setupChannel',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'kinds',
        description: 'option.kinds',
        choices: AWARD_FILTERS.map((value) => ({ name: `feedKinds.${value}`, value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'schedule',
        description: 'option.schedule',
        choices: CADENCES.map((value) => ({ name: `cadence.${value}`, value })),
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'hour',
        description: 'option.hour',
        min_value: 0,
        max_value: 23,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'weekday',
        description: 'option.weekday',
        choices: WEEKDAYS.map((value) => ({ name: `weekday.${value}`, value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'timezone',
        description: 'option.timezone',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Role,
        name: 'role',
        description: 'option.role',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'language',
        description: 'option.language',
        choices: Object.entries(LANGUAGES).map(([value, { name }]) => ({ name, value })),
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
  readonly language?: string;
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
    serverLanguage: languageOf(caller.guildLocale),
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
  const { kinds, role, language } = options;
  return {
    ...(kinds && { kinds }),
    // @everyone, the role with the server's id, is never pinged: choosing it turns pings off.
    ...(role && { roleId: role.id === guildId ? null : role.id }),
    ...(language && { language }),
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
        timezones: (t) => t.either(found),
      })
    : new Refusal('feedRefusal.unknownTimezone', { typed: quoted(typed) });
}

/** More wouldn't help; the list that appears while typing does. */
const ZONES_NAMED = 10;
