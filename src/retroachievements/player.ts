import { z } from 'zod';

import { isEncoded } from '#src/platform/percent-encoding.ts';
import { cleanInput } from '#src/platform/text.ts';

import { isCleanText, MOTTO_LIMIT, PLAYER_NAME_LIMIT } from './api/foreign-text.ts';
import { isImagePath } from './api/image-path.ts';

declare const ulidBrand: unique symbol;

/**
 * Identifies a player for good: 26 upper-case characters of Crockford's base 32. Names change (since 2025 players can
 * rename themselves), so whatever outlives one answer is stored by ULID.
 */
export type Ulid = string & { readonly [ulidBrand]: true };

/** The player that a request asks for. */
export type PlayerRef =
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'ulid';
      readonly ulid: Ulid;
      /** Says who it is while the profile isn't at hand, or was if the account is gone; nobody is looked up by it. */
      readonly lastName?: string;
    };

export type Player = {
  readonly name: string;
  /** Null until the profile has been read. */
  readonly ulid: Ulid | null;
  /** Site-relative; after a rename it still contains the old name. */
  readonly avatarPath: string | null;
  /** The line that players write on their own profile. */
  readonly motto: string;
  /** Whether the site counts them in no ranking; left out until the profile has been read. */
  readonly isUnranked?: boolean;
};

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const NAME = /^[A-Za-z0-9]{2,20}$/;

/** Whether a text is a ULID in canonical (upper) case. */
export function isUlid(text: string): text is Ulid {
  return ULID.test(text);
}

/** Whether a text can be a player's name on the site: 2–20 letters and digits. */
export function isPlayerName(text: string): boolean {
  return NAME.test(text);
}

/** A player's name as a table has it; the ULID in place of one that nobody could read. */
export function nameInRow(name: string, ulid: string): string {
  return isCleanText(name, PLAYER_NAME_LIMIT) ? name : ulid;
}

/** For players read back from a cache: what isn't as the site's profiles are read is refused. */
export const playerRecord = z
  .object({
    name: z.string().refine((name) => isCleanText(name, PLAYER_NAME_LIMIT)),
    ulid: z.custom<Ulid | null>(
      (ulid) => ulid === null || (typeof ulid === 'string' && isUlid(ulid)),
    ),
    avatarPath: z.string().refine(isImagePath).nullable(),
    motto: z.string().refine((motto) => motto === '' || isCleanText(motto, MOTTO_LIMIT)),
    isUnranked: z.boolean().exactOptional(),
  })
  // Without a ULID, buttons ask for the player by this name.
  .refine(({ name, ulid }) => ulid !== null || isPlayerName(name) || isUlid(name));

/**
 * Reads what a person typed as a player: a name, a ULID, or the address of a profile page, with what people paste
 * around it. Returns null if it can't be any of these (a name is 2–20 letters and digits).
 */
export function parsePlayerRef(typed: string): PlayerRef | null {
  // As nearly everyone types them, and as buttons have them.
  if (NAME.test(typed)) return { kind: 'name', name: typed };
  if (isUlid(typed)) return { kind: 'ulid', ulid: typed };
  const text = playerText(typed);
  const upper = text.toUpperCase();
  if (isUlid(upper)) return { kind: 'ulid', ulid: upper };
  return NAME.test(text) ? { kind: 'name', name: text } : null;
}

/**
 * The part of what someone has typed so far that may be the beginning of a name: `max` for `@Max` and for an address.
 */
export function playerText(typed: string): string {
  const text = cleanInput(typed);
  // A Markdown link has it twice: the address is where it leads, and may be cut off.
  const link = text.startsWith('[') ? text.indexOf('](') : -1;
  if (link === -1) return unwrapped(text);
  const address = unwrapped(text.slice(link + 2));
  return NAME.test(address) || isUlid(address.toUpperCase())
    ? address
    : unwrapped(text.slice(1, link));
}

const ADDRESS =
  /^(?:https?:\/\/)?(?:www\.)?retroachievements\.org\/(?:user\/|userinfo\.php\?(?:[^#]*&)?user=)/i;
/** The end of an address, or what someone writes before a name. */
const LEAD = /^(?:(?:user|u)\/|(?:user|username|player|name|ra) ?[:=])/i;
/** Roles, channels, emoji, commands and times, whose numbers are no names. */
const OTHER_MENTION = /^<(?:@&|#|a?:|\/|t:|id:)/;

/** Without brackets, quotes and punctuation at its ends, and without all of an address but the name. */
function unwrapped(text: string): string {
  if (OTHER_MENTION.test(text)) return '';
  const start = trimmedStart(withoutRemark(text));
  const isAddress = ADDRESS.test(start);
  const address = start.replace(isAddress ? ADDRESS : LEAD, '');
  if (address.includes('//')) return '';
  const end = address.search(/[/?#&]/);
  const name = end === -1 ? address : address.slice(0, end);
  return trimmed(isAddress ? decoded(name) : name).replace(/['’]s$/, '');
}

/** An address may end in `%20`. */
function decoded(name: string): string {
  return isEncoded(name) ? cleanInput(decodeURIComponent(name)) : name;
}

/** `Max (me)` is Max. */
function withoutRemark(text: string): string {
  const remark = text.endsWith(')') ? text.indexOf(' (') : -1;
  return remark === -1 ? text : text.slice(0, remark);
}

/** Without what no name begins or ends with: brackets, quotes, marks, emoji. */
function trimmed(text: string): string {
  const start = trimmedStart(text);
  let end = start.length;
  // One character at a time: a pattern that is anchored at the end looks at every character before it.
  while (end > 0 && !isOfName(start.charAt(end - 1))) end -= 1;
  return start.slice(0, end);
}

function trimmedStart(text: string): string {
  return text.replace(/^[^\p{L}\p{M}\p{N}]+/u, '');
}

function isOfName(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

/** The player as written in a request (`u`) and in a custom_id. */
export function playerRefText(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? ref.ulid : ref.name;
}
