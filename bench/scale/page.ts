/** A table as its rows, the head first. */
export type Table = readonly (readonly string[])[];

const END = '<!-- end -->';

function startOf(name: string): string {
  return `<!-- measured: ${name} -->`;
}

/** What a page has between `<!-- measured: name -->` and `<!-- end -->`. @throws Error where a marker is missing */
export function measuredIn(page: string, name: string): string {
  const [from, to] = boundsOf(page, name);
  return page.slice(from, to).trim();
}

/** The page with this between the markers instead. @throws Error where a marker is missing */
export function withMeasured(page: string, name: string, text: string): string {
  const [from, to] = boundsOf(page, name);
  return `${page.slice(0, from)}\n\n${text}\n\n${page.slice(to)}`;
}

function boundsOf(page: string, name: string): readonly [number, number] {
  const start = page.indexOf(startOf(name));
  if (start === -1) throw new Error(`The page has no ${startOf(name)}`);
  const from = start + startOf(name).length;
  const to = page.indexOf(END, from);
  const next = page.indexOf('<!-- measured: ', from);
  if (to === -1 || (next !== -1 && next < to))
    throw new Error(`The page has no ${END} after ${startOf(name)}`);
  return [from, to];
}

/** In Markdown, laid out as the formatter does it. */
export function markdownOf(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(3, ...table.map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rows] = table;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(lineOf).join('\n');
}
