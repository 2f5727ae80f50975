import { Routes } from 'discord-api-types/v10';
import type { Dispatcher, Pool } from 'undici';
import { z } from 'zod';

import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';
import { tryJson } from '#src/platform/json.ts';
import type { Logger } from '#src/platform/log.ts';

import { createInvalidRequests, TooManyRefused } from '../connection/invalid-requests.ts';
import { LONGEST_CALLBACK_WAIT_MS, saidWaitMs } from '../connection/rate-limits.ts';
import { createInteractionRest, DISCORD_USER_AGENT } from '../connection/rest.ts';
import { LONGEST_RESPONSE } from '../connection/whole-response.ts';
import type { Message } from '../message.ts';
import {
  CallbackRefused,
  isAlreadyAcknowledged,
  isRefusal,
  ResponseLost,
} from './response-errors.ts';

/** Where an interaction is answered, for 15 minutes. */
export type InteractionAddress = {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
};

/** Answers interactions. Message ids are null when Discord didn't send one. */
export type InteractionApi = {
  /** The first response, of which Discord tells no id. @param json the whole callback body. */
  callback(to: InteractionAddress, json: string | Buffer, files?: Message['files']): Promise<null>;
  /** The same, with the id of the resulting message. */
  callbackWithMessage(to: InteractionAddress, json: string | Buffer): Promise<string | null>;
  editOriginal(to: InteractionAddress, message: Message): Promise<string | null>;
  /** Deletes the first response. */
  deleteOriginal(to: InteractionAddress): Promise<void>;
  followUp(to: InteractionAddress, message: Message): Promise<void>;
} & AsyncDisposable;

/** From the request to the end of its response. */
const RESPONSE_MS = 2_500;
const RETRIES = 2;
const BACKOFF = { firstMs: 100, longestMs: 400, factor: 4 };

const errorBody = z.object({ code: z.number().optional() });
const callbackResource = z.object({
  resource: z.object({ message: z.object({ id: z.string() }) }).optional(),
});
const messageResource = z.object({ id: z.string() });

/**
 * First responses go straight to Discord over kept connections: they need no token, don't count against the bot's rate
 * limits and must be there within 3 s, so discord.js's queues have nothing to add. Edits, files and follow-ups have
 * 15 minutes and go through discord.js, which waits out rate limits.
 */
