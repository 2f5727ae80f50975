import { LRUCache } from 'lru-cache';

import { messageJson } from '#src/discord/message.ts';
import type { Message } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { pageFooter } from '#src/messages/paging.ts';
import { createNumbering } from '#src/platform/numbering.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { GAMES_PER_PAGE, viewLibrary, viewPage } from './library-view.ts';
import type { Library } from './library.ts';
import type { CustomIdFor } from './messages/controls.ts';
import { encodeLibraryCustomId, findRoom } from './messages/library-custom-id.ts';
import type { Roomy } from './messages/library-custom-id.ts';
import { libraryFrame } from './messages/page.ts';
import type { Shortfall } from './messages/page.ts';
import { createPageCopies, PageWriter } from './page-bytes.ts';
import type { KeptPage } from './page-bytes.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';
import { createWrittenGames, inString } from './written-games.ts';
import { createWrittenPaging } from './written-paging.ts';

export type LibraryPageRequest = {
  readonly query: LibraryQuery;
  readonly page: number;
  /** Of the system menu, from 0. */
  readonly systemMenuPage?: number;
  /** The Discord user who gets it. */
  readonly ownerId: string;
  readonly locale: string;
  readonly shortfall?: Shortfall;
};

/** About 1 MB each: what several people look at, or one who turns pages. */
const PAGES_KEPT = 64;
const FRAMES_KEPT = 64;

/** Where a page goes into the JSON of its frame. Text that people chose can't contain it: JSON escapes its quotes. */
const FOOTER = '","footer":{"text":"';
const COMPONENTS = '"}}],"components":[';

/** What all pages of a query share: before the games, and after the paging buttons. */
type Frame = {
  readonly start: Roomy;
  readonly end: Roomy;
  readonly paging: ReturnType<typeof createWrittenPaging>;
};

/**
 * Library pages as messages. What all pages of a query share is written once, and so is each page: the next person gets
 * the same bytes with their own id in them.
 */
export type LibraryPages = ReturnType<typeof createLibraryPages>;

export function createLibraryPages(options: {
  /** Without a slash at the end. */
  readonly mediaUrl: string;
  readonly translate: (locale: string) => Translate;
}) {
  const copies = createPageCopies();
  const pages = new LRUCache<string, KeptPage>({ max: PAGES_KEPT, dispose: copies.drop });
  const frames = new LRUCache<string, Frame>({ max: FRAMES_KEPT });
  const writer = new PageWriter();
  const written = createWrittenGames();
  /** Of a library or language. Two copies of a library are two libraries. */
  const numberOf = createNumbering();

  function writeFrame(library: Library, request: LibraryPageRequest, t: Translate): Frame {
    const { query, shortfall = null, systemMenuPage = 0 } = request;
    const player = refOf(library);
    const customId: CustomIdFor = (action, page) =>
      encodeLibraryCustomId({ action, player, query, page });
    const { mediaUrl } = options;
    const rest = { t, mediaUrl, customId, shortfall, systemMenuPage };
    const json = messageJson(libraryFrame(viewLibrary(library, query), rest));
    const [start = '', end = ''] = json.split(FOOTER + COMPONENTS);
    return {
      start: findRoom(start),
      end: findRoom(end),
      paging: createWrittenPaging(customId),
    };
  }

  function write(library: Library, request: LibraryPageRequest, key: string): KeptPage {
    const t = options.translate(request.locale);
    const known = frames.get(key);
    const frame = known ?? writeFrame(library, request, t);
    if (!known) frames.set(key, frame);
    const { page, entries } = viewPage(library, request.query, request.page);
    const games = written.of(library, t);
    if (page.number > 1) games.writeAhead();
    const footer = page.itemCount === 0 ? t('library.footerEmpty') : pageFooter(page, t);
    writer.begin();
    writer.roomy(frame.start, []);
    for (const entry of entries) writer.text(games.write(entry));
    writer.text(`${FOOTER}${inString(footer)}${COMPONENTS}`);
    frame.paging(page, writer);
    const { end } = frame;
    writer.roomy(end, Array<number>(end.pages.length).fill(page.number));
    return copies.keep(writer.end());
  }

  return {
    message(library: Library, request: LibraryPageRequest): Message {
      const { query, shortfall } = request;
      const { status, sort, systemId, search } = query;
      const what = `${numberOf(library)}|${numberOf(options.translate(request.locale))}`;
      const shown = `${status}|${sort}|${systemId}|${request.systemMenuPage ?? 0}`;
      const frameKey = `${what}|${shown}|${shortfall?.kind}|${shortfall?.reason}|${search}`;
      const key = `${request.page}|${frameKey}`;
      let page = pages.get(key);
      if (page === undefined) {
        page = write(library, request, frameKey);
        pages.set(key, page);
      }
      return { json: copies.ownedBy(request.ownerId, page) };
    },
    /** How many pages a query has. */
    count: (library: Library, query: LibraryQuery): number =>
      Math.max(1, Math.ceil(selectEntries(library, query).length / GAMES_PER_PAGE)),
  };
}

function refOf({ player }: Library): PlayerRef {
  return player.ulid ? { kind: 'ulid', ulid: player.ulid } : { kind: 'name', name: player.name };
}
