import type { StoreKind } from '#test/support/store.ts';

import type { Scene } from './scene.ts';

/** One way in which one thing that the bot relies on fails. */
export type Fault = {
  readonly begin: (scene: Scene) => void | Promise<void>;
  readonly end: (scene: Scene) => void | Promise<void>;
  /** Where the bot remembers. Default: SQLite. */
  readonly store?: StoreKind;
  /** What the log says once it keeps a poll from being read or saved. */
  readonly pollFailed?: RegExp;
};
