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

import type { Message } from '../message.ts';
import { Answer } from './answer.ts';
import type { AnswerMode, AnswerTools } from './answer.ts';
import { commandInput, focusedOption } from './command-input.ts';
import { UnknownCommand } from './command.ts';
import type { Choices, Command } from './command.ts';
import { isGone } from './interaction-api.ts';
import { addressOf, callerOf, componentInput } from './interaction.ts';
import type { Caller } from './interaction.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT } from './limits.ts';

/** The sentences that the router itself has to say, in the caller's language. */
export type RouterTexts = {
  /** A failure as a person should read it. */
  explain(error: unknown, caller: Caller): FailureText;
  /** A custom_id that this version can't read. */
  outdated(caller: Caller): Message;
};

export type FailureText = {
  readonly message: Message;
  /** Whether nobody but the one who asked need know; else it is in the log, with the reference. */
  readonly isExpected: boolean;
  readonly reference: string;
};

export type RouterOptions<S> = AnswerTools & {
  readonly commands: readonly Command<S>[];
  readonly services: S;
  readonly texts: RouterTexts;
  readonly log: Logger;
};

/** Takes an interaction to its command. It never rejects: the one catch of the bot is here. */
export type Router = (interaction: APIInteraction) => Promise<void>;

export function createRouter<S>(options: RouterOptions<S>): Router {
  const { services, texts, log } = options;
  const commands = new Map(options.commands.map((command) => [command.definition.name, command]));
  const components = new Map(
    options.commands
      .flatMap((command) => command.components ?? [])
      .map((component) => [component.prefix, component]),
  );

  async function runCommand(
    interaction: APIChatInputApplicationCommandInteraction,
    caller: Caller,
  ): Promise<void> {
    const command = commands.get(interaction.data.name);
    const input = commandInput(interaction);
    // By convention, every command's option for an answer that only the caller sees has this name.
    const ephemeral = command?.isPrivate === true || input.options['private'] === true;
    await answered(interaction, { kind: 'reply', ephemeral }, caller, async (answer) => {
      if (!command) throw new UnknownCommand();
      return command.run({ caller, answer, services }, input.options, input.subcommand);
    });
  }

  async function runComponent(
    interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
    caller: Caller,
  ): Promise<void> {
    const input = componentInput(interaction);
    const handler = components.get(input.customId.split(':', 1)[0] ?? '');
    const use = handler?.parse(input) ?? null;
    const messageId = interaction.message?.id;
    const isOwn = use?.ownerId === caller.id && !use.aside && messageId !== undefined;
    const isEphemeral = ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    // In a private copy only its reader can click, and what an update changes stays ephemeral.
    const mode: AnswerMode = isOwn
      ? { kind: 'update', messageId, ephemeral: isEphemeral }
      : { kind: 'reply', ephemeral: true };
    await answered(interaction, mode, caller, (answer) =>
      use ? use.run({ caller, answer, services }) : answer.notice(texts.outdated(caller)),
    );
  }

  /** The one catch: whatever went wrong, the person who asked reads a sentence. */
  async function answered(
    interaction: APIInteraction,
    mode: AnswerMode,
    caller: Caller,
    run: (answer: Answer) => Promise<void>,
  ): Promise<void> {
    const answer = new Answer(addressOf(interaction), mode, options);
    try {
      await run(answer);
    } catch (error) {
      if (isGone(error)) return log.info({ error }, 'nobody is left to be answered');
      const { message, isExpected, reference } = texts.explain(error, caller);
      if (!isExpected) log.error({ error, reference }, 'an interaction failed');
      await answer.notice(message);
    }
    return undefined;
  }

  async function autocomplete(
    interaction: APIApplicationCommandAutocompleteInteraction,
    caller: Caller,
  ): Promise<void> {
    const choices = await suggestions(interaction, caller);
    const json = JSON.stringify({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: choices.slice(0, AUTOCOMPLETE_CHOICE_LIMIT) },
    });
    await options.api.callback(addressOf(interaction), json);
  }

  /** None where they can't be had: there is no room for a sentence in a list of choices. */
  async function suggestions(
    interaction: APIApplicationCommandAutocompleteInteraction,
    caller: Caller,
  ): Promise<Choices> {
    const focused = focusedOption(interaction);
    const suggest = commands.get(interaction.data.name)?.autocomplete;
    try {
      return focused && suggest ? await suggest(focused, caller, services) : [];
    } catch (error) {
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
      // Even the apology did not get through: Discord is out of reach, or the interaction is gone.
      log.warn({ error, type: interaction.type }, 'an interaction could not be answered');
    }
  };
}
