import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/command.ts';
import type { Choices } from '#src/discord/interactions/command.ts';
import { squeezeText } from '#src/platform/text.ts';

import type { Schedule } from './feed.ts';
import { SPOKEN } from './timezone-names.ts';

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

/** By name, city, former name, or what people call it; what begins like the typed text comes first. */
function zonesLike(typed: string): readonly string[] {
  const wanted = squeezeText(typed);
  if (wanted === '') return typed.trim() === '' ? WELL_KNOWN : [];
  const meant = canonicalTimezone(typed.trim().replaceAll(' ', '_'));
  const spoken = SPOKEN.get(wanted) ?? [];
  const begun = wanted.length < BEGUN_LENGTH ? [] : spokenFrom(wanted);
  const rank = ({ zone, names }: SearchedZone) => {
    if (zone === meant) return Rank.meant;
    if (spoken.includes(zone)) return Rank.spoken + spoken.indexOf(zone);
    return Math.min(rankOf(names, wanted), begun.includes(zone) ? Rank.begun : Rank.none);
  };
  return searchedZones()
    .map((searched) => ({ zone: searched.zone, rank: rank(searched) }))
    .filter((ranked) => ranked.rank < Rank.none)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ zone }) => zone);
}

/** Between spoken and city there is room for the zones that share one name. */
const Rank = {
  meant: 0,
  spoken: 1,
  city: 100,
  begun: 101,
  zone: 102,
  within: 103,
  none: Infinity,
} as const;

/** Fewer letters begin too many names. */
const BEGUN_LENGTH = 3;

function spokenFrom(start: string): readonly string[] {
  return [...SPOKEN].filter(([name]) => name.startsWith(start)).flatMap(([, zones]) => zones);
}

type SearchedZone = {
  readonly zone: string;
  /** Squeezed: its name and its former ones; of each, the city behind it. */
  readonly names: readonly { readonly whole: string; readonly city: string }[];
};

let searched: readonly SearchedZone[] | undefined;

function searchedZones(): readonly SearchedZone[] {
  searched ??= timezones().map((zone) => ({
    zone,
    names: [zone, ...formerNamesOf(zone)].map((name) => ({
      whole: squeezeText(name),
      city: squeezeText(name.slice(name.lastIndexOf('/') + 1)),
    })),
  }));
  return searched;
}

function formerNamesOf(zone: string): readonly string[] {
  return [...RENAMED].filter(([, today]) => today === zone).map(([former]) => former);
}

function rankOf(names: SearchedZone['names'], wanted: string): number {
  if (names.some(({ city }) => city.startsWith(wanted))) return Rank.city;
  if (names.some(({ whole }) => whole.startsWith(wanted))) return Rank.zone;
  return names.some(({ whole }) => whole.includes(wanted)) ? Rank.within : Rank.none;
}

/** In 24 hours, like the `hour` option. */
function timeIn(timeZone: string, now: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  return format.format(now);
}

/** Whether digests can be planned: this version of Node may not know the zone that was chosen. */
export function isPlannable({ cadence, timezone }: Schedule): boolean {
  if (cadence === 'live') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions();
    return true;
  } catch {
    return false;
  }
}
