import { Locale } from 'discord-api-types/v10';

import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';

import type { Stage } from './stage.ts';

/** The first of Discord's locales in each language that the bot has. */
export const LOCALES: readonly string[] = Object.keys(LANGUAGES).map(
  (language) =>
    Object.values(Locale).find((locale) => `${locale}-`.startsWith(`${language}-`)) ?? language,
);

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
