import type { Translate } from './languages/translate.ts';

/** Writes a command to tap on: `</progress:123>`, or `/progress` until Discord has given its id. */
export type Mention = (commandName: string) => string;

const CHANNELS_LIMIT = 30;

/** A channel or thread to tap on. */
export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

/** Several channels, as a list within a sentence. Nobody reads more than 30. */
export function channelMentions(channelIds: readonly string[], t: Translate): string {
  const rest = channelIds.length > CHANNELS_LIMIT ? ['…'] : [];
  return t.list([...channelIds.slice(0, CHANNELS_LIMIT).map(channelMention), ...rest]);
}
