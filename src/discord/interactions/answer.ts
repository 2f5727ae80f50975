import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';

import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';

import { toMessage } from '../message.ts';
import type { Message, MessageBody } from '../message.ts';
import type { InteractionAddress, InteractionApi } from './interaction-api.ts';
import { DEFER_AFTER_MS } from './limits.ts';
import type { Editor, LiveMessages } from './live-messages.ts';

/** So long can an edit of the page before be on its way: rate limits are waited out. Then it is taken for lost. */
const EARLIER_PATIENCE_MS = 20_000;

/** How an interaction is answered: with a message of its own, or by changing the message it came from. */
export type AnswerMode =
  | { readonly kind: 'reply'; readonly ephemeral: boolean }
  | { readonly kind: 'update'; readonly messageId: string; readonly ephemeral: boolean };

export type AnswerTools = {
  readonly api: InteractionApi;
  readonly live: LiveMessages;
  readonly clock: Clock;
  /** Called when Discord has the first response. */
  readonly answered?: () => void;
};

/**
 * The one way in which a command talks back. It knows what Discord still accepts: a first response within 3 s,
 * then edits. The first `show` answers, each further one edits.
 */
export class Answer {
  readonly #to: InteractionAddress;
  readonly #mode: AnswerMode;
  readonly #tools: AnswerTools;
  readonly #editor: Editor;
  #state: 'open' | 'deferred' | 'shown' = 'open';
  #messageId: string | null;
  #isStopped = false;
  /** The call to Discord that is under way; the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve();
  /** What the one who had the message before still has under way. */
  #earlier: Promise<unknown> = Promise.resolve();

  constructor(to: InteractionAddress, mode: AnswerMode, tools: AnswerTools) {
    this.#to = to;
    this.#mode = mode;
    this.#tools = tools;
    this.#messageId = mode.kind === 'update' ? mode.messageId : null;
    this.#editor = { place: tools.live.nextPlace(), stop: () => this.#stop() };
  }

  /** Whether only the person who asked sees what is shown. */
  get isPrivate(): boolean {
    return this.#mode.ephemeral;
  }

