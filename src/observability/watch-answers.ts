import type { APIInteraction } from 'discord-api-types/v10';

import type { InteractionApi } from '#src/discord/interactions/interaction-api.ts';
import type { Router } from '#src/discord/interactions/router.ts';
import type { Clock } from '#src/platform/clock.ts';

/** Measures from an interaction's arrival to the moment at which Discord has taken its first response. */
export type AnswerWatch = {
  router(router: Router): Router;
  api(api: InteractionApi): InteractionApi;
};

/**
 * Between the two it remembers only what is under way.
 * @param options.commandOf the name of one of our commands: a label, so never what somebody sent.
 */
export function watchAnswers(options: {
  readonly clock: Clock;
  commandOf(interaction: APIInteraction): string;
  answered(command: string, ms: number): void;
}): AnswerWatch {
  const { clock, commandOf, answered } = options;
  const arrivals = new Map<string, { readonly command: string; readonly at: number }>();

  function firstResponse(interactionId: string): void {
    const arrival = arrivals.get(interactionId);
    if (!arrival) return;
    arrivals.delete(interactionId);
    answered(arrival.command, clock.now() - arrival.at);
  }

  return {
    router: (router) => (interaction) => {
      arrivals.set(interaction.id, { command: commandOf(interaction), at: clock.now() });
      return router(interaction).finally(() => arrivals.delete(interaction.id));
    },
    api: (api) => ({
      ...api,
      async callback(to, ...response) {
        await api.callback(to, ...response);
        firstResponse(to.id);
      },
      async callbackWithMessage(to, json) {
        const messageId = await api.callbackWithMessage(to, json);
        firstResponse(to.id);
        return messageId;
      },
    }),
  };
}
