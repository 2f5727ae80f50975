import type { PauseReason } from '../feed.ts';

/** What came of one try to post. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly messageId: string }
  /** Discord takes no posts in this channel until somebody changes something. */
  | { readonly kind: 'refused'; readonly reason: Exclude<PauseReason, 'manager'> }
  /** Discord finds the message itself wrong: the same again helps nothing. */
  | { readonly kind: 'invalid'; readonly detail: string }
  /** It certainly did not reach Discord. */
  | { readonly kind: 'unsent' }
  /** Whether Discord took it is open. The same nonce again, within minutes, can't make two of it. */
  | { readonly kind: 'unsure' };

/** Whether a post in doubt is in its channel. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  /** The bot may not read the channel's history, or there is more of it than is read. */
  | { readonly kind: 'unreadable' }
  /** Discord does not answer now. */
  | { readonly kind: 'later' };

/** The way of announcements to Discord. Nothing of it throws; each call is one try, and who calls decides when the next one is. */
export type ChannelPosts = {
  /**
   * @param json the message's body.
   * @param nonce at most 25 characters; for some minutes Discord answers a repeat with the first message.
   * @param signal ends the wait at once, also that for a rate limit.
   */
  post(channelId: string, json: string, nonce: string, signal: AbortSignal): Promise<PostOutcome>;
  /** @param since when the first try began, ms since 1970. */
  find(
    channelId: string,
    guildId: string,
    json: string,
    since: number,
    nonce: string,
    signal?: AbortSignal,
  ): Promise<FindOutcome>;
  /** Shows a message in the channels that follow its channel. `done` where nothing is left to try. */
  crosspost(channelId: string, messageId: string, signal: AbortSignal): Promise<'done' | 'later'>;
  /** A direct message. `impossible` where that person does not take any from the bot. */
  tell(
    userId: string,
    json: string,
    nonce: string,
    signal?: AbortSignal,
  ): Promise<'told' | 'impossible' | 'later'>;
};
