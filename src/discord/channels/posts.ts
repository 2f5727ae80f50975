import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { ChannelPosts, PostOutcome } from '#src/announcements/posting/channel-posts.ts';
import type { Logger } from '#src/platform/log.ts';

import type { BotRequests, RequestOutcome } from './bot-requests.ts';
import type { BotUserId } from './bot-user.ts';
import type { ChannelPermissions } from './channel-permissions.ts';
import { createPostSearch } from './search.ts';

type Refusal = Extract<RequestOutcome, { readonly kind: 'refused' }>;
type Reason = Extract<PostOutcome, { readonly kind: 'refused' }>['reason'];

/** What somebody in the server has to change. Everything else that is 403 or 404 is a matter of access. */
const REASONS: ReadonlyMap<number, Reason> = new Map<number, Reason>([
  [RESTJSONErrorCodes.UnknownChannel, 'unknownChannel'],
  [RESTJSONErrorCodes.MissingAccess, 'missingAccess'],
  [RESTJSONErrorCodes.UnknownGuild, 'missingAccess'],
  [RESTJSONErrorCodes.MissingPermissions, 'missingPermissions'],
  [RESTJSONErrorCodes.ThreadLocked, 'threadLocked'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'threadLocked'],
  [RESTJSONErrorCodes.MaximumActiveThreads, 'threadLocked'],
  [RESTJSONErrorCodes.MaximumActiveAnnouncementThreads, 'threadLocked'],
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType, 'wrongChannelType'],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, 'wrongChannelType'],
  [RESTJSONErrorCodes.CannotSendAMessageInAForumChannel, 'wrongChannelType'],
]);

const ALREADY_CROSSPOSTED: number = RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted;
const UNKNOWN_MESSAGE: number = RESTJSONErrorCodes.UnknownMessage;
const PINGS_NOBODY = { allowed_mentions: { parse: [] } };

const resource = z.object({ id: z.string() });
const body = z.record(z.string(), z.unknown());

/** Announcements go to Discord over REST: no answer of Discord's, and no missing answer, ends them. */
export function createChannelPosts(options: {
  readonly requests: BotRequests;
  readonly permissions: ChannelPermissions;
  readonly userId: BotUserId;
  readonly log: Logger;
}): ChannelPosts {
  const { requests, log } = options;

  async function create(
    channelId: string,
    json: string,
    nonce: string,
    signal: AbortSignal | undefined,
  ): Promise<PostOutcome> {
    const outcome = await requests.send({
      method: 'post',
      route: Routes.channelMessages(channelId),
      body: { ...PINGS_NOBODY, ...body.parse(JSON.parse(json)), nonce, enforce_nonce: true },
      signal,
    });
    if (outcome.kind === 'refused') return refusedPost(outcome);
    if (outcome.kind !== 'answered') return outcome;
    const message = resource.safeParse(outcome.body).data;
    return message ? { kind: 'posted', messageId: message.id } : { kind: 'unsure' };
  }

  return {
    post: create,
    find: createPostSearch(options),
    async crosspost(channelId, messageId, signal) {
      const route = Routes.channelMessageCrosspost(channelId, messageId);
      const outcome = await requests.send({ method: 'post', route, signal, isHurried: true });
      if (outcome.kind === 'answered') return 'done';
      if (outcome.kind !== 'refused') return 'later';
      if (outcome.code !== ALREADY_CROSSPOSTED) {
        const { status, code } = outcome;
        log.warn({ channelId, messageId, status, code }, 'Discord refuses to cross-post a message');
      }
      return 'done';
    },
    async tell(userId, json, nonce, signal) {
      const opened = await requests.send({
        method: 'post',
        route: Routes.userChannels(),
        body: { recipient_id: userId },
        signal,
      });
      if (opened.kind === 'refused') return 'impossible';
      const channel = opened.kind === 'answered' ? resource.safeParse(opened.body).data : null;
      if (!channel) return 'later';
      const outcome = await create(channel.id, json, nonce, signal);
      if (outcome.kind === 'posted') return 'told';
      return outcome.kind === 'unsent' || outcome.kind === 'unsure' ? 'later' : 'impossible';
    },
  };
}

function refusedPost({ status, code, message }: Refusal): PostOutcome {
  // A nonce stays with a message that was deleted. [discord-api-docs pull request 6647]
  if (code === UNKNOWN_MESSAGE) {
    return { kind: 'invalid', detail: 'it was posted, and somebody deleted it' };
  }
  const isAccess = status === 403 || status === 404;
  const reason = REASONS.get(code) ?? (isAccess ? 'missingAccess' : null);
  return reason ? { kind: 'refused', reason } : { kind: 'invalid', detail: `${code}: ${message}` };
}
