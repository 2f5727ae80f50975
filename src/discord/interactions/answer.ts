import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';

import { toMessage } from '../message.ts';
import type { Message, MessageBody } from '../message.ts';
import { AnswerRequests } from './answer-requests.ts';
import type { AnswerMode } from './answer-requests.ts';
import type { InteractionAddress, InteractionApi } from './interaction-api.ts';
import type { Editor, LiveMessages } from './live-messages.ts';

/** Discord refuses a first response after 3 s. Whatever takes longer than this is deferred, with time to spare. */
const DEFER_AFTER_MS = 1_000;

/** How long to wait for an earlier edit of the same message, which may be waiting out a rate limit. */
const EARLIER_PATIENCE_MS = 20_000;

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
  readonly #mode: AnswerMode;
  readonly #live: LiveMessages;
  readonly #clock: Clock;
  readonly #requests: AnswerRequests;
  readonly #editor: Editor;
  #state: 'open' | 'deferred' | 'shown' = 'open';
  #messageId: string | null;
  #isStopped = false;
  /** The current request to Discord, if there is one; the next one waits for it. */
  #last: Promise<unknown> | null = null;
  /** Requests still pending from the message's previous editor. */
  #earlier: Promise<unknown> | null = null;

  constructor(to: InteractionAddress, mode: AnswerMode, tools: AnswerTools) {
    const { api, live, clock, answered } = tools;
    this.#mode = mode;
    this.#live = live;
    this.#clock = clock;
    this.#requests = new AnswerRequests(to, mode, api, answered);
    this.#messageId = mode.kind === 'update' ? mode.messageId : null;
    this.#editor = { place: live.nextPlace(), stop: () => this.#stop() };
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
    const isFirst = this.#state === 'open';
    this.#state = 'shown';
    const id = await this.#enqueue(() =>
      isFirst ? this.#requests.respond(message, more) : this.#edit(message, more),
    );
    this.#messageId ??= id;
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
    const state = this.#state;
    // Discord shows a deferred reply as "thinking" until something is shown; a deferred update shows nothing.
    const isThinking = this.#mode.kind === 'reply' && state === 'deferred';
    if (isThinking && this.isPrivate) return this.show(message);
    if (state === 'open' || isThinking) this.#state = 'shown';
    if (isThinking) await this.#enqueue(() => this.#requests.withdraw());
    await this.#enqueue(() =>
      state === 'open'
        ? this.#requests.respondPrivately(message)
        : this.#requests.followUp(message),
    );
    return undefined;
  }

  /** Opens a modal. It has to be the first response. */
  async modal(json: string): Promise<void> {
    this.#state = 'shown';
    await this.#enqueue(() => this.#requests.modal(json));
  }

  /** Waits for work that may be slow. Defers the answer if it is. */
  async whileWaiting<T>(work: Promise<T>): Promise<T> {
    if (this.#state !== 'open') return work;
    const isSlow = !(await settlesWithin(work, DEFER_AFTER_MS, this.#clock));
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
    const earlier = this.#live.claim(this.#messageId, this.#editor);
    if (earlier === false) this.#isStopped = true;
    else if (earlier) {
      this.#earlier = settlesWithin(earlier, EARLIER_PATIENCE_MS, this.#clock).finally(() => {
        this.#earlier = null;
      });
    }
  }

  /** Without any response, Discord would say that the interaction failed. */
  async #acknowledge(): Promise<void> {
    if (this.#state === 'open') await this.#defer();
  }

  async #defer(): Promise<void> {
    this.#state = 'deferred';
    await this.#enqueue(() => this.#requests.defer());
  }

  async #edit(message: Message, more: boolean): Promise<string | null> {
    if (this.stopped) return null;
    try {
      return await this.#requests.edit(message, more);
    } catch (error) {
      // Someone has moved on: nobody misses this edit.
      if (!this.stopped) throw error;
      return null;
    }
  }

  /** Makes one request at a time, in order. If Discord has no first response after one, the next one is the first. */
  async #enqueue<T>(request: () => Promise<T>): Promise<T> {
    try {
      const next = this.#last ? this.#last.then(request) : request();
      const settled: Promise<void> = next.then(
        () => this.#leave(settled),
        () => this.#leave(settled),
      );
      this.#last = settled;
      return await next;
    } catch (error) {
      if (this.#requests.isUnanswered) this.#state = 'open';
      throw error;
    }
  }

  #leave(request: Promise<unknown>): void {
    if (this.#last === request) this.#last = null;
  }

  /** Resolves when nothing of ours can change the message anymore. */
  #stop(): Promise<void> | undefined {
    this.#isStopped = true;
    if (!this.#last && !this.#earlier) return undefined;
    return Promise.all([this.#last, this.#earlier]).then(() => undefined);
  }
}
