import { quoted } from '#src/messages/markdown.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { parsePlayerRef } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

/** Reads the `user` option: a name, a ULID or the address of a profile. @throws Refusal */
export function playerFrom(typed: string): PlayerRef {
  const ref = parsePlayerRef(typed);
  if (ref === null) throw new Refusal('failure.invalidPlayer', { typed: quoted(typed) });
  return ref;
}
