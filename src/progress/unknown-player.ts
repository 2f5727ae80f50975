import { escapeMarkdown } from '#src/messages/markdown.ts';
import { Refusal } from '#src/messages/refusal.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { playerRefText } from '#src/retroachievements/player.ts';

/** RetroAchievements has no such player. A name that was right once can be gone: players rename themselves. */
export class UnknownPlayer extends Refusal {
  override readonly name = 'UnknownPlayer';

  constructor(player: PlayerRef) {
    super('failure.unknownPlayer', { player: escapeMarkdown(playerRefText(player)) });
  }
}
