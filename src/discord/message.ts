import type { RawFile } from '@discordjs/rest';
import type { APIInteractionResponseCallbackData } from 'discord-api-types/v10';

/**
 * A message ready to be sent: its JSON, written once however often it is sent, and its files. Whether it is ephemeral
 * is the answer's business, not the message's.
 */
export type Message = {
  readonly json: string | KeptJson;
  readonly files?: readonly RawFile[];
};

/** The JSON of an object that is kept as UTF-8, with room for what it is sent in. */
export type KeptJson = {
  /** The object within other JSON. @param before ASCII, up to the object's opening brace. @param after ASCII. */
  between(before: string, after: string): LentBytes;
  /** The object as text. */
  toString(): string;
};

/** Bytes that nobody else writes to until they are given back. Whoever might still need them keeps them. */
export type LentBytes = {
  readonly bytes: Buffer;
  /** To be called once at most. */
  giveBack(): void;
};

/** One whose JSON is text. */
export type TextMessage = Message & { readonly json: string };

export type MessageBody = Omit<APIInteractionResponseCallbackData, 'flags' | 'allowed_mentions'>;

/** Whom a message pings, by Discord's ids; each has to be mentioned in its content too. */
export type Mentions = {
  readonly roles?: readonly string[];
  readonly users?: readonly string[];
};

/**
 * Writes a message. It pings those that `mentions` names: names and titles that people chose never ping anyone. It lists
 * its files, so that an edit that is repeated attaches none of them twice.
 */
export function toMessage(
  body: MessageBody,
  files?: readonly RawFile[],
  mentions: Mentions = {},
): TextMessage {
  if (!files) return { json: messageJson(body, mentions) };
  const attachments = files.map(({ name }, id) => ({ id, filename: name }));
  return { json: messageJson({ attachments, ...body }, mentions), files };
}

/** The text of a message. */
export function messageJson(body: MessageBody, mentions: Mentions = {}): string {
  return JSON.stringify({ ...body, allowed_mentions: { parse: [], ...mentions } });
}
