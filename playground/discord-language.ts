import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';

import type { Stage } from './stage.ts';

/** The language that everyone's Discord and the server are set to. */
export class DiscordLanguage {
  onChange = (): void => undefined;
  readonly #discord: LoopbackDiscord;
  readonly #stage: Stage;

  constructor(discord: LoopbackDiscord, stage: Stage) {
    this.#discord = discord;
    this.#stage = stage;
  }

  /** One of Discord's locales, such as `pt-BR`. */
  get locale(): string {
    return this.#discord.guild.preferred_locale;
  }

  choose(locale: string): void {
    this.#discord.guild.preferred_locale = locale;
    for (const { person } of this.#stage.people) person.locale = locale;
    this.onChange();
  }
}
