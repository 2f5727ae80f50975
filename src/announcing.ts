import type { Channels } from '#commands/services.ts';

import { createAnnouncementEngine } from './announcements/engine.ts';
import type { AnnouncementEngine } from './announcements/engine.ts';
import { createAnnouncementMessages } from './announcements/messages/messages.ts';
import { createCompose } from './announcements/posting/compose.ts';
import { createDetails } from './announcements/posting/details.ts';
import { createPostSample } from './announcements/posting/post-sample.ts';
import { createVerifiedMembers } from './announcements/posting/verified-members.ts';
import { createAnnouncementStore } from './announcements/tables/announcement-store.ts';
import type { Config } from './config.ts';
import { createBotRequests } from './discord/channels/bot-requests.ts';
import { createBotUserId } from './discord/channels/bot-user.ts';
import { createChannelPermissions } from './discord/channels/channel-permissions.ts';
import { createInvalidRequests } from './discord/channels/invalid-requests.ts';
import { createChannelPosts } from './discord/channels/posts.ts';
import type { Translate } from './messages/languages/translate.ts';
import type { Mention } from './messages/mentions.ts';
import { createLinks } from './people/links.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import type { Signals } from './platform/signals.ts';
import type { Libraries } from './progress/libraries.ts';
import type { RetroAchievements } from './retroachievements/client.ts';
import type { Store } from './store/store.ts';

/** The language of what is posted for everybody. */
const POSTS_LOCALE = 'en-US';

/** The engine with its way to Discord, and what `/announcements` asks of channels. */
export function createAnnouncing(options: {
  readonly config: Config;
  readonly store: Store;
  readonly site: RetroAchievements;
  readonly libraries: Libraries;
  readonly translate: (locale: string) => Translate;
  readonly mention: Mention;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signals: Signals;
}): { readonly engine: AnnouncementEngine; readonly channels: Channels } {
  const { config, clock, log, signals } = options;
  const store = createAnnouncementStore(options.store);
  const links = createLinks(options.store.db);
  const requests = createBotRequests({
    apiUrl: config.DISCORD_API_URL,
    token: config.DISCORD_TOKEN,
    invalid: createInvalidRequests({ clock, log }),
    clock,
    log,
  });
  const userId = createBotUserId(requests, config.DISCORD_TOKEN);
  const permissions = createChannelPermissions({ requests, userId, clock });
  const posts = createChannelPosts({ requests, permissions, userId, log, signals });
  const engine = createAnnouncementEngine({
    store,
    site: options.site,
    posts,
    compose: createCompose({
      details: createDetails({ libraries: options.libraries, clock }),
      avatarOf: store.trackedPlayers.avatarOf,
      members: createVerifiedMembers({ requests, verifiedUsers: links.verifiedUsers }),
    }),
    messages: createAnnouncementMessages({
      t: options.translate(POSTS_LOCALE),
      mediaUrl: config.RA_MEDIA_URL,
      mention: options.mention,
    }),
    pollMs: config.POLL_SECONDS * 1000,
    requestsPerMinute: config.RA_REQUESTS_PER_MINUTE,
    clock,
    random: Math.random,
    log,
  });
  return { engine, channels: { access: permissions.access, postSample: createPostSample(posts) } };
}
