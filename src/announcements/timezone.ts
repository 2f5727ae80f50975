import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/command.ts';
import type { Choices } from '#src/discord/interactions/command.ts';

/** Intl lists some zones under a name that the IANA database has replaced. It accepts both; people see today's. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/** Other abbreviations are ambiguous: IST is India's, Ireland's and Israel's; EST has no summer time. */
const CLEAR_ABBREVIATIONS: ReadonlySet<string> = new Set(['UTC', 'GMT']);

/** Offered before anything is typed. */
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

let listed: readonly string[] | undefined;

/** Every zone on offer, `UTC` first, then by name. */
export function timezones(): readonly string[] {
  listed ??= [
    'UTC',
    ...Intl.supportedValuesOf('timeZone')
      .filter((name) => name !== 'UTC')
      .map(nameToday)
      .toSorted(),
  ];
  return listed;
}

/**
 * The zone that was typed, under its current name: `Europe/Kyiv` for `europe/kiev`. Null for anything that is not in
 * the IANA database, offsets such as `+02:00` included: they have no summer time.
 */
export function canonicalTimezone(typed: string): string | null {
  const text = typed.trim();
  const isAbbreviation = /^[a-z]{3}$/i.test(text);
  if (isAbbreviation && !CLEAR_ABBREVIATIONS.has(text.toUpperCase())) return null;
  const name = nameInIntl(text);
  if (name === null) return null;
  const today = nameToday(name);
  // Intl also accepts offsets, and names that are not in the database.
  return timezones().includes(today) || /^Etc\/GMT[+-]\d+$/.test(today) ? today : null;
}

function nameInIntl(text: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function nameToday(name: string): string {
  return RENAMED.get(name) ?? name;
}

/** Autocomplete: the zones that match what was typed, each with the time there. @param now ms since 1970. */
export function timezoneChoices(typed: string, now: number): Choices {
  return zonesLike(typed)
    .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
    .map((zone) => ({ name: `${zone} · ${timeIn(zone, now)}`, value: zone }));
}

/** By name or city, with spaces for underscores; what begins like the typed text comes first. */
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

/** In 24 hours, like the `hour` option. */
function timeIn(timeZone: string, now: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  return format.format(now);
}
