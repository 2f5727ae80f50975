import { randomInt } from 'node:crypto';

import { escapeMarkdown } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Players } from '#src/progress/players.ts';
import { absentPlayer, AccountGone } from '#src/progress/unknown-player.ts';
import type { Player, PlayerRef, Ulid } from '#src/retroachievements/player.ts';

import type { KnownPlayers } from './tables/known-players.ts';
import type { LeaderboardMembers } from './tables/leaderboard-members.ts';
import type { Code, Link, Links } from './tables/links.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Nothing that looks like something else when it is typed on a phone. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;
const CODE_START = 'CPL-';

export type LinkResult = {
  readonly link: Link;
  /** The account that they wanted instead of their verified one. */
  readonly other: OtherAccount | null;
  /** What they called the account, if it has another name by now. */
  readonly formerName: string | null;
};
export type OtherAccount = Pick<Link, 'name' | 'ulid'>;

/** What checking the motto found. */
export type CheckResult =
  | { readonly kind: 'verified'; readonly link: Link }
  /** The code is not in the motto. */
  | { readonly kind: 'missing'; readonly link: Link; readonly motto: string }
  /** It was too old, so the link has a new one. */
  | { readonly kind: 'expired'; readonly link: Link };

/** Which links keep an account's games after this one is gone. */
export const keepingAfter = ({ verifiedAt }: Link) =>
  verifiedAt === null ? 'links' : 'verified links';

/** How Discord users say who they are on RetroAchievements, and prove it with a code in their motto. */
export function createLinking(options: {
  readonly links: Links;
  readonly players: Pick<Players, 'atHand' | 'find'>;
  readonly knownPlayers: Pick<KnownPlayers, 'add' | 'forgetUnknown'>;
  readonly members: Pick<LeaderboardMembers, 'forget'>;
  readonly clock: Clock;
}) {
  const { links, players, knownPlayers, members, clock } = options;

  /** @throws UnknownPlayer or AccountGone if no account that had this name has another one now */
  async function findRenamed(
    ref: PlayerRef,
    request: Parameters<typeof players.find>[1],
  ): Promise<Player> {
    const former = await players.atHand(ref);
    if (ref.kind === 'ulid') throw absentPlayer(ref, former);
    const ulid = former?.ulid ?? (await links.ulidOf(ref.name));
    if (ulid === null) throw absentPlayer(ref, former);
    const found = await players.find({ kind: 'ulid', ulid }, request);
    if (found === null) throw new AccountGone(former?.name ?? ref.name);
    return found;
  }

  /** The link with the account's present name, if the site says it. */
  async function refreshed(link: Link): Promise<Link> {
    const { ulid, userId } = link;
    const found = await lookUp({ kind: 'ulid', ulid, lastName: link.name }, userId).catch(
      () => null,
    );
    if (found === null || found.name === link.name) return link;
    await links.rename(ulid, found.name);
    return { ...link, name: found.name };
  }

  /** Always asks the site: names change hands, and the motto was changed a moment ago. */
  async function lookUp(ref: PlayerRef, userId: string): Promise<Player & { readonly ulid: Ulid }> {
    const now = clock.now();
    const request = { priority: 'command', person: userId, refresh: true, since: now } as const;
    const player = (await players.find(ref, request)) ?? (await findRenamed(ref, request));
    const { ulid } = player;
    // A response about somebody else proves nothing.
    if (ulid === null || (ref.kind === 'ulid' && ulid !== ref.ulid)) {
      throw new Refusal('link.noIdentity', { player: escapeMarkdown(player.name) });
    }
    return { ...player, ulid };
  }

  function newCode(): Code {
    const letters = Array.from({ length: CODE_LENGTH }, () =>
      CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length)),
    );
    return { text: CODE_START + letters.join(''), expiresAt: clock.now() + DAY_MS };
  }

  async function save(userId: string, { ulid, name }: { ulid: Ulid; name: string }): Promise<Link> {
    const link = { userId, ulid, name, linkedAt: clock.now(), code: newCode() };
    await links.save(link);
    return { ...link, verifiedAt: null };
  }

  return {
    /** The user's account; null if they have linked none. */
    linkOf: (userId: string): Promise<Link | null> => links.get(userId),
    /**
     * Links an account. One that the user has verified already stays so, and a code that still works stays the same.
     * @param isSure whether the user gives up another account that they have verified; otherwise nothing changes
     * @throws UnknownPlayer, AccountGone, Refusal, RetroAchievementsError, StoreError
     */
    async link(userId: string, ref: PlayerRef, isSure = false): Promise<LinkResult> {
      const player = await lookUp(ref, userId);
      const { ulid, name, isUnranked } = player;
      const isRenamed = ref.kind === 'name' && ref.name.toLowerCase() !== name.toLowerCase();
      const formerName = isRenamed ? ref.name : null;
      const before = await links.get(userId);
      if (before?.ulid !== ulid) {
        const isKept = before !== null && before.verifiedAt !== null && !isSure;
        if (isKept) return { link: await refreshed(before), other: { ulid, name }, formerName };
      }
      await links.rename(ulid, name);
      const hasCode = before?.code && before.code.expiresAt > clock.now();
      const isDone = before?.ulid === ulid && (before.verifiedAt !== null || hasCode);
      const link = isDone ? { ...before, name } : await save(userId, { ulid, name });
      // What a verified owner had forgotten doesn't come back for an older claim.
      if (!isDone || link.verifiedAt !== null) await knownPlayers.add(ulid, name, isUnranked);
      return { link, other: null, formerName };
    },
    /**
     * Looks for the code in the account's motto.
     * @throws Refusal if the user's link is another one, or gone; AccountGone, RetroAchievementsError, StoreError
     */
    async check(userId: string, ulid: Ulid): Promise<CheckResult> {
      const link = await links.get(userId);
      if (link?.ulid !== ulid) throw new Refusal('link.gone', { link: command('link') });
      const { code, verifiedAt } = link;
      if (code === null && verifiedAt !== null) return { kind: 'verified', link };
      if (code === null || code.expiresAt <= clock.now()) {
        return { kind: 'expired', link: await save(userId, link) };
      }
      const ref = { kind: 'ulid', ulid, lastName: link.name } as const;
      const { motto, name, isUnranked } = await lookUp(ref, userId);
      if (!isIn(motto, code.text)) {
        return { kind: 'missing', link: { ...link, name }, motto };
      }
      const at = clock.now();
      if (!(await links.verify(userId, ulid, at))) {
        throw new Refusal('link.gone', { link: command('link') });
      }
      if (name !== link.name) await links.rename(ulid, name);
      // A former owner may have had the games forgotten.
      await knownPlayers.add(ulid, name, isUnranked);
      return { kind: 'verified', link: { ...link, name, verifiedAt: at, code: null } };
    },
    /**
     * Forgets the user's link and their places on leaderboards, and the account's games where nobody else knows it. If
     * the user has verified it, others who only claim it don't count.
     * @returns what was forgotten; null if there was no link
     */
    async unlink(userId: string): Promise<Link | null> {
      const link = await links.get(userId);
      await members.forget(userId);
      if (!link) return null;
      await links.remove(userId);
      await knownPlayers.forgetUnknown([link.ulid], keepingAfter(link));
      return link;
    },
  };
}

/** Whether a motto has the code, however its parts are kept apart, and with or without its beginning. */
function isIn(motto: string, code: string): boolean {
  const written = motto
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return written.includes(code.slice(CODE_START.length));
}
