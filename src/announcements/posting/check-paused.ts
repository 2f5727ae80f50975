import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { isPlannable } from '#src/announcements/timezones/timezone.ts';
import type { ChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import { canPost } from '#src/discord/channels/postable.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Wake } from '#src/platform/wake.ts';
import { StoreError } from '#src/store/store-error.ts';

import type { Feed } from '../feed.ts';
import type { Planner } from './planner.ts';
import { resumeFeed } from './resume-feed.ts';
import type { Troubles } from './trouble.ts';

/** Checks now and then whether a feed that no manager paused can resume. */
export function createPausedCheck(options: {
  readonly store: AnnouncementStore;
  readonly channels: Pick<ChannelPermissions, 'access'>;
  readonly troubles: Troubles;
  readonly planner: Planner;
  /** Delivery's. */
  readonly wake: Wake;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
}) {
  const { store, channels, troubles, planner, wake, clock, log } = options;

  async function isBack(feed: Feed, signal: AbortSignal): Promise<boolean> {
    if (feed.pause?.reason === 'unknownTimezone') return isPlannable(feed.schedule);
    return canPost(await channels.access(feed, signal));
  }

  async function look(feed: Feed, signal: AbortSignal): Promise<void> {
    const { channelId } = feed;
    const isAgain = await isBack(feed, signal);
    if (signal.aborted) return;
    const now = clock.now();
    if (!isAgain) {
      const since = (await store.feedTroubles.refusingSince(channelId)) ?? feed.pause?.at ?? now;
      await store.feedTroubles.lookAt(channelId, now + troubles.lookAgainMs(since, now));
      return;
    }
    await store.transaction(async (tables) => {
      const current = await tables.feeds.hold(channelId);
      // A manager may have paused it meanwhile.
      if (!current?.pause || current.pause.reason !== feed.pause?.reason) return;
      await resumeFeed(tables, planner, current, now);
    });
    log.info({ channelId }, 'a channel goes on');
    wake.wake();
  }

  async function lookAll(signal: AbortSignal): Promise<void> {
    for (const feed of await store.feedTroubles.toLookAt(clock.now())) {
      if (signal.aborted) return;
      await look(feed, signal).catch((error: unknown) => {
        if (error instanceof StoreError) throw error;
        log.error({ error, channelId: feed.channelId }, 'a paused channel could not be looked at');
      });
    }
  }

  let running: Promise<void> | null = null;
  return {
    /** Checks the feeds that are due for it, unless it's already doing that. Never rejects. */
    run(signal: AbortSignal): Promise<void> {
      running ??= lookAll(signal)
        .catch((error: unknown) => {
          log.error({ error }, 'paused channels wait for a look; trying again later');
        })
        .finally(() => {
          running = null;
        });
      return running;
    },
  };
}
