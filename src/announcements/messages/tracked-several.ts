import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { failureSentence } from '#src/messages/failures.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapedLength, escapeMarkdown, truncate } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';

import { whenPosted } from './tracked-players.ts';

/** A ULID's length. */
const NAME_LIMIT = 26;

/** What became of one of several names. The name is the site's if it knows the player, otherwise as typed. */
export type TrackOutcome =
  | {
      readonly kind:
        | 'tracked'
        | 'already'
        /** Never announced: the player's own wish. */
        | 'denied'
        /** A mentioned member without a verified account; the name is the mention. */
        | 'notLinked'
        | 'full'
        | 'unknown'
        | 'invalid'
        | 'noIdentity'
        /** The database failed. */
        | 'unsaved';
      readonly name: string;
    }
  | { readonly kind: 'unanswered'; readonly name: string; readonly failure: Failure };

export type TrackedSeveral = {
  readonly feed: Feed;
  readonly outcomes: readonly TrackOutcome[];
  /** How many players the feed has now; null if nobody was added. */
  readonly playerCount: number | null;
  /** ms since 1970. */
  readonly now: number;
};

/** Says what became of each of several names: those tracked first, then what went wrong, and what to do. */
export function trackedSeveralMessage(
  { feed, outcomes, playerCount, now }: TrackedSeveral,
  mention: Mention,
  t: Translate,
): MessageBody {
  const names = Map.groupBy(outcomes, ({ kind }) => kind);
  const line = (kind: TrackOutcome['kind'], write: (players: string, count: number) => string) => {
    const own = (names.get(kind) ?? []).map(({ name }) =>
      kind === 'notLinked' ? name : `**${label(name)}**`,
    );
    return own.length === 0 ? [] : [write(t.list(own), own.length)];
  };
  const channel = channelMention(feed.channelId);
  const untrack = mention('announcements untrack');
  const limit = PLAYERS_LIMIT;
  const count = playerCount ?? 0;
  const reason = reasonOf(outcomes, now, t);
  const lines = [
    ...line('tracked', (players) => {
      const tracked = t('track.trackedSeveral', { players, channel, count, limit });
      return t.sentences([tracked, whenPosted(feed, mention, t)]);
    }),
    ...line('already', (players) => t('track.already', { players })),
    ...line('unknown', (players) => t('track.unknown', { players })),
    ...line('invalid', (players, named) => t('track.invalid', { players, count: named })),
    ...line('notLinked', (players) => t('track.notLinked', { players, link: mention('link') })),
    ...line('denied', (players) => t('track.denied', { players, privacy: mention('privacy') })),
    ...line('noIdentity', (players) => t('track.noIdentity', { players })),
    ...line('full', (players) => t('track.full', { players, limit, untrack })),
    ...line('unanswered', (players) => t('track.unanswered', { players, reason })),
    ...line('unsaved', (players) => t('track.unsaved', { players })),
  ];
  return { content: lines.join('\n') };
}

/** A name in bold text, no longer than a ULID. */
export function label(name: string): string {
  return escapeMarkdown(truncate(name, NAME_LIMIT, escapedLength));
}

/** Why the site couldn't be asked. Only the latest reason, to keep the message short. */
function reasonOf(outcomes: readonly TrackOutcome[], now: number, t: Translate): string {
  const failures = outcomes.flatMap((one) => (one.kind === 'unanswered' ? [one.failure] : []));
  const last = failures.at(-1);
  return last ? failureSentence(last, now, t) : '';
}
