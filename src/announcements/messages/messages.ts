import { KEPT_WHILE_PAUSED_MS } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { Post } from '#src/announcements/posting/compose.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

import { awardPostMessage } from './award-post.ts';
import { collectedPostMessage } from './collected-post.ts';
import { encodeDigestCustomId } from './digest-custom-id.ts';
import { digestPostMessage } from './digest-post.ts';
import { pauseNoticeMessage } from './pause-notice.ts';
import type { PostBody } from './post-body.ts';

/** What announcements say in Discord, as JSON. */
export type AnnouncementMessages = {
  post(post: Post): string;
  /** What a manager is told of a feed that Discord paused. */
  pauseNotice(feed: Feed): string;
};

const DAY_MS = 24 * 60 * 60_000;

export function createAnnouncementMessages(options: {
  readonly t: Translate;
  readonly mediaUrl: string;
  readonly mention: (commandName: string) => string;
}): AnnouncementMessages {
  const { t, mediaUrl, mention } = options;
  function bodyOf({ kind, post }: Post): PostBody {
    switch (kind) {
      case 'single':
        return awardPostMessage(post, { t, mediaUrl });
      case 'collected':
        return collectedPostMessage(post, { t, mediaUrl });
      case 'digest':
        return digestPostMessage(post, { t, customId });
    }
  }

  return {
    post(post) {
      const { body, mentions } = bodyOf(post);
      return toMessage(body, undefined, mentions).json;
    },
    pauseNotice({ channelId, guildId, pause }) {
      const reason = pause && pause.reason !== 'manager' ? pause.reason : 'missingAccess';
      const resumeMention = mention('announcements resume');
      const keptDays = KEPT_WHILE_PAUSED_MS / DAY_MS;
      return toMessage(
        pauseNoticeMessage({ channelId, guildId, reason, keptDays, resumeMention }, t),
      ).json;
    },
  };
}

function customId(batchId: string): string {
  return encodeDigestCustomId({ action: 'open', ownerId: null, batchId, page: 1 });
}
