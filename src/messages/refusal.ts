import type { FeedRefusal } from '#src/announcements/messages/feed-refusal-reasons.ts';

/** What somebody asked for can't be done, and they can do something about it. */
export type RefusalReason =
  /** This version does not have it (any more). */
  | { readonly kind: 'unknownCommand' }
  | { readonly kind: 'noLinkedAccount' }
  | { readonly kind: 'invalidPlayer'; readonly typed: string }
  | { readonly kind: 'unknownSystem'; readonly typed: string }
  | FeedRefusal;

/** Thrown by commands; the router's one catch turns it into a sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`Refused: ${reason.kind}`);
    this.reason = reason;
  }
}
