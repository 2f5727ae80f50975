import { escapeMarkdown } from '#src/messages/markdown.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';

/** RetroAchievements has never had such a player, as far as is known here. */
export class UnknownPlayer extends Refusal {
  override readonly name = 'UnknownPlayer';

  constructor(player: PlayerRef) {
    super('failure.unknownPlayer', { player: escapeMarkdown(playerRefText(player)) });
  }
}

/** RetroAchievements no longer has an account that it once had. */
export class AccountGone extends Refusal {
  override readonly name = 'AccountGone';

  /** @param former the last name; null if only the ULID is known. */
  constructor(former: string | null) {
    if (former === null) super('failure.accountGone');
    else super('failure.accountGoneNamed', { player: escapeMarkdown(former) });
  }
}

/**
 * Why there is no such player.
 * @param former what was known about the player. A ULID comes from a button, which nobody mistypes.
 */
export function absentPlayer(
  player: PlayerRef,
  former: Player | undefined,
): UnknownPlayer | AccountGone {
  if (former) return new AccountGone(former.name);
  if (player.kind === 'ulid') return new AccountGone(player.lastName ?? null);
  return new UnknownPlayer(player);
}
