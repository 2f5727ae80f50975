/**
 * A game as the library shows it: what is the same for every player, with its title taken apart once.
 * The objects are shared between libraries (see catalogue.ts), so that a thousand players of one game keep one title.
 */
export type Game = {
  readonly id: number;
  /** The title as the site writes it, tags and alternative names included. */
  readonly title: string;
  /** The title without its `~Tag~`s and `[Subset - …]`. */
  readonly name: string;
  /** `Hack`, `Homebrew`, `Subset - Bonus`, … in the order of the title. */
  readonly tags: readonly string[];
  readonly isSubset: boolean;
  /** What the title sort compares with `<`: no tags, no case, no accents, numbers by value. */
  readonly sortKey: string;
  /** What a search looks in: the whole title, no case, no accents. */
  readonly searchKey: string;
  readonly iconPath: string;
  readonly systemId: number;
  readonly systemName: string;
};
