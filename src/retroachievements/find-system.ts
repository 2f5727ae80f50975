import { squeezeText, wordsOf } from '#src/platform/text.ts';

import { NICKNAMES, SHARED_NICKNAMES } from './system-nicknames.ts';
import { SYSTEMS } from './system.ts';
import type { System } from './system.ts';

/** Where most people play, most first: what is offered before anything is typed. The others follow by id. */
const POPULAR: readonly number[] = [
  7, 3, 12, 1, 5, 4, 6, 2, 18, 21, 41, 16, 27, 11, 15, 39, 40, 8, 25, 19, 9, 33, 78, 10, 47,
];

/** The endpoint that a library comes from never has these: nobody can choose them. */
const NEVER_IN_A_LIBRARY: ReadonlySet<number> = new Set([101]);

/** A nickname this short has to be typed completely. */
const ABBREVIATION_LENGTH = 4;
/** Fewer letters are in the middle of many names: `ps3` in CPS3, `fc` in SFC. */
const TELLING_LENGTH = 4;
/** Fewer characters are the beginning of too much: `st` is no Standalone, `h` no HuCard. */
const BEGUN_LENGTH = 3;
/** How many systems the site may gain before this version is replaced. */
const NEWER_IDS = 20;

/** What typed text is compared with, best-known systems first. */
const INDEX = SYSTEMS.filter(({ id }) => !NEVER_IN_A_LIBRARY.has(id))
  .toSorted((a, b) => popularity(a) - popularity(b))
  .map((system) => {
    // `Genesis/Mega Drive` is known by either half, too.
    const official = [system.name, ...system.name.split('/')];
    const spoken = [...official, ...nicknamesOf(system.id)];
    const names = [...new Set(spoken.map(squeezeText))];
    const longNames = names.filter((name) => name.length > ABBREVIATION_LENGTH);
    return {
      system,
      shortName: squeezeText(system.shortName),
      names,
      // `sg` is no beginning of SGX.
      longNames: [squeezeText(system.shortName), ...official.map(squeezeText), ...longNames],
      wordings: new Set(spoken.map((name) => inAnyOrder(wordsOf(name)))),
      words: [system.shortName, ...spoken].flatMap(wordsOf),
    };
  });

type Indexed = (typeof INDEX)[number];

function inAnyOrder(words: readonly string[]): string {
  return words.toSorted().join(' ');
}

const LARGEST_ID = Math.max(...SYSTEMS.map(({ id }) => id));

function nicknamesOf(id: number): readonly string[] {
  return NICKNAMES[id]?.split('|') ?? [];
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
  // The beginning of a number is another number.
  const isBegun = text.length >= BEGUN_LENGTH && /\D/.test(text) && best.fit < Fit.within;
  const isOne = (fits.length === 1 && isBegun) || (best.fit <= Fit.exactName && equal.length === 1);
  return isOne
    ? best.system.id
    : (best.fit <= Fit.exactName ? equal : fits).map(({ system }) => system);
}

function isNewer(id: number): boolean {
  return id > LARGEST_ID && id <= LARGEST_ID + NEWER_IDS;
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

type Ranked = { readonly system: System; readonly fit: number };

function ranked(typed: string): readonly Ranked[] {
  const text = squeezeText(typed);
  const shared = SHARED_NICKNAMES.get(text);
  if (shared)
    return shared
      .flatMap((id) => SYSTEMS.find((system) => system.id === id) ?? [])
      .map((system) => ({ system, fit: Fit.exactName }));
  const words = wordsOf(typed);
  const fits = INDEX.map((indexed) => ({
    system: indexed.system,
    fit: fitOf(indexed, text, words),
  }))
    .filter(({ fit }) => fit !== Fit.none)
    .toSorted((a, b) => a.fit - b.fit);
  if (fits[0] && fits[0].fit <= Fit.exactName) return fits;
  const several = named(typed.split(BETWEEN_NAMES));
  return several.length > 0 ? several : fits;
}

/** Between the names of several systems, or several names of one. */
const BETWEEN_NAMES = /[,/;|&+]|\s(?:and|or)\s/i;

/** The systems of several names, if each is one: `gb/gbc`. */
function named(parts: readonly string[]): readonly Ranked[] {
  if (parts.length === 1 || parts.length > MOST_NAMES) return [];
  const systems = parts.map((part) => namedExactly(squeezeText(part)));
  return systems.every((system) => system !== undefined)
    ? [...new Set(systems)].map((system) => ({ system, fit: Fit.exactName }))
    : [];
}

const MOST_NAMES = 10;

function namedExactly(text: string): System | undefined {
  const found =
    INDEX.find(({ shortName }) => shortName === text) ??
    INDEX.find(({ names }) => names.includes(text));
  return found?.system;
}

function fitOf(
  { system, shortName, names, longNames, wordings, words: own }: Indexed,
  text: string,
  words: readonly string[],
): number {
  if (text === '') return Fit.prefix;
  if (shortName === text) return Fit.exactShortName;
  if (names.includes(text) || wordings.has(inAnyOrder(words))) return Fit.exactName;
  if (longNames.some((name) => name.startsWith(text))) return Fit.prefix;
  const isWord = (word: string) =>
    own.some((name) => name.startsWith(word)) && (words.length === 1 || isNoOther(word, system));
  if (words.every(isWord)) return Fit.wordPrefix;
  // Three digits are in many names.
  const isTelling = text.length >= TELLING_LENGTH && /\D/.test(text);
  return isTelling && longNames.some((name) => name.includes(text)) ? Fit.within : Fit.none;
}

/** In `snes nes`, nobody means SNES twice. */
function isNoOther(word: string, system: System): boolean {
  const other = namedExactly(word);
  return other === undefined || other === system;
}

function popularity(system: System): number {
  const place = POPULAR.indexOf(system.id);
  return place === -1 ? POPULAR.length + system.id : place;
}
