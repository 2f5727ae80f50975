import { putPage } from './messages/library-custom-id.ts';
import type { Roomy } from './messages/library-custom-id.ts';

/** Most pages are shorter. */
const FIRST_BYTES = 32 * 1024;
/** A character of a string never takes more bytes in UTF-8. */
const BYTES_A_CHARACTER = 3;

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
