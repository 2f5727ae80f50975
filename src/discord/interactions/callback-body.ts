import { MessageFlags } from 'discord-api-types/v10';
import type { InteractionResponseType } from 'discord-api-types/v10';

import type { LentBytes, Message } from '../message.ts';

/**
 * The body of a first response that is a message. Bytes stay bytes: writing them as text would take longer. Give them
 * back once the response has arrived.
 */
export function callbackBody(
  type: InteractionResponseType,
  { json }: Message,
  isEphemeral: boolean,
): string | LentBytes {
  const start = `{"type":${type},"data":${startOf(isEphemeral)}`;
  return typeof json === 'string' ? `${start}${json.slice(1)}}` : json.between(start, '}');
}

/** A message as only the caller sees it. */
export function withEphemeral(json: Message['json']): string {
  return startOf(true) + String(json).slice(1);
}

/** How a message begins. */
function startOf(isEphemeral: boolean): string {
  return isEphemeral ? `{"flags":${MessageFlags.Ephemeral},` : '{';
}
