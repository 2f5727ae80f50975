import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, link, relativeTime, shortDate, truncate } from '#src/messages/markdown.ts';
import type { Library } from '#src/progress/library.ts';
import type { Shortfall } from '#src/progress/messages/page.ts';
import { summaryOf } from '#src/progress/query/summary.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';
import { totalOf } from '#src/statistics/statistics.ts';
import type { CountedKind, Milestone, Statistics } from '#src/statistics/statistics.ts';

import { firstName, nthText, shownMilestones } from './milestone-texts.ts';
import { formatter } from './picture-axes.ts';
import { sumOf } from './picture-content.ts';

const MILESTONES = 4;
const SYSTEMS = 5;
const NAME_LIMIT = 80;
const SYSTEM_LIMIT = 24;

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
    ...counts(library, statistics, t),
    '',
    ...facts(statistics, t),
    ...milestoneLines(statistics, t),
    '',
    ...state(library, options),
  ].join('\n');
}

function counts(library: Library, { awards }: Statistics, t: Translate): string[] {
  const { played, unfinished, beaten, mastered, beatenCasual, completed } = summaryOf(
    library,
    null,
  );
  const casual = { beaten: beatenCasual, completed };
  return [
    t('library.counts', { played, unfinished, beaten, mastered }),
    ...(casual.beaten + casual.completed > 0 ? [`-# ${t('library.casualCounts', casual)}`] : []),
    ...(awards.other > 0 ? [`-# ${t('stats.otherCount', { count: awards.other })}`] : []),
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
  return `**${link(truncate(firstName(name), NAME_LIMIT), gameUrl(gameId))}**`;
}

function markOf(kind: CountedKind): string {
  return awardMark(kind === 'other' ? { word: '' } : kind);
}
