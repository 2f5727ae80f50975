import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import {
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';

import type { Logger } from '#src/platform/log.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { InteractionKind, InteractionOutcome, Signals } from '#src/platform/signals.ts';

import type { Message } from '../message.ts';
import { Answer } from './answer.ts';
import type { AnswerMode, AnswerTools } from './answer.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT, UnknownCommand } from './command.ts';
import type { Autocomplete, Choices, Command } from './command.ts';
import { isGone } from './interaction-api.ts';
import { addressOf, callerOf, componentInput } from './interaction.ts';
import type { Caller } from './interaction.ts';
import { commandInput, focusedOption } from './options.ts';

/** The sentences that the router itself has to say, in the caller's language. */
export type RouterTexts = {
  explain(error: unknown, caller: Caller): Explanation;
  /** For a custom_id that this version can't read. */
  outdated(caller: Caller): Message;
};

/** What went wrong, for the person who asked. */
export type Explanation = {
  readonly message: Message;
  readonly outcome: Extract<InteractionOutcome, 'refused' | 'site' | 'store' | 'failed'>;
  /** What the person reads and the log has, to find one by the other. */
  readonly reference: string;
};

export type RouterOptions<S> = AnswerTools & {
  readonly commands: readonly Command<S>[];
  readonly services: S;
  readonly texts: RouterTexts;
  readonly log: Logger;
  readonly signals?: Signals;
};

/** Takes an interaction to its command. Never rejects. */
export type Router = (interaction: APIInteraction) => Promise<void>;

/** Names commands in metrics: never with what somebody sent. */
const UNKNOWN = 'unknown';

export function createRouter<S>(options: RouterOptions<S>): Router {
  const { services, texts, clock, log, signals = SILENT } = options;
  const commands = new Map(options.commands.map((command) => [command.definition.name, command]));
  const components = new Map(
    options.commands.flatMap(({ definition, components: handlers = [] }) =>
      handlers.map((handler) => [handler.prefix, { handler, command: definition.name }] as const),
    ),
  );

  async function runCommand(
    interaction: APIChatInputApplicationCommandInteraction,
    caller: Caller,
  ): Promise<void> {
    const command = commands.get(interaction.data.name);
    const name = command?.definition.name ?? UNKNOWN;
    const input = commandInput(interaction);
    // Every command names its option for private answers like this.
    const ephemeral = command?.isPrivate === true || input.options['private'] === true;
    const mode: AnswerMode = { kind: 'reply', ephemeral };
    await answered(
      interaction,
      caller,
      { command: name, kind: 'command', mode },
      async (answer) => {
        if (!command) throw new UnknownCommand();
        await command.run({ caller, answer, services }, input.options, input.subcommand);
        return 'ok';
      },
    );
  }

  async function runComponent(
    interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
    caller: Caller,
  ): Promise<void> {
    const input = componentInput(interaction);
    const found = components.get(input.customId.split(':', 1)[0] ?? '');
    const command = found?.command ?? UNKNOWN;
    const use = found?.handler.parse(input) ?? null;
    const messageId = interaction.message?.id;
    const isOwn = use?.ownerId === caller.id && !use.aside && messageId !== undefined;
    const isEphemeral = ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    // An update of an ephemeral message stays ephemeral.
    const mode: AnswerMode = isOwn
      ? { kind: 'update', messageId, ephemeral: isEphemeral }
      : { kind: 'reply', ephemeral: true };
    await answered(interaction, caller, { command, kind: 'component', mode }, async (answer) => {
      if (use) await use.run({ caller, answer, services });
      else await answer.notice(texts.outdated(caller));
      return use ? 'ok' : 'outdated';
    });
  }

  /** The one catch: whatever goes wrong, the person who asked reads a sentence. */
  async function answered(
    interaction: APIInteraction,
    caller: Caller,
    use: { readonly command: string; readonly kind: InteractionKind; readonly mode: AnswerMode },
    run: (answer: Answer) => Promise<InteractionOutcome>,
  ): Promise<void> {
    const { command, kind, mode } = use;
    const answer = new Answer(addressOf(interaction), mode, {
      ...options,
      answered: stopwatch(command),
    });
    try {
      signals.interaction(command, kind, await run(answer));
    } catch (error) {
      if (isGone(error)) {
        signals.interaction(command, kind, 'late');
        log.info({ error }, 'too late to reply to an interaction');
        return;
      }
      const { message, outcome, reference } = texts.explain(error, caller);
      signals.interaction(command, kind, outcome);
      const isExpected = outcome === 'refused' || outcome === 'site';
      if (!isExpected) log.error({ error, reference }, 'an interaction failed');
      await answer.notice(message);
    }
  }

  /** To call when Discord has the first response. */
  function stopwatch(command: string): () => void {
    const arrivedAt = clock.now();
    return () => signals.answered(command, clock.now() - arrivedAt);
  }

  async function autocomplete(
    interaction: APIApplicationCommandAutocompleteInteraction,
    caller: Caller,
  ): Promise<void> {
    const command = commands.get(interaction.data.name);
    const name = command?.definition.name ?? UNKNOWN;
    const stop = stopwatch(name);
    const choices = await suggestions(name, command?.autocomplete, interaction, caller);
    const json = JSON.stringify({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: choices.slice(0, AUTOCOMPLETE_CHOICE_LIMIT) },
    });
    await options.api.callback(addressOf(interaction), json);
    stop();
  }

  /** No suggestions when something fails: a list of choices has no room for a sentence. */
  async function suggestions(
    command: string,
    suggest: Autocomplete<S> | undefined,
    interaction: APIApplicationCommandAutocompleteInteraction,
    caller: Caller,
  ): Promise<Choices> {
    try {
      const focused = focusedOption(interaction);
      const choices = focused && suggest ? await suggest(focused, caller, services) : [];
      signals.interaction(command, 'autocomplete', 'ok');
      return choices;
    } catch (error) {
      signals.interaction(command, 'autocomplete', 'failed');
      log.error({ error }, 'an autocompletion failed');
      return [];
    }
  }

  function dispatch(interaction: APIInteraction, caller: Caller): Promise<void> {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        return interaction.data.type === ApplicationCommandType.ChatInput
          ? runCommand({ ...interaction, data: interaction.data }, caller)
          : Promise.resolve();
      case InteractionType.ApplicationCommandAutocomplete:
        return autocomplete(interaction, caller);
      case InteractionType.MessageComponent:
      case InteractionType.ModalSubmit:
        return runComponent(interaction, caller);
      default:
        return Promise.resolve();
    }
  }

  return async (interaction) => {
    const caller = callerOf(interaction);
    if (!caller) return;
    try {
      await dispatch(interaction, caller);
    } catch (error) {
      // Even the apology didn't get through: Discord is down, or the interaction is over.
      log.warn({ error, type: interaction.type }, 'an interaction could not be answered');
    }
  };
}
