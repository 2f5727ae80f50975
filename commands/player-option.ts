import type { Use } from '#src/discord/interactions/command.ts';
import { quoted } from '#src/messages/markdown.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { parsePlayerRef } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { accountOf, memberMeant, notLinked } from './mentioned.ts';
import type { Services } from './services.ts';

/** Reads the `user` option: a name, a ULID or the address of a profile. @throws Refusal */
export function playerFrom(typed: string): PlayerRef {
  const ref = parsePlayerRef(typed);
  if (ref === null) throw new Refusal('failure.invalidPlayer', { typed: quoted(typed) });
  return ref;
}

/** The same, or the verified account of a member who is mentioned. @throws Refusal, StoreError */
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
