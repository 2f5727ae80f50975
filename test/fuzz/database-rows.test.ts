import assert from 'node:assert/strict';

import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { MINUTE, UNSENT } from '#test/announcements/channel-stage.ts';
import { GUILD, openEngineStage, playerNumber } from '#test/announcements/engine-stage.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import { AWARD_COLUMNS, damageTo } from './odd-rows.ts';
import type { Damage } from './odd-rows.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever is in one channel's rows, the announcements of other channels continue. */

const [ODD, HEALTHY] = ['100', '200'];
const HOUR = 60 * MINUTE;

/** Columns by table, with what says which rows belong to the one channel. */
const TABLES = {
  feeds: {
    where: `channel_id = '${ODD}'`,
    columns: [
      'guild_id',
      'kinds',
      'cadence',
      'hour',
      'weekday',
      'timezone',
      'role_id',
      'manager_id',
      'crossposts',
      'created_at',
      'wanted_since',
      'pause_reason',
      'paused_at',
      'language',
      'notice_due',
      'pause_detail',
      'trouble_since',
      'told',
      'look_at',
      'next_digest_at',
      'last_posted_at',
    ],
  },
  players: {
    where: `ulid = '${playerNumber(2).ulid}'`,
    columns: ['name', 'name_key', 'avatar_path', 'swept_at', 'next_sweep_at'],
  },
  tracked_players: { where: `channel_id = '${ODD}'`, columns: ['tracked_at', 'added_by'] },
  outbox: {
    where: `channel_id = '${ODD}'`,
    columns: [...AWARD_COLUMNS, 'status', 'batch_id'],
  },
  batches: {
    where: `channel_id = '${ODD}'`,
    columns: [
      'kind',
      'created_at',
      'pings',
      'status',
      'retry_at',
      'limited',
      'message_id',
      'posted_at',
      'crosspost',
      'plain',
      'refusal',
    ],
  },
  attempts: { where: 'true', columns: ['body', 'first_at', 'last_at'] },
  award_feed: {
    where: 'true',
    columns: ['recent', 'polled_at', 'failing_since', 'read_again_at'],
  },
} as const;

const damage = damageTo(TABLES);
/** One that is always tried, and that the database takes. */
const A_LANGUAGE: Damage = {
  table: 'feeds',
  column: 'language',
  where: TABLES.feeds.where,
  value: '',
};
const cadence = fc.constantFrom('live', 'hourly', 'weekly');

async function open(schedule: { readonly cadence: 'live' | 'hourly' | 'weekly' }) {
  await using opening = new AsyncDisposableStack();
  const stage = opening.use(await openEngineStage());
  const store = opening.use(await openAnnouncementStore('sqlite::memory:'));
  const engine = stage.createEngine({ store });
  const { management } = engine;
  for (const channelId of [ODD, HEALTHY]) {
    const { feed } = await management.setUp({
      channelId,
      guildId: GUILD,
      managerId: '1',
      crossposts: false,
      serverLanguage: 'en',
      settings: channelId === ODD ? { schedule } : {},
    });
    for (const n of channelId === ODD ? [1, 2] : [1]) {
      await management.track(feed, { ...playerNumber(n), avatarPath: null, motto: '' });
    }
  }
  const resources = opening.move();
  return { ...stage, store, engine, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

test('one channel’s rows hold up no other channel', { timeout: FUZZ_TIMEOUT }, async () => {
  let damaged = 0;
  await fc.assert(
    fc.asyncProperty(
      cadence,
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      async (kept, damages) => {
        await using stage = await open({ cadence: kept });
        const { clock, channels, feed, store, engine } = stage;
        const { db } = store;
        channels.outcome = (channelId) => (channelId === ODD ? UNSENT : null);
        engine.start();
        await clock.advance(2 * MINUTE);
        feed.award(1, 1, 'mastered', clock.now());
        feed.award(2, 2, 'mastered', clock.now());
        await clock.advance(2 * MINUTE);
        for (const { table, column, where, value } of damages) {
          const changed = sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${sql.raw(where)}`;
          // The database itself takes no null there, and no second key.
          damaged += await changed.execute(db).then(
            () => 1,
            () => 0,
          );
        }
        channels.outcome = () => null;
        feed.award(1, 3, 'mastered', clock.now());
        feed.award(2, 4, 'mastered', clock.now());
        await clock.advance(5 * MINUTE);
        clock.set(clock.now() + HOUR);
        feed.award(1, 5, 'mastered', clock.now());
        await clock.advance(5 * MINUTE);
        const posted = channels.posted.filter((post) => post.startsWith(`${HEALTHY} `)).join('\n');
        for (const game of [1, 3, 5]) {
          assert.ok(
            posted.includes(`Title ${game} `),
            `${posted}\n${[...new Set(stage.warnings)].join('\n')}`,
          );
        }
        for (const one of await store.feeds.inGuild(GUILD)) {
          await engine.management.status(one);
        }
      },
    ),
    { ...runs(25), examples: [['live', [A_LANGUAGE]]] },
  );
  expect(damaged).toBeGreaterThan(0);
});
