import { seededRandom } from '#loopback/retroachievements/random.ts';
import type { Random } from '#loopback/retroachievements/random.ts';

/** Choices that depend only on the seed. */
export class Draws {
  readonly random: Random;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  isOnceIn(times: number): boolean {
    return this.random() * times < 1;
  }

  /** @throws RangeError of none */
  one<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from');
    return item;
  }

  /** By shares that add up to 1. */
  oneOf<T>(shares: readonly (readonly [T, number])[]): T {
    let left = this.random();
    const drawn = shares.find(([, share]) => (left -= share) < 0);
    return drawn ? drawn[0] : this.one(shares)[0];
  }
}
