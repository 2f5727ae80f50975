import type { FaultView } from './page/wire.ts';

/** A fault and how to switch it. */
export type FaultSwitch = Omit<FaultView, 'on'> & {
  /** Switches it on; what comes back switches it off. */
  readonly arm: () => () => void;
};

/** What can be made to go wrong, each with a switch. */
export class FaultSwitches {
  readonly #switches: readonly FaultSwitch[];
  readonly #armed = new Map<string, () => void>();
  onChange: () => void = () => undefined;

  constructor(switches: readonly FaultSwitch[]) {
    this.#switches = switches;
  }

  get views(): FaultView[] {
    return this.#switches.map(({ arm: _arm, ...view }) => ({
      ...view,
      on: this.#armed.has(view.id),
    }));
  }

  /** A request to the site meets one fault only: switching one on switches its siblings off. */
  set(id: string, on: boolean): void {
    const wanted = this.#switches.find((known) => known.id === id);
    if (wanted === undefined) return;
    const rivals = this.#switches.filter(
      ({ service }) => service === 'site' && wanted.service === 'site',
    );
    for (const { id: other } of on ? [wanted, ...rivals] : [wanted]) {
      this.#armed.get(other)?.();
      this.#armed.delete(other);
    }
    if (on) this.#armed.set(id, wanted.arm());
    this.onChange();
  }
}
