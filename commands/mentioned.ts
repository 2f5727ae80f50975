import { command, Refusal } from '#src/messages/refusal.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import type { Services } from './services.ts';

/** The Discord user whom a text mentions, or the caller for `me`; null for any other text. */
export function memberMeant(typed: string, callerId: string): string | null {
  if (/^\s*@?me\s*$/i.test(typed)) return callerId;
  return /^\s*<@!?(?<id>\d{1,20})>\s*$/.exec(typed)?.groups?.['id'] ?? null;
}

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
  return isVisible ? { kind: 'ulid', ulid: link.ulid } : null;
}

/** A mentioned member has no account that others may see. */
export function notLinked(memberId: string): Refusal {
  return new Refusal('failure.memberNotLinked', {
    member: `<@${memberId}>`,
    link: command('link'),
  });
}
