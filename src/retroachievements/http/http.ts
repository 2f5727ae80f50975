import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

import { Pool } from 'undici';
import type { Dispatcher } from 'undici';

import { RetroAchievementsError } from '../retroachievements-error.ts';
import type { HttpResponse } from './response.ts';

/** Time limits for one attempt, in ms. */
export type AttemptTimeouts = {
  /** From the request to the response's headers. */
  readonly headers: number;
  /** From the headers to the end of the body, so that a trickling body counts as a hanging one. */
  readonly body: number;
};

export type Http = ReturnType<typeof createHttp>;

/** A page of 500 games is about 150 KB. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Longer than the minute between two polls of the award feed, so that they share a connection. */
const KEEP_ALIVE_MS = 65_000;

/**
 * HTTP/1.1 to one origin over kept connections, without retries.
 * @param options.origin for example `https://retroachievements.org`.
 * @param options.connectTimeout ms for TCP and TLS together.
 */
export function createHttp(options: {
  readonly origin: string;
  readonly userAgent: string;
  readonly connectTimeout: number;
  readonly connections: number;
}) {
  const pool = new Pool(options.origin, {
    allowH2: false,
    connections: options.connections,
    connect: { timeout: options.connectTimeout },
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxResponseSize: MAX_BODY_BYTES,
  });
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip, br',
    'user-agent': options.userAgent,
  };
  return {
    /**
     * @param path with the query, which holds the key: never log it.
     * @throws RetroAchievementsError `network`, `timeout` or `unreadable`; the signal's reason when aborted.
     */
    async get(path: string, timeouts: AttemptTimeouts, signal: AbortSignal): Promise<HttpResponse> {
      try {
        const response = await pool.request({
          method: 'GET',
          path,
          headers,
          headersTimeout: timeouts.headers,
          signal,
        });
        const encoding = single(response.headers['content-encoding']) ?? 'identity';
        const isSuccess = response.statusCode >= 200 && response.statusCode < 300;
        const bytes = await within(timeouts.body, response.body);
        return {
          status: response.statusCode,
          retryAfter: single(response.headers['retry-after']),
          body: await readBody(bytes, encoding, isSuccess),
        };
      } catch (error) {
        signal.throwIfAborted();
        throw error instanceof RetroAchievementsError ? error : transportError(error);
      }
    },
    /** Closes all connections, including those in use. */
    close: () => pool.destroy(),
  };
}

async function within(ms: number, body: Dispatcher.ResponseData['body']): Promise<Uint8Array> {
  const expired = setTimeout(() => {
    body.destroy(new RetroAchievementsError({ kind: 'timeout' }));
  }, ms);
  try {
    return await body.bytes();
  } finally {
    clearTimeout(expired);
  }
}

const gunzipAsync = promisify(gunzip);
const brotliDecompressAsync = promisify(brotliDecompress);

async function readBody(bytes: Uint8Array, encoding: string, isSuccess: boolean): Promise<string> {
  try {
    return new TextDecoder().decode(await decompress(bytes, encoding.trim().toLowerCase()));
  } catch (error) {
    // A broken body must not hide the status.
    if (!isSuccess) return '';
    const isTooLarge = codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
    throw unreadable(
      isTooLarge ? 'a body that is too large' : 'a body that could not be decompressed',
    );
  }
}

/** With zlib: undici's interceptor is experimental, warns on stderr at every start and leaves error bodies compressed. */
async function decompress(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return await gunzipAsync(bytes, { maxOutputLength: MAX_BODY_BYTES });
    case 'br':
      return await brotliDecompressAsync(bytes, { maxOutputLength: MAX_BODY_BYTES });
    case 'identity':
    case '':
      return bytes;
    default:
      throw new Error('an unknown content-encoding');
  }
}

/**
 * Keeps only the error's code: undici's HTTPParserError quotes the response, in which a server may repeat the URL and
 * with it the key.
 */
function transportError(error: unknown): RetroAchievementsError {
  const code = codeOf(error);
  const cause = new Error(code);
  switch (code) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return new RetroAchievementsError({ kind: 'timeout' }, { cause });
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
      return unreadable('a body that is too large');
    default:
      return new RetroAchievementsError({ kind: 'network' }, { cause });
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function unreadable(detail: string): RetroAchievementsError {
  return new RetroAchievementsError({ kind: 'unreadable', detail });
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
