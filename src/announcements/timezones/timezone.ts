import type { Schedule } from '#src/announcements/feed.ts';

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

/** A zone's name in today's database, for one as Intl has it. */
export function nameToday(name: string): string {
  return RENAMED.get(name) ?? name;
}

/** What the database called a zone before. */
export function formerNamesOf(zone: string): readonly string[] {
  return [...RENAMED].filter(([, today]) => today === zone).map(([former]) => former);
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
