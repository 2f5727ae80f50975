import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';

import { label } from './tracked-several.ts';

export type UntrackedSeveral = {
  readonly channelId: string;
  readonly untracked: readonly string[];
  /** As typed, or as mentions. */
  readonly notTracked: readonly string[];
  /** How many awards of all of them waited. */
  readonly droppedCount: number;
};

/** Says which of several players are no longer tracked, and which weren't. */
export function untrackedSeveralMessage(
  { channelId, untracked, notTracked, droppedCount: count }: UntrackedSeveral,
  mention: Mention,
  t: Translate,
): MessageBody {
  const channel = channelMention(channelId);
  const labels = (names: readonly string[]) =>
    t.list(names.map((name) => (/^<@!?\d{1,20}>$/.test(name) ? name : `**${label(name)}**`)));
  const done = t('untrack.untrackedSeveral', { players: labels(untracked), channel });
  const dropped = count > 0 ? ` ${t('untrack.dropped', { count })}` : '';
  const list = mention('announcements list');
  const missing = t('untrack.notTracked', { players: labels(notTracked), channel, list });
  const lines = [
    ...(untracked.length > 0 ? [done + dropped] : []),
    ...(notTracked.length > 0 ? [missing] : []),
  ];
  return { content: lines.join('\n') };
}
