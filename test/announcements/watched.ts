import type {
  AnnouncementStore,
  AnnouncementTables,
} from '#src/announcements/tables/announcement-store.ts';
import type { ChannelPosts } from '#src/discord/channels/posts.ts';

/** Called before each call and after it; what it throws replaces the call's result. */
export type Hook = (call: string) => void;

/** The same store, which reports every call: `before dueAwards.add`, `after dueAwards.add`, `before commit`, … */
export function watchStore(store: AnnouncementStore, hook: Hook): AnnouncementStore {
  const watch = (tables: AnnouncementTables): AnnouncementTables => ({
    feeds: watched(tables.feeds, 'feeds', hook),
    feedTroubles: watched(tables.feedTroubles, 'feedTroubles', hook),
    trackedPlayers: watched(tables.trackedPlayers, 'trackedPlayers', hook),
    dueAwards: watched(tables.dueAwards, 'dueAwards', hook),
    unwantedAwards: watched(tables.unwantedAwards, 'unwantedAwards', hook),
    batches: watched(tables.batches, 'batches', hook),
    openBatches: watched(tables.openBatches, 'openBatches', hook),
    rejections: watched(tables.rejections, 'rejections', hook),
    crossposts: watched(tables.crossposts, 'crossposts', hook),
    attempts: watched(tables.attempts, 'attempts', hook),
    awardFeed: watched(tables.awardFeed, 'awardFeed', hook),
    sweeps: watched(tables.sweeps, 'sweeps', hook),
    denials: watched(tables.denials, 'denials', hook),
    activity: watched(tables.activity, 'activity', hook),
    knownPlayers: watched(tables.knownPlayers, 'knownPlayers', hook),
  });
  const transaction: AnnouncementStore['transaction'] = async (work) => {
    hook('before begin');
    const result = await store.transaction(async (tables) => {
      const done = await work(watch(tables));
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
      return store.deliver(now, busy, (head, claim) =>
        work(head, { ...claim, transact: transaction }),
      );
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
