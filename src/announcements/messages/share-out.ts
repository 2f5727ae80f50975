/** One player's part of a text: a heading, and lines under it. */
export type Part = {
  readonly head: string;
  /** Follows the heading, unless the only line is shown. */
  readonly counts: string;
  readonly lines: readonly string[];
};

export type ShareOutOptions = {
  /** UTF-16 units. */
  readonly budget: number;
  /** Replaces a part's other lines. */
  readonly moreLines: (count: number) => string;
  /** Replaces the parts that don't fit. */
  readonly moreParts: (count: number) => string;
};

/**
 * Fits parts into a text, fairly: first each part's heading, then one line of each in turn, so that a large part grows
 * only once the small ones are complete.
 * @returns with `isForAll`, whether at least one line of each part is shown
 */
export function shareOut(
  parts: readonly Part[],
  options: ShareOutOptions,
): { readonly text: string; readonly isForAll: boolean } {
  const groups: readonly Group[] = parts
    .slice(0, countOfHeadings(parts, options))
    .map((part) => ({ part, shown: 0 }));
  const left = parts.length - groups.length;
  const last = left === 0 ? [] : [options.moreParts(left)];
  const blocks = () => [...groups.map((group) => written(group, options)), ...last].join('\n\n');
  addLines(groups, options.budget - blocks().length, options);
  const isForAll =
    left === 0 && groups.every(({ part, shown }) => shown > 0 || part.lines.length === 0);
  return { text: blocks(), isForAll };
}

/** A part, and how many of its lines are shown. */
type Group = { readonly part: Part; shown: number };

/** Two line breaks between blocks; counted after the last one, too. */
const BETWEEN_BLOCKS = 2;

function countOfHeadings(parts: readonly Part[], { budget, moreParts }: ShareOutOptions): number {
  const costs = parts.map(({ head, counts }) => head.length + counts.length + BETWEEN_BLOCKS);
  const whole = costs.reduce((sum, cost) => sum + cost, 0);
  if (whole <= budget) return parts.length;
  let left = budget - moreParts(parts.length).length;
  const tooLong = costs.findIndex((cost) => (left -= cost) < 0);
  return tooLong === -1 ? parts.length : tooLong;
}

/** Adds a line to each in turn until no more fit. @param room UTF-16 units. */
function addLines(groups: readonly Group[], room: number, options: ShareOutOptions): void {
  const open = new Set(groups.filter(({ part }) => part.lines.length > 0));
  let left = room;
  while (open.size > 0) {
    for (const group of open) {
      const before = written(group, options).length;
      group.shown += 1;
      const cost = written(group, options).length - before;
      if (cost > left) {
        group.shown -= 1;
        open.delete(group);
      } else {
        left -= cost;
        if (group.shown === group.part.lines.length) open.delete(group);
      }
    }
  }
}

function written({ part, shown }: Group, { moreLines }: ShareOutOptions): string {
  const { head, counts, lines } = part;
  const hidden = lines.length - shown;
  const isOnlyLine = shown === 1 && hidden === 0;
  return [
    isOnlyLine ? head : head + counts,
    ...lines.slice(0, shown),
    ...(shown > 0 && hidden > 0 ? [moreLines(hidden)] : []),
  ].join('\n');
}

/** As many pieces of running text as fit, then a line that says how many are left out. Empty if none fits. */
export function fitting(
  pieces: readonly string[],
  options: {
    /** UTF-16 units. */
    readonly budget: number;
    readonly between: string;
    readonly more: (count: number) => string;
  },
): string {
  const { budget, between, more } = options;
  let [text, fits] = ['', ''];
  for (const [index, piece] of pieces.entries()) {
    text += index === 0 ? piece : between + piece;
    if (text.length > budget) break;
    const left = pieces.length - index - 1;
    const whole = left === 0 ? text : `${text}\n${more(left)}`;
    if (whole.length <= budget) fits = whole;
  }
  return fits;
}
