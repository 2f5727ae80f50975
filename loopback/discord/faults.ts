/** What happens to a request instead of, or around, its normal answer. */
export type Effect =
  /** An answer without the request being carried out; `code` and `message` as Discord words its errors, or a page, or any JSON. */
  | { status: number; code?: number; message?: string; body?: string; json?: unknown }
  /** The request is carried out, and answered with this status all the same. */
  | { statusAfter: number }
  /** 429; `retryAfter` in seconds; scope `shared` where others caused it. */
  | { rateLimit: { retryAfter: number; global?: boolean; scope?: 'shared' } }
  /** The connection is cut before or after the request was carried out. */
  | { cut: 'before' | 'after' }
  /** The request is carried out this many milliseconds late. */
  | { delayMs: number }
  /** The request waits for the promise: carried out after it, or carried out at once and answered after it. */
  | { hold: Promise<unknown>; answerOnly?: boolean }
  /** Never answered, never carried out; ends when the client gives up. */
  | { hang: true };

export type Fault = {
  /** Any method where left out. */
  method?: string;
  /** Matched against the path under `/api/v10`, without the query, e.g. `/channels/1/messages`. */
  path: RegExp;
  /** Only requests with such a body; asked once for each that fits otherwise. */
  when?: (body: unknown) => boolean;
  /** Once where left out. */
  times?: number;
  effect: Effect;
};

/** A fault that was ordered: how often it struck, and a way to end it early. */
export type OrderedFault = { readonly hits: number; remove(): void };

type Entry = { fault: Fault; hits: number };

/** Faults to order: the first one that fits a request strikes and is used up by one. */
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

  /** Resolves the next time that any fault strikes. */
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
