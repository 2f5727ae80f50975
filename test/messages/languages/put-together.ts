import { commands } from '#commands/index.ts';
import { CADENCES, AWARD_FILTERS, WEEKDAYS } from '#src/announcements/feed.ts';
import { CHANNEL_PERMISSIONS } from '#src/discord/channels/permission-bits.ts';
import { PRIVACY_ACTIONS } from '#src/people/messages/privacy.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { usableNames } from '#test/commands/usable-names.ts';

/** The names that the code puts together, by their beginning. */
export const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'award.': AWARD_KINDS,
  'status.': STATUSES,
  'sort.': SORTS,
  'library.': ['refresh', 'stats', 'csv', 'json'],
  'random.': STATUSES,
  'help.': usableNames(commands).filter((name) => !name.includes(' ')),
  'pauseNotice.': [
    'unknownChannel',
    'missingAccess',
    'missingPermissions',
    'threadLocked',
    'wrongChannelType',
    'notInServer',
  ],
  'feedKinds.': AWARD_FILTERS,
  'cadence.': CADENCES,
  'weekday.': WEEKDAYS,
  'permission.': CHANNEL_PERMISSIONS,
  'invite.': ['join', 'leave'],
  'privacy.': PRIVACY_ACTIONS,
  'leaderboard.': ['week', 'month', 'year', 'any', 'beaten', 'mastered'],
  'optionName.': ['hour', 'weekday', 'timezone'],
  'failure.': ['network', 'timeout', 'unreadable', 'emptied'],
};
