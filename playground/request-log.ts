import { hidden } from '#loopback/discord/rest-server.ts';
import type { RequestLogEntry } from '#loopback/discord/world.ts';
import type { LoggedRequest } from '#loopback/retroachievements/request-handler.ts';

import type { RequestView, Update } from './page/wire.ts';

/** Kept for pages that open later. */
const LIMIT = 200;

/** The bot's requests to both services, newest last, without keys and tokens. */
export class RequestLog {
  readonly #send: (update: Update) => void;
  readonly #numbers = new WeakMap<object, number>();
  #views: RequestView[] = [];
  #last = 0;

  constructor(send: (update: Update) => void) {
    this.#send = send;
  }

  get views(): readonly RequestView[] {
    return this.#views;
  }

  readonly discord = (entry: RequestLogEntry): void => {
    const { method, path, status } = entry;
    this.#add(entry, { service: 'discord', method, path: hidden(path), status });
  };

  /** Called when a request comes in, and again when it is over. */
  readonly site = (request: LoggedRequest): void => {
    const query = new URLSearchParams({ ...request.query, y: '…' });
    const path = `/API/${request.endpoint}.php?${decodeURIComponent(query.toString())}`;
    this.#add(request, { service: 'site', method: 'GET', path, status: request.status });
  };

  #add(key: object, fields: Omit<RequestView, 'number'>): void {
    const known = this.#numbers.get(key);
    const number = known ?? (this.#last += 1);
    this.#numbers.set(key, number);
    const request = { number, ...fields };
    const others = this.#views.filter((view) => view.number !== number);
    this.#views = [...others, request].toSorted((a, b) => a.number - b.number).slice(-LIMIT);
    this.#send({ kind: 'request', request });
  }
}
