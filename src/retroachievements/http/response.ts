import { z } from 'zod';

import { RetroAchievementsError, type Failure } from '../retroachievements-error.ts';

/** What came back for one request, whatever its status. */
export type HttpResponse = {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Decompressed; empty if the response is not a success and its body can't be read. */
  readonly body: string;
};

/** What RetroAchievements itself says when it refuses a key; a page of the network before it is HTML. */
const refusal = z.object({ message: z.string(), errors: z.array(z.unknown()) });

/**
 * The failure that an answer's status stands for, null for a success.
 * @param now ms since 1970, for a `Retry-After` that is a date.
 */
export function failureOf(response: HttpResponse, now: number): Failure | null {
  const { status } = response;
  if (status >= 200 && status < 300) return null;
  if (status === 401) return { kind: 'key-refused' };
  if (status === 403 && refusal.safeParse(tryJson(response.body)).success) {
    return { kind: 'key-refused' };
  }
  if (status === 429) {
    return { kind: 'rate-limited', retryAfterMs: parseRetryAfter(response.retryAfter, now) };
  }
  return { kind: 'status', status };
}

/** @throws RetroAchievementsError `unreadable`. The parser's own error is left out: it quotes the text. */
export function parseJson(body: string): unknown {
  const json = tryJson(body);
  if (json !== undefined) return json;
  const detail = isHtml(body) ? 'HTML where JSON was promised' : 'JSON that is cut or broken';
  throw new RetroAchievementsError({ kind: 'unreadable', detail });
}

/** Whether a body is a page for people. */
export function isHtml(body: string): boolean {
  return body.trimStart().startsWith('<');
}

function tryJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** RFC 9110 wants the first form; the two others are obsolete, but a recipient has to read them. `Date.parse` reads all three. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds, or an HTTP date.
 * @param now ms since 1970.
 * @returns ms from `now`, 0 for a date that has passed; null where there is no header or it is neither form.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!HTTP_DATE.test(text)) return null;
  // The obsolete asctime form names no zone; HTTP dates are always UTC.
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}

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
