import type { KeptJson, LentBytes } from '#src/discord/message.ts';

import { putOwner } from './messages/library-custom-id.ts';
import type { PageBytes } from './page-writer.ts';

/** Around a page, for the body that it's sent in, in bytes. */
const ROOM = 64;
/** Of all pages together, a few hundred KB: as many as are on their way at once when many people ask. */
const IDLE_COPIES = 100;
/** Memory is asked for in steps of so many bytes, so that what one page leaves is large enough for another. */
const STEP_BYTES = 1024;
const SPARE_BUFFERS = 8;

/** A page as it is kept: each copy belongs to one response at a time, and is written over for the next one. */
export type KeptPage = {
  /** Where its owner's id goes in a copy, in bytes. */
  readonly owners: readonly number[];
  /** In bytes, without the room around it. */
  readonly length: number;
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
  /** Of pages that aren't kept anymore. */
  const spare: Buffer[] = [];

  function memoryFor(length: number): Buffer {
    const last = spare.pop();
    if (last && last.length >= length) return last;
    return Buffer.allocUnsafeSlow(Math.ceil(length / STEP_BYTES) * STEP_BYTES);
  }

  function copyOf(bytes: Buffer, start: number): Copy {
    const all = memoryFor(start + bytes.length + ROOM);
    all.set(bytes, start);
    return { all, ownerId: '', before: '', after: '', sent: all };
  }

  function lend(page: KeptPage): Copy {
    const idle = page.idle.pop();
    if (!idle) return copyOf(page.first.all.subarray(0, ROOM + page.length), 0);
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
      const first = copyOf(bytes, ROOM);
      idleCount += 1;
      const places = owners.map((place) => ROOM + place);
      return { owners: places, length: bytes.length, first, idle: [first], isDropped: false };
    },
    /**
     * The page as this person gets it.
     * @param again keeps the page again if it was forgotten before it's sent: its memory may be another page's by then.
     */
    ownedBy(ownerId: string, kept: KeptPage, again: () => KeptPage): KeptJson {
      let page = kept;
      function between(before: string, after: string): LentBytes {
        if (page.isDropped) page = again();
        const from = page;
        const copy = lend(from);
        if (copy.ownerId !== ownerId) putOwner(copy.all, from.owners, ownerId);
        copy.ownerId = ownerId;
        surround(copy, from.length, before, after);
        return { bytes: copy.sent, giveBack: () => takeBack(from, copy) };
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
      for (const { all } of page.idle) if (spare.length < SPARE_BUFFERS) spare.push(all);
      page.idle.length = 0;
    },
  };
}

/** @throws RangeError if there is no room */
function surround(copy: Copy, length: number, before: string, after: string): void {
  if (copy.before === before && copy.after === after) return;
  const { all } = copy;
  // The page's own opening brace gives way.
  const start = ROOM + 1 - before.length;
  const end = ROOM + length;
  if (start < 0 || after.length > ROOM) throw new RangeError('There is no room around the page');
  all.write(before, start, 'latin1');
  all.write(after, end, 'latin1');
  copy.before = before;
  copy.after = after;
  copy.sent = all.subarray(start, end + after.length);
}
