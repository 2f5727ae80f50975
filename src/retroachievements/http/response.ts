import { z } from 'zod';

import { tryJson } from '#src/platform/json.ts';

import { RetroAchievementsError, type Failure } from '../retroachievements-error.ts';

/** A response of any status. */
export type HttpResponse = {
  readonly status: number;
  readonly retryAfter: string | null;
  /** Decompressed; null if the response is not a success and its body can't be read. */
  readonly body: string | null;
};

/** RetroAchievements' own refusal of a key; a 403 from Cloudflare is HTML. */
const refusal = z.object({ message: z.string(), errors: z.array(z.unknown()) });

/**
 * The failure behind a response's status; null for a success.
 * @param now ms since 1970, to resolve a `Retry-After` date.
 */
export function failureOf(response: HttpResponse, now: number): Failure | null {
  const { status } = response;
  if (status >= 200 && status < 300) return null;
  if (status === 401) return { kind: 'key-refused' };
  if (status === 403 && refusal.safeParse(tryJson(response.body ?? '')).success) {
    return { kind: 'key-refused' };
  }
  if (status === 429) {
    return { kind: 'rate-limited', retryAfterMs: parseRetryAfter(response.retryAfter, now) };
  }
  return { kind: 'status', status };
}

/** @throws RetroAchievementsError `unreadable`, without the parser's error, which quotes the body. */
export function parseJson(body: string): unknown {
  const json = tryJson(body);
  if (json !== undefined) return json;
  const detail = isHtml(body) ? 'HTML where JSON was promised' : 'JSON that is cut or broken';
  throw new RetroAchievementsError({ kind: 'unreadable', detail });
}

export function isHtml(body: string): boolean {
  return body.trimStart().startsWith('<');
}

/** RFC 9110 has one current form of date and two obsolete ones that must still be read. `Date.parse` reads all three. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/** Keeps a wrong `Retry-After` from silencing the bot; the site repeats a right one. */
export const MAX_PAUSE_MS = 15 * 60_000;

/**
 * Parses `Retry-After` (RFC 9110, section 10.2.3): whole seconds or an HTTP date.
 * @param now ms since 1970.
 * @returns ms from `now`, at most MAX_PAUSE_MS, 0 for a past date; null if the header is missing or malformed.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_PAUSE_MS);
  if (!HTTP_DATE.test(text)) return null;
  // HTTP dates are always UTC; the obsolete asctime form leaves the zone out.
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : Math.min(Math.max(0, time - now), MAX_PAUSE_MS);
}

const MAX_ATTEMPTS = 4;

/** The request or its response was lost on the way. 520–530 are Cloudflare's, which the site is behind. */
const GATEWAY_STATUSES: ReadonlySet<number> = new Set([
  502, 503, 504, 520, 521, 522, 523, 524, 530,
]);

/**
 * Whether to try a failed request again. All requests are reads, so repeating one is safe.
 * @param attempts so far, including the failed one.
 */
export function mayRetry(failure: Failure, attempts: number): boolean {
  if (attempts >= MAX_ATTEMPTS) return false;
  switch (failure.kind) {
    case 'network':
    case 'rate-limited':
      return true;
    case 'status':
      if (GATEWAY_STATUSES.has(failure.status)) return true;
      // Usually permanent (a library that the site can't compute), but a deployment causes single ones.
      return failure.status === 500 && attempts === 1;
    case 'timeout':
    case 'unreadable':
      // One timeout may be a kept connection that died unnoticed; two are a site that hangs.
      return attempts === 1;
    case 'own-share':
    case 'emptied':
    case 'key-refused':
      return false;
  }
}
