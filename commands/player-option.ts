import type { Use } from '#src/discord/interactions/command.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { cleanInput } from '#src/platform/text.ts';
import { isPlayerName, parsePlayerRef } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import type { Services } from './services.ts';

/** Reads the `user` option: a name, a ULID or the address of a profile. @throws Refusal */
export function playerFrom(typed: string): PlayerRef {
  const ref = parsePlayerRef(typed);
  if (ref === null) throw new Refusal('failure.invalidPlayer', { typed: quoted(typed) });
  return ref;
}

/** The same where people say which account is theirs: neither a mention nor `me` can. @throws Refusal */
export function ownPlayerFrom(typed: string, callerId: string): PlayerRef {
  if (typed.trimStart().startsWith('<@')) throw new Refusal('link.mention');
  if (memberMeant(typed, callerId) !== null) throw new Refusal('link.me');
  return playerFrom(typed);
}

/** As `playerFrom`, or the verified account of a member who is mentioned. @throws Refusal, StoreError */
export async function memberOrPlayer(
  { caller, services }: Use<Pick<Services, 'people'>>,
  typed: string,
): Promise<PlayerRef> {
  const memberId = memberMeant(typed, caller.id);
  if (memberId === null) return playerFrom(typed);
  const account = await accountOf(services, memberId, caller.id);
  if (account === null) throw notLinked(memberId);
  return account;
}

/** The Discord user whom a text mentions, or the caller for `me`; null for any other text. */
export function memberMeant(typed: string, callerId: string): string | null {
  if (isPlayerName(typed)) return typed.toLowerCase() === 'me' ? callerId : null;
  const text = cleanInput(typed);
  if (ME.test(text)) return callerId;
  return MENTION.exec(text)?.groups?.['id'] ?? null;
}

/** With the quotes, emoji, and punctuation that people leave around it. */
const ME = /^[^\p{L}\p{M}\p{N}<]*me[^\p{L}\p{M}\p{N}>]*$/iu;
const MENTION = /^[^\p{L}\p{M}\p{N}<]*<@!?(?<id>\d{1,20})>[^\p{L}\p{M}\p{N}]*$/u;

/**
 * The account that a Discord user has linked; null if they have none. Until it's verified, only its owner gets to see
 * it.
 * @param callerId who asks; null for the account that the user has proved to be theirs, whoever asks
 * @throws StoreError
 */
export async function accountOf(
  { people }: Pick<Services, 'people'>,
  userId: string,
  callerId: string | null,
): Promise<Extract<PlayerRef, { readonly kind: 'ulid' }> | null> {
  const link = await (await people()).linking.linkOf(userId);
  const isVisible = link && (userId === callerId || link.verifiedAt !== null);
  return isVisible ? { kind: 'ulid', ulid: link.ulid, lastName: link.name } : null;
}

/** A mentioned member has no account that others may see. */
export function notLinked(memberId: string): Refusal {
  return new Refusal('failure.memberNotLinked', {
    member: `<@${memberId}>`,
    link: command('link'),
  });
}
