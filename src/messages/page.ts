/** Games on one page of `/progress`. */
const PAGE_SIZE = 10;

/** One page of a list. Whatever number was asked for, this one exists. */
export class Page {
  /** 1 to `count`. */
  readonly number: number;
  /** At least 1: an empty list has one empty page. */
  readonly count: number;
  readonly itemCount: number;
  readonly size: number;

  private constructor(number: number, count: number, itemCount: number, size: number) {
    this.number = number;
    this.count = count;
    this.itemCount = itemCount;
    this.size = size;
  }

  /** @param wanted.number 1-based; anything out of range, fractional or not a number is brought to the nearest page. */
  static of(wanted: {
    readonly number: number;
    readonly itemCount: number;
    readonly size?: number;
  }): Page {
    const size = clampInteger(wanted.size ?? PAGE_SIZE, 1, Number.MAX_SAFE_INTEGER);
    const itemCount = clampInteger(wanted.itemCount, 0, Number.MAX_SAFE_INTEGER);
    const count = Math.max(1, Math.ceil(itemCount / size));
    return new Page(clampInteger(wanted.number, 1, count), count, itemCount, size);
  }

  get isFirst(): boolean {
    return this.number === 1;
  }

  get isLast(): boolean {
    return this.number === this.count;
  }

  /** The page before, or this one where there is none. */
  get previous(): number {
    return Math.max(1, this.number - 1);
  }

  /** The page after, or this one where there is none. */
  get next(): number {
    return Math.min(this.count, this.number + 1);
  }

  /** 1-based number of its first item; 0 for an empty list. */
  get first(): number {
    return this.itemCount === 0 ? 0 : (this.number - 1) * this.size + 1;
  }

  /** 1-based number of its last item; 0 for an empty list. */
  get last(): number {
    return Math.min(this.itemCount, this.number * this.size);
  }

  /** The items of the whole list that stand on this page. */
  slice<Item>(items: readonly Item[]): readonly Item[] {
    return items.slice((this.number - 1) * this.size, this.last);
  }
}

function clampInteger(value: number, low: number, high: number): number {
  if (Number.isNaN(value)) return low;
  return Math.min(high, Math.max(low, Math.floor(value)));
}
