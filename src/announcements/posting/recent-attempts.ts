import { LRUCache } from 'lru-cache';

import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';

/** Discord remembers a nonce "for minutes"; this is on the safe side. */
const NONCE_TRUST_MS = 60_000;
const RETRY = { firstMs: 1_000, longestMs: 30_000 };
/** Batches of removed feeds never end, hence a limit. Forgetting one only costs another search for it. */
const LIMIT = 1_000;

type RecentAttempt = {
  /** When Discord began to remember its nonce, ms since 1970. */
  readonly sentAt: number;
  readonly failures: number;
  /** Set once posted, in case the database could not store that. */
  readonly messageId: string | null;
};

const NONE: RecentAttempt = { sentAt: -Infinity, failures: 0, messageId: null };

/** What this process knows about the batches that it tried to post. */
export function createRecentAttempts(clock: Clock) {
  const attempts = new LRUCache<string, RecentAttempt>({ max: LIMIT });
  const of = (batchId: string) => attempts.get(batchId) ?? NONE;
  return {
    /**
     * Whether a post without a known answer must be looked up before it is sent again: another process sent it, Discord
     * may have forgotten its nonce, or the clock was set back.
     */
    isInDoubt(batchId: string): boolean {
      const sinceMs = clock.now() - of(batchId).sentAt;
      return sinceMs < 0 || sinceMs > NONCE_TRUST_MS;
    },
    /** @param isRepeat whether it may have been sent before */
    sends(batchId: string, isRepeat: boolean): void {
      const before = of(batchId);
      attempts.set(batchId, { ...before, sentAt: isRepeat ? before.sentAt : clock.now() });
    },
    /** @returns how long to wait before the next try, ms */
    failed(batchId: string): number {
      const failures = of(batchId).failures + 1;
      attempts.set(batchId, { ...of(batchId), failures });
      return backoffMs(failures, RETRY);
    },
    posted: (batchId: string, messageId: string): void =>
      void attempts.set(batchId, { ...of(batchId), messageId }),
    /** Null if this process has not posted it. */
    messageOf: (batchId: string): string | null => of(batchId).messageId,
    /** No further work on this batch. */
    end: (batchId: string): void => void attempts.delete(batchId),
  };
}
