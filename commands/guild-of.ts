import type { Caller } from '#src/discord/interactions/interaction.ts';
import { Refusal } from '#src/messages/refusal.ts';

type NotInServer = 'feedRefusal.notInServer' | 'game.notInServer' | 'leaderboard.notInServer';

/** The server that a command is used in. @param otherwise what people read anywhere else. @throws Refusal */
export function guildOf({ guildId }: Caller, otherwise: NotInServer): string {
  if (guildId === null) throw new Refusal(otherwise);
  return guildId;
}
