import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

import { z } from 'zod';

import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import {
  AWARD_WORD_LIMIT,
  isCleanText,
  SYSTEM_NAME_LIMIT,
  TITLE_LIMIT,
} from '#src/retroachievements/api/foreign-text.ts';
import { isImagePath } from '#src/retroachievements/api/image-path.ts';
import { isCount, isWireDate, isId } from '#src/retroachievements/api/wire.ts';
import { awardOf, awardWord } from '#src/retroachievements/award-kind.ts';
import { playerRecord } from '#src/retroachievements/player.ts';

import type { Catalogue } from './catalogue.ts';
import { toEntry } from './catalogue.ts';
import type { Library, LibraryEntry } from './library.ts';

/**
 * The shared cache keeps a library as JSON with one array a game, deflated to a twelfth of what the site sends, in
 * base64 so that every store takes it.
 */
const compress = promisify(deflateRaw);
const decompress = promisify(inflateRaw);

/** A library of 20,000 games is under 4 MiB; anything much larger is not ours. */
const RECORD_LIMIT_BYTES = 32 * 1024 * 1024;

type Row = readonly [
  gameId: number,
  title: string,
  iconPath: string,
  systemId: number,
  systemName: string,
  possible: number,
  awarded: number,
  awardedHardcore: number,
  lastUnlockAt: number | null,
  award: string | null,
  awardedAt: number | null,
];

/** The `typeof` of each cell, or `null`. */
const CELLS: readonly (readonly string[])[] = [
  ['number'],
  ['string'],
  ['string'],
  ['number'],
  ['string'],
  ['number'],
  ['number'],
  ['number'],
  ['number', 'null'],
  ['string', 'null'],
  ['number', 'null'],
];

/** Checks what `z.tuple` would, without an object for each cell: someone is waiting for 10,000 games. */
function isRow(value: unknown): value is Row {
  return (
    Array.isArray(value) &&
    value.length === CELLS.length &&
    CELLS.every((kinds, cell) => kinds.includes(value[cell] === null ? 'null' : typeof value[cell]))
  );
}

const record = z.object({
  player: playerRecord,
  fetchedAt: z.number(),
  rows: z.custom<readonly Row[]>((rows) => Array.isArray(rows) && rows.every(isRow)),
});

/** Whether a game is as the site's libraries are read. */
function isSound(game: GameProgress): boolean {
  return (
    isId(game.gameId) &&
    isCleanText(game.title, TITLE_LIMIT) &&
    isImagePath(game.iconPath) &&
    isCount(game.systemId) &&
    isCleanText(game.systemName, SYSTEM_NAME_LIMIT) &&
    [game.possible, game.awarded, game.awardedHardcore].every(isCount) &&
    game.awarded <= game.possible &&
    game.awardedHardcore <= game.awarded &&
    (game.lastUnlockAt === null || isWireDate(game.lastUnlockAt)) &&
    hasSoundAward(game)
  );
}

function hasSoundAward({ award, awardedAt }: GameProgress): boolean {
  if (award === null) return awardedAt === null;
  const isSoundWord = typeof award === 'string' || isCleanText(award.word, AWARD_WORD_LIMIT);
  return isSoundWord && (awardedAt === null || isWireDate(awardedAt));
}

/** Writes a whole library for the cache. */
export async function encodeLibrary(library: Library): Promise<string> {
  const { player, fetchedAt, entries } = library;
  const json = JSON.stringify({ player, fetchedAt, rows: entries.map(toRow) });
  return (await compress(json)).toString('base64');
}

/** Reads what encodeLibrary wrote; null for anything else. */
export async function decodeLibrary(text: string, catalogue: Catalogue): Promise<Library | null> {
  try {
    const json = await decompress(Buffer.from(text, 'base64'), {
      maxOutputLength: RECORD_LIMIT_BYTES,
    });
    const { player, fetchedAt, rows } = record.parse(JSON.parse(json.toString()));
    const games = rows.map(fromRow);
    const ids = new Set(games.map(({ gameId }) => gameId));
    if (ids.size < games.length || !games.every(isSound)) return null;
    const entries = games.map((game) => toEntry(catalogue, game));
    return { player, fetchedAt, entries, total: entries.length };
  } catch {
    return null;
  }
}

function toRow(entry: LibraryEntry): Row {
  const { game } = entry;
  return [
    game.id,
    game.title,
    game.iconPath,
    game.systemId,
    game.systemName,
    entry.possible,
    entry.awarded,
    entry.awardedHardcore,
    entry.lastUnlockAt,
    entry.award && awardWord(entry.award),
    entry.awardedAt,
  ];
}

function fromRow(cells: Row): GameProgress {
  const [gameId, title, iconPath, systemId, systemName, possible, awarded] = cells;
  const [, , , , , , , awardedHardcore, lastUnlockAt, award, awardedAt] = cells;
  return {
    gameId,
    title,
    iconPath,
    systemId,
    systemName,
    possible,
    awarded,
    awardedHardcore,
    lastUnlockAt,
    award: award === null ? null : awardOf(award),
    awardedAt,
  };
}
