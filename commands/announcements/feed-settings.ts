import type { Cadence, AwardFilter, Schedule, Weekday } from '#src/announcements/feed.ts';
import type { FeedSettings } from '#src/announcements/management.ts';
import { canonicalTimezone } from '#src/announcements/timezone.ts';
import type { RoleOption } from '#src/discord/interactions/options.ts';
import { quoted } from '#src/messages/markdown.ts';
import { Refusal } from '#src/messages/refusal.ts';

/** The options of `setup` that say how; what is left out stays as it is. */
export type SettingsOptions = {
  readonly kinds?: AwardFilter;
  readonly schedule?: Cadence;
  readonly hour?: number;
  readonly weekday?: Weekday;
  readonly timezone?: string;
  readonly role?: RoleOption;
};

/**
 * What is kept, also what the schedule does not use now: it may at the next change. Everyone is never pinged: that role
 * takes the pings away again, for which `setup` has no other word.
 * @throws Refusal
 */
export function feedSettings(options: SettingsOptions, guildId: string): FeedSettings {
  const { kinds, role } = options;
  return {
    ...(kinds && { kinds }),
    // The role that everybody has is the server's id.
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
  const timezone = canonicalTimezone(typed);
  if (timezone === null) {
    throw new Refusal('feedRefusal.unknownTimezone', { typed: quoted(typed) });
  }
  return timezone;
}
