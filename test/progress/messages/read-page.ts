/** A library page read back from what Discord is sent, without a line of what wrote it. */
import type { MessageBody } from '#src/discord/message.ts';

export type ReadRow = {
  readonly mark: string;
  readonly name: string;
  readonly gameId: number;
  readonly tags: readonly string[];
  readonly facts: ReadFacts;
  /** The second line as a person sees it: without Markdown, times as their longest words. */
  readonly visible: string;
};

/** What the second line tells. */
export type ReadFacts = {
  /** Filled cells of ten, per cent, won and possible; or words where a set has no achievements. */
  readonly progress: readonly number[] | string;
  /** Empty where nothing is said about it. */
  readonly softcore: string;
  readonly system: string;
  /** Seconds since 1970; null where there is no time. */
  readonly at: number | null;
};

export type ReadPage = {
  readonly head: readonly string[];
  readonly rows: readonly ReadRow[];
  /** What stands in place of rows. */
  readonly body: string;
  readonly footer: string;
};

const SECOND_LINE =
  /^(?:(?<bar>▰*▱*)\s(?<percent>\d+)%\s(?<won>\d+)\/(?<possible>\d+)(?:\s(?<softcore>CA|ca))?|(?<words>[A-Z][a-z\s()]*[a-z)]))(?:(?:\s·)?\s(?<system>[^\s<·].*?))?(?:(?: ·)? <t:(?<at>-?\d+):R>)?$/;

const FIRST_LINE =
  /^(?<mark>\S+) \*\*\[(?<name>.*)\]\(https:\/\/retroachievements\.org\/game\/(?<id>\d+)\)\*\*(?<tags>(?: `[^`]*`)*)$/;

export function readPage(message: MessageBody): ReadPage {
  const [embed] = message.embeds ?? [];
  const text = embed?.description ?? '';
  const gap = text.indexOf('\n\n');
  const body = text.slice(gap + 2);
  const lines = body.split('\n');
  const rows = FIRST_LINE.test(lines[0] ?? '') ? readRows(lines) : [];
  return {
    head: text.slice(0, gap).split('\n'),
    rows,
    body: rows.length > 0 ? '' : body,
    footer: embed?.footer?.text ?? '',
  };
}

function readRows(lines: readonly string[]): readonly ReadRow[] {
  if (lines.length % 2 !== 0) throw new Error(`A row has two lines: ${lines.join('\n')}`);
  return lines.flatMap((line, index) =>
    index % 2 === 0 ? [readRow(line, lines[index + 1] ?? '')] : [],
  );
}

function readRow(first: string, second: string): ReadRow {
  const groups = FIRST_LINE.exec(first)?.groups;
  if (!groups) throw new Error(`Not a row's first line: ${first}`);
  if (!second.startsWith('-# ')) throw new Error(`Not a row's second line: ${second}`);
  const labels = [...(groups['tags'] ?? '').matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '');
  const { movedUp, ...facts } = readFacts(second.slice(3), labels);
  return {
    mark: groups['mark'] ?? '',
    name: asSeen(groups['name'] ?? ''),
    gameId: Number(groups['id']),
    tags: labels.slice(movedUp),
    facts,
    visible: asSeen(second.slice(3).replaceAll(/<t:-?\d+:R>/g, '10 months ago')),
  };
}

/** @param labels what stands beside the title: first what the second line has no room for. */
function readFacts(line: string, labels: readonly string[]): ReadFacts & { movedUp: number } {
  const groups = SECOND_LINE.exec(line)?.groups;
  if (!groups) throw new Error(`Not a row's facts: ${line}`);
  const { bar = '', percent, won, possible, words, at } = groups;
  if (words === undefined && bar.length !== 10) throw new Error(`Not ten cells: ${line}`);
  const moved = /^(?:CA|ca)$/.test(labels[0] ?? '') ? labels.slice(0, 1) : [];
  const system = groups['system'] === undefined ? labels[moved.length] : asSeen(groups['system']);
  if (system === undefined) throw new Error(`No system: ${line}`);
  return {
    movedUp: moved.length + (groups['system'] === undefined ? 1 : 0),
    progress: words ?? [
      bar.indexOf('▱') === -1 ? 10 : bar.indexOf('▱'),
      Number(percent),
      Number(won),
      Number(possible),
    ],
    softcore: groups['softcore'] ?? moved[0] ?? '',
    system,
    at: at === undefined ? null : Number(at),
  };
}

/** Without the backslashes; throws where Markdown is left that would format something. */
export function asSeen(markdown: string): string {
  const bare = markdown.replaceAll(/\\[\\`*_~|[\]<>:]/g, '');
  if (/[\\`*_~|[\]<>]|:(?=\S)|[\r\n]/.test(bare)) throw new Error(`Markdown: ${markdown}`);
  return markdown.replaceAll(/\\([\\`*_~|[\]<>:])/g, '$1');
}

/** Everything in a message that has a custom_id, options or a label, whatever its row. */
export function componentsOf(message: MessageBody): readonly Record<string, unknown>[] {
  const rows: readonly { components: readonly Record<string, unknown>[] }[] = JSON.parse(
    JSON.stringify(message.components ?? []),
  );
  return rows.flatMap(({ components }) => components);
}
