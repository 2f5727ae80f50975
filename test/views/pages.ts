import { createLibraryPages } from '#commands/progress/pages.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { createTranslations } from '#src/i18n/translate.ts';
import type { LibraryQuery } from '#src/progress/library-query.ts';
import type { Library } from '#src/progress/library.ts';
import type { Shortfall } from '#src/views/library-message.ts';
import { query } from '#test/progress/entries.ts';

export const OWNER = '80351110224678912';
const translate = createTranslations();
export const t = translate('en-GB');

const pages = createLibraryPages({ mediaUrl: 'https://media.example', translate });

/** A page as Discord gets it. */
export function pageOf(
  library: Library,
  asked: Partial<LibraryQuery> = {},
  page = 1,
  shortfall: Shortfall = null,
): MessageBody {
  const { json } = pages.message(library, {
    query: query(asked),
    page,
    ownerId: OWNER,
    locale: 'en-GB',
    shortfall,
  });
  return JSON.parse(json);
}
