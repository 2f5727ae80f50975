import { sql } from 'kysely';

import { AWARD_FILTERS, CADENCES, WEEKDAYS } from '#src/announcements/feed.ts';

/**
 * A feed whose settings this version can read: a newer one may have written others, which must not hold up other feeds.
 */
export const IS_READABLE = sql<boolean>`(feeds.kinds in (${sql.join(AWARD_FILTERS)})
  and feeds.cadence in (${sql.join(CADENCES)}) and feeds.weekday in (${sql.join(WEEKDAYS)})
  and feeds.hour between 0 and 23)`;
