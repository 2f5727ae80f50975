import { SAMPLE_TITLES } from '#loopback/retroachievements/sample-titles.ts';
import { encodeLibraryCustomId, withOwner } from '#src/progress/messages/custom-id.ts';
import type { LibraryCustomId } from '#src/progress/messages/custom-id.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';

import type { InteractionText } from './discord.ts';
import { press } from './interactions.ts';
import { compareAnswers } from './measure.ts';
import { startPair } from './pair.ts';
import { addPlayer } from './site-player.ts';
import { cachedPage, READER } from './stage.ts';
import type { BotPage, Stage } from './stage.ts';
import { atMost, inMs } from './table.ts';
import type { Line } from './table.ts';

const PLAYER = 'Librarian';

/** Steps through a large library that the bot has, then asks for filters and orders that nobody has seen yet. */
export async function pageClicks(stage: Stage, isQuick: boolean): Promise<Line[]> {
  addPlayer(stage.site, PLAYER, 10_000);
  await using pair = await startPair(stage);
  const page = await cachedPage(pair.bot, PLAYER);
  const clicks = await compareAnswers(pair, inRounds(pageTurns(page), isQuick ? 100 : 900, 3));
  const firsts = await compareAnswers(pair, inRounds(newQueries(page), isQuick ? 100 : 900, 3));
  return [
    atMost(
      'page click in a library of 10,000 games, cached, median',
      clicks.middle.ratio,
      1,
      inMs(clicks.middle),
    ),
    atMost(
      'the first click on a new filter or sort there, median',
      firsts.middle.ratio,
      1.5,
      inMs(firsts.middle),
    ),
  ];
}

/** "Next", from page to page. */
function pageTurns(page: BotPage): InteractionText[] {
  return Array.from({ length: 900 }, (_, index) =>
    pressOn(page, { action: 'next', page: index + 2 }),
  );
}

/** Every combination of the three menus once, in an order that changes all three. */
function newQueries(page: BotPage): InteractionText[] {
  const systems = [null, ...new Set(SAMPLE_TITLES.map(({ systemId }) => systemId))];
  const queries = systems.flatMap((systemId) =>
    STATUSES.flatMap((status) => SORTS.map((sort) => ({ systemId, status, sort, search: '' }))),
  );
  const step = 389;
  return queries.map((_, index) => {
    const query = queries[(index * step) % queries.length] ?? page.state.query;
    return pressOn(page, { action: 'sort', page: 1, query }, [query.sort]);
  });
}

function pressOn(
  { data, state }: BotPage,
  change: Partial<LibraryCustomId>,
  values?: readonly string[],
): InteractionText {
  const customId = withOwner(encodeLibraryCustomId({ ...state, ...change }), READER.id);
  return press(READER, data, values ? { customId, values } : { customId });
}

function inRounds<T>(items: readonly T[], count: number, rounds: number): readonly T[][] {
  const size = Math.floor(Math.min(count, items.length) / rounds);
  return Array.from({ length: rounds }, (_, round) =>
    items.slice(round * size, (round + 1) * size),
  );
}
