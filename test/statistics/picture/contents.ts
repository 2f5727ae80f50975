import { createTranslations } from '#src/messages/languages/translate.ts';
import type { LibraryEntry } from '#src/progress/library.ts';
import { pictureContent } from '#src/statistics/messages/picture-content.ts';
import type { PictureContent } from '#src/statistics/picture/content.ts';
import { statisticsOf } from '#src/statistics/statistics.ts';
import { library } from '#test/progress/entries.ts';

export const NOW = Date.UTC(2026, 10, 29);
const translate = createTranslations();
await translate.load();
export const t = translate('en');

/** What the picture of a library says. */
export async function contentOf(
  entries: readonly LibraryEntry[],
  player = 'MaxMilyin',
  language = 'en',
): Promise<PictureContent> {
  const statistics = await statisticsOf(library(entries), NOW);
  return pictureContent(player, statistics, NOW, translate(language));
}
