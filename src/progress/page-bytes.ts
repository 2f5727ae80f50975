import type { KeptJson, LentBytes } from '#src/discord/message.ts';

import { putOwner, putPage } from './messages/library-custom-id.ts';
import type { Roomy } from './messages/library-custom-id.ts';

/** Most pages are shorter. */
const FIRST_BYTES = 32 * 1024;
/** A character of a string never takes more bytes in UTF-8. */
const BYTES_A_CHARACTER = 3;

/** Around a page, for the body that it's sent in, in bytes. */
const ROOM = 64;
/** Of all pages together, a few hundred KB: as many as are on their way at once when many people ask. */
const IDLE_COPIES = 100;

/** A page as UTF-8. */
export type PageBytes = {
  readonly bytes: Buffer;
  /** Where its owner's id goes, in bytes. */
  readonly owners: readonly number[];
};

/** Puts pages together, one at a time, and always in the same memory. */
export class PageWriter {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = 0;
  #owners: number[] = [];

  /** Begins a page. If writing the one before it failed, nothing of it stays. */
  begin(): void {
    this.#length = 0;
    this.#owners = [];
  }

  text(text: string): void {
    this.#makeRoom(text.length * BYTES_A_CHARACTER);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** @param pageNumbers go into the room for pages, in this order */
  roomy({ bytes, owners, pages }: Roomy, pageNumbers: readonly number[]): void {
    this.#makeRoom(bytes.length);
    const start = this.#length;
    this.#bytes.set(bytes, start);
    this.#length += bytes.length;
    for (const place of owners) this.#owners.push(start + place);
    pages.forEach((place, index) => putPage(this.#bytes, [start + place], pageNumbers[index] ?? 1));
  }

  /** The page, until the next one is begun. */
  end(): PageBytes {
    const page = { bytes: this.#bytes.subarray(0, this.#length), owners: this.#owners };
    this.begin();
    return page;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.alloc(2 * needed);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** A page as it is kept: each copy belongs to one response at a time, and is written over for the next one. */
export type KeptPage = {
  /** Where its owner's id goes in a copy, in bytes. */
  readonly owners: readonly number[];
  readonly first: Copy;
  /** Those that no response needs now. */
  readonly idle: Copy[];
  isDropped: boolean;
};

/** The page with room around it, and what stands in it now. */
type Copy = { readonly all: Buffer; ownerId: string; before: string; after: string; sent: Buffer };

/**
 * Pages that are sent again and again, each time with another owner. To copy a page takes longer than to find it, so a
 * copy whose response has arrived goes to the next person.
 */
export function createPageCopies() {
  let idleCount = 0;
  function lend(page: KeptPage): Copy {
    const idle = page.idle.pop();
    if (!idle) return copyOf(page.first.all, 0);
    idleCount -= 1;
    return idle;
  }

  function takeBack(page: KeptPage, copy: Copy): void {
    if (page.isDropped || idleCount >= IDLE_COPIES) return;
    idleCount += 1;
    page.idle.push(copy);
  }

  return {
    /** Keeps a page. */
    keep({ bytes, owners }: PageBytes): KeptPage {
      const first = copyOf(bytes, ROOM, ROOM);
      idleCount += 1;
      const places = owners.map((place) => ROOM + place);
      return { owners: places, first, idle: [first], isDropped: false };
    },
    /** The page as this person gets it. It can be sent even after the page was dropped. */
    ownedBy(ownerId: string, page: KeptPage): KeptJson {
      function between(before: string, after: string): LentBytes {
        const copy = lend(page);
        if (copy.ownerId !== ownerId) putOwner(copy.all, page.owners, ownerId);
        copy.ownerId = ownerId;
        surround(copy, before, after);
        return { bytes: copy.sent, giveBack: () => takeBack(page, copy) };
      }
      function toString(): string {
        const { bytes, giveBack } = between('{', '');
        const text = bytes.toString();
        giveBack();
        return text;
      }
      return { between, toString };
    },
    /** Forgets a page. */
    drop(page: KeptPage): void {
      page.isDropped = true;
      idleCount -= page.idle.length;
      page.idle.length = 0;
    },
  };
}

/** @param before room before the bytes, in bytes; `after` likewise */
function copyOf(bytes: Buffer, before: number, after = 0): Copy {
  const all = Buffer.allocUnsafeSlow(before + bytes.length + after);
  all.set(bytes, before);
  return { all, ownerId: '', before: '', after: '', sent: all };
}

/** @throws RangeError if there is no room */
function surround(copy: Copy, before: string, after: string): void {
  if (copy.before === before && copy.after === after) return;
  const { all } = copy;
  // The page's own opening brace gives way.
  const start = ROOM + 1 - before.length;
  const end = all.length - ROOM;
  if (start < 0 || after.length > ROOM) throw new RangeError('There is no room around the page');
  all.write(before, start, 'latin1');
  all.write(after, end, 'latin1');
  copy.before = before;
  copy.after = after;
  copy.sent = all.subarray(start, end + after.length);
}
