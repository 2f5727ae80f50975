import { LRUCache } from 'lru-cache';

import { toMessage } from '#src/discord/message.ts';
import type { Message } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import { GAMES_PER_PAGE, libraryPage } from './library-page.ts';
import type { Library } from './library.ts';
import { encodeLibraryCustomId, withOwner } from './messages/custom-id.ts';
import { libraryMessage } from './messages/page.ts';
import type { Shortfall } from './messages/page.ts';
import { SORTS, STATUSES } from './query/query.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';

export type LibraryPageRequest = {
  readonly query: LibraryQuery;
  readonly page: number;
  /** The Discord user whose message it will be. */
  readonly ownerId: string;
  readonly locale: string;
  readonly shortfall?: Shortfall;
};

/** Library pages as messages. A page that was written once is kept: the next person gets the same text. */
export type LibraryPages = {
  message(library: Library, request: LibraryPageRequest): Message;
  /** How many pages a query has. */
  count(library: Library, query: LibraryQuery): number;
};

/** About 1 MB: those that several people look at. More would be kept for nobody, and for longer than memory is cheap. */
const PAGES_KEPT = 64;

export function createLibraryPages(options: {
  /** Where avatars are, without a slash at the end. */
  readonly mediaUrl: string;
  readonly translate: (locale: string) => Translate;
}): LibraryPages {
  const written = new LRUCache<string, string>({ max: PAGES_KEPT });
  const numbers = new WeakMap<object, number>();
  let count = 0;

  /** A library (two copies of one are different pages), or a language. */
  function numberOf(thing: object): number {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    count += 1;
    numbers.set(thing, count);
    return count;
  }

  function write(library: Library, request: LibraryPageRequest, t: Translate): string {
    const { query, shortfall = null } = request;
    const player = refOf(library);
    const model = libraryPage(library, query, request.page);
    const body = libraryMessage(model, {
      t,
      mediaUrl: options.mediaUrl,
      choices: { statuses: STATUSES, sorts: SORTS },
      customId: (action, page) => encodeLibraryCustomId({ action, player, query, page }),
      shortfall,
    });
    return toMessage(body).json;
  }

  return {
    message(library, request) {
      const { query, page, shortfall } = request;
      const t = options.translate(request.locale);
      const key = [
        numberOf(library),
        numberOf(t),
        page,
        query.status,
        query.sort,
        query.systemId,
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
    count: (library, query) =>
      Math.max(1, Math.ceil(selectEntries(library, query).length / GAMES_PER_PAGE)),
  };
}

function refOf({ player }: Library): PlayerRef {
  return player.ulid ? { kind: 'ulid', ulid: player.ulid } : { kind: 'name', name: player.name };
}
