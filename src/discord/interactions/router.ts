import type { Logger } from '#src/platform/log.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { InteractionKind, InteractionOutcome, Signals } from '#src/platform/signals.ts';

import type { Message } from '../message.ts';
import type { AnswerMode } from './answer-requests.ts';
import { Answer } from './answer.ts';
import type { AnswerTools } from './answer.ts';
import { StrangeOptions, UnknownCommand } from './command.ts';
import type { Command, MenuCommand } from './command.ts';
import { componentsOf, modeOf } from './components.ts';
import type { InteractionAddress } from './interaction-api.ts';
import type { Caller, Interaction, StrangeInteraction } from './interaction.ts';
import { readInteraction } from './read-interaction.ts';
import type { NoInteraction } from './read-interaction.ts';
import { isGone, ResponseLost } from './response-errors.ts';
import { createSuggestions } from './suggestions.ts';

/** The sentences that the router itself needs, in the caller's language. */
export type RouterTexts = {
  explain(error: unknown, reader: Reader): Explanation;
  /** For a custom_id that this version can't read. */
  outdated(reader: Reader): Message;
};

type Reader = Pick<Caller, 'locale'>;

/** What went wrong, for the person who asked. */
export type Explanation = {
  readonly message: Message;
  readonly outcome: Extract<InteractionOutcome, 'refused' | 'site' | 'store' | 'failed'>;
  /** What the person reads and the log has too, so one can be found by the other. */
  readonly reference: string;
};

export type RouterOptions<S> = AnswerTools & {
  readonly commands: readonly (Command<S> | MenuCommand<S>)[];
  readonly services: S;
  readonly texts: RouterTexts;
  readonly log: Logger;
  readonly signals?: Signals;
};

/** Takes what arrived as an interaction to its command. Never rejects. */
export type Router = (payload: unknown) => Promise<void>;

type Of<K extends Interaction['kind']> = Extract<Interaction, { readonly kind: K }>;

/** Names commands in metrics: never with what someone sent. */
const UNKNOWN = 'unknown';

/** @throws Error if two components have the same prefix */
export function createRouter<S>(options: RouterOptions<S>): Router {
  const { api, live, services, texts, clock, log, signals = SILENT } = options;
  const commands = new Map(options.commands.map((command) => [command.definition.name, command]));
  const components = componentsOf(options.commands);
  const suggestions = createSuggestions({ api, services, clock, log, signals });

  const told = new Set<string>();
  /** Warns only the first time: there may be as many as Discord has users. */
  function strangeness(details: object, message: string): void {
    log[told.has(message) ? 'debug' : 'warn'](details, message);
    told.add(message);
  }

  function runCommand({ to, caller, name: sent, input }: Of<'command'>): Promise<void> {
    const command = commands.get(sent);
    const name = command?.definition.name ?? UNKNOWN;
    // Every command names its option for private answers like this.
    const ephemeral = command?.isPrivate === true || input.options['private'] === true;
    const mode: AnswerMode = { kind: 'reply', ephemeral };
    return answered(to, caller, { command: name, kind: 'command', mode }, async (answer) => {
      if (!command) throw new UnknownCommand();
      await command.run({ caller, answer, services }, input.options, input.subcommand);
      return 'ok';
    });
  }

  function runComponent({ to, caller, input, message }: Of<'component'>): Promise<void> {
    const found = components.get(input.customId.split(':', 1)[0] ?? '');
    const command = found?.command ?? UNKNOWN;
    const use = found?.handler.parse(input) ?? null;
    const mode = modeOf(use, caller, message);
    return answered(to, caller, { command, kind: 'component', mode }, async (answer) => {
      if (use) await use.run({ caller, answer, services });
      else await answer.notice(texts.outdated(caller));
      return use ? 'ok' : 'outdated';
    });
  }

  /** Whoever sent it is still waiting for an answer. */
  async function answerStrange({ to, locale, of, detail }: StrangeInteraction): Promise<void> {
    strangeness({ of, detail }, 'Discord sent an interaction of another shape');
    if (of === 'autocomplete') return suggestions.show(to, []);
    const mode: AnswerMode = { kind: 'reply', ephemeral: true };
    return answered(to, { locale }, { command: UNKNOWN, kind: of, mode }, async (answer) => {
      if (of === 'command') throw new StrangeOptions(UNKNOWN);
      await answer.notice(texts.outdated({ locale }));
      return 'outdated';
    });
  }

  /** The one catch: whatever goes wrong, the person who asked reads a sentence. */
  async function answered(
    to: InteractionAddress,
    reader: Reader,
    use: { readonly command: string; readonly kind: InteractionKind; readonly mode: AnswerMode },
    run: (answer: Answer) => Promise<InteractionOutcome>,
  ): Promise<void> {
    const { command, kind, mode } = use;
    const response = awaited(command);
    const answer = new Answer(to, mode, { api, live, clock, answered: response.accepted });
    try {
      signals.interaction(command, kind, await run(answer));
    } catch (error) {
      if (isGone(error)) {
        signals.interaction(command, kind, 'late');
        log.info({ error }, 'too late to reply to an interaction');
        return;
      }
      // Discord probably has it: people would read an apology beside what they asked for.
      if (error instanceof ResponseLost && !answer.isOpen) {
        signals.interaction(command, kind, 'lost');
        log.warn({ error }, 'an interaction may have got no reply');
        return;
      }
      const { message, outcome, reference } = texts.explain(error, reader);
      signals.interaction(command, kind, outcome);
      const isExpected = outcome === 'refused' || outcome === 'site';
      if (!isExpected) log.error({ error, reference }, 'an interaction failed');
      await answer.notice(message);
    } finally {
      response.end();
    }
  }

  /** Follows an interaction to its first response. */
  function awaited(command: string) {
    const arrivedAt = clock.now();
    let isAccepted = false;
    return {
      /** Discord has it. */
      accepted(): void {
        isAccepted = true;
        signals.answered(command, clock.now() - arrivedAt);
      },
      /** Nothing more will be tried. */
      end(): void {
        if (!isAccepted) signals.unanswered(command);
      },
    };
  }

  async function autocomplete(typing: Of<'autocomplete'>): Promise<void> {
    const command = commands.get(typing.name);
    const name = command?.definition.name ?? UNKNOWN;
    const response = awaited(name);
    try {
      await suggestions.show(
        typing.to,
        await suggestions.find(name, command?.autocomplete, typing),
      );
      response.accepted();
    } finally {
      response.end();
    }
  }

  function dispatch(interaction: Interaction): Promise<void> {
    switch (interaction.kind) {
      case 'command':
        return runCommand(interaction);
      case 'autocomplete':
        return autocomplete(interaction);
      case 'component':
        return runComponent(interaction);
      case 'strange':
        return answerStrange(interaction);
    }
  }

  async function route(interaction: Interaction | NoInteraction): Promise<void> {
    if (interaction.kind === 'none') {
      return strangeness(interaction, 'what Discord sent is not an interaction');
    }
    try {
      return await dispatch(interaction);
    } catch (error) {
      // Even the apology didn't get through: Discord is down, or the interaction is over.
      log.warn({ error, kind: interaction.kind }, 'an interaction could not be answered');
    }
    return undefined;
  }

  // Not async: it would hold on to the payload, and everything in it, until Discord has the response.
  return (payload) => route(readInteraction(payload));
}
