import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';

import { TooManyRefused } from '../connection/invalid-requests.ts';

/** Discord refused a first response. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused';
  readonly status: number;
  readonly code: number | null;
  /** How long Discord wants to be left alone, if it says so. */
  readonly waitMs: number | null;

  constructor(status: number, code: number | null, waitMs: number | null = null) {
    super(`Discord answered ${status} (code ${code ?? 'unknown'}) to a first response`);
    this.status = status;
    this.code = code;
    this.waitMs = waitMs;
  }
}

/** Every connection broke before Discord's response came, so Discord may have what was sent. */
export class ResponseLost extends Error {
  override readonly name = 'ResponseLost';

  constructor(cause: unknown) {
    super('Discord’s response didn’t arrive', { cause });
  }
}

/** Unknown message, webhook or interaction, or an expired token. */
const GONE: ReadonlySet<number> = new Set([10_008, 10_015, 10_062, 50_027]);
const UNKNOWN_WEBHOOK = 10_015;
const ALREADY_ACKNOWLEDGED = 40_060;
const REFUSALS = [CallbackRefused, DiscordAPIError, HTTPError, RateLimitError, TooManyRefused];

/** Whether the interaction is over: its 3 seconds or 15 minutes are up, or the message was dismissed. */
export function isGone(error: unknown): boolean {
  return GONE.has(Number(codeOf(error)));
}

/** Whether Discord has no first response. */
export function isUnanswered(error: unknown): boolean {
  return codeOf(error) === UNKNOWN_WEBHOOK;
}

/** Whether Discord already has a first response. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return codeOf(error) === ALREADY_ACKNOWLEDGED;
}

/** Whether Discord, or our own limits, refused a request: then nothing came of it. */
export function isRefusal(error: unknown): boolean {
  return REFUSALS.some((kind) => error instanceof kind);
}

/** Discord's code. */
function codeOf(error: unknown): string | number | null {
  const isCoded = error instanceof CallbackRefused || error instanceof DiscordAPIError;
  return isCoded ? error.code : null;
}
