import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';

import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';

import { toMessage } from '../message.ts';
import type { Message, MessageBody } from '../message.ts';
import { callbackBody, withEphemeral } from './callback-body.ts';
import type { InteractionAddress, InteractionApi } from './interaction-api.ts';
import type { Editor, LiveMessages } from './live-messages.ts';
import { isGone, isUnanswered, ResponseLost } from './response-errors.ts';

/** Discord refuses a first response after 3 s. Whatever takes longer than this is deferred, with time to spare. */
const DEFER_AFTER_MS = 1_000;

/** How long to wait for an earlier edit of the same message, which may be waiting out a rate limit. */
const EARLIER_PATIENCE_MS = 20_000;

/** Discord refuses an empty message. */
const NOTHING = toMessage({ content: '…' });

/** Whether the answer is a new message, or changes the message that the interaction came from. */
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
 * How a command talks back. It knows what Discord accepts: a first response within 3 s, then edits. The first `show`
 * answers, each further one edits.
 */
export class Answer {
  readonly #to: InteractionAddress;
  readonly #mode: AnswerMode;
  readonly #tools: AnswerTools;
  readonly #editor: Editor;
  #state: 'open' | 'deferred' | 'shown' = 'open';
  /** Whether Discord's response to the first response was lost: the next call tells if Discord has it. */
  #isUnsure = false;
  #messageId: string | null;
  #isStopped = false;
  /** The current call to Discord, if there is one; the next one waits for it. */
  #last: Promise<unknown> | null = null;
  /** Calls still pending from the message's previous editor. */
  #earlier: Promise<unknown> | null = null;

  constructor(to: InteractionAddress, mode: AnswerMode, tools: AnswerTools) {
    this.#to = to;
    this.#mode = mode;
    this.#tools = tools;
    this.#messageId = mode.kind === 'update' ? mode.messageId : null;
    this.#editor = { place: tools.live.nextPlace(), stop: () => this.#stop() };
  }

  /** Whether only the caller sees what is shown. */
  get isPrivate(): boolean {
    return this.#mode.ephemeral;
  }

  /** Whether nothing was said yet, so that a modal can still be opened. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Whether someone has moved on to another page of this message. Showing more would take that page away. */
  get stopped(): boolean {
    return this.#isStopped;
  }

