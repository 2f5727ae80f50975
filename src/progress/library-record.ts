import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

import { z } from 'zod';

import { isAwardKind } from '#src/retroachievements/award-kind.ts';
import type { GameProgress } from '#src/retroachievements/game-progress.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Player } from '#src/retroachievements/player.ts';

import type { Catalogue } from './catalogue.ts';
import { toEntry } from './catalogue.ts';
import type { Library, LibraryEntry } from './library.ts';

/**
 * A library as the cache keeps it: JSON with a row a game, deflated (a twelfth of what the site sends), in base 64
 * so that every store takes it.
 */
const compress = promisify(deflateRaw);
const decompress = promisify(inflateRaw);

/** A library of 20,000 games is under 4 MiB; anything much larger is not ours. */
const RECORD_LIMIT_BYTES = 32 * 1024 * 1024;

const row = z.tuple([
  z.number(),
  z.string(),
  z.string(),
  z.number(),
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  z.number().nullable(),
  z.string().nullable(),
  z.number().nullable(),
]);

const record = z.object({
  player: z.object({
    name: z.string(),
    ulid: z.custom<Player['ulid']>(
      (ulid) => ulid === null || (typeof ulid === 'string' && isUlid(ulid)),
    ),
    avatarPath: z.string().nullable(),
    motto: z.string(),
  }),
  fetchedAt: z.number(),
  rows: z.array(row),
});

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
    const entries = rows.map((cells) => toEntry(catalogue, fromRow(cells)));
    return { player, fetchedAt, entries, total: entries.length };
  } catch {
    return null;
  }
}

function toRow(entry: LibraryEntry): z.input<typeof row> {
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
    entry.award,
    entry.awardedAt,
  ];
}

function fromRow(cells: z.output<typeof row>): GameProgress {
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
    award: award !== null && isAwardKind(award) ? award : null,
    awardedAt,
  };
}
