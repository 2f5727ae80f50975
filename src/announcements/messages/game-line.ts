import type { PostedGame } from '#src/announcements/post.ts';
import { awardMark } from '#src/messages/awards.ts';
import {
  escapedLength,
  escapeMarkdown,
  link,
  tagLabels,
  truncate,
} from '#src/messages/markdown.ts';
import { gameUrl, playerUrl } from '#src/retroachievements/site-pages.ts';

/** UTF-16 units in a line for a game's name and its tags. */
export type Room = { readonly name: number; readonly tags: number };

/** The first is as in libraries; with the last, any 20 lines fit a description. */
const ROOMS: readonly Room[] = [
  { name: 120, tags: 96 },
  { name: 80, tags: 48 },
  { name: 40, tags: 24 },
];
export const DESCRIPTION_LIMIT = 4_096;

/** For new systems, whose short name we don't know yet. */
const SYSTEM_LIMIT = 16;
const PLAYER_LIMIT = 24;

/** The longest version that fits a description. @param write at most 20 games in the given room. */
export function roomiest(write: (room: Room) => string): string {
  const texts = ROOMS.map(write);
  return texts.find((text) => text.length <= DESCRIPTION_LIMIT) ?? texts.at(-1) ?? '';
}

/** `🏆 [Sonic the Hedgehog](…) · MD`. @param before stands between mark and link. */
export function gameLine(game: PostedGame, room: Room, before = ''): string {
  const system = systemLabel(game);
  const named = `${awardMark(game.kind)} ${before}${gameLink(game, room)}`;
  return named + tagLabels(game.tags, room.tags) + (system === '' ? '' : ` · ${system}`);
}

export function gameLink({ name, gameId }: PostedGame, room: Room): string {
  return link(truncate(name, room.name, escapedLength), gameUrl(gameId));
}

/** The short name as Markdown; empty if the site didn't send one. */
export function systemLabel({ system }: PostedGame): string {
  return escapeMarkdown(truncate(system ?? '', SYSTEM_LIMIT, escapedLength));
}

export function playerLabel(name: string): string {
  return escapeMarkdown(shortName(name));
}

export function playerLink(name: string): string {
  return link(shortName(name), playerUrl(name));
}

function shortName(name: string): string {
  return truncate(name, PLAYER_LIMIT, escapedLength);
}