export function createInteractionApi(options: {
  /** Without the version, as discord.js takes it. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}): InteractionApi {
  const invalid = createInvalidRequests(options);
  const rest = createInteractionRest({ ...options, invalid });
  const base = new URL(options.apiUrl);
  let pool: Pool | null = null;
  const prefix = `${base.pathname.replace(/\/$/, '')}/v10/interactions`;
  const headers = { 'content-type': 'application/json', 'user-agent': DISCORD_USER_AGENT };

  /** Undici is loaded with the first response, because the start has no use for it. */
  async function openPool(): Promise<Pool> {
    const undici = await import('undici');
    pool ??= new undici.Pool(base.origin, {
      connections: 64,
      keepAliveTimeout: 60_000,
      headersTimeout: RESPONSE_MS,
      bodyTimeout: RESPONSE_MS,
      maxResponseSize: LONGEST_RESPONSE,
    });
    return pool;
  }

  async function post(
    to: InteractionAddress,
    json: string | Buffer,
    query: string,
  ): Promise<unknown> {
    if (!invalid.hasRoom()) throw new TooManyRefused();
    const path = `${prefix}/${to.id}/${to.token}/callback${query}`;
    const answer = await shortRequest(pool ?? (await openPool()), {
      method: 'POST',
      path,
      headers,
      body: json,
      longestMs: RESPONSE_MS,
    });
    const { status, text } = answer;
    if (status < 300) return tryJson(text);
    const said = new Headers(Object.entries(answer.headers).map(([n, v]) => [n, String(v)]));
    invalid.note(status, said.get('x-ratelimit-scope'));
    const body = errorBody.safeParse(tryJson(text));
    const waitMs = status === 429 ? saidWaitMs(said, text) : null;
    throw new CallbackRefused(status, body.data?.code ?? null, waitMs);
  }

  const send = (to: InteractionAddress, json: string | Buffer, query: string): Promise<unknown> =>
    persist(() => post(to, json, query));

  /**
   * After a broken connection, Discord may have the first response. If so, the repeat is "already acknowledged".
   * @throws ResponseLost if Discord may have it all the same
   */
  async function persist<T>(call: () => Promise<T>): Promise<T | null> {
    for (let failures = 0; ;) {
      try {
        return await call();
      } catch (error) {
        if (failures > 0 && isAlreadyAcknowledged(error)) return null;
        failures += 1;
        if (failures > RETRIES || !isWorthRetrying(error)) {
          throw isRefusal(error) ? error : new ResponseLost(error);
        }
        await options.clock.sleep(Math.max(backoffMs(failures, BACKOFF), saidBy(error)));
      }
    }
  }

  return {
    async callback(to, json, files) {
      if (!files) {
        await send(to, json, '');
        return null;
      }
      const body = tryJson(String(json));
      const route = Routes.interactionCallback(to.id, to.token);
      await persist(() => rest.post(route, { auth: false, body, files: [...files] }));
      return null;
    },
    async callbackWithMessage(to, json) {
      const answer = callbackResource.safeParse(await send(to, json, '?with_response=true'));
      return answer.data?.resource?.message.id ?? null;
    },
    async editOriginal(to, message) {
      const edit = () =>
        rest.patch(Routes.webhookMessage(to.applicationId, to.token), {
          auth: false,
          body: tryJson(String(message.json)),
          files: [...(message.files ?? [])],
        });
      const answer = await persist(edit);
      return messageResource.safeParse(answer).data?.id ?? null;
    },
    async deleteOriginal(to) {
      const route = Routes.webhookMessage(to.applicationId, to.token);
      await persist(() => rest.delete(route, { auth: false }));
    },
    async followUp(to, message) {
      await rest.post(Routes.webhook(to.applicationId, to.token), {
        auth: false,
        body: tryJson(String(message.json)),
        files: [...(message.files ?? [])],
      });
    },
    async [Symbol.asyncDispose]() {
      await pool?.destroy();
    },
  };
}

function saidBy(error: unknown): number {
  return error instanceof CallbackRefused ? (error.waitMs ?? 0) : 0;
}

/** discord.js has already repeated what failed with 5xx, but not what was lost with a connection. */
function isWorthRetrying(error: unknown): boolean {
  if (error instanceof CallbackRefused) {
    const isLate = saidBy(error) > LONGEST_CALLBACK_WAIT_MS;
    return error.status >= 500 || (error.status === 429 && !isLate);
  }
  return !isRefusal(error) && !(error instanceof Error && error.name === 'AbortError');
}

/** A response of a few KB at most. */
type ShortResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body. */
  readonly text: string;
};

/**
 * One request with a short response. Undici's own `request` makes a stream of each response, which takes longer. Undici
 * also only limits silence, so something may come again and again: what comes later than `longestMs` ends it.
 */
function shortRequest(
  pool: Pool,
  { longestMs, ...request }: Dispatcher.DispatchOptions & { readonly longestMs: number },
): Promise<ShortResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<ShortResponse>();
  let start: Pick<ShortResponse, 'status' | 'headers'> = { status: 0, headers: {} };
  const chunks: Buffer[] = [];
  const latest = performance.now() + longestMs;
  const endIfLate = (controller: Dispatcher.DispatchController) => {
    if (performance.now() <= latest) return;
    controller.abort(new Error('The response takes too long'));
  };
  pool.dispatch(request, {
    onRequestStart() {},
    onResponseStart(controller, status, headers) {
      start = { status, headers };
      endIfLate(controller);
    },
    onResponseData(controller, chunk) {
      chunks.push(chunk);
      endIfLate(controller);
    },
    onResponseEnd() {
      const text = chunks.length === 0 ? '' : Buffer.concat(chunks).toString();
      resolve({ ...start, text });
    },
    onResponseError: (_controller, error) => reject(error),
  });
  return promise;
}
