import { z } from 'zod';

import { RetroAchievementsError, type Failure } from '../errors.ts';
import type { Answer } from './http.ts';
import { parseRetryAfter } from './retry-after.ts';

/** What RetroAchievements itself says when it refuses a key; a page of the network before it is HTML. */
const refusal = z.object({ message: z.string(), errors: z.array(z.unknown()) });

/**
 * The failure that an answer's status stands for, null for a success.
 * @param now ms since 1970, for a `Retry-After` that is a date.
 */
export function failureOf(answer: Answer, now: number): Failure | null {
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status === 401) return { kind: 'key-refused' };
  if (status === 403 && refusal.safeParse(tryJson(answer.body)).success) {
    return { kind: 'key-refused' };
  }
  if (status === 429) {
    return { kind: 'rate-limited', retryAfterMs: parseRetryAfter(answer.retryAfter, now) };
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
