import assert from 'node:assert/strict';

import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';

/** Values that must stay between the bot and the service that they are for. */
export class Secrets {
  readonly key = 'CanaryKey5b1e7c9d2f4a60831c5e7';
  /** In the shape of Discord's: an id, a time and a secret. */
  readonly token = `${Buffer.from('1100000000000000001').toString('base64url')}.Canary.${'token-not-to-be-seen'.padEnd(38, 'Z')}`;
  /** Answers to an interaction can be forged with its token. */
  readonly #interactionTokens = new Set<string>();
  readonly #texts: string[] = [];

  /** Notes everything that reaches Discord, whoever sees it. */
  watch({ events }: LoopbackDiscord): void {
    events.on('request', ({ method, path, body, files }) => {
      // The token of an interaction is in its path, where it belongs.
      this.#texts.push(JSON.stringify([method, path, body, files]));
    });
    events.on('message', ({ message }) => {
      const files = message.attachments.map(({ bytes }) => bytes.toString());
      this.#texts.push(JSON.stringify([message.content, message.embeds, message.components]));
      this.#texts.push(...files);
    });
    events.on('interaction', ({ interaction }) => this.#interactionTokens.add(interaction.token));
  }

  /**
   * @param outputs what the processes wrote, into files too.
   * @param requests those that reached Discord.
   * @throws AssertionError with what tells a secret, or where not all of it was seen.
   */
  assertNowhereIn(
    outputs: readonly string[],
    requests: readonly { path: string; status: number }[],
  ): void {
    assert.ok(this.#texts.length >= requests.length, 'Some requests were not looked at');
    const answers = requests.filter(
      ({ path, status }) => path.endsWith('/callback') && status >= 200 && status < 300,
    );
    assert.ok(this.#interactionTokens.size >= answers.length, 'Some tokens are not known');
    const secret = this.token.split('.').at(-1) ?? '';
    const values = [this.key, this.token, secret];
    const texts = [...this.#texts, ...outputs].flatMap((text) => {
      const found = values.find((value) => text.includes(value));
      return found === undefined ? [] : [around(text, text.indexOf(found))];
    });
    assert.deepEqual(texts, [], 'Here is a secret');
    const output = outputs.join('\n');
    const tokens = [...this.#interactionTokens].filter((token) => output.includes(token));
    assert.deepEqual(tokens, [], 'The output has the tokens of interactions');
  }
}

/** A database is long. */
function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 200), index + 200);
}
