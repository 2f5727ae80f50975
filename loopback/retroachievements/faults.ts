import type { Endpoint } from './wire.ts';

/** What the network, or a proxy in front of the site, does to a response. */
export type TransportEffect =
  /** An error status. Proxies send HTML. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: 'json' | 'html';
      /** `Retry-After` in seconds, or as an HTTP date (from ms since 1970). */
      readonly retryAfter?: { readonly seconds: number } | { readonly date: number };
    }
  /** Cuts the connection before the first byte or halfway through the body. */
  | { readonly kind: 'cut'; readonly where: 'before' | 'mid-body' }
  /** Stops until the fault is released or the site closes. */
  | { readonly kind: 'hang'; readonly where?: 'before' | 'mid-body' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** A complete response with half the JSON. */
  | { readonly kind: 'truncated-json' }
  /** 200 with a page instead of JSON. */
  | { readonly kind: 'html' }
  /** The right response after this much white space. Default: 32 MiB. */
  | { readonly kind: 'huge-body'; readonly bytes?: number }
  /** The same in gzip, whatever the client accepts. Default: 256 MiB. */
  | { readonly kind: 'gzip-bomb'; readonly bytes?: number };

/** What's wrong in the JSON of a good response. */
export type BodyEffect =
  /** Changes a field of the response, or else of its first row. */
  | { readonly kind: 'wrong-type'; readonly field: string; readonly value: unknown }
  /** Gives the first row an unknown award kind. */
  | { readonly kind: 'unknown-award-kind'; readonly word?: string }
  /** Makes `Results` an object with keys from 1, as after a deleted account. */
  | { readonly kind: 'results-as-object' }
  /** Removes titles and, in the award feed, systems. */
  | { readonly kind: 'null-titles' }
  /** Removes ULIDs, as in old data. */
  | { readonly kind: 'missing-ulid' }
  /** A list as of nobody: `Count` and `Total` 0. */
  | { readonly kind: 'nothing' }
  /** Any other body. */
  | { readonly kind: 'rewritten'; readonly rewrite: (body: object) => object };

/** The response is right, but the list shifts before the next page. */
export type ShiftEffect = {
  readonly kind: 'shift';
  /**
   * In a library: adds a game (Total grows) or, by default, moves the last game to the top.
   * In the award feed, a stranger's award is added either way.
   */
  readonly newGame?: boolean;
  /** Awards added to the award feed. Default: 1. */
  readonly awards?: number;
};

export type Effect = TransportEffect | BodyEffect | ShiftEffect;

export type Fault = {
  /** Default: every endpoint. */
  readonly endpoint?: Endpoint;
  /** How many requests it affects. Default: all until it's cleared. */
  readonly times?: number;
  /** Only for requests with a query like this, such as the second page. */
  readonly when?: (query: URLSearchParams) => boolean;
  readonly effect: Effect;
};

/** An active fault. */
export type ActiveFault = {
  readonly effect: Effect;
  readonly released: Promise<void>;
  /** How many requests it has met. */
  readonly hits: number;
  /** Ends the fault. Requests that hang on it continue. */
  release(): void;
};

type Entry = {
  readonly fault: Fault;
  readonly active: ActiveFault & { hits: number };
  left: number;
};

/** The active faults. Only the first that fits a request applies. */
export class Faults {
  #entries: Entry[] = [];
  /** Used up, but may still hold a request. */
  readonly #active = new Set<ActiveFault>();

  add(fault: Fault): ActiveFault {
    const { promise, resolve } = Promise.withResolvers<void>();
    const active = {
      effect: fault.effect,
      released: promise,
      hits: 0,
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

  /** Ends all faults. */
  clear(): void {
    for (const active of this.#active) active.release();
  }

  /** The fault for this request, counted down. */
  take(endpoint: Endpoint | null, query: URLSearchParams): ActiveFault | null {
    const entry = this.#entries.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.endpoint === undefined || fault.endpoint === endpoint) &&
        (fault.when?.(query) ?? true),
    );
    if (!entry) return null;
    entry.left -= 1;
    entry.active.hits += 1;
    return entry.active;
  }
}
