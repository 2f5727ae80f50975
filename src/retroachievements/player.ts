import { z } from 'zod';

declare const ulidBrand: unique symbol;

/**
 * Identifies a player for good: 26 upper-case characters of Crockford's base 32. Names change (since 2025 players can
 * rename themselves), so whatever outlives one answer is stored by ULID.
 */
export type Ulid = string & { readonly [ulidBrand]: true };

/** The player that a request asks for. */
export type PlayerRef =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ulid'; readonly ulid: Ulid };

export type Player = {
  readonly name: string;
  /** Null until the profile has been read. */
  readonly ulid: Ulid | null;
  /** Site-relative; after a rename it still contains the old name. */
  readonly avatarPath: string | null;
  /** The line that players write on their own profile. */
  readonly motto: string;
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

/** For players read back from a cache. */
export const playerRecord = z.object({
  name: z.string(),
  ulid: z.custom<Ulid | null>(
    (ulid) => ulid === null || (typeof ulid === 'string' && isUlid(ulid)),
  ),
  avatarPath: z.string().nullable(),
  motto: z.string(),
});

/**
 * Reads what a person typed as a player: a name, a ULID, `@name`, or the address of a profile page.
 * Returns null where it can be none of these (a name is 2–20 letters and digits).
 */
export function parsePlayerRef(typed: string): PlayerRef | null {
  const text = typed
    .trim()
    .replace(/^https?:\/\/(?:www\.)?retroachievements\.org\/user\//i, '')
    .replace(/^@/, '')
    .replace(/[/?#].*$/, '');
  const upper = text.toUpperCase();
  if (isUlid(upper)) return { kind: 'ulid', ulid: upper };
  return NAME.test(text) ? { kind: 'name', name: text } : null;
}

/** The player as written in a request (`u`) and in a custom_id. */
export function playerRefText(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? ref.ulid : ref.name;
}
