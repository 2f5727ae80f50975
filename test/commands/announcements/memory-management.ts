import type { FeedStatus } from '#src/announcements/feed-status.ts';
import { DEFAULT_AWARD_FILTER, DEFAULT_SCHEDULE, PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed, TrackedPlayer } from '#src/announcements/feed.ts';
import type { Management } from '#src/announcements/management.ts';
import type { Clock } from '#src/platform/clock.ts';

const HOUR_MS = 60 * 60_000;

/** Feeds that are kept in memory and never post. Fields are the test's to change. */
export type MemoryManagement = Management & {
  readonly feeds: Map<string, Feed>;
  readonly players: Map<string, TrackedPlayer[]>;
  /** What the engine would say of every feed. */
  health: Omit<FeedStatus, 'feed' | 'playerCount'>;
  /** How many awards that waited a change drops. */
  droppedCount: number;
  /** For how many players there is no room. */
  leftCount: number;
  /** What each call meets first: it may throw, or change something in between. */
  before: (call: keyof Management) => Promise<void>;
};

/** Digests are always due in an hour. */
export function createMemoryManagement(clock: Clock): MemoryManagement {
  const feeds = new Map<string, Feed>();
  const players = new Map<string, TrackedPlayer[]>();
  const playersIn = ({ channelId }: Feed) => players.get(channelId) ?? [];

  function change(channelId: string, changed: Partial<Feed>): void {
    const feed = feeds.get(channelId);
    if (feed) feeds.set(channelId, { ...feed, ...changed });
  }

  const memory: MemoryManagement = {
    feeds,
    players,
    health: {
      dueCount: 0,
      sendingCount: 0,
      lastPollAt: null,
      failingSince: null,
      unreadSince: null,
      unsavedSince: null,
      unpostedSince: null,
      postsFailingSince: null,
      refusingSince: null,
      rejections: null,
    },
    droppedCount: 0,
    leftCount: 0,
    before: async () => undefined,
    async feedsIn(guildId) {
      await memory.before('feedsIn');
      return [...feeds.values()].filter((feed) => feed.guildId === guildId);
    },
    async setUp({ settings, serverLanguage, ...request }) {
      await memory.before('setUp');
      const known = feeds.get(request.channelId);
      const schedule = { ...DEFAULT_SCHEDULE, ...known?.schedule, ...settings.schedule };
      const feed: Feed = {
        ...request,
        kinds: settings.kinds ?? known?.kinds ?? DEFAULT_AWARD_FILTER,
        schedule,
        roleId: settings.roleId === undefined ? (known?.roleId ?? null) : settings.roleId,
        language: settings.language ?? known?.language ?? serverLanguage,
        createdAt: known?.createdAt ?? clock.now(),
        wantedSince: clock.now(),
        pause: known?.pause?.reason === 'manager' ? known.pause : null,
        nextDigestAt: schedule.cadence === 'live' ? null : clock.now() + HOUR_MS,
        lastPostedAt: known?.lastPostedAt ?? null,
      };
      feeds.set(feed.channelId, feed);
      return { feed, isNew: known === undefined, droppedCount: memory.droppedCount };
    },
    async track(feed, { ulid, name }) {
      await memory.before('track');
      if (!feeds.has(feed.channelId)) return { kind: 'gone' };
      const tracked = playersIn(feed);
      const known = tracked.find((player) => player.ulid === ulid);
      if (known) return { kind: 'already', formerName: known.name === name ? null : known.name };
      if (tracked.length >= PLAYERS_LIMIT) return { kind: 'full' };
      const added = { ulid: ulid ?? '', name, trackedAt: clock.now() };
      players.set(feed.channelId, [...tracked, added]);
      return { kind: 'tracked', playerCount: tracked.length + 1 };
    },
    async untrack(feed, nameOrUlid) {
      await memory.before('untrack');
      const wanted = nameOrUlid.toLowerCase();
      const found = playersIn(feed).find(
        ({ name, ulid }) => name.toLowerCase() === wanted || ulid === nameOrUlid,
      );
      players.set(
        feed.channelId,
        playersIn(feed).filter((player) => player !== found),
      );
      return found ? { ...found, droppedCount: memory.droppedCount } : null;
    },
    async playersOf(feed) {
      await memory.before('playersOf');
      return playersIn(feed).toSorted((a, b) => a.name.localeCompare(b.name));
    },
    async status({ channelId }) {
      await memory.before('status');
      const feed = feeds.get(channelId);
      return feed ? { feed, playerCount: playersIn(feed).length, ...memory.health } : null;
    },
    async pause({ channelId }, reason) {
      await memory.before('pause');
      change(channelId, { pause: { reason, at: clock.now() } });
    },
    async resume({ channelId }) {
      await memory.before('resume');
      change(channelId, { pause: null });
      return memory.health.rejections?.count ?? 0;
    },
    async takeAlong(source, target) {
      await memory.before('takeAlong');
      if (!feeds.has(source.channelId) || !feeds.has(target.channelId)) return null;
      const moved = playersIn(source);
      players.set(target.channelId, [...playersIn(target), ...moved]);
      feeds.delete(source.channelId);
      players.delete(source.channelId);
      const awardCount = memory.health.dueCount;
      return { playerCount: moved.length, awardCount, leftCount: memory.leftCount };
    },
    async remove({ channelId }) {
      await memory.before('remove');
      feeds.delete(channelId);
      players.delete(channelId);
    },
    digest: async () => null,
  };
  return memory;
}
