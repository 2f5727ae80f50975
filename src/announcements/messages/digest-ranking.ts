import type { DigestPost } from '#src/announcements/post.ts';
import { rankingOf } from '#src/announcements/ranking.ts';
import type { Ranked } from '#src/announcements/ranking.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

import { playerLabel } from './game-line.ts';

/** One line each, about 75 UTF-16 units at most. */
const RANKED_LIMIT = 10;

/** What a weekly or monthly digest opens with: its players with the most games. Empty for other digests. */
export function digestRanking({ schedule, players }: DigestPost, t: Translate): string {
  if (schedule.cadence !== 'weekly' && schedule.cadence !== 'monthly') return '';
  const ranked = rankingOf(players).slice(0, RANKED_LIMIT);
  if (ranked.length === 0) return '';
  return [`**${t('post.topPlayers')}**`, ...ranked.map((one) => rankedLine(one, t))].join('\n');
}

/** `**2.** MaxMilyin · 12 games (+3 casual)`. A number and a dot alone would be a list, which Discord numbers itself. */
function rankedLine({ place, name, hardcoreCount, casualCount }: Ranked, t: Translate): string {
  const player = playerLabel(name);
  const ranked = t('post.ranked', { place, player, count: hardcoreCount });
  return casualCount === 0 ? ranked : t('post.rankedCasual', { ranked, casual: casualCount });
}
