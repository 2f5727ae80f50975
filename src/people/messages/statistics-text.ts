import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, link, relativeTime, shortDate, truncate } from '#src/messages/markdown.ts';
import { COUNTED_KINDS, totalOf } from '#src/people/statistics.ts';
import type { CountedKind, Milestone, Statistics } from '#src/people/statistics.ts';
import type { Library } from '#src/progress/library.ts';
import type { Shortfall } from '#src/progress/messages/page.ts';
import { summaryOf } from '#src/progress/query/summary.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import { formatter } from './picture-axes.ts';
import { kindName, nthText, shownMilestones, sumOf } from './picture-content.ts';

const MILESTONES = 5;
const SYSTEMS = 5;
const NAME_LIMIT = 80;
const SYSTEM_LIMIT = 24;
/** Discord's. */
const ALT_LIMIT = 1024;

type TextOptions = {
  readonly t: Translate;
  readonly shortfall: Shortfall;
  readonly hasPicture: boolean;
};

/** What the picture shows, in words: counts, first award, best month, top systems, milestones. As Markdown. */
export function statisticsText(
  library: Library,
  statistics: Statistics,
  options: TextOptions,
): string {
  const { t } = options;
  return [
    ...counts(library, t),
    '',
    ...facts(statistics, t),
    ...milestoneLines(statistics, t),
    '',
    ...state(library, options),
  ].join('\n');
}

function counts(library: Library, t: Translate): string[] {
  const { played, unfinished, beaten, mastered, beatenCasual, completed } = summaryOf(
    library,
    null,
  );
  const casual = { beaten: beatenCasual, completed };
  return [
    t('library.counts', { played, unfinished, beaten, mastered }),
    ...(casual.beaten + casual.completed > 0 ? [`-# ${t('library.casualCounts', casual)}`] : []),
  ];
}

function facts({ firstAward, bestMonth, year, systems }: Statistics, t: Translate): string[] {
  const month = formatter(t.language, { month: 'long', year: 'numeric' });
  const top = systems.slice(0, SYSTEMS).map(({ name, games }) =>
    t('stats.systemGames', {
      system: escapeMarkdown(truncate(name, SYSTEM_LIMIT)),
      count: games,
    }),
  );
  const game = firstAward && markedGame(firstAward);
  return [
    ...(firstAward && game
      ? [t('stats.firstAward', { game, when: shortDate(firstAward.awardedAt) })]
      : []),
    ...(bestMonth
      ? [t('stats.bestMonth', { month: month(bestMonth.startsAt), count: bestMonth.count })]
      : []),
    t('stats.thisYear', { count: totalOf(sumOf(year.months)) }),
    t('stats.topSystems', { systems: t.list(top) }),
  ];
}

function milestoneLines({ milestones }: Statistics, t: Translate): string[] {
  const shown = shownMilestones(milestones, MILESTONES);
  if (shown.length === 0) return [];
  return ['', `**${t('stats.milestones')}**`, ...shown.map((one) => milestoneLine(one, t))];
}

function milestoneLine(milestone: Milestone, t: Translate): string {
  const { awardedAt, gameId, gameName, kind } = milestone;
  const nth = `${markOf(kind)} ${nthText(milestone, t)}`;
  const game = linkedGame(gameName, gameId);
  return awardedAt === null
    ? t('stats.milestone', { nth, game })
    : t('stats.milestoneOn', { nth, game, when: shortDate(awardedAt) });
}

function state({ fetchedAt }: Library, { t, shortfall, hasPicture }: TextOptions): string[] {
  const age = relativeTime(fetchedAt);
  const updated =
    shortfall === null
      ? t('library.updated', { age })
      : t('library.outdated', { age, reason: shortfall.reason });
  return [...(hasPicture ? [] : [`-# ${t('stats.noPicture')}`]), `-# ${updated}`];
}

function markedGame(award: {
  readonly kind: CountedKind;
  readonly gameName: string;
  readonly gameId: number;
}): string {
  return `${markOf(award.kind)} ${linkedGame(award.gameName, award.gameId)}`;
}

function linkedGame(name: string, gameId: number): string {
  return `**${link(truncate(name, NAME_LIMIT), gameUrl(gameId))}**`;
}

function markOf(kind: CountedKind): string {
  return awardMark(kind === 'other' ? { word: '' } : kind);
}

/** For people who can't see the picture: what it shows and the text beside it doesn't. At most 1,024 characters. */
export function altText(player: string, statistics: Statistics, t: Translate): string {
  const { awards, games, systems, year, milestones } = statistics;
  const numbers = new Intl.NumberFormat(t.language);
  const kinds = COUNTED_KINDS.filter((kind) => awards[kind] > 0).map(
    (kind) => `${kindName(kind, t)} ${numbers.format(awards[kind])}`,
  );
  const month = formatter(t.language, { month: 'long' });
  const months = year.months.flatMap((inMonth, index) =>
    totalOf(inMonth) === 0
      ? []
      : [`${month(Date.UTC(year.year, index))} ${numbers.format(totalOf(inMonth))}`],
  );
  const top = systems
    .slice(0, SYSTEMS)
    .map(({ name, games: count }) =>
      t('stats.systemGames', { system: truncate(name, SYSTEM_LIMIT), count }),
    );
  const named = shownMilestones(milestones, 3).map((milestone) =>
    t('stats.milestone', {
      nth: nthText(milestone, t),
      game: truncate(milestone.gameName, NAME_LIMIT),
    }),
  );
  const lines = [
    `${t('stats.alt', { player: truncate(player, NAME_LIMIT) })}, ${t('stats.games', { count: games })}`,
    kinds.length === 0 ? t('stats.noAwards') : t('stats.altAwards', { awards: t.list(kinds) }),
    ...(months.length === 0
      ? []
      : [t('stats.altMonths', { year: String(year.year), months: t.list(months) })]),
    t('stats.topSystems', { systems: t.list(top) }),
    ...(named.length === 0 ? [] : [`${t('stats.milestones')}: ${named.join('; ')}`]),
  ];
  return truncate(`${lines.join('. ')}.`, ALT_LIMIT);
}
