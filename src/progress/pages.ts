import { LRUCache } from 'lru-cache';

import { toMessage } from '#src/discord/message.ts';
import type { Message } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { GAMES_PER_PAGE, viewLibrary } from './library-view.ts';
import type { Library } from './library.ts';
import { encodeLibraryCustomId, withOwner } from './messages/custom-id.ts';
import { libraryMessage } from './messages/page.ts';
import type { Shortfall } from './messages/page.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';

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

/** About 1 MB: pages that several people look at. */
const PAGES_KEPT = 64;

/** Library pages as messages. A page is written once; the next person gets the same text with their own id in it. */
export type LibraryPages = ReturnType<typeof createLibraryPages>;

export function createLibraryPages(options: {
  /** Without a slash at the end. */
  readonly mediaUrl: string;
  readonly translate: (locale: string) => Translate;
}) {
  const written = new LRUCache<string, string>({ max: PAGES_KEPT });
  const numbers = new WeakMap<object, number>();
  let count = 0;

  /** Stands for a library or a language in keys. Two copies of a library are two libraries. */
  function numberOf(thing: object): number {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    count += 1;
    numbers.set(thing, count);
    return count;
  }

  function write(library: Library, request: LibraryPageRequest, t: Translate): string {
    const { query, shortfall = null, systemMenuPage = 0 } = request;
    const player = refOf(library);
    const body = libraryMessage(viewLibrary(library, query, request.page), {
      t,
      mediaUrl: options.mediaUrl,
      customId: (action, page) => encodeLibraryCustomId({ action, player, query, page }),
      shortfall,
      systemMenuPage,
    });
    return toMessage(body).json;
  }

  return {
    message(library: Library, request: LibraryPageRequest): Message {
      const { query, page, shortfall } = request;
      const t = options.translate(request.locale);
      const key = [
        numberOf(library),
        numberOf(t),
        page,
        query.status,
        query.sort,
        query.systemId,
        request.systemMenuPage ?? 0,
        shortfall?.kind,
        shortfall?.reason,
        query.search,
      ].join('|');
      let json = written.get(key);
      if (json === undefined) {
        json = write(library, request, t);
        written.set(key, json);
      }
      return { json: withOwner(json, request.ownerId) };
    },
    /** How many pages a query has. */
    count: (library: Library, query: LibraryQuery): number =>
      Math.max(1, Math.ceil(selectEntries(library, query).length / GAMES_PER_PAGE)),
  };
}

function refOf({ player }: Library): PlayerRef {
  return player.ulid ? { kind: 'ulid', ulid: player.ulid } : { kind: 'name', name: player.name };
}
