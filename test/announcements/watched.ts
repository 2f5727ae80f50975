import type { Repositories } from '#src/announcements/tables/tables.ts';
import type { ChannelPosts } from '#src/discord/channels/posts.ts';
import type { Store } from '#src/store/store.ts';

/** Is told of each call before it is made and after it is done; what it throws is thrown instead of an answer. */
export type Hook = (call: string) => void;

/** The same store, on which every call is told of: `before dueAwards.add`, `after dueAwards.add`, `before commit`, … */
export function watchStore(store: Store, hook: Hook): Store {
  const watch = (repositories: Repositories): Repositories => ({
    feeds: watched(repositories.feeds, 'feeds', hook),
    trackedPlayers: watched(repositories.trackedPlayers, 'trackedPlayers', hook),
    dueAwards: watched(repositories.dueAwards, 'dueAwards', hook),
    batches: watched(repositories.batches, 'batches', hook),
    attempts: watched(repositories.attempts, 'attempts', hook),
    awardFeed: watched(repositories.awardFeed, 'awardFeed', hook),
    sweeps: watched(repositories.sweeps, 'sweeps', hook),
    links: watched(repositories.links, 'links', hook),
  });
  const transaction: Store['transaction'] = async (work) => {
    hook('before begin');
    const result = await store.transaction(async (repositories) => {
      const done = await work(watch(repositories));
      hook('before commit');
      return done;
    });
    hook('after commit');
    return result;
  };
  return {
    ...store,
    ...watch(store),
    transaction,
    async deliver(now, busy, work) {
      hook('before deliver');
      return store.deliver(now, busy, (head) => work(head, transaction));
    },
  };
}

export function watchPosts(posts: ChannelPosts, hook: Hook): ChannelPosts {
  return watched(posts, 'posts', hook);
}

function watched<T extends object>(target: T, name: string, hook: Hook): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return async (...given: unknown[]) => {
        hook(`before ${name}.${String(key)}`);
        const result: unknown = await Reflect.apply(value, target, given);
        hook(`after ${name}.${String(key)}`);
        return result;
      };
    },
  });
}
