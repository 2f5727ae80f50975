import type { Discord } from '../api.ts';
import type { Channel, DiscordMessage, InteractionMetadata, User } from '../entities.ts';
import { CALLBACK_DEADLINE_MS, type InteractionRecord, InteractionType } from '../interactions.ts';
import { onTheWire } from '../messages.ts';
import type { RegisteredCommand } from '../registered-command.ts';
import type { Choice } from '../wire.ts';
import { commandData, leafOf, type OptionValues } from './command-data.ts';
import { pressable, selectable, type Wanted } from './components.ts';
import { modalData, type ModalValues } from './modal-data.ts';
import { type Place, placeFields, placeOf, refuseWhereHidden, type Where } from './place.ts';
import { Shown, type ShownModal } from './shown.ts';

export type PersonOptions = {
  /** In all channels of all servers. Default: an ordinary member's. */
  permissions?: bigint;
  /** The client's language, such as `de`. Default: `en-US`. */
  locale?: string;
};

export type CommandUse = {
  where?: Where;
  subcommand?: string;
  /** Sends it even if Discord's client wouldn't offer it, to test the bot's own checks. */
  anyway?: boolean;
};

export type PersonSetting = { home: Channel; patienceMs: number };

type Asked = {
  type: number;
  data: unknown;
  place: Place;
  metadata: Partial<InteractionMetadata>;
  source?: DiscordMessage | undefined;
  fields?: Readonly<Record<string, unknown>> | undefined;
};

/** An interaction as Discord would never send it. */
export type RawInteraction = {
  type: number;
  data: unknown;
  source?: DiscordMessage | undefined;
  where?: Where | undefined;
  /** Replaces fields beside `data`; undefined leaves one out. */
  fields?: Readonly<Record<string, unknown>>;
};

/** A person who uses the bot. */
export class Person {
  readonly user: User;
  /** The client's language from now on. */
  locale: string;
  /** In all channels of all servers from now on. Undefined: as the server says. */
  permissions: bigint | undefined;
  readonly #discord: Discord;
  readonly #setting: PersonSetting;

  constructor(discord: Discord, user: User, setting: PersonSetting, options: PersonOptions = {}) {
    this.#discord = discord;
    this.user = user;
    this.#setting = setting;
    this.locale = options.locale ?? 'en-US';
    this.permissions = options.permissions;
  }

  get id(): string {
    return this.user.id;
  }

  /**
   * Uses a slash command. Resolves when the bot acknowledges it.
   * @param name for example `progress` or `announcements setup`
   * @throws Error when Discord wouldn't offer or send it, or the bot doesn't acknowledge it in time
   */
  async command(name: string, values: OptionValues = {}, use: CommandUse = {}): Promise<Shown> {
    const { command, path, place } = this.#found(name, use);
    const { world } = this.#discord;
    const data = commandData({ world, place, user: this.user }, command, path, values);
    const metadata = { name: [command.name, ...path].join(' '), command_type: 1 };
    return this.#ask({ type: InteractionType.Command, data, place, metadata });
  }

