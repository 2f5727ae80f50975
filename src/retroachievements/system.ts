import { squeezeText, wordsOf } from '#src/platform/text.ts';

import { NICKNAMES, SHARED_NICKNAMES } from './system-nicknames.ts';

/** A system that games run on; RetroAchievements' wire says console. */
export type System = {
  /** The site's ConsoleID. */
  readonly id: number;
  readonly shortName: string;
  readonly name: string;
};

/** The site's systems: ConsoleID, its short name there, its full name there. */
const SYSTEMS: readonly System[] = (
  [
    [1, 'MD', 'Genesis/Mega Drive'],
    [2, 'N64', 'Nintendo 64'],
    [3, 'SNES', 'SNES/Super Famicom'],
    [4, 'GB', 'Game Boy'],
    [5, 'GBA', 'Game Boy Advance'],
    [6, 'GBC', 'Game Boy Color'],
    [7, 'NES', 'NES/Famicom'],
    [8, 'PCE', 'PC Engine/TurboGrafx-16'],
    [9, 'SCD', 'Sega CD'],
    [10, '32X', '32X'],
    [11, 'SMS', 'Master System'],
    [12, 'PS1', 'PlayStation'],
    [13, 'Lynx', 'Atari Lynx'],
    [14, 'NGP', 'Neo Geo Pocket'],
    [15, 'GG', 'Game Gear'],
    [16, 'GC', 'GameCube'],
    [17, 'JAG', 'Atari Jaguar'],
    [18, 'DS', 'Nintendo DS'],
    [19, 'Wii', 'Wii'],
    [20, 'WiiU', 'Wii U'],
    [21, 'PS2', 'PlayStation 2'],
    [22, 'Xbox', 'Xbox'],
    [23, 'MO2', 'Magnavox Odyssey 2'],
    [24, 'MINI', 'Pokemon Mini'],
    [25, '2600', 'Atari 2600'],
    [26, 'DOS', 'DOS'],
    [27, 'ARC', 'Arcade'],
    [28, 'VB', 'Virtual Boy'],
    [29, 'MSX', 'MSX'],
    [30, 'C64', 'Commodore 64'],
    [33, 'SG1K', 'SG-1000'],
    [35, 'Amiga', 'Amiga'],
    [37, 'CPC', 'Amstrad CPC'],
    [38, 'A2', 'Apple II'],
    [39, 'SAT', 'Saturn'],
    [40, 'DC', 'Dreamcast'],
    [41, 'PSP', 'PlayStation Portable'],
    [42, 'CD-i', 'Philips CD-i'],
    [43, '3DO', '3DO Interactive Multiplayer'],
    [44, 'CV', 'ColecoVision'],
    [45, 'INTV', 'Intellivision'],
    [46, 'VECT', 'Vectrex'],
    [47, '80/88', 'PC-8000/8800'],
    [49, 'PC-FX', 'PC-FX'],
    [51, '7800', 'Atari 7800'],
    [52, 'X68K', 'Sharp X68000'],
    [53, 'WS', 'WonderSwan'],
    [56, 'NGCD', 'Neo Geo CD'],
    [57, 'CHF', 'Fairchild Channel F'],
    [63, 'WSV', 'Watara Supervision'],
    [69, 'DUCK', 'Mega Duck'],
    [71, 'ARD', 'Arduboy'],
    [72, 'WASM4', 'WASM-4'],
    [73, 'A2001', 'Arcadia 2001'],
    [74, 'VC4000', 'Interton VC 4000'],
    [75, 'ELEK', 'Elektor TV Games Computer'],
    [76, 'PCCD', 'PC Engine CD/TurboGrafx-CD'],
    [77, 'JCD', 'Atari Jaguar CD'],
    [78, 'DSi', 'Nintendo DSi'],
    [80, 'UZE', 'Uzebox'],
    [81, 'FDS', 'Famicom Disk System'],
    [101, 'Events', 'Events'],
    [102, 'EXE', 'Standalone'],
  ] as const
).map(([id, shortName, name]) => ({ id, shortName, name }));

/** Where most people play, most first: what is offered before anything is typed. The others follow by id. */
const POPULAR: readonly number[] = [
  7, 3, 12, 1, 5, 4, 6, 2, 18, 21, 41, 16, 27, 11, 15, 39, 40, 8, 25, 19, 9, 33, 78, 10, 47,
];

