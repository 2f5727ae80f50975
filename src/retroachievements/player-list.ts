import { cleanInput } from '#src/platform/text.ts';

import { parsePlayerRef, playerRefText } from './player.ts';

/** A Markdown link, whose text may have spaces in it, or anything without white space and separators. */
const PIECE = /\[[^[\]]*\]\([^()\s]*\)|[^\s,;、]+/g;

/** What joins the names of a list in a sentence. */
const JOINING = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'o']);
/** What joins names without spaces; an address has it, too. */
const JOINT = /[/\\|+&]/;
/** These are parts of an address. */
const PATHS = new Set(['user', 'progress']);
const LIST_NUMBER = /^\(?\d{1,2}[.):]$/;
const LIST_MARK = /^(?:\(?\d{1,2}[.):]|[-–—•·*]+)(?=[@\p{L}\p{N}])/u;

/**
 * Takes apart what a person typed as several players: names, ULIDs, and profile addresses, with spaces, commas,
 * semicolons, slashes, line breaks, or words like "and" between them, and numbers or bullets before them. Each is there
 * once, as typed.
 */
export function splitPlayers(typed: string): readonly string[] {
  const text = cleanInput(typed);
  const found = [...text.matchAll(PIECE)].filter(([piece]) => /[\p{L}\p{N}]/u.test(piece));
  const pieces = found.flatMap(({ 0: piece, index }, place) => {
    const isLast = place === found.length - 1;
    const isBetween = place > 0 && !isLast && text.charAt(index + piece.length) === ' ';
    if (isBetween && JOINING.has(piece.toLowerCase())) return [];
    if (!isLast && LIST_NUMBER.test(piece)) return [];
    return takenApart(piece.replace(LIST_MARK, ''));
  });
  return [...Map.groupBy(pieces, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** `Max/Amy` is two names; an address is one. */
function takenApart(piece: string): readonly string[] {
  const parts = piece.split(JOINT).filter((part) => part !== '');
  const areNames = parts.every(
    (part) => parsePlayerRef(part) !== null && !PATHS.has(part.toLowerCase()),
  );
  return areNames ? parts : [piece];
}

function keyOf(piece: string): string {
  // A mention's digits are nobody's name.
  if (piece.startsWith('<@')) return piece;
  const ref = parsePlayerRef(piece);
  return (ref ? playerRefText(ref) : piece).toLowerCase();
}