  /** Whether somebody has gone on to another page of this message: showing more would take it from them. */
  get stopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Shows a message: answers, or edits what was shown. Where somebody has gone on meanwhile, it shows nothing.
   * @param more further edits will follow, so that a click meanwhile has to be noticed.
   */
  async show(message: Message, { more = false } = {}): Promise<void> {
    if (!(await this.#mayChange())) return this.#acknowledge();
    const state = this.#state;
    this.#state = 'shown';
    if (state === 'open') {
      await this.#enqueue(() => this.#firstly(() => this.#respond(message, more)));
    } else {
      await this.#enqueue(() => this.#edit(message));
    }
    return undefined;
  }

  /** Shows the message that some work ends in. Where that takes a while, Discord is told in time. */
  async showWhenReady(work: Promise<MessageBody>): Promise<void> {
    await this.show(toMessage(await this.whileWaiting(work)));
  }

  /** Tells only the person who asked, and leaves the message they asked from as it is. */
  async notice(message: Message): Promise<void> {
    // What is deferred as a reply has to become something; a deferred update may stay as it was.
    const isThinking = this.#mode.kind === 'reply' && this.#state === 'deferred';
    if (this.#state === 'open' || isThinking) return this.#showNotice(message);
    await this.#enqueue(() =>
      this.#tools.api.followUp(this.#to, { ...message, json: withEphemeral(message.json) }),
    );
    return undefined;
  }

  /** Opens a modal; possible only as the first response. */
  async modal(json: string): Promise<void> {
    this.#state = 'shown';
    const body = `{"type":${InteractionResponseType.Modal},"data":${json}}`;
    await this.#firstly(() => this.#tools.api.callback(this.#to, body));
  }

  /** Waits for something that may be slow, and tells Discord in time that the answer comes later. */
  async whileWaiting<T>(work: Promise<T>): Promise<T> {
    if (this.#state !== 'open') return work;
    const isSlow = !(await settlesWithin(work, DEFER_AFTER_MS, this.#tools.clock));
    if (isSlow && this.#state === 'open') await this.#defer();
    return work;
  }

  /** The same values; while the first lets wait for itself, Discord is told in time that the answer comes later. */
  async *whileComing<T>(values: AsyncGenerator<T>): AsyncGenerator<T, void, undefined> {
    try {
      let next = await this.whileWaiting(values.next());
      while (!next.done) {
        yield next.value;
        next = await values.next();
      }
    } finally {
      await values.return(undefined);
    }
  }

  /** Whether what was pressed last is this. */
  async #mayChange(): Promise<boolean> {
    if (this.stopped) return false;
    if (this.#messageId === null) return true;
    const earlier = this.#tools.live.claim(this.#messageId, this.#editor);
    if (earlier === false) this.#isStopped = true;
    else if (earlier) {
      this.#earlier = settlesWithin(earlier, EARLIER_PATIENCE_MS, this.#tools.clock);
      await this.whileWaiting(this.#earlier);
    }
    return !this.stopped;
  }

  /** A press that leads nowhere any more still has to be answered, or Discord calls it failed. */
  async #acknowledge(): Promise<void> {
    if (this.#state === 'open') await this.#defer();
  }

  async #showNotice(message: Message): Promise<void> {
    if (this.#state === 'deferred') return this.show(message);
    this.#state = 'shown';
    return this.#firstly(() =>
      this.#callback(InteractionResponseType.ChannelMessageWithSource, message, true),
    );
  }

  async #defer(): Promise<void> {
    this.#state = 'deferred';
    const { ephemeral, type } =
      this.#mode.kind === 'update'
        ? { ephemeral: false, type: InteractionResponseType.DeferredMessageUpdate }
        : {
            ephemeral: this.#mode.ephemeral,
            type: InteractionResponseType.DeferredChannelMessageWithSource,
          };
    const data = ephemeral ? `,"data":{"flags":${MessageFlags.Ephemeral}}` : '';
    await this.#enqueue(() =>
      this.#firstly(() => this.#tools.api.callback(this.#to, `{"type":${type}${data}}`)),
    );
  }

  /** A first response that Discord refused was none: what is said instead is the first. */
  async #firstly(respond: () => Promise<void>): Promise<void> {
    try {
      await respond();
    } catch (error) {
      this.#state = 'open';
      throw error;
    }
    this.#tools.answered?.();
  }

  async #respond(message: Message, more: boolean): Promise<void> {
    if (this.#mode.kind === 'update') {
      return this.#callback(InteractionResponseType.UpdateMessage, message, false);
    }
    const type = InteractionResponseType.ChannelMessageWithSource;
    if (!more || message.files) return this.#callback(type, message, this.#mode.ephemeral);
    this.#messageId = await this.#tools.api.callbackWithMessage(
      this.#to,
      callbackJson(type, message, this.#mode.ephemeral),
    );
    return undefined;
  }

  #callback(type: InteractionResponseType, message: Message, ephemeral: boolean): Promise<void> {
    return this.#tools.api.callback(
      this.#to,
      callbackJson(type, message, ephemeral),
      message.files,
    );
  }

  async #edit(message: Message): Promise<void> {
    if (this.stopped) return;
    try {
      const id = await this.#tools.api.editOriginal(this.#to, message);
      this.#messageId ??= id;
    } catch (error) {
      // What nobody waits for any more need not be mourned.
      if (!this.stopped) throw error;
    }
  }

  /** Calls to Discord about one message keep their order. */
  #enqueue<T>(call: () => Promise<T>): Promise<T> {
    const next = this.#last.then(call);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Discord may show what is on its way to it at any time: only when that is through is the message free. */
  async #stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([this.#last, this.#earlier]);
  }
}

function callbackJson(type: InteractionResponseType, message: Message, ephemeral: boolean): string {
  return `{"type":${type},"data":${ephemeral ? withEphemeral(message.json) : message.json}}`;
}

function withEphemeral(json: string): string {
  return `{"flags":${MessageFlags.Ephemeral},${json.slice(1)}`;
}
