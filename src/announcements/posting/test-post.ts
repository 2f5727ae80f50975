import { randomUUID } from 'node:crypto';

import type { Feed } from '#src/announcements/feed.ts';
import type { ChannelPosts, PostOutcome } from '#src/discord/channels/posts.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';

type Refused = Extract<PostOutcome, { readonly kind: 'refused' }>['reason'];

const NONCE_LIMIT = 25;

/** Posts a sample where a feed's posts go, and says what came of it. It pings nobody. */
export function createTestPost(
  posts: Pick<ChannelPosts, 'post'>,
): (
  feed: Pick<Feed, 'channelId'>,
  body: MessageBody,
) => Promise<'posted' | { readonly refused: Refused } | 'unavailable'> {
  return async ({ channelId }, body) => {
    const nonce = randomUUID().replaceAll('-', '').slice(0, NONCE_LIMIT);
    const { json } = toMessage(body);
    const outcome = await posts.post(channelId, json, nonce, new AbortController().signal);
    if (outcome.kind === 'refused') return { refused: outcome.reason };
    return outcome.kind === 'posted' ? 'posted' : 'unavailable';
  };
}
