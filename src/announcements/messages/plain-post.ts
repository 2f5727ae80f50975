import type { DigestPost, Post, PostedGame } from '#src/announcements/post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapedLength, escapeMarkdown, truncate } from '#src/messages/markdown.ts';

import { crowdedDigest } from './crowded-digest.ts';
import { digestTitle } from './digest-post.ts';
import { playerLabel, systemLabel } from './game-line.ts';
import { fitting } from './share-out.ts';

type Line = { readonly player: { readonly name: string }; readonly game: PostedGame };

/** Well within the 2,000 characters of a message. */
const TEXT_LIMIT = 1_500;
const NAME_LIMIT = 80;

/**
 * A post as bare text, for when Discord refuses its usual form: no embed, link, picture, button, or ping, because any
 * of these may be what Discord refuses.
 */
export function plainPostMessage({ kind, post }: Post, t: Translate): MessageBody {
  switch (kind) {
    case 'single':
      return { content: gamesText([post], t) };
    case 'collected':
      return { content: gamesText(post.lines, t) };
    case 'digest':
      return { content: `**${digestTitle(post, t)}**\n${digestText(post, t)}` };
  }
}

/** All games, or the players with their counts and as many games as fit. */
function digestText({ players }: DigestPost, t: Translate): string {
  const games = players.flatMap(({ player, games: own }) => own.map((game) => ({ player, game })));
  const text = games.map((line) => lineText(line, t)).join('\n');
  if (text.length <= TEXT_LIMIT) return text;
  const write = (name: string, game: PostedGame) => lineText({ player: { name }, game }, t);
  return crowdedDigest(players, { budget: TEXT_LIMIT, t, write });
}

function gamesText(lines: readonly Line[], t: Translate): string {
  return fitting(
    lines.map((line) => lineText(line, t)),
    { budget: TEXT_LIMIT, between: '\n', more: (count) => t('post.moreGames', { count }) },
  );
}

/** `🏆 MaxMilyin · Mastered · Sonic the Hedgehog · MD`. */
function lineText({ player, game }: Line, t: Translate): string {
  const name = escapeMarkdown(truncate(game.name, NAME_LIMIT, escapedLength));
  const facts = [playerLabel(player.name), t(`award.${game.kind}`), name, systemLabel(game)];
  return `${awardMark(game.kind)} ${facts.filter((fact) => fact !== '').join(' · ')}`;
}