const BY_ID: ReadonlyMap<number, System> = new Map(SYSTEMS.map((system) => [system.id, system]));

/** The endpoint that a library comes from never has these: nobody can choose them. */
const NEVER_IN_A_LIBRARY: ReadonlySet<number> = new Set([101]);

/** What typed text is compared with, best-known systems first. */
const INDEX = SYSTEMS.filter(({ id }) => !NEVER_IN_A_LIBRARY.has(id))
  .toSorted((a, b) => popularity(a) - popularity(b))
  .map((system) => {
    // `Genesis/Mega Drive` is known by either half, too.
    const spoken = [system.name, ...system.name.split('/'), ...nicknamesOf(system.id)];
    return {
      system,
      shortName: squeezeText(system.shortName),
      names: [...new Set(spoken.map(squeezeText))],
      words: [system.shortName, ...spoken].flatMap(wordsOf),
    };
  });

type Indexed = (typeof INDEX)[number];

const LARGEST_ID = Math.max(...SYSTEMS.map(({ id }) => id));

function nicknamesOf(id: number): readonly string[] {
  return NICKNAMES[id]?.split('|') ?? [];
}

/** How the site abbreviates a system; the site's own name for one that this version does not know. */
export function systemShortName(id: number, nameFromSite: string): string {
  return BY_ID.get(id)?.shortName ?? nameFromSite;
}

/** A system's full name; undefined for one that this version does not know. */
export function systemName(id: number): string | undefined {
  return BY_ID.get(id)?.name;
}

/** The systems that typed text could mean, best first; the best-known ones if nothing is typed. */
export function findSystems(typed: string, limit = 25): readonly System[] {
  return ranked(typed)
    .slice(0, limit)
    .map(({ system }) => system);
}

/**
 * The ConsoleID that someone means: an id (also one that is newer than this version), a name as it is typed, or text
 * that fits one system only. Otherwise the candidates, best first: none if nothing fits.
 */
export function parseSystem(typed: string): number | readonly System[] {
  const text = squeezeText(typed);
  if (text === '') return [];
  // `2600` and `7800` are names: a number is only an id if there is such a system.
  const number = /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : null;
  if (number !== null && INDEX.some(({ system }) => system.id === number)) return number;
  const fits = ranked(typed);
  const [best] = fits;
  if (best === undefined) return number !== null && isNewer(number) ? number : [];
  const equal = fits.filter(({ fit }) => fit === best.fit);
  const isOne = fits.length === 1 || (best.fit <= Fit.exactName && equal.length === 1);
  return isOne
    ? best.system.id
    : (best.fit <= Fit.exactName ? equal : fits).map(({ system }) => system);
}

function isNewer(id: number): boolean {
  return id > LARGEST_ID && id < 1_000_000;
}

/** How well typed text fits, best first. */
const Fit = {
  exactShortName: 0,
  exactName: 1,
  prefix: 2,
  wordPrefix: 3,
  within: 4,
  none: 5,
} as const;

function ranked(typed: string): readonly { readonly system: System; readonly fit: number }[] {
  const text = squeezeText(typed);
  const shared = SHARED_NICKNAMES.get(text);
  if (shared)
    return shared
      .flatMap((id) => BY_ID.get(id) ?? [])
      .map((system) => ({ system, fit: Fit.exactName }));
  const words = wordsOf(typed);
  return INDEX.map((indexed) => ({ system: indexed.system, fit: fitOf(indexed, text, words) }))
    .filter(({ fit }) => fit !== Fit.none)
    .toSorted((a, b) => a.fit - b.fit);
}

function fitOf(
  { shortName, names, words: own }: Indexed,
  text: string,
  words: readonly string[],
): number {
  if (shortName === text && text !== '') return Fit.exactShortName;
  if (names.includes(text)) return Fit.exactName;
  const all = [shortName, ...names];
  if (all.some((name) => name.startsWith(text))) return Fit.prefix;
  if (words.every((word) => own.some((name) => name.startsWith(word)))) return Fit.wordPrefix;
  // Three digits are in many names.
  const isTelling = /\D/.test(text);
  return isTelling && all.some((name) => name.includes(text)) ? Fit.within : Fit.none;
}

function popularity(system: System): number {
  const place = POPULAR.indexOf(system.id);
  return place === -1 ? POPULAR.length + system.id : place;
}
