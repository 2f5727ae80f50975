import assert from 'node:assert/strict';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import type { Stage } from '#test/e2e/stage.ts';

import { internalWordsIn } from './internal-words.ts';

/** A sentence with a code for the bot's owner, for anything unforeseen. */
const UNEXPECTED = /`[0-9A-F]{8}`/;
const WARNING = 40;

/** Reads all that the bot sends to Discord, and judges it. */
export class Witness {
  readonly #stage: Stage;
  readonly #logged: number;
  #bodies: unknown[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#logged = stage.bot.output.length;
    stage.discord.events.on('request', ({ body }) => void this.#bodies.push(body));
  }

  /**
   * Waits for the answer's end.
   * @param said what people typed, and may read again
   * @throws AssertionError with what is wrong with what was sent since this was asked last
   */
  async judge(shown: Shown, said: string): Promise<void> {
    const { discord } = this.#stage;
    const bodies = await discord
      .waitFor(() => !shown.thinking, `It thinks forever: ${shown.describe()}`)
      .then(() => this.#taken())
      // Whatever failed, the next one starts afresh.
      .finally(() => this.#taken());
    assert.ok(bodies.length > 0, 'Nothing that was sent was read');
    this.#judgeBodies(bodies, said);
    const messages = [shown.message, ...shown.followups].flatMap((one) => one ?? []);
    assert.deepEqual(messages.flatMap(pingsOf), []);
    const contents = messages.map(({ content }) => content);
    assert.deepEqual(
      contents.filter((content) => UNEXPECTED.test(content)),
      [],
    );
  }

  /**
   * The same for what the bot sent by itself, so far.
   * @throws AssertionError with what is wrong with it
   */
  judgeSent(said: string): void {
    this.#judgeBodies(this.#taken(), said);
  }

  #judgeBodies(bodies: readonly unknown[], said: string): void {
    this.#stage.assertNoViolations();
    const words = bodies.flatMap((body) => internalWordsIn(body, said));
    assert.deepEqual(words, []);
  }

  #taken(): readonly unknown[] {
    const bodies = this.#bodies;
    this.#bodies = [];
    return bodies;
  }

  /** Log lines with which the bot says that it went wrong itself. */
  get troubles(): readonly string[] {
    return this.#stage.bot.output.slice(this.#logged).split('\n').filter(isTrouble);
  }
}

function pingsOf({ mentions, mention_roles, mention_everyone }: DiscordMessage) {
  return [...mentions, ...mention_roles, ...(mention_everyone ? ['everyone'] : [])];
}

/** That someone else sent something odd is no trouble of the bot's. */
const OTHERS = /of another shape|award kind that is not known|"kind":"(?:unreadable|emptied)"/;

function isTrouble(line: string): boolean {
  if (line.trim() === '') return false;
  if (!line.startsWith('{')) return true;
  if (OTHERS.test(line)) return false;
  const { level }: { level: number } = JSON.parse(line);
  return level >= WARNING;
}
