import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

import type { Dispatcher, Pool } from 'undici';

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

type Body = Dispatcher.ResponseData['body'];

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
  let pool: Pool | null = null;
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip, br',
    'user-agent': options.userAgent,
  };
  /** Undici is loaded with the first request, because the start has no use for it. */
  async function openPool(): Promise<Pool> {
    const undici = await import('undici');
    pool ??= new undici.Pool(options.origin, {
      allowH2: false,
      connections: options.connections,
      connect: { timeout: options.connectTimeout },
      keepAliveTimeout: KEEP_ALIVE_MS,
    });
    return pool;
  }
  return {
    /**
     * @param path with the query, which holds the key: never log it.
     * @param limits.maxBytes of the body, unpacked. No more is read or unpacked.
     * @throws RetroAchievementsError `network`, `timeout` or `unreadable`; the signal's reason when aborted.
     */
    async get(
      path: string,
      limits: AttemptTimeouts & { readonly maxBytes: number },
      signal: AbortSignal,
    ): Promise<HttpResponse> {
      try {
        const response = await (pool ?? (await openPool())).request({
          method: 'GET',
          path,
          headers,
          headersTimeout: limits.headers,
          signal,
        });
        const { statusCode: status, headers: got, body } = response;
        const isSuccess = status >= 200 && status < 300;
        const bytes = await within(limits.body, body, limits.maxBytes);
        const encoding = single(got['content-encoding']) ?? 'identity';
        return {
          status,
          retryAfter: single(got['retry-after']),
          body: await orNull(isSuccess, readBody(bytes, encoding, limits.maxBytes)),
        };
      } catch (error) {
        signal.throwIfAborted();
        throw error instanceof RetroAchievementsError ? error : transportError(error);
      }
    },
    /** Closes all connections, including those in use. */
    close: async () => pool?.destroy(),
  };
}

/** Null for a body that is too large, which is read no further. */
async function within(ms: number, body: Body, maxBytes: number): Promise<Uint8Array | null> {
  const expired = setTimeout(() => {
    body.destroy(new RetroAchievementsError({ kind: 'timeout' }));
  }, ms);
  try {
    return await readUpTo(body, maxBytes);
  } finally {
    clearTimeout(expired);
  }
}

async function readUpTo(body: Body, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('A body of something else than bytes');
    length += chunk.length;
    // Leaving the loop closes the connection.
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

const gunzipAsync = promisify(gunzip);
const brotliDecompressAsync = promisify(brotliDecompress);

const TOO_LARGE = 'a body that is too large';

async function readBody(
  bytes: Uint8Array | null,
  encoding: string,
  maxBytes: number,
): Promise<string> {
  if (bytes === null) throw unreadable(TOO_LARGE);
  try {
    return new TextDecoder().decode(
      await decompress(bytes, encoding.trim().toLowerCase(), maxBytes),
    );
  } catch (error) {
    const isTooLarge = codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
    throw unreadable(isTooLarge ? TOO_LARGE : 'a body that could not be decompressed');
  }
}

/** A broken body must not hide the status. */
async function orNull(isSuccess: boolean, body: Promise<string>): Promise<string | null> {
  try {
    return await body;
  } catch (error) {
    if (isSuccess) throw error;
    return null;
  }
}

/** With zlib: undici's interceptor is experimental, warns on stderr at every start and leaves error bodies compressed. */
async function decompress(
  bytes: Uint8Array,
  encoding: string,
  maxOutputLength: number,
): Promise<Uint8Array> {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return await gunzipAsync(bytes, { maxOutputLength });
    case 'br':
      return await brotliDecompressAsync(bytes, { maxOutputLength });
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
