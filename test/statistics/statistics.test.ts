import { describe, expect, it } from 'vitest';

import type { LibraryEntry } from '#src/progress/library.ts';
import type { Award } from '#src/retroachievements/award-kind.ts';
import { statisticsOf } from '#src/statistics/statistics.ts';
import type { Statistics } from '#src/statistics/statistics.ts';
import { entry, library } from '#test/progress/entries.ts';
import { fc } from '#test/support/fast-check.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const KINDS = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'] as const;

const award = fc.constantFrom<Award | null>(...KINDS, { word: 'speedrun' }, null);
/** Whole seconds of the last twenty years, some of them the same. */
const awardedAt = fc.oneof(
  fc.constant(null),
  fc.constantFrom(Date.UTC(2025, 11, 31, 23, 59, 59), Date.UTC(2026, 0, 1), Date.UTC(2026, 5, 30)),
  fc.integer({ min: Date.UTC(2006, 0) / 1000, max: NOW / 1000 }).map((at) => at * 1000),
);
const libraries = fc
  .array(fc.record({ award, awardedAt, systemId: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 140,
  })
  .map((games) =>
    library(
      games.map((game, index) =>
        entry({ ...game, gameId: index + 1, awardedAt: game.award ? game.awardedAt : null }),
      ),
    ),
  );

/** For every random library. */
async function always(
  check: (statistics: Statistics, entries: readonly LibraryEntry[]) => void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(libraries, async (random) =>
      check(await statisticsOf(random, NOW, async () => undefined), random.entries),
    ),
  );
}

const wordOf = ({ award: own }: LibraryEntry) =>
  own === null ? 'none' : typeof own === 'string' ? own : 'other';
/** How many of each kind there are, counted one kind after the other. */
const tally = (entries: readonly LibraryEntry[]) =>
  Object.fromEntries(
    [...KINDS, 'other'].map((kind) => [kind, entries.filter((one) => wordOf(one) === kind).length]),
  );
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);

describe('statistics', () => {
  it('count each game under its highest award, in all and on its system', () =>
    always(({ games, awards, systems }, entries) => {
      expect(games).toBe(entries.length);
      expect(awards).toEqual(tally(entries));
      const ids = new Set(entries.map(({ game }) => game.systemId));
      expect(new Set(systems.map(({ systemId }) => systemId))).toEqual(ids);
      for (const system of systems) {
        const there = entries.filter(({ game }) => game.systemId === system.systemId);
        expect(system.games).toBe(there.length);
        expect(system.awards).toEqual(tally(there));
      }
      const counts = systems.map((system) => system.games);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }));

  it('count the awards so far at each moment, those without a date from the start', () =>
    always(({ overTime }, entries) => {
      const dates = entries.flatMap(({ awardedAt: at }) => (at === null ? [] : [at]));
      expect(overTime?.from).toBe(dates.length === 0 ? undefined : Math.min(...dates));
      if (!overTime) return;
      const { from, to, steps } = overTime;
      expect(to).toBe(NOW);
      for (const index of [0, 1, 100, steps.length - 1]) {
        const at = from + ((to - from) * index) / (steps.length - 1);
        expect(steps[index]).toEqual(tally(entries.filter((one) => (one.awardedAt ?? 0) <= at)));
      }
    }));

  it('count this year’s awards by the month in UTC', () =>
    always(({ year }, entries) => {
      expect(year.year).toBe(2026);
      expect(year.months).toEqual(
        Array.from({ length: 12 }, (_, month) =>
          tally(
            entries.filter(
              ({ awardedAt: at }) =>
                at !== null && monthOf(at) === `2026-${String(month + 1).padStart(2, '0')}`,
            ),
          ),
        ),
      );
    }));

  it('name the first award, and the month with the most, the latest of several', () =>
    always(({ firstAward, bestMonth }, entries) => {
      const dates = entries.flatMap(({ awardedAt: at }) => (at === null ? [] : [at]));
      expect(firstAward?.awardedAt).toBe(dates.length === 0 ? undefined : Math.min(...dates));
      const months = [...new Set(dates.map(monthOf))].toSorted().toReversed();
      const countIn = (month: string) => dates.filter((at) => monthOf(at) === month).length;
      const most = Math.max(0, ...months.map(countIn));
      expect(bestMonth?.count ?? 0).toBe(most);
      expect(bestMonth && monthOf(bestMonth.startsAt)).toBe(
        months.find((month) => countIn(month) === most) ?? null,
      );
    }));

  it('name as milestones what the site does: round numbers of each kind, and its newest', () =>
    always(({ milestones }, entries) => {
      const round = new Set([1, 5, 10, 20, 30, 40, 50, 75, 100, 125]);
      const expected = KINDS.flatMap((kind) => {
        const own = entries
          .filter((one) => wordOf(one) === kind)
          .toSorted((a, b) => (a.awardedAt ?? 0) - (b.awardedAt ?? 0) || a.game.id - b.game.id);
        return own.flatMap(({ game }, index) =>
          round.has(index + 1) || index === own.length - 1
            ? [`${kind} ${index + 1} ${game.id}`]
            : [],
        );
      });
      expect(
        milestones.map(({ kind, count, gameId }) => `${kind} ${count} ${gameId}`).toSorted(),
      ).toEqual(expected.toSorted());
      const dates = milestones.map(({ awardedAt: at }) => at ?? 0);
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    }));
});
