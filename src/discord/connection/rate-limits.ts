import type { ResponseLike } from '@discordjs/rest';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import { backoffMs } from '#src/platform/backoff.ts';
import { tryJson } from '#src/platform/json.ts';
import type { Logger } from '#src/platform/log.ts';

/** The longest limit that Discord documents for what the bot does: ten cross-posts an hour. */
export const LONGEST_WAIT_MS = 60 * 60_000;
/** A first response has 3 s. After a longer wait, they are up. */
export const LONGEST_CALLBACK_WAIT_MS = 1_500;
/** As long as an interaction can be answered. Limits for posts last seconds. */
export const LONGEST_MESSAGE_WAIT_MS = 15 * 60_000;

/** If Discord says how long: at least this, and longer each time. */
const SAID = { firstMs: 100, longestMs: 60_000 };
/** If it doesn't. */
const UNSAID = { firstMs: 1_000, longestMs: 60_000 };

/** Addresses that are limited right now. */
const REMEMBERED = 1_000;

const body = z.object({ retry_after: z.number() });

type Headers = Pick<ResponseLike['headers'], 'get'>;

/**
 * How long Discord wants to be left alone, in ms: the longest that it says, in the response's headers or its body. Null
 * for a response that says nothing usable: a page of HTML, a number below zero.
 */
export function saidWaitMs(headers: Headers, text: string): number | null {
  const said = [
    Number(headers.get('retry-after') ?? Number.NaN),
    Number(headers.get('x-ratelimit-reset-after') ?? Number.NaN),
    body.safeParse(tryJson(text)).data?.retry_after ?? Number.NaN,
  ];
  const longest = Math.max(...said.filter((seconds) => seconds > 0));
  return longest > 0 ? Math.ceil(longest * 1_000) : null;
}

/**
 * Keeps waits for rate limits in bounds: Discord's word, but at least a moment, longer each time, and never so long that
 * a timer would overflow and fire at once.
 */
export function createRateLimits(log: Pick<Logger, 'warn'>, longestMs = LONGEST_WAIT_MS) {
  const failures = new LRUCache<string, number>({ max: REMEMBERED });

  return {
    /** @param address what is limited. @returns ms to wait before it is asked again. */
    limited(address: string, saidMs: number | null): number {
      const count = (failures.get(address) ?? 0) + 1;
      failures.set(address, count);
      const least = backoffMs(count, saidMs === null ? UNSAID : SAID);
      const wantedMs = Math.max(least, saidMs ?? 0);
      if (wantedMs <= longestMs) return wantedMs;
      log.warn(
        { askedSeconds: wantedMs / 1_000, waitSeconds: longestMs / 1_000 },
        'Discord asks for a longer wait than it can mean; I wait less',
      );
      return longestMs;
    },
    /** It responded with something else. */
    free: (address: string): void => void failures.delete(address),
  };
}

/**
 * Rewrites a response's rate limit for discord.js, which believes everything: without a wait it asks again at once.
 * @param address what was asked.
 */
export async function boundRateLimit(
  response: ResponseLike,
  address: string,
  limits: ReturnType<typeof createRateLimits>,
): Promise<void> {
  const { headers } = response;
  if (response.status !== 429) {
    limits.free(address);
    boundReset(headers);
    return;
  }
  // discord.js doesn't read it.
  const text = await response.text().catch(() => '');
  const seconds = String(limits.limited(address, saidWaitMs(headers, text)) / 1_000);
  headers.set('retry-after', seconds);
  // Under a different name than the request's, discord.js would forget the limit.
  headers.delete('x-ratelimit-bucket');
  if (headers.has('x-ratelimit-global')) return;
  // Otherwise, discord.js would send what is waiting behind it.
  headers.set('x-ratelimit-remaining', '0');
  headers.set('x-ratelimit-reset-after', seconds);
}

function boundReset(headers: ResponseLike['headers']): void {
  headers.delete('retry-after');
  const written = headers.get('x-ratelimit-reset-after');
  if (written === null) return;
  const seconds = Number(written);
  if (seconds >= 0 && seconds * 1_000 <= LONGEST_WAIT_MS) return;
  const bound = seconds > 0 ? LONGEST_WAIT_MS / 1_000 : 0;
  headers.set('x-ratelimit-reset-after', String(bound));
}
