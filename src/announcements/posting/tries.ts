import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';

/** What this process knows of the batches that it tried to post. */
export type Tries = {
  /**
   * Whether a post of which no answer is known is to be looked for before it is sent again: another process sent it,
   * it was too long ago for Discord to remember its nonce, or the clock was set back.
   */
  isInDoubt(batchId: string): boolean;
  /** @param isRepeat whether it may have been sent before */
  sends(batchId: string, isRepeat: boolean): void;
  /** @returns how long to wait for the next try, ms */
  failed(batchId: string): number;
  posted(batchId: string, messageId: string): void;
  /** Null where it was not posted, as far as is known here. */
  messageOf(batchId: string): string | null;
  /** Nothing is to be done for it any more. */
  end(batchId: string): void;
};

/** Discord remembers a nonce "for minutes". */
const NONCE_TRUST_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** Those of removed feeds are never ended; what is forgotten is only looked for once more. */
const LIMIT = 1_000;

type Try = {
  /** Since when Discord's memory of its nonce can be trusted, ms since 1970. */
  readonly sentAt: number;
  readonly failures: number;
  /** Posted, but perhaps the database did not take it. */
  readonly messageId: string | null;
};

const NONE: Try = { sentAt: -Infinity, failures: 0, messageId: null };

export function createTries(clock: Clock): Tries {
  const tries = new LRUCache<string, Try>({ max: LIMIT });
  const of = (batchId: string) => tries.get(batchId) ?? NONE;
  return {
    isInDoubt(batchId) {
      const sinceMs = clock.now() - of(batchId).sentAt;
      return sinceMs < 0 || sinceMs > NONCE_TRUST_MS;
    },
    sends(batchId, isRepeat) {
      const before = of(batchId);
      tries.set(batchId, { ...before, sentAt: isRepeat ? before.sentAt : clock.now() });
    },
    failed(batchId) {
      const before = of(batchId);
      tries.set(batchId, { ...before, failures: before.failures + 1 });
      return Math.min(FIRST_RETRY_MS * 2 ** before.failures, LAST_RETRY_MS);
    },
    posted: (batchId, messageId) => void tries.set(batchId, { ...of(batchId), messageId }),
    messageOf: (batchId) => of(batchId).messageId,
    end: (batchId) => void tries.delete(batchId),
  };
}
