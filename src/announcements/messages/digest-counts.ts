import type { PostedGame } from '#src/announcements/post.ts';
import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';

/** `🏆 3` and `⭐ 9`: how many of a player's games have each kind of award. */
export function countsOf(games: readonly PostedGame[], t: Translate): readonly string[] {
  return AWARD_KINDS.flatMap((award) => {
    const won = games.filter(({ kind }) => kind === award).length;
    return won === 0 ? [] : [t('post.countOfKind', { mark: awardMark(award), won })];
  });
}

/** Highest awards first: they are shown where not all of a player's games fit. */
export function highestFirst(games: readonly PostedGame[]): readonly PostedGame[] {
  return AWARD_KINDS.flatMap((award) => games.filter(({ kind }) => kind === award));
}
