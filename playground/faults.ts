import type { FaultView } from './page/wire.ts';

/** A fault and how to switch it on. */
export type FaultSwitch = Omit<FaultView, 'on'> & {
  /** Switches it on. The returned function switches it off. */
  readonly arm: () => () => void;
};

/** All faults with their switches. */
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

  /** Only one fault of the site is on at a time, because only one applies to a request. */
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
