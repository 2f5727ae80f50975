import type { PlayerRef } from '#src/retroachievements/player.ts';
import { playerRefText } from '#src/retroachievements/player.ts';

/** RetroAchievements has no such player. A name that was right once can be gone: players rename themselves. */
export class UnknownPlayer extends Error {
  override readonly name = 'UnknownPlayer';
  readonly player: PlayerRef;

  constructor(player: PlayerRef) {
    super(`RetroAchievements knows no player ${playerRefText(player)}`);
    this.player = player;
  }
}
