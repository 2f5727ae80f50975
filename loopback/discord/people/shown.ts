import type { Discord } from '../api.ts';
import { type DiscordMessage, MessageFlag } from '../entities.ts';
import type { Acknowledgement, InteractionRecord } from '../interactions.ts';
import { waitForChange } from '../wait.ts';
import type { Choice, Modal } from '../wire.ts';

/** An open modal, ready to submit. */
export type ShownModal = { readonly modal: Modal; readonly interaction: InteractionRecord };

/** What a person sees after an interaction. */
export class Shown {
  readonly interaction: InteractionRecord;
  readonly #discord: Discord;
  readonly #patienceMs: number;
  readonly #statesBefore: number;

  constructor(discord: Discord, interaction: InteractionRecord, patienceMs: number) {
    this.#discord = discord;
    this.interaction = interaction;
    this.#patienceMs = patienceMs;
    const { source } = interaction;
    this.#statesBefore = source ? discord.messages.statesOf(source.id).length : 0;
  }

  /** How and how fast the bot acknowledged. */
  get acknowledgement(): Acknowledgement {
    const { acknowledgement } = this.interaction;
    if (acknowledgement === undefined) throw new Error('The bot has not acknowledged yet.');
    return acknowledgement;
  }

  /** The reply now. Undefined while the bot is thinking, if it didn't send a message, or after a deletion. */
  get message(): DiscordMessage | undefined {
    const { original } = this.interaction;
    if (original === undefined || this.thinking) return undefined;
    return this.#discord.messages.get(original.id);
  }

  /** Over once it became an answer, or was taken back. */
  get thinking(): boolean {
    const { original } = this.interaction;
    if (original === undefined || !this.#discord.messages.get(original.id)) return false;
    return (original.flags & MessageFlag.Loading) !== 0;
  }

  get ephemeral(): boolean {
    return ((this.interaction.original?.flags ?? 0) & MessageFlag.Ephemeral) !== 0;
  }

  get followups(): readonly DiscordMessage[] {
    return this.interaction.followups;
  }

  get choices(): readonly Choice[] {
    return this.interaction.choices ?? [];
  }

  /** How often the reply changed, counting the end of "thinking". */
  get edits(): number {
    const { original, source } = this.interaction;
    const created = original === source ? 0 : 1;
    return Math.max(0, this.history.length - created);
  }

  /** Every state of the reply since the interaction began. */
  get history(): readonly DiscordMessage[] {
    const { original, source } = this.interaction;
    if (original === undefined) return [];
    const states = this.#discord.messages.statesOf(original.id);
    return original === source ? states.slice(this.#statesBefore) : states;
  }

  get modal(): ShownModal {
    const { modal } = this.interaction;
    if (modal === undefined) throw new Error(`The bot opened no modal: ${this.describe()}`);
    return { modal, interaction: this.interaction };
  }

  /** The reply, once it satisfies the predicate. */
  until(satisfies: (message: DiscordMessage) => boolean): Promise<DiscordMessage> {
    return waitForChange(
      this.#discord.world.events,
      () => {
        const { message } = this;
        return message !== undefined && satisfies(message) ? message : undefined;
      },
      () => `The answer never became what was wanted: ${this.describe()}`,
      this.#patienceMs,
    );
  }

  /** The reply, once the bot stops thinking. */
  answer(): Promise<DiscordMessage> {
    return this.until(() => true);
  }

  /** What only the person who asked is told, wherever it comes. */
  async told(): Promise<DiscordMessage> {
    return this.ephemeral ? this.answer() : this.followup();
  }

  /** The n-th follow-up (from 0), once it arrives. */
  followup(index = 0): Promise<DiscordMessage> {
    return waitForChange(
      this.#discord.world.events,
      () => this.followups[index],
      () => `There was no follow-up number ${index}: ${this.describe()}`,
      this.#patienceMs,
    );
  }

  describe(): string {
    const { acknowledgement, followups } = this.interaction;
    const { message, thinking } = this;
    const seen = message && { content: message.content, embeds: message.embeds };
    const state = {
      acknowledgement,
      thinking,
      message: seen,
      edits: this.edits,
      followups: followups.length,
    };
    return `${JSON.stringify(state)}; violations: ${JSON.stringify(this.#discord.world.violations)}`;
  }
}
