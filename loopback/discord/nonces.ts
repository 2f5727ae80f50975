import type { World } from './world.ts';

/** Discord promises "a few minutes". */
const MEMORY_MS = 5 * 60_000;

type Remembered = { messageId: string; at: number };

/** The message that each recent nonce created, even if it was deleted. */
export class Nonces {
  readonly #world: World;
  readonly #byKey = new Map<string, Remembered>();

  constructor(world: World) {
    this.#world = world;
  }

  remember(channelId: string, nonce: string | number, messageId: string): void {
    this.#byKey.set(`${channelId} ${nonce}`, { messageId, at: this.#world.now() });
  }

  recall(channelId: string, nonce: string | number): string | undefined {
    const known = this.#byKey.get(`${channelId} ${nonce}`);
    return known && this.#world.now() - known.at <= MEMORY_MS ? known.messageId : undefined;
  }

  forgetAll(): void {
    this.#byKey.clear();
  }
}
