import type { RawFile } from '@discordjs/rest';
import type { APIInteractionResponseCallbackData } from 'discord-api-types/v10';

/**
 * A message ready to be sent: its JSON, written once however often it is sent, and its files.
 * Whether it is ephemeral is the answer's business, not the message's.
 */
export type Message = {
  readonly json: string;
  readonly files?: readonly RawFile[];
};

export type MessageBody = Omit<APIInteractionResponseCallbackData, 'flags' | 'allowed_mentions'>;

/** Whom a message pings, by Discord's ids; each has to be mentioned in its content too. */
export type Mentions = {
  readonly roles?: readonly string[];
  readonly users?: readonly string[];
};

/** Writes a message. It pings those that `mentions` names: names and titles that people chose never ping anybody. */
export function toMessage(
  body: MessageBody,
  files?: readonly RawFile[],
  mentions: Mentions = {},
): Message {
  const json = JSON.stringify({ ...body, allowed_mentions: { parse: [], ...mentions } });
  return files ? { json, files } : { json };
}
