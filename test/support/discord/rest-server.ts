import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { ApiError, notFound, unauthorized } from './api-error.ts';
import type { ApiAnswer, Discord, Route } from './api.ts';
import type { UploadedFile } from './entities.ts';
import type { Effect, Faults } from './faults.ts';
import { readBody } from './read-body.ts';
import { applicationRoutes } from './routes/application.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { channelRoutes } from './routes/channels.ts';
import { guildRoutes } from './routes/guilds.ts';
import { webhookRoutes } from './routes/webhooks.ts';

const PREFIX = '/api/v10';
/** The log keeps this many requests; benchmarks make more. */
const LOG_LIMIT = 20_000;

type CompiledRoute = { route: Route; pattern: RegExp };

const COMPILED: readonly CompiledRoute[] = [
  ...callbackRoutes,
  ...webhookRoutes,
  ...channelRoutes,
  ...applicationRoutes,
  ...guildRoutes,
].map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(':id', '([^/@][^/]*)')}$`),
}));

type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  files: readonly UploadedFile[];
};

/** The REST API: reads a request, lets an ordered fault strike, and answers by the routes. */
export class RestServer {
  readonly #discord: Discord;
  readonly #faults: Faults;
  readonly #struckPaths = new Set<string>();

  constructor(discord: Discord, faults: Faults) {
    this.#discord = discord;
    this.#faults = faults;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback');
    if (url.pathname.startsWith('/attachments/')) return this.#attachment(url, response);
    // Some clients write `@original` as `%40original`.
    const whole = decodeURIComponent(url.pathname);
    const path = whole.startsWith(PREFIX) ? whole.slice(PREFIX.length) : whole;
    const method = request.method ?? 'GET';
    const call: Call = { method, path, query: url.searchParams, body: undefined, files: [] };
    const answer = await this.#answer(call, request);
    this.#log(call, answer === 'cut' ? 0 : answer.status);
    if (answer === 'cut') response.destroy();
    else send(response, answer);
  }

  async #answer(call: Call, request: IncomingMessage): Promise<FinalAnswer | 'cut'> {
    try {
      Object.assign(call, await readBody(request));
    } catch (error) {
      if (error instanceof ApiError) return this.#refused(call, error);
      return 'cut';
    }
    const effect = this.#faults.take(call.method, call.path);
    if (effect === undefined) return this.#carriedOut(call, request);
    this.#struckPaths.add(call.path);
    return this.#struck(effect, call, request);
  }

  async #struck(effect: Effect, call: Call, request: IncomingMessage) {
    if ('status' in effect) return ordered(effect);
    if ('rateLimit' in effect) return rateLimited(effect.rateLimit);
    if ('hang' in effect) {
      await new Promise((resolve) => request.socket.once('close', resolve));
      return 'cut' as const;
    }
    if ('cut' in effect) {
      if (effect.cut === 'after') this.#carriedOut(call, request);
      return 'cut' as const;
    }
    if ('delayMs' in effect) {
      await delay(effect.delayMs);
      return this.#carriedOut(call, request);
    }
    if (effect.answerOnly !== true) await effect.hold;
    const answer = this.#carriedOut(call, request);
    await effect.hold;
    return answer;
  }

  #carriedOut(call: Call, request: IncomingMessage): FinalAnswer {
    try {
      this.#checkAgent(call, request);
      return withLimits(this.#routed(call, request));
    } catch (error) {
      if (error instanceof ApiError) return this.#refused(call, error);
      const message = `the loopback Discord failed: ${String(error)}`;
      this.#discord.judge.record(call, { kind: 'loopback', path: '', message });
      return withLimits({ status: 500, body: { message, code: 0 } });
    }
  }

  #routed(call: Call, request: IncomingMessage): ApiAnswer {
    for (const { route, pattern } of COMPILED) {
      if (route.method !== call.method) continue;
      const match = pattern.exec(call.path);
      if (match === null) continue;
      const { token } = this.#discord.world.identity;
      if (route.open !== true && request.headers.authorization !== `Bot ${token}`) {
        throw unauthorized();
      }
      return route.handle(this.#discord, { ...call, ids: match.slice(1) });
    }
    throw notFound();
  }

  /** Discord blocks clients that don't name themselves. */
  #checkAgent(call: Call, request: IncomingMessage): void {
    if (request.headers['user-agent']?.startsWith('DiscordBot (')) return;
    const message = `The User-Agent has to begin with "DiscordBot (", but is ${request.headers['user-agent']}.`;
    this.#discord.judge.record(call, { kind: 'user_agent', path: '', message });
  }

  #refused(call: Call, error: ApiError): FinalAnswer {
    // After a fault, a client that asks again does what it should.
    if (!this.#struckPaths.has(call.path)) this.#discord.judge.noteRefusal(call, error);
    return withLimits({ status: error.status, body: error.body() });
  }

  #log(call: Call, status: number): void {
    const { requests } = this.#discord.world;
    if (requests.length >= LOG_LIMIT) requests.splice(0, LOG_LIMIT / 2);
    const files = call.files.map(({ filename, bytes }) => ({ filename, size: bytes.length }));
    const entry = { method: call.method, path: hidden(call.path), status, body: call.body, files };
    requests.push(entry);
    this.#discord.world.announce('request', entry);
  }

  #attachment(url: URL, response: ServerResponse): void {
    const [, , channelId = '', attachmentId] = url.pathname.split('/');
    const attachment = this.#discord.messages.attachment(channelId, attachmentId ?? '');
    if (attachment === undefined) {
      response.writeHead(404).end();
      return;
    }
    const type = attachment.content_type ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(attachment.bytes);
  }
}

/** The path without the secret token of an interaction. */
export const hidden = (path: string): string =>
  path.replace(/^(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, '$1:token');

type FinalAnswer = ApiAnswer & { headers?: Record<string, string>; text?: string };

/** Far from any limit: clients that count down by these headers never wait. */
function withLimits(answer: ApiAnswer): FinalAnswer {
  const headers = {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': 'loopback',
  };
  return { ...answer, headers };
}

function ordered(effect: Extract<Effect, { status: number }>): FinalAnswer {
  const { status, code = 0, message = `${status}: ordered by the test`, body } = effect;
  if (body !== undefined) return { status, text: body, headers: { 'content-type': 'text/html' } };
  return { status, body: { message, code } };
}

function rateLimited({
  retryAfter,
  global = false,
}: {
  retryAfter: number;
  global?: boolean;
}): FinalAnswer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(retryAfter),
      'x-ratelimit-bucket': 'loopback',
    },
  };
}

function send(response: ServerResponse, { status, body, headers, text }: FinalAnswer): void {
  const payload = text ?? (body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, {
    ...(payload === '' ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(payload);
}
