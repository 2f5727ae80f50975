import type { Status } from '#commands/services.ts';
import type { ChannelPosts } from '#src/discord/channels/posts.ts';
import type { Command } from '#src/discord/interactions/command.ts';
import type { InteractionApi } from '#src/discord/interactions/interaction-api.ts';
import type { Router } from '#src/discord/interactions/router.ts';
import type { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { RequestBudget } from '#src/retroachievements/http/budget.ts';

import type { NamedCommand } from './command-names.ts';

/** Watches the bot for its operator: each method gives the part back, counted. */
export type Observer = {
  cache(cache: Cache): Cache;
  budget(budget: RequestBudget): RequestBudget;
  site(site: RetroAchievements): RetroAchievements;
  libraries(libraries: Libraries): Libraries;
  command<S>(command: Command<S>): Command<S>;
  api(api: InteractionApi): InteractionApi;
  router(router: Router): Router;
  posts(posts: ChannelPosts): ChannelPosts;
  /**
   * Answers `/healthz` and `/metrics` until it is disposed of.
   * @throws PortUnavailable
   */
  serve(bot: ObservedBot): Promise<AsyncDisposable | null>;
};

/** What is asked of the bot at each look at it, not counted on the way. */
export type ObservedBot = {
  status(): Status;
  /** Whether interactions arrive: every shard of this process is connected. */
  isConnected(): Promise<boolean>;
  /** Whether this process is the one that reads the award feed. */
  isAnnouncing(): boolean;
};

const unobserved: Observer = {
  cache: (cache) => cache,
  budget: (budget) => budget,
  site: (site) => site,
  libraries: (libraries) => libraries,
  command: (command) => command,
  api: (api) => api,
  router: (router) => router,
  posts: (posts) => posts,
  serve: () => Promise.resolve(null),
};

/** Where no port is set nobody looks, so nothing is counted, wrapped or even loaded. */
export async function createObserver(options: {
  readonly port: number | undefined;
  /** All that there are: their names become labels. */
  readonly commands: readonly NamedCommand[];
  readonly clock: Clock;
  readonly log: Logger;
}): Promise<Observer> {
  const { port, ...parts } = options;
  if (port === undefined) return unobserved;
  const { createMetricsObserver } = await import('./metrics-observer.ts');
  return createMetricsObserver({ port, ...parts });
}
