import type { Failure } from '../errors.ts';

/** The first try and three more: by then a person has waited long enough, and the site is told no more than that. */
const MAX_ATTEMPTS = 4;

/**
 * Gateway statuses: the request did not reach the application, or its answer did not come back.
 * 520–524 are Cloudflare's own words for the same; the site is behind it.
 */
const GATEWAY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504, 520, 521, 522, 523, 524]);

/**
 * Whether a request that failed may be tried again. All of them are reads, so that a repeat changes nothing.
 * @param attempts how often it was tried, this failure included.
 */
export function mayRetry(failure: Failure, attempts: number): boolean {
  if (attempts >= MAX_ATTEMPTS) return false;
  switch (failure.kind) {
    case 'network':
    case 'rate-limited':
      return true;
    case 'status':
      if (GATEWAY_STATUSES.has(failure.status)) return true;
      // A 500 is mostly the same 500 again (a library that the server cannot compute), but a deployment makes single ones.
      return failure.status === 500 && attempts === 1;
    case 'timeout':
    // A kept connection that died unnoticed answers nothing; a second one does. Twice nothing is a site that hangs.
    case 'unreadable':
      return attempts === 1;
    case 'key-refused':
      return false;
  }
}
