import { z } from 'zod';

/**
 * Who a player is. A name can change (since 2025 players rename themselves), the ULID cannot:
 * whatever is kept for longer than one answer is kept by ULID.
 */

declare const ulidBrand: unique symbol;

/** The 26 upper-case characters of Crockford's base 32 that identify a player for good. */
export type Ulid = string & { readonly [ulidBrand]: true };

/** How a request names a player: the name somebody typed, or the identity behind it. */
export type PlayerRef =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ulid'; readonly ulid: Ulid };

/** A player as the site's profile tells it. */
export type Player = {
  /** The name as the site writes it today. */
  readonly name: string;
  /** Null only while the profile has not been read. */
  readonly ulid: Ulid | null;
  /** Site-relative path of the avatar as given: after a rename it still carries the old name. */
  readonly avatarPath: string | null;
  /** The line that a player writes on their own profile. */
  readonly motto: string;
};

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const NAME = /^[A-Za-z0-9]{2,20}$/;

/** Whether a text is a ULID in its canonical (upper-case) form. */
export function isUlid(text: string): text is Ulid {
  return ULID.test(text);
}

/** A player as a cache keeps it. */
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

/** The word that stands for a player in a request (`u`) and in a custom_id. */
export function playerRefText(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? ref.ulid : ref.name;
}
