import type { Post, PostedGame } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapedLength, escapeMarkdown, truncate } from '#src/messages/markdown.ts';

import { digestTitle } from './digest-post.ts';
import { playerLabel, systemLabel } from './game-line.ts';

type Line = { readonly player: { readonly name: string }; readonly game: PostedGame };

/** Well within the 2,000 characters of a message. */
const TEXT_LIMIT = 1_500;
const NAME_LIMIT = 80;

/**
 * A post as bare text, for when Discord refuses its usual form: no embed, link, picture, button, or ping, of which one may
 * be what Discord doesn't take.
 */
export function plainPostMessage(post: Post, t: Translate): MessageBody {
  const heading = post.kind === 'digest' ? [`**${digestTitle(post.post, t)}**`] : [];
  const lines = linesOf(post).map((line) => lineText(line, t));
  return { content: [...heading, ...fitting(lines, t)].join('\n') };
}

function linesOf({ kind, post }: Post): readonly Line[] {
  switch (kind) {
    case 'single':
      return [post];
    case 'collected':
      return post.lines;
    case 'digest':
      return post.players.flatMap(({ player, games }) => games.map((game) => ({ player, game })));
  }
}

/** `🏆 MaxMilyin · Mastered · Sonic the Hedgehog · MD`. */
function lineText({ player, game }: Line, t: Translate): string {
  const name = escapeMarkdown(truncate(game.name, NAME_LIMIT, escapedLength));
  const facts = [playerLabel(player.name), t(`award.${game.kind}`), name, systemLabel(game)];
  return `${awardMark(game.kind)} ${facts.filter((fact) => fact !== '').join(' · ')}`;
}

/** As many whole lines as fit, and how many are left out. */
function fitting(lines: readonly string[], t: Translate): readonly string[] {
  let length = 0;
  const count = lines.findIndex((line) => (length += line.length + 1) > TEXT_LIMIT);
  if (count === -1) return lines;
  return [...lines.slice(0, count), t('post.moreGames', { count: lines.length - count })];
}
