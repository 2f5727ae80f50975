import { randomUUID } from 'node:crypto';

import type { Feed } from '#src/announcements/feed.ts';
import type { ChannelPosts, ChannelProblem } from '#src/discord/channels/posts.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';

import { shortDetail } from './trouble.ts';

/** What came of a sample post; `unavailable` if Discord didn't respond. */
export type SampleOutcome =
  | 'posted'
  | { readonly refused: ChannelProblem; readonly detail: string }
  | 'unavailable';

/** Posts a sample in a feed's channel. It pings nobody. */
export type PostSample = (
  feed: Pick<Feed, 'channelId'>,
  body: MessageBody,
) => Promise<SampleOutcome>;

const NONCE_LIMIT = 25;

export function createPostSample(posts: Pick<ChannelPosts, 'post'>): PostSample {
  return async ({ channelId }, body) => {
    const nonce = randomUUID().replaceAll('-', '').slice(0, NONCE_LIMIT);
    const { json } = toMessage(body);
    const outcome = await posts.post(channelId, json, nonce, new AbortController().signal);
    const { kind } = outcome;
    if (kind === 'refused') return { refused: outcome.reason, detail: shortDetail(outcome.detail) };
    if (kind === 'rejected') return { refused: 'refused', detail: shortDetail(outcome.detail) };
    return kind === 'posted' ? 'posted' : 'unavailable';
  };
}
