import { sql } from 'kysely';

import { AWARD_FILTERS, CADENCES, WEEKDAYS } from '#src/announcements/feed.ts';

/** A feed whose settings this version knows: a newer one may have written others, which must hold up nobody else. */
export const IS_READABLE = sql<boolean>`(feeds.kinds in (${sql.join(AWARD_FILTERS)})
  and feeds.cadence in (${sql.join(CADENCES)}) and feeds.weekday in (${sql.join(WEEKDAYS)}))`;
