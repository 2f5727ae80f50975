import type { Channel, DiscordMessage } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

import type { Stage } from './stage.ts';
import { textOf } from './text-of.ts';

/** Someone who can manage the server, with `/announcements`. */
export class Manager {
  readonly #stage: Stage;
  readonly #person: Person;

  constructor(stage: Stage, name: string) {
    this.#stage = stage;
    this.#person = stage.discord.person(name, { permissions: Permission.ManageGuild });
  }

  /**
   * Uses a subcommand there where the channel is that it is about.
   * @returns what the answer says.
   */
  async use(subcommand: string, channel: Channel, options: OptionValues = {}): Promise<string> {
    return textOf(await this.show(subcommand, channel, options));
  }

  /** The same, with all that is under the answer. */
  async show(
    subcommand: string,
    channel: Channel,
    options: OptionValues = {},
  ): Promise<DiscordMessage> {
    const values = { channel, ...options };
    const use = { where: channel };
    const shown = await this.#person.command(`announcements ${subcommand}`, values, use);
    return shown.answer();
  }

  /** Presses a button, found by the beginning of its label. @returns what the answer says. */
  async press(message: DiscordMessage, label: string): Promise<string> {
    const wanted = (button: { readonly label?: string | undefined }) =>
      button.label?.startsWith(label) === true;
    const shown = await this.#person.click(message, wanted);
    return textOf(await shown.until(({ components }) => components.length === 0));
  }

  /** Sets a channel up, and whom it announces. */
  async announce(
    channel: Channel,
    players: readonly SitePlayer[],
    settings: OptionValues = {},
  ): Promise<void> {
    await this.use('setup', channel, settings);
    for (const { name } of players) await this.use('track', channel, { user: name });
  }

  /** The direct messages from the bot, oldest first. */
  get notices(): readonly string[] {
    const { discord } = this.#stage;
    return discord.messagesIn(discord.world.directChannel(this.#person.user)).map(textOf);
  }
}
