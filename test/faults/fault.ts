import type { ProxyMode } from '#test/support/tcp-proxy.ts';

import type { Networks, Scene } from './scene.ts';

/** One way in which one thing that the bot relies on fails. */
export type Fault = {
  readonly begin: (scene: Scene) => void | Promise<void>;
  readonly end: (scene: Scene) => void | Promise<void>;
  /** Where the bot remembers. Default: SQLite. */
  readonly store?: 'postgres' | 'small disk';
  readonly hasRedis?: boolean;
  /** Whether its clock can be changed. */
  readonly hasClock?: boolean;
  /** What the log says once it keeps a poll from being read or saved. */
  readonly pollFailed?: RegExp;
  /** Whether Discord may get an answer too late, or twice, because the bot can't know. */
  readonly isBlind?: boolean;
  /** Whether it strikes the bot itself, each one anew. */
  readonly strikesBot?: boolean;
};

/** The network to something fails. */
export function onNetwork(
  name: keyof Networks,
  mode: ProxyMode,
  further: Omit<Fault, 'begin' | 'end'> = {},
): Fault {
  return {
    begin: ({ networks }) => networks[name]?.set(mode),
    end: ({ networks }) => networks[name]?.set({ kind: 'through' }),
    ...further,
  };
}
