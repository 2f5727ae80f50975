import type { Translate } from '#src/messages/languages/translate.ts';
import { truncate } from '#src/messages/markdown.ts';
import type {
  LegendItem,
  MilestonesPanel,
  OverTimePanel,
  PartKind,
  PictureContent,
  SystemsPanel,
  YearPanel,
} from '#src/statistics/picture/content.ts';
import { COUNTED_KINDS, totalOf } from '#src/statistics/statistics.ts';
import type { AwardCounts, CountedKind, Statistics } from '#src/statistics/statistics.ts';

import { firstName, nthText, shownMilestones } from './milestone-texts.ts';
import { formatter, numberAxis, timeAxis } from './picture-axes.ts';

const SYSTEM_ROWS = 7;
const MILESTONE_ROWS = 4;
/** Far more than fits; what doesn't fit is cut where it is drawn. */
const NAME_LIMIT = 80;

/** What the picture says, in one language. @param now ms since 1970 */
export function pictureContent(
  player: string,
  statistics: Statistics,
  now: number,
  t: Translate,
): PictureContent {
  const games = t('stats.games', { count: statistics.games });
  return {
    player: truncate(player, NAME_LIMIT),
    subtitle: `${games} · ${formatter(t.language, { dateStyle: 'medium' })(now)}`,
    legend: legendOf(statistics, t),
    overTime: overTimePanel(statistics, t),
    systems: systemsPanel(statistics, t),
    year: yearPanel(statistics, t),
    milestones: milestonesPanel(statistics, t),
  };
}

/** Kinds that nobody sees in hardcore stay out unless there are some. */
function legendOf({ awards, unfinished }: Statistics, t: Translate): LegendItem[] {
  const shown = COUNTED_KINDS.filter(
    (kind) => awards[kind] > 0 || kind === 'mastered' || kind === 'beaten-hardcore',
  );
  const item = (kind: PartKind, count: number) => ({
    kind,
    count: numbersIn(t)(count),
    label: kindName(kind, t),
  });
  return [...shown.map((kind) => item(kind, awards[kind])), item('none', unfinished)];
}

/** What a part of a chart stands for. */
export function kindName(kind: PartKind, t: Translate): string {
  return kind === 'other' ? t('stats.other') : t(`award.${kind}`);
}

function overTimePanel({ overTime, awards }: Statistics, t: Translate): OverTimePanel {
  const title = t('stats.overTime');
  const total = totalOf(awards);
  if (overTime === null) {
    const note = t(total === 0 ? 'stats.noAwards' : 'stats.noDates');
    return { title, note, steps: [], top: 1, xTicks: [], yTicks: [] };
  }
  const { from, to, steps } = overTime;
  const { top, ticks } = numberAxis(total, numbersIn(t));
  return { title, note: null, steps, top, yTicks: ticks, xTicks: timeAxis(from, to, t.language) };
}

function systemsPanel({ systems }: Statistics, t: Translate): SystemsPanel {
  const write = numbersIn(t);
  const shown = systems.slice(0, systems.length > SYSTEM_ROWS ? SYSTEM_ROWS - 1 : SYSTEM_ROWS);
  const rest = systems.slice(shown.length);
  const rows = shown.map(({ systemId, name, games, awards }) => ({
    label: truncate(name, NAME_LIMIT),
    otherLabel: t('stats.systemNumber', { id: String(systemId) }),
    count: write(games),
    games,
    awards,
  }));
  const games = rest.reduce((sum, system) => sum + system.games, 0);
  const more = rest.length === 0 ? null : moreSystems(rest.length, games, t);
  return { title: t('stats.systems'), note: null, rows, more };
}

/** `+14 systems · 566 games`. */
function moreSystems(count: number, games: number, t: Translate): string {
  return `${t('stats.moreSystems', { count })} · ${t('stats.games', { count: games })}`;
}

function yearPanel({ year: { year, months } }: Statistics, t: Translate): YearPanel {
  const write = numbersIn(t);
  const labels = monthLabels(year, t);
  const total = totalOf(sumOf(months));
  return {
    title: t('stats.year', { year: String(year) }),
    note: total === 0 ? t('stats.noAwardsThisYear') : null,
    months: months.map((awards, month) => ({
      label: labels[month] ?? '',
      count: totalOf(awards) === 0 ? '' : write(totalOf(awards)),
      awards,
    })),
  };
}

/** One letter, or the number where a language has no such letters: more doesn't fit under a column. */
function monthLabels(year: number, t: Translate): string[] {
  const write = formatter(t.language, { month: 'narrow' });
  const months = Array.from({ length: 12 }, (_, month) => month);
  const letters = months.map((month) => write(Date.UTC(year, month)));
  if (letters.every((label) => label.length === 1)) return letters;
  return months.map((month) => numbersIn(t)(month + 1));
}

function milestonesPanel({ milestones }: Statistics, t: Translate): MilestonesPanel {
  const write = formatter(t.language, { month: 'short', year: 'numeric' });
  const rows = shownMilestones(milestones, MILESTONE_ROWS).map((milestone) => {
    const { kind, gameId, gameName, awardedAt } = milestone;
    return {
      kind,
      name: truncate(firstName(gameName), NAME_LIMIT),
      otherName: t('stats.gameNumber', { id: String(gameId) }),
      nth: nthText(milestone, t),
      when: awardedAt === null ? null : write(awardedAt),
    };
  });
  return {
    title: t('stats.milestones'),
    note: rows.length === 0 ? t('stats.noAwards') : null,
    rows,
  };
}

function numbersIn({ language }: Translate): (value: number) => string {
  const format = new Intl.NumberFormat(language);
  return (value) => format.format(value);
}

/** All of them together. */
export function sumOf(several: readonly AwardCounts[]): AwardCounts {
  const sum = (kind: CountedKind) => several.reduce((total, awards) => total + awards[kind], 0);
  return {
    mastered: sum('mastered'),
    completed: sum('completed'),
    'beaten-hardcore': sum('beaten-hardcore'),
    'beaten-softcore': sum('beaten-softcore'),
    other: sum('other'),
  };
}
