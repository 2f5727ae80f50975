import type { Books } from './books.ts';
import { nextDigest } from './calendar.ts';
import type { Entry } from './entry.ts';
import type { SoakFeed } from './town.ts';

/** A paused channel is looked at again after six hours at the latest. */
const GOES_ON_WITHIN_MS = 7 * 60 * 60_000;

/** What lasts, and what the rules then allow: when the books expect what is granted meanwhile. */
export class Weather {
  readonly #books: Books;
  readonly #now: () => number;
  isSiteDown = false;
  isDiscordDown = false;
  #areAllOff = false;
  /** Until when feeds may be paused, ms since 1970. */
  readonly #pausedUntil = new Map<SoakFeed, number>();

  constructor(books: Books, now: () => number) {
    this.#books = books;
    this.#now = now;
    books.adjust = (entry) => this.#adjust(entry);
  }

  /** No bot runs. */
  get areAllOff(): boolean {
    return this.#areAllOff;
  }

  /** @param since when the last awards were granted: maybe no bot has seen them, ms since 1970. */
  allEnd(since: number): void {
    this.#areAllOff = true;
    for (const entry of this.#books.open) if (entry.grantedAt >= since) entry.seenBy = Infinity;
  }

  allStart(): void {
    this.#areAllOff = false;
    this.#lookAgain();
  }

  get #canLook(): boolean {
    return !this.#areAllOff && !this.isSiteDown;
  }

  /** The next poll comes before anything else is granted. */
  #lookAgain(): void {
    if (!this.#canLook) return;
    const now = this.#now();
    for (const entry of this.#books.open) if (entry.seenBy === Infinity) entry.seenBy = now;
  }

  #adjust(entry: Entry): void {
    const { feed, grantedAt } = entry;
    const pausedUntil = this.#pausedUntil.get(feed) ?? 0;
    const isPaused = pausedUntil > grantedAt;
    // What is missed is made up for as soon as that's possible, with all that is there by then.
    if (this.#areAllOff || isPaused) entry.from = grantedAt;
    if (!this.#canLook) entry.seenBy = Infinity;
    if (isPaused) entry.by = Math.max(entry.by, pausedUntil);
    if (this.isSiteDown) entry.by = Infinity;
  }

  siteFails(): void {
    this.isSiteDown = true;
  }

  /** From now on the site can be read: what was granted meanwhile counts from here. */
  siteWorks(): void {
    this.isSiteDown = false;
    for (const entry of this.#books.open) {
      if (entry.seenBy !== Infinity || entry.by !== Infinity) continue;
      const pausedUntil = this.#pausedUntil.get(entry.feed) ?? 0;
      const readBy = Math.max(this.#now(), entry.foundBy);
      entry.by = Math.max(nextDigest(entry.feed.schedule, readBy), pausedUntil);
    }
    this.#lookAgain();
  }

  forbid(feed: SoakFeed): void {
    this.#pausedUntil.set(feed, Infinity);
    for (const entry of this.#openIn(feed)) entry.by = Infinity;
  }

  allow(feed: SoakFeed): void {
    const now = this.#now();
    const until = now + GOES_ON_WITHIN_MS;
    this.#pausedUntil.set(feed, until);
    for (const entry of this.#openIn(feed)) {
      entry.from = entry.grantedAt;
      entry.by = Math.max(nextDigest(feed.schedule, entry.foundBy), until);
    }
  }

  #openIn(feed: SoakFeed): readonly Entry[] {
    return [...this.#books.open].filter((entry) => entry.feed === feed);
  }

  /** Nothing can be posted: everything waits. */
  get isCalm(): boolean {
    return !this.isDiscordDown && !this.#areAllOff;
  }
}
