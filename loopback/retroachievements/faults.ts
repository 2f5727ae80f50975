import type { Endpoint } from './wire.ts';

/** What the network or the machine before the site does to an answer. */
export type TransportEffect =
  /** An error status; as a page of HTML it comes from the network before the site. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: 'json' | 'html';
      /** Sent as `Retry-After`: seconds, or a moment (ms since 1970) written as an HTTP date. */
      readonly retryAfter?: { readonly seconds: number } | { readonly date: number };
    }
  /** The connection ends, before the first byte or half-way through the body. */
  | { readonly kind: 'cut'; readonly where: 'before' | 'mid-body' }
  /** Nothing more comes, until the fault is released (then the answer goes on) or the site closed. */
  | { readonly kind: 'hang'; readonly where?: 'before' | 'mid-body' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** A whole answer by its length, half an answer by its JSON. */
  | { readonly kind: 'truncated-json' }
  /** 200 with a page instead of JSON. */
  | { readonly kind: 'html' }
  /** The right answer behind so many bytes of white space. 32 MiB when left out. */
  | { readonly kind: 'huge-body'; readonly bytes?: number }
  /** The same in gzip, small on the wire, whatever the client accepts. 256 MiB when left out. */
  | { readonly kind: 'gzip-bomb'; readonly bytes?: number };

/** What is wrong in the JSON of an otherwise good answer. */
export type BodyEffect =
  /** A field of the answer itself, or else of its first row, holds something else. */
  | { readonly kind: 'wrong-type'; readonly field: string; readonly value: unknown }
  /** The first row's award is of a kind that nobody has heard of. */
  | { readonly kind: 'unknown-award-kind'; readonly word?: string }
  /** `Results` as an object whose numeric keys start at 1, as after a removed account. */
  | { readonly kind: 'results-as-object' }
  /** No row knows its game's title; the feed's rows know no system either. */
  | { readonly kind: 'null-titles' }
  /** Old data: nothing carries a ULID. */
  | { readonly kind: 'missing-ulid' };

/** The answer is right, but the list has moved on before the next page is asked for. */
export type ShiftEffect = {
  readonly kind: 'shift';
  /**
   * In a library: whether a game never played before comes in (Total grows), or the last game moves
   * to the top (Total stays; the default). In the feed a stranger's award comes in.
   */
  readonly newGame?: boolean;
  /** Awards that come into the feed. 1 when left out. */
  readonly awards?: number;
};

export type Effect = TransportEffect | BodyEffect | ShiftEffect;

/** When something goes wrong, and what. */
export type Fault = {
  /** Every endpoint when left out. */
  readonly endpoint?: Endpoint;
  /** How many requests it meets. All until it is cleared when left out. */
  readonly times?: number;
  /** Only requests with such a query, for example the second page. */
  readonly when?: (query: URLSearchParams) => boolean;
  readonly effect: Effect;
};

/** A fault that is in force. */
export type ActiveFault = {
  readonly effect: Effect;
  /** Settled when the fault is released. */
  readonly released: Promise<void>;
  /** Lets what hangs on this fault go on; it meets no further request. */
  release(): void;
};

type Entry = { readonly fault: Fault; readonly active: ActiveFault; left: number };

/** The faults that are switched on. A request meets the first that fits, and only that. */
export class Faults {
  #entries: Entry[] = [];
  /** Those that are used up but may still hold a request. */
  readonly #active = new Set<ActiveFault>();

  add(fault: Fault): ActiveFault {
    const { promise, resolve } = Promise.withResolvers<void>();
    const active = {
      effect: fault.effect,
      released: promise,
      release: () => {
        this.#entries = this.#entries.filter((entry) => entry.active !== active);
        this.#active.delete(active);
        resolve();
      },
    };
    this.#entries.push({ fault, active, left: fault.times ?? Infinity });
    this.#active.add(active);
    return active;
  }

  /** Switches everything off; what hangs goes on. */
  clear(): void {
    for (const active of this.#active) active.release();
  }

  /** The fault that this request meets, counted off. */
  take(endpoint: Endpoint | null, query: URLSearchParams): ActiveFault | null {
    const entry = this.#entries.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.endpoint === undefined || fault.endpoint === endpoint) &&
        (fault.when?.(query) ?? true),
    );
    if (!entry) return null;
    entry.left -= 1;
    return entry.active;
  }
}
