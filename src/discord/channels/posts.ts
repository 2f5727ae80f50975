import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { Logger } from '#src/platform/log.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { Signals } from '#src/platform/signals.ts';
import { cleanInput } from '#src/platform/text.ts';

import { snowflake, SNOWFLAKE } from '../ids.ts';
import type { BotRequests, RequestOutcome } from './bot-requests.ts';
import type { BotUserId } from './bot-user.ts';
import type { ChannelPermissions } from './channel-permissions.ts';
import { createPostSearch } from './find-post.ts';

/** Why Discord refuses posts in a channel until someone changes something there. */
export const CHANNEL_PROBLEMS = [
  'unknownChannel',
  'missingAccess',
  'missingPermissions',
  'threadLocked',
  'wrongChannelType',
  'notInServer',
  /** Discord's own words are all that is known. */
  'refused',
] as const;
export type ChannelProblem = (typeof CHANNEL_PROBLEMS)[number];

/** The outcome of one attempt to post. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly messageId: string }
  /** `detail` is what Discord said, in one line. */
  | { readonly kind: 'refused'; readonly reason: ChannelProblem; readonly detail: string }
  /** Discord rejects the message itself: sending the same again won't help. */
  | { readonly kind: 'rejected'; readonly detail: string }
  /** It was posted before, and someone has deleted it. */
  | { readonly kind: 'deleted' }
  /** It never reached Discord: a rate limit lasts this much longer. */
  | { readonly kind: 'limited'; readonly waitMs: number }
  /** It never reached Discord. */
  | { readonly kind: 'unsent' }
  /** Discord may have it. Within a few minutes, a repeat with the same nonce can't post it twice. */
  | { readonly kind: 'unsure' };

type RefusedRequest = Extract<RequestOutcome, { readonly kind: 'refused' }>;

/** Any other 403 or 404 is a problem whose cause only Discord knows. */
const PROBLEMS: ReadonlyMap<number, ChannelProblem> = new Map<number, ChannelProblem>([
  [RESTJSONErrorCodes.UnknownChannel, 'unknownChannel'],
  [RESTJSONErrorCodes.MissingAccess, 'missingAccess'],
  [RESTJSONErrorCodes.MissingPermissions, 'missingPermissions'],
  [RESTJSONErrorCodes.ThreadLocked, 'threadLocked'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'threadLocked'],
  [RESTJSONErrorCodes.MaximumActiveThreads, 'threadLocked'],
  [RESTJSONErrorCodes.MaximumActiveAnnouncementThreads, 'threadLocked'],
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType, 'wrongChannelType'],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, 'wrongChannelType'],
  [RESTJSONErrorCodes.CannotSendAMessageInAForumChannel, 'wrongChannelType'],
]);

/** About the message, whatever the status. */
const ABOUT_CONTENT: ReadonlySet<number> = new Set([
  RESTJSONErrorCodes.ExplicitContentCannotBeSentToTheDesiredRecipient,
  RESTJSONErrorCodes.CannotSendAnEmptyMessage,
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
  RESTJSONErrorCodes.TitleWasBlockedByAutomaticModeration,
  RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter,
]);

/** Outcomes after which the same request may be tried again. */
const PASSING: ReadonlySet<PostOutcome['kind']> = new Set(['limited', 'unsent', 'unsure']);

/** Reads at most this much of Discord's message, in UTF-16 units. */
const WORDS_LIMIT = 1_000;

const ALREADY_CROSSPOSTED: number = RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted;
const WRONG_CHANNEL_TYPE: number = RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType;
const UNKNOWN_MESSAGE: number = RESTJSONErrorCodes.UnknownMessage;
const PINGS_NOBODY = { allowed_mentions: { parse: [] } };

const resource = z.object({ id: snowflake });
const body = z.record(z.string(), z.unknown());

export type ChannelPosts = ReturnType<typeof createChannelPosts>;

/** Posts in channels, and direct messages. Never throws. Each call tries once: the caller decides when to try again. */
export function createChannelPosts(options: {
  readonly requests: BotRequests;
  readonly permissions: ChannelPermissions;
  readonly userId: BotUserId;
  readonly log: Logger;
  readonly signals?: Signals;
}) {
  const { requests, log, signals = SILENT } = options;

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
    /**
     * Posts a message once.
     * @param json the message's body.
     * @param nonce at most 25 characters. For some minutes, Discord answers a repeat with the first message.
     * @param signal ends the wait at once, even the wait for a rate limit.
     */
    async post(
      channelId: string,
      json: string,
      nonce: string,
      signal: AbortSignal,
    ): Promise<PostOutcome> {
      const outcome = await create(channelId, json, nonce, signal);
      signals.post(outcome.kind === 'rejected' ? 'invalid' : outcome.kind);
      return outcome;
    },
    find: createPostSearch(options),
    /**
     * Shows a message in the channels that follow its channel. `done` when there is nothing left to try, `unfollowable`
     * when other channels can no longer follow this one.
     */
    async crosspost(
      channelId: string,
      messageId: string,
      signal: AbortSignal,
    ): Promise<'done' | 'later' | 'unfollowable'> {
      if (!SNOWFLAKE.test(messageId)) return 'done';
      const route = Routes.channelMessageCrosspost(channelId, messageId);
      const outcome = await requests.send({ method: 'post', route, signal, isHurried: true });
      if (outcome.kind === 'answered') return 'done';
      if (outcome.kind !== 'refused') return 'later';
      if (outcome.code === WRONG_CHANNEL_TYPE) return 'unfollowable';
      if (outcome.code !== ALREADY_CROSSPOSTED) {
        const { status, code } = outcome;
        log.warn({ channelId, messageId, status, code }, 'Discord refuses to cross-post a message');
      }
      return 'done';
    },
    /** Sends a direct message. `impossible` when that person doesn't accept any from the bot. */
    async tell(
      userId: string,
      json: string,
      nonce: string,
      signal?: AbortSignal,
    ): Promise<'told' | 'impossible' | 'later'> {
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
      return PASSING.has(outcome.kind) ? 'later' : 'impossible';
    },
  };
}

function refusedPost(refusal: RefusedRequest): PostOutcome {
  const { status, code } = refusal;
  // A nonce stays with a message that was deleted. [discord-api-docs pull request 6647]
  if (code === UNKNOWN_MESSAGE) return { kind: 'deleted' };
  const detail = detailOf(refusal);
  const isElsewhere = (status === 403 || status === 404) && !ABOUT_CONTENT.has(code);
  const reason = PROBLEMS.get(code) ?? (isElsewhere ? 'refused' : null);
  return reason ? { kind: 'refused', reason, detail } : { kind: 'rejected', detail };
}

/** What Discord said, in one line: `50001: Missing Access`. */
function detailOf({ code, message }: RefusedRequest): string {
  return `${code}: ${cleanInput(message.slice(0, WORDS_LIMIT))}`;
}
