import { sql } from 'kysely';

import { AWARD_FILTERS, CADENCES, WEEKDAYS } from '#src/announcements/feed.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * A feed whose settings this version can read: a newer one may have written others, which must not hold up other feeds.
 */
export const IS_READABLE = sql<boolean>`(feeds.kinds in (${sql.join(AWARD_FILTERS)})
  and feeds.cadence in (${sql.join(CADENCES)}) and feeds.weekday in (${sql.join(WEEKDAYS)})
  and feeds.hour in (${sql.join(HOURS)}))`;
