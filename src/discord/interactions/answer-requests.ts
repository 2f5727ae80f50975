import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';

import { toMessage } from '../message.ts';
import type { LentBytes, Message } from '../message.ts';
import type { InteractionAddress, InteractionApi } from './interaction-api.ts';
import { isGone, isUnanswered, ResponseLost } from './response-errors.ts';

/** Discord refuses an empty message. */
const NOTHING = toMessage({ content: '…' });

/** Whether the answer is a new message, or changes the message that the interaction came from. */
export type AnswerMode =
  | { readonly kind: 'reply'; readonly ephemeral: boolean }
  | { readonly kind: 'update'; readonly messageId: string; readonly ephemeral: boolean };

/**
 * The requests that answer one interaction, to be made one at a time. Discord takes one first response, then edits and
 * follow-ups.
 */
export class AnswerRequests {
  readonly #to: InteractionAddress;
  readonly #mode: AnswerMode;
  readonly #api: InteractionApi;
  readonly #answered: (() => void) | undefined;
  /** `unsure`: Discord's response to it was lost, so the next request tells if Discord has it. */
  #first: 'none' | 'unsure' | 'there' = 'none';

  /** @param answered called when Discord has the first response */
  constructor(
    to: InteractionAddress,
    mode: AnswerMode,
    api: InteractionApi,
    answered: (() => void) | undefined,
  ) {
    this.#to = to;
    this.#mode = mode;
    this.#api = api;
    this.#answered = answered;
  }

  /** Whether Discord has no first response, so that the next request has to be one. */
  get isUnanswered(): boolean {
    return this.#first === 'none';
  }

  /**
   * Shows a message as the first response.
   * @param more whether an edit will follow, which tells if Discord has a response that was lost
   * @returns the id of a new message that edits will follow; null if Discord didn't tell
   */
  respond(message: Message, more: boolean): Promise<string | null> {
    const { kind, ephemeral } = this.#mode;
    if (kind === 'update') {
      return this.#callback(InteractionResponseType.UpdateMessage, message, false, more);
    }
    const type = InteractionResponseType.ChannelMessageWithSource;
    if (!more || message.files) return this.#callback(type, message, ephemeral, more);
    const body = callbackBody(type, message, ephemeral);
    return this.#firstly(body, (bytes) => this.#api.callbackWithMessage(this.#to, bytes), more);
  }

  /** Tells only the caller, as the first response. */
  respondPrivately(message: Message): Promise<null> {
    return this.#callback(InteractionResponseType.ChannelMessageWithSource, message, true, false);
  }

  /** Opens a modal, as the first response. */
  async modal(json: string): Promise<void> {
    const body = `{"type":${InteractionResponseType.Modal},"data":${json}}`;
    await this.#firstly(body, (bytes) => this.#api.callback(this.#to, bytes), false);
  }

  /** Says as the first response that the answer comes later. */
  async defer(): Promise<void> {
    const { kind, ephemeral } = this.#mode;
    const type =
      kind === 'update'
        ? InteractionResponseType.DeferredMessageUpdate
        : InteractionResponseType.DeferredChannelMessageWithSource;
    const isFlagged = kind === 'reply' && ephemeral;
    const data = isFlagged ? `,"data":{"flags":${MessageFlags.Ephemeral}}` : '';
    const body = `{"type":${type}${data}}`;
    await this.#firstly(body, (bytes) => this.#api.callback(this.#to, bytes), true);
  }

  /** Changes what was shown. @param more as for `respond` @returns the message's id, if Discord told it */
  edit(message: Message, more: boolean): Promise<string | null> {
    return this.#secondly(
      () => this.#api.editOriginal(this.#to, message),
      () => this.respond(message, more),
    );
  }

  /** Tells only the caller, in a message of its own. */
  async followUp(message: Message): Promise<void> {
    const json = withEphemeral(message.json);
    await this.#secondly(
      () => this.#api.followUp(this.#to, { ...message, json }),
      () => this.respondPrivately(message),
    );
  }

  /**
   * Takes back a "thinking…" that everyone sees. While it stands, the first follow-up takes its place and is public,
   * too. [discord-api-docs 2866, 2739]
   */
  async withdraw(): Promise<void> {
    try {
      await this.#api.deleteOriginal(this.#to);
    } catch (error) {
      // Either someone has deleted it, or it can't be deleted and has to become a message that says nothing.
      if (!isGone(error)) await this.#api.editOriginal(this.#to, NOTHING).catch(ignoreLost);
    }
  }

  #callback(
    type: InteractionResponseType,
    message: Message,
    ephemeral: boolean,
    more: boolean,
  ): Promise<null> {
    const body = callbackBody(type, message, ephemeral);
    return this.#firstly(body, (bytes) => this.#api.callback(this.#to, bytes, message.files), more);
  }

  async #firstly<T>(
    body: string | LentBytes,
    respond: (bytes: string | Buffer) => Promise<T>,
    more: boolean,
  ): Promise<T | null> {
    const isText = typeof body === 'string';
    try {
      const result = await respond(isText ? body : body.bytes);
      this.#hasArrived();
      // After a failure, it may still be on its way.
      if (!isText) body.giveBack();
      return result;
    } catch (error) {
      const isUnsure = more && error instanceof ResponseLost;
      this.#first = isUnsure ? 'unsure' : 'none';
      if (!isUnsure) throw error;
      return null;
    }
  }

  /** Makes a request that Discord only accepts after a first response. If it never got that, `instead` is the first. */
  async #secondly<T>(request: () => Promise<T>, instead: () => Promise<T | null>) {
    try {
      const result = await request();
      this.#hasArrived();
      return result;
    } catch (error) {
      if (this.#first !== 'unsure' || !isUnanswered(error)) throw error;
      this.#first = 'none';
      return instead();
    }
  }

  #hasArrived(): void {
    if (this.#first === 'there') return;
    this.#first = 'there';
    this.#answered?.();
  }
}

/**
 * The body of a first response that is a message. Bytes stay bytes: writing them as text would take longer. Give them
 * back once the response has arrived.
 */
function callbackBody(
  type: InteractionResponseType,
  { json }: Message,
  isEphemeral: boolean,
): string | LentBytes {
  const start = `{"type":${type},"data":${startOf(isEphemeral)}`;
  return typeof json === 'string' ? `${start}${json.slice(1)}}` : json.between(start, '}');
}

/** A message as only the caller sees it. */
function withEphemeral(json: Message['json']): string {
  return startOf(true) + String(json).slice(1);
}

/** How a message begins. */
function startOf(isEphemeral: boolean): string {
  return isEphemeral ? `{"flags":${MessageFlags.Ephemeral},` : '{';
}

/** Nothing more can be done: Discord probably has it. */
function ignoreLost(error: unknown): void {
  if (!(error instanceof ResponseLost)) throw error;
}
