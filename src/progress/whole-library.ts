import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import type { Libraries, LibraryUpdate } from './libraries.ts';

/**
 * A library with all of its games, the newest that can be had: half of one is no export, and no statistics.
 * @param person who asked, as Discord's id
 * @throws UnknownPlayer, AccountGone, RetroAchievementsError
 */
export async function wholeLibrary(
  libraries: Pick<Libraries, 'fresh' | 'open'>,
  player: PlayerRef,
  person: string,
): Promise<LibraryUpdate> {
  const fresh = libraries.fresh(player);
  if (fresh) return { phase: 'ready', library: fresh };
  let newest: LibraryUpdate | undefined;
  for await (const update of libraries.open(player, { person })) newest = update;
  if (!newest) throw new Error('A library ended before it began');
  if (newest.phase === 'halted') throw new RetroAchievementsError(newest.failure);
  return newest;
}
