import type { FeedStatus } from '#src/announcements/feed-status.ts';
import type { Cadence, Schedule } from '#src/announcements/feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { code } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';

import { advisedLines } from './access-lines.ts';
import type { Advice } from './access-lines.ts';
import { feedFields } from './feed-fields.ts';
import { leftBehindLines, leftBehindRows } from './take-along.ts';
import type { LeftBehind } from './take-along.ts';

export type SetupResult = Pick<FeedStatus, 'feed' | 'playerCount'> & {
  readonly isNew: boolean;
  /** Whether the server's only feed was meant, not the channel where the command was used. */
  readonly isElsewhere: boolean;
  readonly advice: Advice;
  /** Which settings of the schedule were given. */
  readonly given: Partial<Schedule>;
  /** Waiting awards that no longer match. */
  readonly droppedCount: number;
  /** Of the server's deleted channels. */
  readonly left: readonly LeftBehind[];
  /** Whose message it is, by Discord id. */
  readonly ownerId: string;
};

/** The feed's settings, and what to do next. */
export function setupMessage(result: SetupResult, mention: Mention, t: Translate): MessageBody {
  const { feed, playerCount, isNew, isElsewhere, advice, droppedCount, left, ownerId } = result;
  const unused = unusedOptions(feed.schedule.cadence, result.given);
  const [track, test] = [mention('announcements track'), mention('announcements test')];
  const lines = [
    ...advisedLines(advice, feed, mention, t),
    ...(unused.length > 0
      ? [
          t('setup.unusedOptions', {
            options: t.list(unused.map((name) => code(t(`optionName.${name}`)))),
            count: unused.length,
          }),
        ]
      : []),
    ...(droppedCount > 0 ? [t('setup.dropped', { count: droppedCount })] : []),
    ...(feed.pause ? [t('feed.stillPaused', { resume: mention('announcements resume') })] : []),
    playerCount === 0 ? t('setup.trackNext', { track }) : t('setup.testNext', { test, track }),
    ...(isElsewhere ? [otherChannel(feed.channelId, mention, t)] : []),
    ...leftBehindLines(left, t),
  ];
  return {
    embeds: [
      {
        color: GOLD,
        title: t(isNew ? 'setup.isSetUp' : 'setup.isChanged'),
        description: lines.join('\n'),
        fields: feedFields(feed, playerCount, t),
      },
    ],
    components: leftBehindRows(left, { ownerId, channelId: feed.channelId }, t),
  };
}

/** The options that a schedule has no use for. */
const UNUSED = {
  live: ['hour', 'weekday', 'timezone'],
  hourly: ['hour', 'weekday', 'timezone'],
  daily: ['weekday'],
  weekly: [],
  monthly: ['weekday'],
} as const satisfies Record<Cadence, readonly (keyof Schedule)[]>;

function unusedOptions(cadence: Cadence, given: Partial<Schedule>) {
  const unused: readonly ('hour' | 'weekday' | 'timezone')[] = UNUSED[cadence];
  return unused.filter((option) => given[option] !== undefined);
}

function otherChannel(channelId: string, mention: Mention, t: Translate): string {
  return t('setup.otherChannel', {
    channel: channelMention(channelId),
    setup: mention('announcements setup'),
  });
}
