/**
 * Zones by the names that people know. Intl lists some under a name that the IANA database has given up, and
 * takes both: those are said here as the database says them today.
 */
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

/** Three letters are several zones (IST is India's, Ireland's and Israel's; EST has no summer): but for these two. */
const CLEAR_ABBREVIATIONS: ReadonlySet<string> = new Set(['UTC', 'GMT']);

let listed: readonly string[] | undefined;

/** Every zone that people are offered, `UTC` first, then by name. */
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
 * The zone that somebody means, as it is written today: `europe/kiev` is `Europe/Kyiv`. Null for what is no zone
 * of the IANA database; an offset such as `+02:00` is none, because it knows no summer.
 */
export function canonicalTimezone(typed: string): string | null {
  const text = typed.trim();
  const isAbbreviation = /^[a-z]{3}$/i.test(text);
  if (isAbbreviation && !CLEAR_ABBREVIATIONS.has(text.toUpperCase())) return null;
  const name = nameInIntl(text);
  if (name === null) return null;
  const today = nameToday(name);
  // Intl knows offsets, too, and names that others than the database have made up.
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
