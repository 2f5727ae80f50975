import type { Translate } from '#src/messages/languages/translate.ts';
import { truncate } from '#src/messages/markdown.ts';
import { COUNTED_KINDS, totalOf } from '#src/statistics/statistics.ts';
import type { Statistics } from '#src/statistics/statistics.ts';

import { firstName, nthText, shownMilestones } from './milestone-texts.ts';
import { formatter } from './picture-axes.ts';
import { kindName } from './picture-content.ts';

const SYSTEMS = 5;
const MILESTONES = 3;
const NAME_LIMIT = 80;
const SYSTEM_LIMIT = 24;
/** Discord's. */
const ALT_LIMIT = 1024;

/** For people who can't see the picture: whatever it shows that the text doesn't say. At most 1,024 characters. */
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
  const named = shownMilestones(milestones, MILESTONES).map((milestone) =>
    t('stats.milestone', {
      nth: nthText(milestone, t),
      game: truncate(firstName(milestone.gameName), NAME_LIMIT),
    }),
  );
  const lines = [
    t('stats.alt', { player: truncate(player, NAME_LIMIT), count: games }),
    kinds.length === 0 ? t('stats.noAwards') : t('stats.altAwards', { awards: t.list(kinds) }),
    ...(months.length === 0
      ? []
      : [t('stats.altMonths', { year: String(year.year), months: t.list(months) })]),
    t('stats.topSystems', { systems: t.list(top) }),
    ...(named.length === 0 ? [] : [t('stats.altMilestones', { milestones: t.list(named) })]),
  ];
  return truncate(t.sentences(lines.map((sentence) => t('sentence.end', { sentence }))), ALT_LIMIT);
}
