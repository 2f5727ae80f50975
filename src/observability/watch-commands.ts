import { UnknownCommand } from '#src/discord/interactions/command.ts';
import type { Autocomplete, Command } from '#src/discord/interactions/command.ts';
import type { ComponentHandler } from '#src/discord/interactions/component.ts';
import { isGone } from '#src/discord/interactions/interaction-api.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';

type InteractionKind = 'command' | 'component' | 'autocomplete';
/** `refused`: the person can mend it. `site`, `store`: RetroAchievements, or the database, could not be asked. `failed`: we did something wrong. */
type InteractionOutcome = 'ok' | 'refused' | 'outdated' | 'site' | 'store' | 'late' | 'failed';
type Count = (kind: InteractionKind, outcome: InteractionOutcome) => void;

/** The same command, with each end of its use counted. */
export function watchCommand<S>(command: Command<S>, count: Count): Command<S> {
  const { autocomplete, components } = command;
  return {
    ...command,
    run: (...used) => counted('command', () => command.run(...used), count),
    ...(components && { components: components.map((one) => watchComponent(one, count)) }),
    ...(autocomplete && { autocomplete: watchAutocomplete(autocomplete, count) }),
  };
}

function watchAutocomplete<S>(autocomplete: Autocomplete<S>, count: Count): Autocomplete<S> {
  return async (...asked) => {
    try {
      const choices = await autocomplete(...asked);
      count('autocomplete', 'ok');
      return choices;
    } catch (error) {
      count('autocomplete', 'failed');
      throw error;
    }
  };
}

function watchComponent<S>(component: ComponentHandler<S>, count: Count): ComponentHandler<S> {
  return {
    ...component,
    parse(input) {
      const parsed = component.parse(input);
      if (parsed === null) {
        count('component', 'outdated');
        return null;
      }
      return { ...parsed, run: (use) => counted('component', () => parsed.run(use), count) };
    },
  };
}

async function counted(
  kind: InteractionKind,
  run: () => Promise<void>,
  count: Count,
): Promise<void> {
  try {
    await run();
    count(kind, 'ok');
  } catch (error) {
    count(kind, outcomeOf(error));
    throw error;
  }
}

function outcomeOf(error: unknown): InteractionOutcome {
  if (error instanceof Refusal || error instanceof UnknownCommand) return 'refused';
  if (error instanceof RetroAchievementsError) return 'site';
  if (error instanceof StoreError) return 'store';
  return isGone(error) ? 'late' : 'failed';
}
