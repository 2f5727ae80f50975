import assert from 'node:assert/strict';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';

/** One game of one player that a message tells of. */
export type Told = {
  readonly player: string;
  readonly gameId: number;
  /** Highest first. A list shows only that one, whatever else was earned. */
  readonly kinds: readonly WireAwardKind[];
};

export type ReadPost = {
  readonly told: readonly Told[];
  readonly isList: boolean;
  /** Whether there is more than had room. */
  readonly hasMore: boolean;
};

const translations = createTranslations();
await translations.load();

const GAME = /^https:\/\/retroachievements\.org\/game\/(\d+)$/;
const USER = /^https:\/\/retroachievements\.org\/user\/(\w+)$/;
const HEADING = /^\*\*\[\w+\]\(https:\/\/retroachievements\.org\/user\/(\w+)\)\*\*/;
const LINE =
  /^(?<mark>\S+) (?:\*\*(?<player>\w+)\*\* )?\[.+\]\(https:\/\/retroachievements\.org\/game\/(?<id>\d+)\)/u;
const MARKS: ReadonlyMap<string, WireAwardKind> = new Map([
  ['🏆', 'mastered'],
  ['🏅', 'completed'],
  ['⭐', 'beaten-hardcore'],
  ['🔷', 'beaten-softcore'],
]);

/** Reads a post in any language as people do: by its links, names, marks and words. */
export function readPost({ embeds }: Pick<DiscordMessage, 'embeds'>, language: string): ReadPost {
  const [embed, ...others] = embeds;
  assert(embed && others.length === 0, 'a post has one embed');
  const text = embed.description ?? '';
  const owner = USER.exec(embed.author?.url ?? '')?.[1] ?? '';
  const gameId = GAME.exec(embed.url ?? '')?.[1];
  if (gameId === undefined) return { isList: true, ...readList(text, owner) };
  const words = /^\S+ \*\*(.+?)\*\*/u.exec(text)?.[1] ?? '';
  const kinds = wordsIn(language).get(words);
  assert(kinds, `no award is called "${words}" in ${language}`);
  return {
    told: [{ player: owner, gameId: Number(gameId), kinds }],
    isList: false,
    hasMore: false,
  };
}

function readList(text: string, owner: string): Omit<ReadPost, 'isList'> {
  let section = owner;
  let hasMore = false;
  const told: Told[] = [];
  for (const line of text.split('\n')) {
    section = HEADING.exec(line)?.[1] ?? section;
    hasMore ||= line.startsWith('-# ');
    const { mark = '', player = section, id } = LINE.exec(line)?.groups ?? {};
    const kind = MARKS.get(mark);
    if (kind && id !== undefined) told.push({ player, gameId: Number(id), kinds: [kind] });
  }
  assert(told.length > 0, `no list of games: ${text}`);
  return { told, hasMore };
}

function wordsIn(language: string): ReadonlyMap<string, readonly WireAwardKind[]> {
  const t = translations(language);
  return new Map([
    [t('award.mastered'), ['mastered']],
    [t('award.completed'), ['completed']],
    [t('award.beaten-hardcore'), ['beaten-hardcore']],
    [t('award.beaten-softcore'), ['beaten-softcore']],
    [t('post.beatenAndMastered'), ['mastered', 'beaten-hardcore']],
    [t('post.beatenAndCompleted'), ['completed', 'beaten-softcore']],
  ]);
}
