import assert from 'node:assert/strict';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';

/** One game of one player that a message tells of. */
export type Told = {
  readonly player: string;
  readonly gameId: number;
  /** Highest first. A list shows only that one, whatever else was earned. */
  readonly kinds: readonly WireAwardKind[];
  readonly isListed: boolean;
};

const GAME = /^https:\/\/retroachievements\.org\/game\/(\d+)$/;
const LINE =
  /^(?<mark>\S+) (?:\*\*(?<player>\w+)\*\* )?\[.+\]\(https:\/\/retroachievements\.org\/game\/(?<id>\d+)\)/u;
const WORDS: ReadonlyMap<string, readonly WireAwardKind[]> = new Map([
  ['Mastered', ['mastered']],
  ['Beaten and mastered', ['mastered', 'beaten-hardcore']],
  ['Completed (casual)', ['completed']],
  ['Beaten and completed (casual)', ['completed', 'beaten-softcore']],
  ['Beaten', ['beaten-hardcore']],
  ['Beaten (casual)', ['beaten-softcore']],
]);
const MARKS: ReadonlyMap<string, WireAwardKind> = new Map([
  ['🏆', 'mastered'],
  ['🏅', 'completed'],
  ['⭐', 'beaten-hardcore'],
  ['🔷', 'beaten-softcore'],
]);

/**
 * Reads a post as people do: by its links, names and words.
 * @throws AssertionError where it is anything else than a post of one game or a list of games
 */
export function toldIn({ embeds }: Pick<DiscordMessage, 'embeds'>): readonly Told[] {
  const [embed, ...others] = embeds;
  assert(embed && others.length === 0, 'a post has one embed');
  const lines = (embed.description ?? '').split('\n');
  const author = embed.author?.name ?? '';
  const single = GAME.exec(embed.url ?? '');
  if (single === null)
    return lines.map((line) => readLine(line, author.split(' finished ')[0] ?? ''));
  const words = /^\S+ \*\*(.+?)\*\*/u.exec(lines[0] ?? '')?.[1] ?? '';
  const kinds = WORDS.get(words);
  assert(kinds, `no award is called "${words}"`);
  return [{ player: author, gameId: Number(single[1]), kinds, isListed: false }];
}

function readLine(line: string, owner: string): Told {
  const { mark = '', player = owner, id } = LINE.exec(line)?.groups ?? {};
  const kind = MARKS.get(mark);
  assert(kind && player !== '', `no line of a list: ${line}`);
  return { player, gameId: Number(id), kinds: [kind], isListed: true };
}
