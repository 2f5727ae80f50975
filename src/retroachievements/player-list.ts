import { cleanInput } from '#src/platform/text.ts';

import { parsePlayerRef, playerRefText } from './player.ts';

/** A Markdown link, whose text may have spaces in it, or anything without white space and separators. */
const PIECE = /\[[^[\]]*\]\([^()\s]*\)|[^\s,;、]+/g;

/**
 * Takes apart what a person typed as several players: names, ULIDs, and profile addresses, with spaces, commas,
 * semicolons, or line breaks between them. Each is there once, as typed.
 */
export function splitPlayers(typed: string): readonly string[] {
  const pieces = (cleanInput(typed).match(PIECE) ?? []).filter((piece) =>
    /[\p{L}\p{N}]/u.test(piece),
  );
  return [...Map.groupBy(pieces, keyOf).values()].flatMap(([first]) => first ?? []);
}

function keyOf(piece: string): string {
  // A mention's digits are nobody's name.
  if (piece.startsWith('<@')) return piece;
  const ref = parsePlayerRef(piece);
  return (ref ? playerRefText(ref) : piece).toLowerCase();
}
