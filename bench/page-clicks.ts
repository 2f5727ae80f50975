import { SAMPLE_TITLES } from '#loopback/retroachievements/sample-titles.ts';
import type { LibraryCustomId } from '#src/progress/messages/library-custom-id.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';
import { sentCustomId } from '#test/progress/messages/sent-custom-id.ts';

import type { RunningBot } from './bots.ts';
import type { InteractionText } from './discord.ts';
import { press, sentTo } from './interactions.ts';
import { answerTimes, compareAnswers } from './measure.ts';
import { addPlayer } from './site-player.ts';
import { cachedPage, READER } from './stage.ts';
import type { Stage } from './stage.ts';
import { atMost, inMs } from './table.ts';
import type { Line } from './table.ts';
import { startTrio } from './trio.ts';

const PLAYER = 'Librarian';
const CLICKS = 900;
/** The bot keeps the text of more than these. */
const KEPT_PAGES = 50;
/** A prime, so that steps of this size reach everything before they repeat. */
const STEP = 389;

/**
 * Pages through a large library in memory: back and forth between a few pages, then to pages nobody has seen, and to
 * filters and sorts nobody has seen either.
 */
export async function pageClicks(stage: Stage, isQuick: boolean): Promise<Line[]> {
  addPlayer(stage.site, PLAYER, 10_000);
  await using trio = await startTrio(stage);
  const { data, state } = await cachedPage(trio.bot, PLAYER);
  const page = { message: sentTo(READER, data), state };
  const few = clicksFrom(page, 2, KEPT_PAGES);
  await answerTimes(trio, few);
  const again = Array.from({ length: CLICKS / KEPT_PAGES }, () => few).flat();
  const middleOf = async (clicks: readonly InteractionText[]) => {
    const rounds = inRounds(clicks, isQuick ? 100 : CLICKS, 3);
    const { middle } = await compareAnswers(trio, rounds);
    for (const [click] of rounds) if (click) await expectUpdate(trio.bot, click);
    return middle;
  };
  const kept = await middleOf(again);
  const unwritten = await middleOf(scattered(clicksFrom(page, 2 + KEPT_PAGES, CLICKS)));
  const firsts = await middleOf(newQueries(page));
  return [
    atMost('page click in a cached library of 10,000 games, median', kept, { floor: 1 }, inMs),
    atMost(
      'the same, to a page that was never rendered before, median',
      unwritten,
      { floor: 1, bare: 1.5 },
      inMs,
    ),
    atMost('first click on a new filter or sort there, median', firsts, { floor: 1.5 }, inMs),
  ];
}

/** A sentence, or a copy for someone else, isn't what this measures. */
async function expectUpdate({ discord }: RunningBot, click: InteractionText): Promise<void> {
  const { body } = await discord.ask(click);
  if (!String(body).startsWith('{"type":7,"data":{"embeds":[{'))
    throw new Error(`A click was answered with ${String(body)}`);
}

/** The one message that all clicks are made in, as people do, and the state that its buttons carry. */
type Opened = { readonly message: unknown; readonly state: LibraryCustomId };

/** "Next", from page to page. */
function clicksFrom(page: Opened, first: number, count: number): InteractionText[] {
  return Array.from({ length: count }, (_, index) =>
    pressOn(page, { action: 'next', page: first + index }),
  );
}

/** Every combination of the three menus once, in an order that changes all three. */
function newQueries(page: Opened): InteractionText[] {
  const systems = [null, ...new Set(SAMPLE_TITLES.map(({ systemId }) => systemId))];
  const queries = systems.flatMap((systemId) =>
    STATUSES.flatMap((status) => SORTS.map((sort) => ({ systemId, status, sort, search: '' }))),
  );
  return scattered(queries).map((query) =>
    pressOn(page, { action: 'sort', page: 1, query }, [query.sort]),
  );
}

/** Each once, neighbours far apart: nobody could have it ready before it is asked for. */
function scattered<T>(items: readonly T[]): T[] {
  return items.flatMap((_, index) => {
    const place = (index * STEP) % items.length;
    return items.slice(place, place + 1);
  });
}

function pressOn(
  { message, state }: Opened,
  change: Partial<LibraryCustomId>,
  values?: readonly string[],
): InteractionText {
  const customId = sentCustomId({ ...state, ...change, ownerId: READER.id });
  return press(READER, message, values ? { customId, values } : { customId });
}

function inRounds<T>(items: readonly T[], count: number, rounds: number): readonly T[][] {
  const size = Math.floor(Math.min(count, items.length) / rounds);
  return Array.from({ length: rounds }, (_, round) =>
    items.slice(round * size, (round + 1) * size),
  );
}
