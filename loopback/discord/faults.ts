import type { Socket } from 'node:net';

/** What goes wrong with a request. */
export type Effect =
  /** Answers without carrying out the request: with Discord's `code` and `message`, an HTML page, or any JSON. */
  | { status: number; code?: number; message?: string; body?: string; json?: unknown }
  /** Carries out the request, then answers with this status. */
  | { statusAfter: number }
  /** Answers with exactly this, after carrying out the request or without. */
  | { exactly: { status: number; headers: Record<string, string>; text: string }; isDone?: boolean }
  /** Does anything with the connection, after carrying out the request or without. */
  | { onSocket: (socket: Socket) => void; isDone?: boolean }
  /** 429. `retryAfter` is in seconds; scope `shared` means others used up the limit. */
  | { rateLimit: { retryAfter: number; global?: boolean; scope?: 'shared' } }
  /** Cuts the connection before or after carrying out the request. */
  | { cut: 'before' | 'after' }
  /** Carries out the request this many milliseconds late. */
  | { delayMs: number }
  /** Waits for the promise before carrying out the request, or before answering it. */
  | { hold: Promise<unknown>; answerOnly?: boolean }
  /** Never answers or carries out the request. */
  | { hang: true };

export type Fault = {
  /** Default: any method. */
  method?: string;
  /** Matched against the path under `/api/v10`, without the query, e.g. `/channels/1/messages`. */
  path: RegExp;
  /** Only for requests with a body like this. Called once for each request that fits otherwise. */
  when?: (body: unknown) => boolean;
  /** Default: once. */
  times?: number;
  effect: Effect;
};

/** A fault, how often it struck, and a way to remove it. */
export type OrderedFault = { readonly hits: number; remove(): void };

type Entry = { fault: Fault; hits: number };

/** Faults in order. The first that fits a request strikes and counts down by one. */
export class Faults {
  #entries: Entry[] = [];
  #next = Promise.withResolvers<void>();

  add(fault: Fault): OrderedFault {
    const entry: Entry = { fault, hits: 0 };
    this.#entries.push(entry);
    return {
      get hits() {
        return entry.hits;
      },
      remove: () => this.#drop(entry),
    };
  }

  clear(): void {
    this.#entries = [];
  }

  /** Resolves when a fault strikes next. */
  struck(): Promise<void> {
    return this.#next.promise;
  }

  take(method: string, path: string, body: unknown): Effect | undefined {
    const entry = this.#entries.find(
      ({ fault }) =>
        (fault.method ?? method) === method &&
        fault.path.test(path) &&
        (fault.when?.(body) ?? true),
    );
    if (entry === undefined) return undefined;
    entry.hits += 1;
    this.#next.resolve();
    this.#next = Promise.withResolvers();
    if (entry.hits >= (entry.fault.times ?? 1)) this.#drop(entry);
    return entry.fault.effect;
  }

  #drop(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }
}
