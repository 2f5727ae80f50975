/** The playground's clock: the machine's, until somebody puts it forward. */
export class PlaygroundClock {
  #aheadMs = 0;
  onChange: () => void = () => undefined;

  get aheadMs(): number {
    return this.#aheadMs;
  }

  readonly now = (): number => Date.now() + this.#aheadMs;

  forward(ms: number): void {
    this.#aheadMs += ms;
    this.onChange();
  }
}
