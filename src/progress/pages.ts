import { LRUCache } from 'lru-cache';

import { messageJson } from '#src/discord/message.ts';
import type { KeptJson, Message } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { pageFooter } from '#src/messages/paging.ts';
import { createNumbering } from '#src/platform/numbering.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { GAMES_PER_PAGE, viewLibrary, viewPage } from './library-view.ts';
import type { Library } from './library.ts';
import type { CustomIdFor } from './messages/controls.ts';
import {
  encodeLibraryCustomId,
  findRoom,
  putOwner,
  putPage,
} from './messages/library-custom-id.ts';
import type { Roomy } from './messages/library-custom-id.ts';
import { libraryFrame } from './messages/page.ts';
import type { Shortfall } from './messages/page.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';
import { createSlab } from './slab.ts';
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
  readonly start: Buffer;
  readonly end: Roomy;
  readonly paging: ReturnType<typeof createWrittenPaging>;
};

/** A page as it is kept: in parts, and without its owner. */
type WrittenPage = Pick<Roomy, 'owners' | 'pages'> & {
  readonly parts: readonly Buffer[];
  /** Of all parts, in bytes. */
  readonly length: number;
  readonly number: number;
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
  const pages = new LRUCache<string, WrittenPage>({ max: PAGES_KEPT });
  const frames = new LRUCache<string, Frame>({ max: FRAMES_KEPT });
  const written = createWrittenGames();
  /** Of a library or language. Two copies of a library are two libraries. */
  const numberOf = createNumbering();
  const take = createSlab();

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
      start: Buffer.from(start),
      end: findRoom(end),
      paging: createWrittenPaging(customId),
    };
  }

  function write(library: Library, request: LibraryPageRequest, key: string): WrittenPage {
    const t = options.translate(request.locale);
    const known = frames.get(key);
    const frame = known ?? writeFrame(library, request, t);
    if (!known) frames.set(key, frame);
    const { page, entries } = viewPage(library, request.query, request.page);
    const games = written.of(library, t);
    if (page.number > 1) games.writeAhead();
    const footer = page.itemCount === 0 ? t('library.footerEmpty') : pageFooter(page, t);
    const text = `${entries.map(games.write).join('')}${FOOTER}${inString(footer)}${COMPONENTS}`;
    const own = { text: Buffer.from(text), paging: frame.paging(page) };
    return partsOf(frame, own, page.number);
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
      return { json: ownedBy(request.ownerId, page, take) };
    },
    /** How many pages a query has. */
    count: (library: Library, query: LibraryQuery): number =>
      Math.max(1, Math.ceil(selectEntries(library, query).length / GAMES_PER_PAGE)),
  };
}

/** @param take memory for a copy. */
function ownedBy(
  ownerId: string,
  { parts, length, owners, pages, number }: WrittenPage,
  take: (length: number) => Buffer,
): KeptJson {
  const between = (before: string, after: string): Buffer => {
    // The page's own opening brace gives way.
    const startAt = before.length - 1;
    const all = take(startAt + length + after.length);
    let at = startAt;
    for (const part of parts) at += part.copy(all, at);
    all.write(before, 'latin1');
    all.write(after, at, 'latin1');
    const page = all.subarray(startAt);
    putOwner(page, owners, ownerId);
    putPage(page, pages, number);
    return all;
  };
  return { between, toString: () => between('{', '').toString() };
}

/** @param own what is only on this page. */
function partsOf(
  { start, end }: Frame,
  own: { readonly text: Buffer; readonly paging: Pick<Roomy, 'bytes' | 'owners'> },
  number: number,
): WrittenPage {
  const { bytes, owners } = own.paging;
  const pagingAt = start.length + own.text.length;
  const endAt = pagingAt + bytes.length;
  return {
    parts: [start, own.text, bytes, end.bytes],
    length: endAt + end.bytes.length,
    owners: [...shifted(owners, pagingAt), ...shifted(end.owners, endAt)],
    pages: shifted(end.pages, endAt),
    number,
  };
}

function shifted(places: readonly number[], by: number): number[] {
  return places.map((place) => place + by);
}

function refOf({ player }: Library): PlayerRef {
  return player.ulid ? { kind: 'ulid', ulid: player.ulid } : { kind: 'name', name: player.name };
}
