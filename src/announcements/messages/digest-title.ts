import type { Cadence } from '#src/announcements/feed.ts';
import type { DigestPost } from '#src/announcements/post.ts';
import type { TextKey, Translate } from '#src/messages/languages/translate.ts';

const PERIODS = {
  live: 'post.digest',
  hourly: 'post.digestHourly',
  daily: 'post.digestDaily',
  weekly: 'post.digestWeekly',
} as const satisfies Record<Cadence, TextKey>;

/** `The past week: 37 games by 12 players`. */
export function digestTitle({ schedule, players }: DigestPost, t: Translate): string {
  return t(PERIODS[schedule.cadence], {
    games: t('post.games', { count: players.reduce((sum, { games }) => sum + games.length, 0) }),
    players: t('post.players', { count: players.length }),
  });
}
