import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { ApiError, notFound, unauthorized } from './api-error.ts';
import type { ApiAnswer, Discord, Route } from './api.ts';
import type { UploadedFile } from './entities.ts';
import type { Effect, Faults } from './faults.ts';
import { bucketOf, type FinalAnswer, ordered, rateLimited, withLimits } from './final-answer.ts';
import { type RateLimit, RateLimits } from './rate-limits.ts';
import { readBody } from './read-body.ts';
import { applicationRoutes } from './routes/application.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { channelRoutes } from './routes/channels.ts';
import { guildRoutes } from './routes/guilds.ts';
import { webhookRoutes } from './routes/webhooks.ts';

const PREFIX = '/api/v10';
/** Requests kept in the log. Benchmarks send more. */
const LOG_LIMIT = 20_000;

type CompiledRoute = { route: Route; pattern: RegExp; bucket: string };
/** A matching route and the ids in the path. */
type Match = CompiledRoute & { ids: readonly string[] };

const COMPILED: readonly CompiledRoute[] = [
  ...callbackRoutes,
  ...webhookRoutes,
  ...channelRoutes,
  ...applicationRoutes,
  ...guildRoutes,
].map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(':id', '([^/@][^/]*)')}$`),
  bucket: bucketOf(route.bucket ?? `${route.method} ${route.path}`),
}));

function matchOf({ method, path }: Call): Match | undefined {
  for (const compiled of COMPILED) {
    if (compiled.route.method !== method) continue;
    const match = compiled.pattern.exec(path);
    if (match !== null) return { ...compiled, ids: match.slice(1) };
  }
  return undefined;
}

/** An answer that isn't HTTP. */
type Raw = { readonly onSocket: (socket: Socket) => void };
const CUT: Raw = { onSocket: (socket) => void socket.destroy() };

type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  files: readonly UploadedFile[];
};

/** The REST API: reads a request, applies faults, and answers through the routes. */
export class RestServer {
  readonly #discord: Discord;
  readonly #faults: Faults;
  readonly #limits: RateLimits;
  readonly #struckPaths = new Set<string>();

  /** @param posts messages that a channel accepts; default: no limit */
  constructor(discord: Discord, faults: Faults, posts?: RateLimit) {
    this.#discord = discord;
    this.#faults = faults;
    this.#limits = new RateLimits(discord.world, posts);
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
    this.#log(call, 'status' in answer ? answer.status : 0);
    if ('status' in answer) send(response, answer);
    else answer.onSocket(request.socket);
  }

  async #answer(call: Call, request: IncomingMessage): Promise<FinalAnswer | Raw> {
    try {
      Object.assign(call, await readBody(request));
    } catch (error) {
      if (error instanceof ApiError) return withLimits(this.#refused(call, error));
      return CUT;
    }
    const effect = this.#faults.take(call.method, call.path, call.body);
    if (effect === undefined) return this.#carriedOut(call, request);
    this.#struckPaths.add(call.path);
    return this.#struck(effect, call, request);
  }

  async #struck(effect: Effect, call: Call, request: IncomingMessage): Promise<FinalAnswer | Raw> {
    if ('status' in effect) return ordered(effect);
    if ('statusAfter' in effect) {
      this.#carriedOut(call, request);
      return ordered({ status: effect.statusAfter });
    }
    if ('exactly' in effect || 'onSocket' in effect) {
      if (effect.isDone === true) this.#carriedOut(call, request);
      return 'exactly' in effect ? effect.exactly : effect;
    }
    if ('rateLimit' in effect) {
      return rateLimited({ ...effect.rateLimit, bucket: matchOf(call)?.bucket });
    }
    if ('hang' in effect) {
      await new Promise((resolve) => request.socket.once('close', resolve));
      return CUT;
    }
    if ('cut' in effect) {
      if (effect.cut === 'after') this.#carriedOut(call, request);
      return CUT;
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
    const match = matchOf(call);
    const { limit } = match?.route ?? {};
    const state = limit && this.#limits.take(limit, match?.ids[0] ?? '');
    if (state?.isOver) {
      return rateLimited({ retryAfter: state.resetAfterMs / 1000, bucket: match?.bucket });
    }
    return withLimits(this.#answerOf(call, match, request), match?.bucket, state);
  }

  #answerOf(call: Call, match: Match | undefined, request: IncomingMessage): ApiAnswer {
    try {
      this.#checkAgent(call, request);
      return this.#routed(call, match, request);
    } catch (error) {
      if (error instanceof ApiError) return this.#refused(call, error);
      const message = `the loopback Discord failed: ${String(error)}`;
      this.#discord.judge.record(call, { kind: 'loopback', path: '', message });
      return { status: 500, body: { message, code: 0 } };
    }
  }

  #routed(call: Call, match: Match | undefined, request: IncomingMessage): ApiAnswer {
    if (match === undefined) throw notFound();
    const { token } = this.#discord.world.identity;
    if (match.route.open !== true && request.headers.authorization !== `Bot ${token}`) {
      throw unauthorized();
    }
    return match.route.handle(this.#discord, { ...call, ids: match.ids });
  }

  /** Discord blocks clients that don't name themselves. */
  #checkAgent(call: Call, request: IncomingMessage): void {
    if (request.headers['user-agent']?.startsWith('DiscordBot (')) return;
    const message = `The User-Agent has to begin with "DiscordBot (", but is ${request.headers['user-agent']}.`;
    this.#discord.judge.record(call, { kind: 'user_agent', path: '', message });
  }

  #refused(call: Call, error: ApiError): ApiAnswer {
    // A retry after a fault is right, so it's no violation.
    if (!this.#struckPaths.has(call.path)) this.#discord.judge.noteRefusal(call, error);
    return { status: error.status, body: error.body() };
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

/** The path without an interaction's secret token. */
export const hidden = (path: string): string =>
  path.replace(/^(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, '$1:token');

function send(response: ServerResponse, { status, body, headers, text }: FinalAnswer): void {
  const payload = text ?? (body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, {
    ...(payload === '' ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(payload);
}
