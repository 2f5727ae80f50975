import { Refusal } from '#src/messages/refusal.ts';
import type { Players } from '#src/progress/players.ts';
import { UnknownPlayer } from '#src/progress/unknown-player.ts';
import { parsePlayerRef } from '#src/retroachievements/player.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';

/** Reads a name, a ULID or the address of a profile. @throws Refusal */
export function playerRefOf(typed: string): PlayerRef {
  const ref = parsePlayerRef(typed);
  if (ref === null) throw new Refusal({ kind: 'invalidPlayer', typed });
  return ref;
}

/** Who that is now: a name that was changed must not come back from memory. @throws UnknownPlayer, RetroAchievementsError */
export async function findPlayer(players: Pick<Players, 'find'>, ref: PlayerRef): Promise<Player> {
  const player = await players.find(ref, { priority: 'command', anew: true });
  if (player === null) throw new UnknownPlayer(ref);
  return player;
}
