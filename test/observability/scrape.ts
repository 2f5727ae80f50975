/** One line of a scrape. */
export type Sample = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};

const LINE = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? (?<value>\S+)$/;
const LABEL = /(?<key>[a-zA-Z_]\w*)="(?<value>(?:[^"\\]|\\.)*)",?/gy;

/**
 * Reads Prometheus' text format as Prometheus does.
 * @throws Error for a line that is neither a comment nor a sample
 */
export function parseScrape(text: string): Sample[] {
  if (!text.endsWith('\n')) throw new Error('A scrape ends with a line feed');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map(parseLine);
}

function parseLine(line: string): Sample {
  const { name, labels = '', value } = LINE.exec(line)?.groups ?? {};
  if (name === undefined) throw new Error(`Not a sample: ${line}`);
  return { name, labels: parseLabels(labels), value: Number(value?.replace('Inf', 'Infinity')) };
}

function parseLabels(text: string): Record<string, string> {
  const pairs = [...text.matchAll(LABEL)];
  if (pairs.map(([pair]) => pair).join('') !== text) throw new Error(`Not labels: ${text}`);
  return Object.fromEntries(pairs.map(({ groups }) => [groups?.['key'], groups?.['value']]));
}

/** The value of the one sample of this name that has at least these labels; undefined where there is none. */
export function valueOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const found = samples.filter(
    (sample) =>
      sample.name === name &&
      Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
  );
  if (found.length > 1) throw new Error(`${found.length} samples of ${name}`);
  return found[0]?.value;
}
