import type { MessageBody } from '#src/discord/message.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import type { Library } from '#src/progress/library.ts';
import type { Shortfall } from '#src/progress/messages/page.ts';
import { createLibraryPages } from '#src/progress/pages.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
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
  systemMenuPage = 0,
): MessageBody {
  const { json } = pages.message(library, {
    query: query(asked),
    page,
    systemMenuPage,
    ownerId: OWNER,
    locale: 'en-GB',
    shortfall,
  });
  return JSON.parse(String(json));
}
