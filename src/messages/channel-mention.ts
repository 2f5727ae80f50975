/** A message has room for so many, and nobody reads more. */
const CHANNELS_LIMIT = 30;

/** A channel or thread to tap on. */
export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

/** Several of them, as a list within a sentence. */
export function channelMentions(channelIds: readonly string[]): string {
  const rest = channelIds.length > CHANNELS_LIMIT ? ['…'] : [];
  return [...channelIds.slice(0, CHANNELS_LIMIT).map(channelMention), ...rest].join(', ');
}
