import type { Post } from '#src/announcements/post.ts';
import { toMessage } from '#src/discord/message.ts';
import type { TextMessage } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';

import { awardPostMessage } from './award-post.ts';
import { collectedPostMessage } from './collected-post.ts';
import { encodeDigestCustomId } from './custom-ids.ts';
import { digestPostMessage } from './digest-post.ts';
import type { PostBody } from './post-body.ts';

type Options = { readonly t: Translate; readonly mediaUrl: string };

/** A post of any kind, ready to send. */
export function postMessage(post: Post, options: Options): TextMessage {
  const { body, mentions } = bodyOf(post, options);
  return toMessage(body, undefined, mentions);
}

function bodyOf({ kind, post }: Post, options: Options): PostBody {
  switch (kind) {
    case 'single':
      return awardPostMessage(post, options);
    case 'collected':
      return collectedPostMessage(post, options);
    case 'digest':
      return digestPostMessage(post, { t: options.t, customId: fullListCustomId });
  }
}

function fullListCustomId(batchId: string): string {
  return encodeDigestCustomId({ action: 'open', ownerId: null, batchId, page: 1 });
}
