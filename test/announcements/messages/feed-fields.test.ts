import type { Selectable } from 'kysely';
import { describe, expect, it } from 'vitest';

import { feedFields } from '#src/announcements/messages/feed-fields.ts';
import { setupMessage } from '#src/announcements/messages/setup.ts';
import { toFeed, toRow } from '#src/announcements/tables/feed-row.ts';
import type { FeedRow } from '#src/announcements/tables/schema.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { t } from '#test/progress/messages/pages.ts';

import { problemsOf } from './posts.ts';

type Row = Partial<Selectable<FeedRow>>;

const weekly = { cadence: 'weekly', hour: 1, weekday: 'monday', timezone: 'UTC' } as const;

/** The feed in a row of which a newer version, or someone by hand, wrote a part. */
function readWith(row: Row) {
  const columns = {
    role_id: null,
    pause_reason: null,
    paused_at: null,
    pause_detail: null,
    trouble_since: null,
    told: 0,
    look_at: null,
    next_digest_at: null,
    last_posted_at: null,
    language: 'en',
  };
  const written = toRow(feed('90', { schedule: weekly }));
  return toFeed({ ...written, ...columns, ...row });
}

describe('the settings of a feed', () => {
  it.each<readonly [Row]>([
    [{ timezone: 'x'.repeat(6_000) }],
    [{ timezone: '@everyone **'.repeat(500) }],
    [{ role_id: '9'.repeat(6_000) }],
    [{ language: 'constructor' }],
    [{ language: '__proto__' }],
  ])('fit a message that Discord accepts, whatever the row says', (row) => {
    const message = setupMessage(
      {
        feed: readWith(row),
        playerCount: 1,
        isNew: false,
        isElsewhere: false,
        advice: { isRoleGone: false, advised: [] },
        given: {},
        droppedCount: 0,
        left: [],
        ownerId: '1',
      },
      (name) => `</${name}:5>`,
      t,
    );
    expect(problemsOf(message)).toEqual([]);
    expect(JSON.stringify(message)).toContain('English');
  });

  it('name a time zone as it is', () => {
    const { value } = feedFields(readWith({ timezone: 'Europe/Berlin' }), 1, t).at(-1) ?? {};
    expect(value).toBe('Weekly digest on Monday at 01:00 (Europe/Berlin)');
  });
});
