import { openSync, writeSync } from 'node:fs';

/** A soak's time: the machine's, moved. The bots read from a file how far, all at the same moment. */
export class MovedClock {
  readonly #file: number;
  #offsetMs: number;
  #samples = 0;

  /** @param start the time that it is now, ms since 1970. */
  constructor(path: string, start: number) {
    this.#file = openSync(path, 'w+');
    this.#offsetMs = start - Date.now();
    this.#write();
  }

  readonly now = (): number => Date.now() + this.#offsetMs;

  forward(ms: number): void {
    this.#offsetMs += ms;
    this.#write();
  }

  /** Does nothing if it's later already. */
  forwardTo(at: number): void {
    this.forward(Math.max(0, at - this.now()));
  }

  /** Asks each bot that has a file for it to note how it is. @returns how many notes there will be */
  askForSample(): number {
    this.#samples += 1;
    this.#write();
    return this.#samples;
  }

  #write(): void {
    const words = new Float64Array([this.#offsetMs, this.#samples]);
    writeSync(this.#file, new Uint8Array(words.buffer), 0, words.byteLength, 0);
  }
}
