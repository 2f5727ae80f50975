import { canonicalTimezone, timezones } from '#src/announcements/timezone.ts';
import type { Choices } from '#src/discord/interactions/command.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/limits.ts';

/** Where many people are, for somebody who has not typed yet. */
const WELL_KNOWN = [
  'UTC',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Tokyo',
  'Australia/Sydney',
];

/** The zones that somebody may be typing, each with the time there. @param now ms since 1970. */
export function timezoneChoices(typed: string, now: number): Choices {
  return zonesLike(typed)
    .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
    .map((zone) => ({ name: `${zone} · ${timeIn(zone, now)}`, value: zone }));
}

/** By name or city, spaces for underscores: those that begin so first. */
function zonesLike(typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  if (wanted === '') return WELL_KNOWN;
  const meant = canonicalTimezone(wanted);
  const ranked = timezones()
    .map((zone) => ({ zone, rank: zone === meant ? 0 : rankOf(zone.toLowerCase(), wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank);
  return ranked.map(({ zone }) => zone);
}

function rankOf(zone: string, wanted: string): number {
  const city = zone.slice(zone.lastIndexOf('/') + 1);
  if (city.startsWith(wanted)) return 1;
  if (zone.startsWith(wanted)) return 2;
  return zone.includes(wanted) ? 3 : Infinity;
}

/** In 24 hours, as the option for the hour counts them. */
function timeIn(timeZone: string, now: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  return format.format(now);
}