  /** Uses a command in another member's menu. */
  async menuCommand(name: string, target: User, { where }: CommandUse = {}): Promise<Shown> {
    const { world, commands } = this.#discord;
    const place = placeOf(world, this.user, this.permissions, where ?? this.#setting.home);
    const command = commands.find(name, place.guild?.id, 2);
    if (command === undefined) throw new Error(`There is no “${name}” in the menu of a member.`);
    refuseWhereHidden(command, place);
    const { id, type } = command;
    const resolved = { users: { [target.id]: target } };
    return this.#ask({
      type: InteractionType.Command,
      data: { id, name, type, target_id: target.id, resolved },
      place,
      metadata: { name, command_type: type },
    });
  }

  /** Types into an option. Resolves with the bot's choices. */
  async autocomplete(
    name: string,
    values: OptionValues,
    focused: string,
    use: CommandUse = {},
  ): Promise<readonly Choice[]> {
    const { command, path, place } = this.#found(name, use);
    const { world } = this.#discord;
    const option = leafOf(command, path).options.find((known) => known.name === focused);
    if (option?.autocomplete !== true)
      throw new Error(`${focused} of /${name} has no autocomplete.`);
    const typed = { ...values, [focused]: values[focused] ?? '' };
    const data = commandData({ world, place, user: this.user }, command, path, typed, focused);
    const shown = await this.#ask({
      type: InteractionType.Autocomplete,
      data,
      place,
      metadata: {},
    });
    return shown.choices;
  }

  #found(name: string, { where, subcommand, anyway }: CommandUse) {
    const { world, commands } = this.#discord;
    const [first = '', ...path] = [name, subcommand]
      .filter((part) => part)
      .join(' ')
      .split(' ');
    const place = placeOf(world, this.user, this.permissions, where ?? this.#setting.home);
    const command: RegisteredCommand | undefined = commands.find(first, place.guild?.id);
    if (command === undefined) {
      throw new Error(
        `There is no /${first}; registered are: ${commands.names().join(', ') || 'none'}.`,
      );
    }
    if (anyway !== true) refuseWhereHidden(command, place);
    return { command, path, place };
  }

  /** Presses a button. */
  async click(message: DiscordMessage | undefined, wanted: Wanted): Promise<Shown> {
    const seen = this.#seen(message);
    const { custom_id, id } = pressable(seen, wanted);
    return this.#use(seen, { custom_id, component_type: 2, id });
  }

  /** Chooses from a select menu, found by its custom_id, its placeholder, or a predicate. */
  async select(
    message: DiscordMessage | undefined,
    wanted: Wanted,
    values: readonly string[],
  ): Promise<Shown> {
    const seen = this.#seen(message);
    const { custom_id, id, type } = selectable(seen, wanted, values);
    return this.#use(seen, { custom_id, component_type: type, id, values });
  }

  /** Uses a component that the message may no longer have, as an old client can. */
  async rawComponent(use: {
    customId: string;
    message: DiscordMessage;
    values?: readonly string[];
  }): Promise<Shown> {
    const { customId, message, values } = use;
    const chosen = values === undefined ? { component_type: 2 } : { component_type: 3, values };
    return this.#use(message, { custom_id: customId, id: 1, ...chosen });
  }

  /** Sends an interaction of any shape. Resolves when the bot acknowledges it. */
  async rawInteraction({ type, data, source, where, fields }: RawInteraction): Promise<Shown> {
    const place = source
      ? this.#placeAt(source.channel_id)
      : placeOf(this.#discord.world, this.user, this.permissions, where ?? this.#setting.home);
    return this.#ask({ type, data, place, source, metadata: {}, fields });
  }

  /** Fills in a modal and submits it. */
  async submit({ modal, interaction }: ShownModal, values: ModalValues): Promise<Shown> {
    if (interaction.userId !== this.id) throw new Error('The modal is open before somebody else.');
    const source = interaction.source;
    return this.#ask({
      type: InteractionType.Modal,
      data: modalData(modal, values),
      place: this.#placeAt(interaction.channelId),
      source,
      metadata: { triggering_interaction_metadata: interaction.metadata },
    });
  }

  #seen(message: DiscordMessage | undefined): DiscordMessage {
    const { messages } = this.#discord;
    if (message === undefined) throw new Error('There is no message to act on.');
    if (messages.get(message.id) === undefined) throw new Error('The message is gone.');
    const only = messages.visibleTo(message);
    if (only !== undefined && only !== this.id) {
      throw new Error(
        `${this.user.username} can't see that message: it is ephemeral, for somebody else.`,
      );
    }
    return messages.get(message.id) ?? message;
  }

  #placeAt(channelId: string): Place {
    const { world } = this.#discord;
    const channel = world.channels.get(channelId);
    if (channel === undefined) throw new Error('The channel is gone.');
    return placeOf(world, this.user, this.permissions, channel);
  }

  #use(source: DiscordMessage, data: unknown): Promise<Shown> {
    return this.#ask({
      type: InteractionType.Component,
      data,
      place: this.#placeAt(source.channel_id),
      source,
      metadata: { interacted_message_id: source.id },
    });
  }

  async #ask({ type, data, place, metadata, source, fields }: Asked): Promise<Shown> {
    const { world, interactions, gateway } = this.#discord;
    const id = world.ids.next();
    const interaction = interactions.open({
      id,
      type,
      userId: this.id,
      channelId: place.channel.id,
      guildId: place.guild?.id,
      source,
      metadata: {
        id,
        type,
        user: this.user,
        authorizing_integration_owners: place.owners,
        ...metadata,
      },
    });
    const shown = new Shown(this.#discord, interaction, this.#setting.patienceMs);
    const payload = {
      id,
      application_id: world.identity.applicationId,
      type,
      token: interaction.token,
      version: 1,
      data,
      ...placeFields(world, this.user, this.locale, place),
      ...(source ? { message: onTheWire(source) } : {}),
      ...fields,
    };
    gateway.dispatch('INTERACTION_CREATE', payload, place.guild?.id);
    world.announce('interaction', { kind: 'dispatched', interaction });
    await this.#acknowledged(interaction, shown);
    return shown;
  }

  /** Discord gives up after three seconds. If the clock is held, `patienceMs` ends the wait. */
  async #acknowledged(interaction: InteractionRecord, shown: Shown): Promise<void> {
    const { promise, reject } = interaction.acknowledged;
    const timer = setTimeout(() => {
      const waited = Math.max(this.#setting.patienceMs, CALLBACK_DEADLINE_MS);
      reject(new Error(`The application did not respond (${waited} ms): ${shown.describe()}`));
    }, this.#setting.patienceMs);
    await promise.finally(() => clearTimeout(timer));
  }
}
