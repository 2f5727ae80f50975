import type { World } from './world.ts';

export type LimitName = 'posts' | 'crossposts';
export type RateLimit = { count: number; windowMs: number };

export type LimitState = {
  isOver: boolean;
  limit: number;
  remaining: number;
  resetAfterMs: number;
};

const CROSSPOSTS: RateLimit = { count: 10, windowMs: 60 * 60_000 };

/** Counts requests per channel, in windows that start with a request. */
export class RateLimits {
  readonly #world: World;
  readonly #limits: Partial<Record<LimitName, RateLimit>>;
  readonly #windows = new Map<string, { endsAt: number; used: number }>();

  /** @param posts messages per channel; default: no limit */
  constructor(world: World, posts: RateLimit | undefined) {
    this.#world = world;
    this.#limits = { crossposts: CROSSPOSTS, ...(posts ? { posts } : {}) };
  }

  /** Undefined if there's no limit. */
  take(name: LimitName, channelId: string): LimitState | undefined {
    const limit = this.#limits[name];
    if (limit === undefined) return undefined;
    const now = this.#world.now();
    const key = `${name} ${channelId}`;
    const known = this.#windows.get(key);
    const window = known && known.endsAt > now ? known : { endsAt: now + limit.windowMs, used: 0 };
    const isOver = window.used >= limit.count;
    if (!isOver) window.used += 1;
    this.#windows.set(key, window);
    const remaining = limit.count - window.used;
    return { isOver, limit: limit.count, remaining, resetAfterMs: window.endsAt - now };
  }
}
