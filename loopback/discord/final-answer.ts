import { createHash } from 'node:crypto';

import type { ApiAnswer } from './api.ts';
import type { Effect } from './faults.ts';
import type { LimitState } from './rate-limits.ts';

/** A response, ready to send. */
export type FinalAnswer = ApiAnswer & { headers?: Record<string, string>; text?: string };

/** Without a limit, the headers say there's plenty left, so that clients never wait. */
export function withLimits(
  answer: ApiAnswer,
  bucket = bucketOf(''),
  state?: LimitState,
): FinalAnswer {
  const { limit = 50, remaining = 49, resetAfterMs = 1_000 } = state ?? {};
  const headers = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': ((Date.now() + resetAfterMs) / 1000).toFixed(3),
    'x-ratelimit-reset-after': (resetAfterMs / 1000).toFixed(3),
    'x-ratelimit-bucket': bucket,
  };
  return { ...answer, headers };
}

export function ordered(effect: Extract<Effect, { status: number }>): FinalAnswer {
  const { status, code = 0, message = `${status}: ordered by the test`, body, json } = effect;
  if (body !== undefined) return { status, text: body, headers: { 'content-type': 'text/html' } };
  return { status, body: json ?? { message, code } };
}

export function rateLimited({
  retryAfter,
  global = false,
  scope = global ? 'global' : 'user',
  bucket = bucketOf(''),
}: {
  retryAfter: number;
  global?: boolean;
  scope?: string;
  bucket?: string | undefined;
}): FinalAnswer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-bucket': bucket,
    },
  };
}

/** A bucket's name, opaque like Discord's. */
export function bucketOf(name: string): string {
  return createHash('md5').update(name).digest('hex');
}
