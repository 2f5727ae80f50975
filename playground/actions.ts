import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { Shown, ShownModal } from '#loopback/discord/people/shown.ts';

import type { BotSupervisor } from './bot-supervisor.ts';
import type { PlaygroundClock } from './clock.ts';
import type { DiscordLanguage } from './discord-language.ts';
import type { FaultSwitches } from './faults.ts';
import type { Action, Outcome } from './page/wire.ts';
import type { SamplePlayers } from './sample-site.ts';
import type { Stage } from './stage.ts';
import type { Timeline } from './timeline.ts';

const HOUR_MS = 60 * 60_000;

export type Props = {
  readonly discord: LoopbackDiscord;
  readonly stage: Stage;
  readonly timeline: Timeline;
  readonly players: SamplePlayers;
  readonly faults: FaultSwitches;
  readonly bot: BotSupervisor;
  readonly clock: PlaygroundClock;
  readonly language: DiscordLanguage;
};

/** Carries out what visitors do. Whatever reaches the bot goes through a person on the loopback Discord. */
export class Actions {
  readonly #props: Props;
  /** Open modals by the interaction that opened them. */
  readonly #modals = new Map<string, ShownModal>();

  constructor(props: Props) {
    this.#props = props;
  }

  async act(action: Action): Promise<Outcome> {
    try {
      return await this.#act(action);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, sentence: sentenceFor(action), detail };
    }
  }

  async #act(action: Action): Promise<Outcome> {
    const { timeline, players, faults, bot } = this.#props;
    switch (action.kind) {
      case 'command': {
        const where = this.#channel(action.channelId);
        return this.#outcome(
          await this.#person(action.as).command(action.name, action.values, { where }),
        );
      }
      case 'complete': {
        const { name, values: typed, focused } = action;
        const where = this.#channel(action.channelId);
        const choices = await this.#person(action.as).autocomplete(name, typed, focused, { where });
        return { ok: true, choices };
      }
      case 'menu': {
        const where = this.#channel(action.channelId);
        const { user } = this.#person(action.target);
        return this.#outcome(
          await this.#person(action.as).menuCommand(action.name, user, { where }),
        );
      }
      case 'click': {
        const message = timeline.original(action.messageId);
        return this.#outcome(await this.#person(action.as).click(message, action.customId));
      }
      case 'select': {
        const message = timeline.original(action.messageId);
        const person = this.#person(action.as);
        return this.#outcome(await person.select(message, action.customId, action.values));
      }
      case 'submit': {
        const modal = this.#modals.get(action.modalId);
        if (modal === undefined) throw new Error('That modal is no longer open.');
        const shown = await this.#person(action.as).submit(modal, action.values);
        this.#modals.delete(action.modalId);
        return this.#outcome(shown);
      }
      case 'dismiss':
        timeline.dismiss(action.messageId);
        return { ok: true };
      case 'play':
        players.play(action.player, action.how);
        return { ok: true };
      case 'rename':
        players.rename(action.player);
        return { ok: true };
      case 'motto':
        players.setMotto(action.player, action.motto);
        return { ok: true };
      case 'fault':
        faults.set(action.id, action.on);
        return { ok: true };
      case 'bot':
        await bot[action.what]();
        return { ok: true };
      case 'later':
        await this.#passTime(action.hours);
        return { ok: true };
      case 'language':
        this.#props.language.choose(action.locale);
        return { ok: true };
    }
  }

  /** Stops the bot, puts all clocks forward, and starts it again. */
  async #passTime(hours: number): Promise<void> {
    const { bot, clock } = this.#props;
    await bot.stop();
    clock.forward(hours * HOUR_MS);
    await bot.start();
  }

  #outcome(shown: Shown): Outcome {
    const { modal, id } = shown.interaction;
    if (modal === undefined) return { ok: true };
    this.#modals.set(id, shown.modal);
    return { ok: true, modal: { ...modal, id } };
  }

  #person(id: string): Person {
    const found = this.#props.stage.people.find(({ person }) => person.id === id);
    if (found === undefined) throw new Error(`There is nobody with the id ${id}.`);
    return found.person;
  }

  #channel(id: string) {
    const channel = this.#props.discord.world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel with the id ${id}.`);
    return channel;
  }
}

/** A failure in Discord's own words. */
function sentenceFor({ kind }: Action): string {
  if (kind === 'command' || kind === 'menu') return 'The application did not respond';
  if (kind === 'complete') return 'Loading options failed';
  if (kind === 'submit') return 'Something went wrong. Try again.';
  return 'This interaction failed';
}
