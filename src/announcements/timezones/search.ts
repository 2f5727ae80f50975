import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/command.ts';
import type { Choices } from '#src/discord/interactions/command.ts';
import { squeezeText } from '#src/platform/text.ts';

import { zonesByCountry } from './countries.ts';
import { offsetOf, parseOffset } from './offsets.ts';
import { SPOKEN } from './spoken-names.ts';
import { canonicalTimezone, formerNamesOf, nameToday, timezones } from './timezone.ts';

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

/** Autocomplete: the zones that match what was typed, each with the time there. @param now ms since 1970. */
export function timezoneChoices(typed: string, now: number): Choices {
  const offset = parseOffset(typed);
  const zones = offset === null ? zonesLike(typed) : zonesAt(offset, now);
  return zones
    .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
    .map((zone) => ({ name: `${zone} · ${timeIn(zone, now)}`, value: zone }));
}

/**
 * The zone that somebody means who did not choose from the list: its name, its city or the beginning of it, or what
 * people call it, if that is one zone alone. Otherwise the zones it may be, likeliest first; none if nothing fits.
 */
export function parseTimezone(typed: string): string | readonly string[] {
  const text = typed.replace(CHOICE_TIME, '').trim();
  const exact = canonicalTimezone(text);
  if (exact !== null) return exact;
  if (squeezeText(text) === '') return [];
  const zones = zonesNamed(text);
  if (zones.length === 0) return zonesNamed(withoutRemark(text));
  return zones.length === 1 ? (zones[0] ?? []) : zones;
}

function zonesNamed(text: string): readonly string[] {
  const begun = rankedZones(text).filter(({ rank }) => rank <= Rank.city);
  const named = begun.filter(({ rank }) => rank < Rank.city);
  return (named.length > 0 ? named : begun).map(({ zone }) => zone);
}

/** `Berlin` of `Berlin, Germany`, `Eastern Time` of `(UTC-05:00) Eastern Time (US & Canada)`. */
function withoutRemark(typed: string): string {
  return typed.replace(/^\s*\((?:utc|gmt)[^()]*\)\s*/i, '').replace(/(?<=\S)\s*[,(].*$/, '');
}

/** What follows the zone in a choice's label: someone may type all of it. */
const CHOICE_TIME = /\s*·\s*\d{1,2}:\d\d\s*$/;

/** The zones that people name where it is that time now, best known first. */
function zonesAt(offset: number, now: number): readonly string[] {
  const named = new Set([...WELL_KNOWN, ...[...SPOKEN.values()].flat(), ...RARE_OFFSETS]);
  return [...named].filter((zone) => offsetOf(zone, now) === offset);
}

const RARE_OFFSETS = [
  'Asia/Kathmandu',
  'Asia/Kabul',
  'Asia/Dhaka',
  'Asia/Colombo',
  'Atlantic/Azores',
];

/** By name, city, former name, or what people call it; what begins like the typed text comes first. */
function zonesLike(typed: string): readonly string[] {
  if (squeezeText(typed) === '') return typed.trim() === '' ? WELL_KNOWN : [];
  const ranked = rankedZones(typed);
  const zones = ranked.length > 0 ? ranked : rankedZones(withoutRemark(typed));
  return zones.map(({ zone }) => zone);
}

type RankedZone = { readonly zone: string; readonly rank: number };

/** Of the wordings of what was typed, the first that finds any. */
function rankedZones(typed: string): readonly RankedZone[] {
  if (squeezeText(typed) === '') return [];
  const wordings = [typed, typed.replace(KIND_OF_TIME, ' time'), typed.replace(TIME, '')];
  return wordings.map(zonesWorded).find((zones) => zones.length > 0) ?? [];
}

/** `Eastern Standard Time` is Eastern time, and `London time` London's. */
const KIND_OF_TIME = /\s+(?:standard|daylight|summer)\s+time\s*$/i;
const TIME = /(?:\s+(?:standard|daylight|summer))?\s+time\s*$/i;

function zonesWorded(typed: string): readonly RankedZone[] {
  const wanted = squeezeText(typed);
  const name = typed.trim().replaceAll(' ', '_');
  const meant = canonicalTimezone(name);
  const former = new Set(REGIONS.map((region) => canonicalTimezone(`${region}/${name}`)));
  const spoken = spokenNames().get(wanted) ?? [];
  const begun = new Set(wanted.length < BEGUN_LENGTH ? [] : spokenFrom(wanted));
  const rank = ({ zone, names }: SearchedZone) => {
    if (zone === meant) return Rank.meant;
    if (spoken.includes(zone)) return Rank.spoken + spoken.indexOf(zone);
    return Math.min(
      rankOf(names, wanted),
      former.has(zone) ? Rank.city : Rank.none,
      begun.has(zone) ? Rank.begun : Rank.none,
    );
  };
  return searchedZones()
    .map((searched) => ({ zone: searched.zone, rank: rank(searched) }))
    .filter((ranked) => ranked.rank < Rank.none)
    .toSorted((one, other) => one.rank - other.rank);
}

/** Intl knows many more former names than it lists: Asia/Dacca, Asia/Macao. */
const REGIONS = ['Africa', 'America', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Pacific'];

/** Between spoken and city there is room for the zones that share one name. */
const Rank = {
  meant: 0,
  spoken: 1,
  wholeCity: 100,
  city: 101,
  begun: 102,
  zone: 103,
  within: 104,
  none: Infinity,
} as const;

/** Fewer letters begin too many names. */
const BEGUN_LENGTH = 3;
/** Fewer letters are in the middle of too many: `est` in Bucharest. */
const WITHIN_LENGTH = 4;

let spokenAndCountries: ReadonlyMap<string, readonly string[]> | undefined;

/** What people call zones, and the countries: what is likeliest in a country comes first. */
function spokenNames(): ReadonlyMap<string, readonly string[]> {
  if (spokenAndCountries) return spokenAndCountries;
  const names = new Map(SPOKEN);
  for (const [country, zones] of zonesByCountry()) {
    const known = zones.map(nameToday).filter((zone) => timezones().includes(zone));
    const all = new Set([...(SPOKEN.get(country) ?? []), ...known]);
    if (all.size > 0) names.set(country, [...all]);
  }
  spokenAndCountries = names;
  return names;
}

function spokenFrom(start: string): readonly string[] {
  return [...spokenNames()]
    .filter(([name]) => name.startsWith(start))
    .flatMap(([, zones]) => zones);
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

function rankOf(names: SearchedZone['names'], wanted: string): number {
  if (names.some(({ city }) => city === wanted)) return Rank.wholeCity;
  if (names.some(({ city }) => city.startsWith(wanted))) return Rank.city;
  if (names.some(({ whole }) => whole.startsWith(wanted))) return Rank.zone;
  const isTelling = wanted.length >= WITHIN_LENGTH;
  return isTelling && names.some(({ whole }) => whole.includes(wanted)) ? Rank.within : Rank.none;
}

/** In 24 hours, like the `hour` option. */
function timeIn(timeZone: string, now: number): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  return format.format(now);
}
