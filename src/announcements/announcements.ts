import { createBotRequests } from '#src/discord/channels/bot-requests.ts';
import { createBotUserId } from '#src/discord/channels/bot-user.ts';
import { createChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import { createChannelPosts } from '#src/discord/channels/posts.ts';
import { createInvalidRequests } from '#src/discord/connection/invalid-requests.ts';
import { toMessage } from '#src/discord/message.ts';
import { FALLBACK } from '#src/messages/languages/languages.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { Mention } from '#src/messages/mentions.ts';
import type { Seen } from '#src/people/tables/known-games.ts';
import type { Links } from '#src/people/tables/links.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Signals } from '#src/platform/signals.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { Store } from '#src/store/store.ts';

import { createAnnouncementEngine } from './engine.ts';
import { pauseNoticeMessage } from './messages/pause-notice.ts';
import { plainPostMessage } from './messages/plain-post.ts';
import { postMessage } from './messages/post-message.ts';
import { createCompose } from './posting/compose.ts';
import { createDetails } from './posting/details.ts';
import { createPostSample } from './posting/post-sample.ts';
import { createVerifiedMembers } from './posting/verified-members.ts';
import { createAnnouncementStore } from './tables/announcement-store.ts';

/** The engine, connected to Discord, and what `/announcements` needs from it. Dispose of it to stop. */
export function createAnnouncements(options: {
  readonly discord: { readonly apiUrl: string; readonly token: string };
  readonly mediaUrl: string;
  readonly pollMs: number;
  readonly requestsPerMinute: number;
  readonly store: Store;
  readonly site: RetroAchievements;
  readonly libraries: Libraries;
  readonly links: Pick<Links, 'verifiedUsers'>;
  readonly onSeen: (seen: Seen) => void;
  readonly translate: (locale: string) => Translate;
  readonly mention: Mention;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signals: Signals;
}) {
  const { discord, mediaUrl, translate, mention, clock, log, signals } = options;
  const store = createAnnouncementStore(options.store);
  const invalid = createInvalidRequests({ clock, log });
  const requests = createBotRequests({ ...discord, invalid, clock, log });
  const userId = createBotUserId(requests, discord.token);
  const permissions = createChannelPermissions({ requests, userId, clock });
  const posts = createChannelPosts({ requests, permissions, userId, log, signals });
  const engine = createAnnouncementEngine({
    ...options,
    store,
    posts,
    channels: permissions,
    compose: createCompose({
      details: createDetails({ libraries: options.libraries, clock }),
      avatarOf: store.trackedPlayers.avatarOf,
      members: createVerifiedMembers({ requests, verifiedUsers: options.links.verifiedUsers }),
    }),
    messages: {
      post(post, isPlain, language) {
        const t = translate(language);
        return (isPlain ? toMessage(plainPostMessage(post, t)) : postMessage(post, { t, mediaUrl }))
          .json;
      },
      // Discord doesn't say which language the manager reads.
      pauseNotice: (feeds) =>
        toMessage(pauseNoticeMessage(feeds, mention, translate(feeds[0]?.language ?? FALLBACK)))
          .json,
    },
    random: Math.random,
  });
  return {
    ...engine,
    trackedNamesIn: store.trackedPlayers.namesIn,
    channels: { access: permissions.access, postSample: createPostSample(posts) },
  };
}
