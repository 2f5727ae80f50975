import { InteractionResponseType } from 'discord-api-types/v10';

import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Signals } from '#src/platform/signals.ts';

import { AUTOCOMPLETE_CHOICE_LIMIT } from './command.ts';
import type { Autocomplete, Choices } from './command.ts';
import type { InteractionAddress, InteractionApi } from './interaction-api.ts';
import type { Interaction } from './interaction.ts';

type Typing = Extract<Interaction, { readonly kind: 'autocomplete' }>;

/** Discord waits 3 s for suggestions. */
const SUGGESTIONS_WITHIN_MS = 2_500;

/** Suggests values while someone types. */
export function createSuggestions<S>(options: {
  readonly api: Pick<InteractionApi, 'callback'>;
  readonly services: S;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  readonly signals: Signals;
}) {
  const { api, services, clock, log, signals } = options;
  return {
    /** What a command suggests: nothing when it fails, because a list of choices has no room for a sentence. */
    async find(
      command: string,
      autocomplete: Autocomplete<S> | undefined,
      { focused, caller }: Typing,
    ): Promise<Choices> {
      try {
        const finding = focused && autocomplete ? autocomplete(focused, caller, services) : [];
        const work = Promise.resolve(finding);
        if (!(await settlesWithin(work, SUGGESTIONS_WITHIN_MS, clock))) {
          signals.interaction(command, 'autocomplete', 'late');
          log.warn({ command }, 'suggestions took too long');
          return [];
        }
        const choices = await work;
        signals.interaction(command, 'autocomplete', 'ok');
        return choices;
      } catch (error) {
        signals.interaction(command, 'autocomplete', 'failed');
        log.error({ error }, 'an autocompletion failed');
        return [];
      }
    },
    async show(to: InteractionAddress, choices: Choices): Promise<void> {
      const json = JSON.stringify({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: choices.slice(0, AUTOCOMPLETE_CHOICE_LIMIT) },
      });
      await api.callback(to, json);
    },
  };
}
