import type { RawFile } from '@discordjs/rest';

import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import { Refusal } from '#src/messages/refusal.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { ExportQueue } from '#src/progress/export-queue.ts';
import type { FileLimit } from '#src/progress/file-limit.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { Library } from '#src/progress/library.ts';
import { identityOf } from '#src/progress/players.ts';
import type { RecentPlayers } from '#src/progress/recent-players.ts';
import { shortfallOf } from '#src/progress/show-library.ts';
import { wholeLibrary } from '#src/progress/whole-library.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { PICTURE_NAME, statisticsMessage } from './messages/statistics.ts';
import { PictureUnavailable } from './picture/painter.ts';
import type { StatisticsPictures } from './statistics-pictures.ts';

type StatisticsServices = {
  readonly libraries: Pick<Libraries, 'fresh' | 'open'>;
  readonly recentPlayers: Pick<RecentPlayers, 'add'>;
  readonly exports: Pick<ExportQueue, 'turnToSend'>;
  readonly pictures: StatisticsPictures;
  readonly pictureLimit: FileLimit;
  readonly clock: Clock;
  readonly mediaUrl: string;
  readonly translate: (locale: string) => Translate;
};

/**
 * Shows a player's statistics as a picture and as text, or as text alone where the picture can't be drawn.
 * @throws Refusal, UnknownPlayer, AccountGone, RetroAchievementsError
 */
export async function showStatistics(
  use: Use<StatisticsServices>,
  player: PlayerRef,
): Promise<void> {
  const { answer, caller, services } = use;
  const { pictureLimit } = services;
  const againAt = pictureLimit.againAt(caller.id);
  if (againAt !== null) {
    const when = relativeTime(againAt);
    const content = services.translate(caller.locale)('stats.askedALot', { when });
    return answer.notice(toMessage({ content }));
  }
  return pictureLimit.count(caller.id, () => sendStatistics(use, player));
}

async function sendStatistics(
  { answer, caller, services }: Use<StatisticsServices>,
  ref: PlayerRef,
): Promise<void> {
  const update = await answer.whileWaiting(wholeLibrary(services.libraries, ref, caller.id));
  const { library } = update;
  if (library.total === 0) {
    throw new Refusal('library.noGames', { player: escapeMarkdown(library.player.name) });
  }
  services.recentPlayers.add(library.player.name, {
    callerId: caller.id,
    isPrivate: answer.isPrivate,
  });
  const t = services.translate(caller.locale);
  const { pictures } = services;
  const files = await answer.whileWaiting(pictureFiles(pictures, library, t));
  const message = statisticsMessage(library, await pictures.statistics(library), {
    ownerId: caller.id,
    player: identityOf(ref, library.player),
    mediaUrl: services.mediaUrl,
    t,
    shortfall: shortfallOf(update, caller.locale, services),
    hasPicture: files.length > 0,
  });
  if (files.length === 0) return answer.show(toMessage(message));
  using _ = await answer.whileWaiting(services.exports.turnToSend());
  return await answer.show(toMessage(message, files));
}

/** Nothing if it can't be drawn: the painter has logged why. */
async function pictureFiles(
  pictures: StatisticsPictures,
  library: Library,
  t: Translate,
): Promise<readonly RawFile[]> {
  try {
    const data = await pictures.picture(library, t);
    return [{ name: PICTURE_NAME, data: Buffer.from(data), contentType: 'image/png' }];
  } catch (error) {
    if (error instanceof PictureUnavailable) return [];
    throw error;
  }
}
