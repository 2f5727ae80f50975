import { COMPARISON_SORTS, GAME_LISTS } from '#src/comparison/comparison.ts';
import {
  COMPARISON_PREFIX,
  parseComparisonCustomId,
} from '#src/comparison/messages/comparison-custom-id.ts';
import type {
  ComparisonCustomId,
  ComparisonTarget,
} from '#src/comparison/messages/comparison-custom-id.ts';
import { showComparison } from '#src/comparison/show-comparison.ts';
import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { ComponentUse, Use } from '#src/discord/interactions/command.ts';
import type { ComponentInput } from '#src/discord/interactions/interaction.ts';
import { turnPage } from '#src/messages/paging.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { GAMES_PER_PAGE } from '#src/progress/library-view.ts';

import { playerOf, privateOption, suggestForLibrary, userOption } from './library-options.ts';
import type { Services } from './services.ts';

type CompareUse = Use<Services>;

/** `/compare`: two players' libraries side by side. */
export const compare = defineCommand({
  definition: {
    name: 'compare',
    description: 'command.compare',
    ...EVERYWHERE,
    options: [
      { ...userOption, description: 'option.compareUser' },
      {
        ...userOption,
        name: 'other',
        description: 'option.other',
      },
      privateOption,
    ],
  },

  async run(use: CompareUse, { user, other }) {
    const players = await playersOf(use, user, other);
    await showComparison(use, { ...players, list: 'both', sort: 'one', page: 1 });
  },

  autocomplete: suggestForLibrary,

  components: [{ prefix: COMPARISON_PREFIX, parse: parseComponent }],
});

/** Whichever is left out is the caller. @throws Refusal, StoreError */
async function playersOf(
  use: CompareUse,
  user: string | undefined,
  other: string | undefined,
): Promise<Pick<ComparisonTarget, 'one' | 'other'>> {
  if (user === undefined && other === undefined) {
    throw new Refusal('comparison.nobody', { command: command('compare') });
  }
  return {
    one: await playerOf(use, user, 'compare', 'comparison.noUser'),
    other: await playerOf(use, other, 'compare', 'comparison.noOther'),
  };
}

/** Null for a choice that the menu no longer has. */
function parseComponent(input: ComponentInput): ComponentUse<Services> | null {
  const id = parseComparisonCustomId(input.customId);
  if (!id) return null;
  const { ownerId, action } = id;
  if (action === 'list' || action === 'sort') {
    const target = chosenIn(id, input.values[0] ?? '');
    return target && { ownerId, aside: false, run: (use) => showComparison(use, target) };
  }
  const show = (use: CompareUse, page: number) => showComparison(use, { ...id, page });
  return { ownerId, ...turnPage({ action, page: id.page }, input, show, pagesAtHand(id)) };
}

/** On the page that the menu's custom_id names: the first. */
function chosenIn(id: ComparisonCustomId, value: string): ComparisonTarget | null {
  if (id.action === 'list') {
    const list = GAME_LISTS.find((known) => known === value);
    return list ? { ...id, list } : null;
  }
  const sort = COMPARISON_SORTS.find((known) => known === value);
  return sort ? { ...id, sort } : null;
}

function pagesAtHand({ one, other, list }: ComparisonTarget) {
  return ({ comparisons, libraries }: Services): number | null => {
    const [own, theirs] = [libraries.fresh(one), libraries.fresh(other)];
    if (!own || !theirs) return null;
    return Math.max(1, Math.ceil(comparisons.of(own, theirs).lists[list].length / GAMES_PER_PAGE));
  };
}