  /**
   * Shows a message: answers, or edits what was shown. Does nothing if someone has moved on.
   * @param more whether edits will follow, so that a click in between has to be noticed.
   */
  async show(message: Message, { more = false } = {}): Promise<void> {
    this.#claim();
    if (this.#earlier) await this.whileWaiting(this.#earlier);
    if (this.stopped) return this.#acknowledge();
    const state = this.#state;
    this.#state = 'shown';
    if (state === 'open') {
      await this.#enqueue(() => this.#firstly(() => this.#respond(message, more), more));
    } else {
      await this.#enqueue(() => this.#edit(message, more));
    }
    return undefined;
  }

  /** Shows the message that some work ends in. If that takes a while, the answer is deferred in time. */
  async showWhenReady(work: Promise<MessageBody>): Promise<void> {
    await this.show(toMessage(await this.whileWaiting(work)));
  }

  /**
   * Says how far slow work is, in place of "is thinking". Nothing is shown yet: a failure can still take its place, for
   * the caller alone. A page that someone clicked on stays as it is meanwhile.
   * @returns whether it was said
   */
  async progress(message: Message): Promise<boolean> {
    if (this.#mode.kind !== 'reply' || this.#state !== 'deferred') return false;
    await this.#enqueue(() => this.#edit(message, true));
    return true;
  }

  /** Tells only the caller, however late, and leaves the message they clicked on as it is. */
  async notice(message: Message): Promise<void> {
    if (this.#state === 'open') return this.#respondPrivately(message);
    // Discord shows a deferred reply as "thinking" until something is shown; a deferred update shows nothing.
    if (this.#mode.kind === 'reply' && this.#state === 'deferred') {
      if (this.#mode.ephemeral) return this.show(message);
      await this.#withdraw();
    }
    await this.#enqueue(() => this.#followUp(message));
    return undefined;
  }

  /** Opens a modal. It has to be the first response. */
  async modal(json: string): Promise<void> {
    this.#state = 'shown';
    const body = `{"type":${InteractionResponseType.Modal},"data":${json}}`;
    await this.#firstly(() => this.#tools.api.callback(this.#to, body));
  }

  /** Waits for work that may be slow. Defers the answer if it is. */
  async whileWaiting<T>(work: Promise<T>): Promise<T> {
    if (this.#state !== 'open') return work;
    const isSlow = !(await settlesWithin(work, DEFER_AFTER_MS, this.#tools.clock));
    if (isSlow && this.#state === 'open') await this.#defer();
    return work;
  }

  /** Passes values on. Defers the answer if the first one is slow. */
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

  /** Takes over the message, unless a later press already has. */
  #claim(): void {
    if (this.stopped || this.#messageId === null) return;
    const earlier = this.#tools.live.claim(this.#messageId, this.#editor);
    if (earlier === false) this.#isStopped = true;
    else if (earlier) {
      this.#earlier = settlesWithin(earlier, EARLIER_PATIENCE_MS, this.#tools.clock).finally(() => {
        this.#earlier = null;
      });
    }
  }

  /** Without any response, Discord would say that the interaction failed. */
  async #acknowledge(): Promise<void> {
    if (this.#state === 'open') await this.#defer();
  }

  async #respondPrivately(message: Message): Promise<void> {
    this.#state = 'shown';
    return this.#firstly(() =>
      this.#callback(InteractionResponseType.ChannelMessageWithSource, message, true),
    );
  }

  /**
   * Takes back a "thinking…" that everyone sees. While it stands, the first follow-up takes its place and is public,
   * too. [discord-api-docs 2866, 2739]
   */
  async #withdraw(): Promise<void> {
    const { api } = this.#tools;
    this.#state = 'shown';
    await this.#enqueue(async () => {
      try {
        await api.deleteOriginal(this.#to);
      } catch (error) {
        // Either someone has deleted it, or it can't be deleted and has to become a message that says nothing.
        if (!isGone(error)) await api.editOriginal(this.#to, NOTHING).catch(ignoreLost);
      }
    });
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
      this.#firstly(() => this.#tools.api.callback(this.#to, `{"type":${type}${data}}`), true),
    );
  }

  /**
   * If Discord refuses the first response, the next one is the first.
   * @param more whether an edit will follow, which tells if Discord has it
   */
  async #firstly(respond: () => Promise<void>, more = false): Promise<void> {
    try {
      await respond();
    } catch (error) {
      this.#isUnsure = more && error instanceof ResponseLost;
      if (this.#isUnsure) return;
      this.#state = 'open';
      throw error;
    }
    this.#tools.answered?.();
  }

  /** Makes a call that Discord only accepts after a first response. If it never got that, `instead` is the first. */
  async #secondly<T>(call: () => Promise<T>, instead: () => Promise<void>): Promise<T | null> {
    try {
      const result = await call();
      if (this.#isUnsure) this.#tools.answered?.();
      this.#isUnsure = false;
      return result;
    } catch (error) {
      if (!this.#isUnsure || !isUnanswered(error)) throw error;
      this.#isUnsure = false;
      await instead();
      return null;
    }
  }

  async #respond(message: Message, more: boolean): Promise<void> {
    if (this.#mode.kind === 'update') {
      return this.#callback(InteractionResponseType.UpdateMessage, message, false);
    }
    const type = InteractionResponseType.ChannelMessageWithSource;
    if (!more || message.files) return this.#callback(type, message, this.#mode.ephemeral);
    this.#messageId = await this.#tools.api.callbackWithMessage(
      this.#to,
      callbackBody(type, message, this.#mode.ephemeral),
    );
    return undefined;
  }

  #callback(type: InteractionResponseType, message: Message, ephemeral: boolean): Promise<void> {
    return this.#tools.api.callback(
      this.#to,
      callbackBody(type, message, ephemeral),
      message.files,
    );
  }

  #followUp(message: Message): Promise<unknown> {
    const json = withEphemeral(message.json);
    return this.#secondly(
      () => this.#tools.api.followUp(this.#to, { ...message, json }),
      () => this.#respondPrivately(message),
    );
  }

  async #edit(message: Message, more: boolean): Promise<void> {
    if (this.stopped) return;
    try {
      const id = await this.#secondly(
        () => this.#tools.api.editOriginal(this.#to, message),
        () => this.#firstly(() => this.#respond(message, more), more),
      );
      this.#messageId ??= id;
    } catch (error) {
      // Someone has moved on: nobody misses this edit.
      if (!this.stopped) throw error;
    }
  }

  /** Makes one call at a time, in order. */
  #enqueue<T>(call: () => Promise<T>): Promise<T> {
    const next = this.#last ? this.#last.then(call) : call();
    const settled: Promise<void> = next.then(
      () => this.#leave(settled),
      () => this.#leave(settled),
    );
    this.#last = settled;
    return next;
  }

  #leave(call: Promise<unknown>): void {
    if (this.#last === call) this.#last = null;
  }

  /** Resolves when nothing of ours can change the message anymore. */
  #stop(): Promise<void> | undefined {
    this.#isStopped = true;
    if (!this.#last && !this.#earlier) return undefined;
    return Promise.all([this.#last, this.#earlier]).then(() => undefined);
  }
}

/** Nothing more can be done: Discord probably has it. */
function ignoreLost(error: unknown): void {
  if (!(error instanceof ResponseLost)) throw error;
}
