import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { AnswerCache } from './answer-cache.ts';
import { answer, keyRefused, noSuchEndpoint, type Answer } from './endpoints.ts';
import type { Faults } from './faults.ts';
import { faultyReply } from './faulty-reply.ts';
import { placeholderImage } from './placeholder-image.ts';
import { page, send } from './reply.ts';
import { shift } from './shift.ts';
import type { Site } from './site.ts';
import { ENDPOINTS, type Endpoint } from './wire.ts';

/** A logged API request, without its key. */
export type LoggedRequest = {
  /** The last part of the path, without `.php`. */
  readonly endpoint: string;
  /** The parameters without `y`. */
  readonly query: Readonly<Record<string, string>>;
  /** Null until it's answered, and for good if the connection was cut. */
  status: number | null;
  /** Received at, in ms since 1970 by the site's clock. */
  readonly at: number;
};

type Parts = {
  readonly site: Site;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  readonly apiKey: string;
  readonly now: () => number;
  readonly latencyMs: number;
  readonly onRequest: (request: LoggedRequest) => void;
};

type Call = {
  readonly name: string;
  readonly endpoint: Endpoint | null;
  /** Without the key. */
  readonly query: URLSearchParams;
  readonly keyFits: boolean;
  readonly acceptsGzip: boolean;
};

const MEDIA = /^\/(?:Images|UserPic|Badge)\/[\w-]+\.png$/;

/** Answers requests unless a fault applies. */
export class RequestHandler {
  readonly #parts: Parts;
  readonly #cache = new AnswerCache();
  readonly #stopped = new AbortController();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** For `http.createServer`. */
  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    this.#handle(request, response).catch(() => response.destroy());
  };

  stop(): void {
    this.#stopped.abort();
    this.#parts.faults.clear();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    if (pathname.startsWith('/API/')) {
      const call = this.#read(request, pathname, searchParams);
      return this.#reply(call, response);
    }
    if (!MEDIA.test(pathname)) return send(response, page(404, 'Not Found'));
    const headers = { 'content-type': 'image/png', 'access-control-allow-origin': '*' };
    return send(response, { status: 200, headers, bytes: placeholderImage(pathname) });
  }

  #read({ headers }: IncomingMessage, pathname: string, query: URLSearchParams): Call {
    const keyFits = query.getAll('y').at(-1) === this.#parts.apiKey;
    query.delete('y');
    const name = pathname.slice('/API/'.length).replace(/\.php$/, '');
    return {
      name,
      endpoint: pathname.endsWith('.php')
        ? (ENDPOINTS.find((known) => known === name) ?? null)
        : null,
      query,
      keyFits,
      acceptsGzip: /\bgzip\b/i.test(headers['accept-encoding'] ?? ''),
    };
  }

  async #reply(call: Call, response: ServerResponse): Promise<void> {
    const { faults, latencyMs, site } = this.#parts;
    this.#log(call, response);
    const fault = faults.take(call.endpoint, call.query);
    if (latencyMs > 0) await this.#wait(latencyMs);
    const payload = ({ plain = false, change = same } = {}) => {
      const { body, ...rest } = this.#answer(call);
      const changed =
        change === same
          ? { ...rest, body }
          : { ...rest, revision: null, body: () => change(body()) };
      return this.#cache.payload(
        `${call.name}?${call.query.toString()}`,
        changed,
        call.acceptsGzip && !plain,
      );
    };
    if (!fault) return send(response, payload());
    return faultyReply(fault, {
      response,
      payload,
      wait: (ms) => this.#wait(ms),
      shift: (effect) => shift(site, call.endpoint, call.query.get('u') ?? '', effect),
    });
  }

  #log({ name, query }: Call, response: ServerResponse): void {
    const logged: LoggedRequest = {
      endpoint: name,
      query: Object.fromEntries(query),
      status: null,
      at: this.#parts.now(),
    };
    this.#parts.requests.push(logged);
    this.#parts.onRequest(logged);
    response.once('finish', () => {
      logged.status = response.statusCode;
    });
    response.once('close', () => this.#parts.onRequest(logged));
  }

  #answer({ endpoint, keyFits, query }: Call): Answer {
    if (endpoint === null) return noSuchEndpoint();
    if (!keyFits) return keyRefused();
    return answer(this.#parts.site, endpoint, query, this.#parts.now());
  }

  async #wait(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stopped.signal });
  }
}

function same(body: object): object {
  return body;
}
