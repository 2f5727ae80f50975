import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import {
  parseTakeAlongCustomId,
  TAKE_ALONG_PREFIX,
} from '#src/announcements/messages/custom-ids.ts';
import type { TakeAlongCustomId } from '#src/announcements/messages/custom-ids.ts';
import { LEFT_BEHIND_LIMIT, takenAlongMessage } from '#src/announcements/messages/take-along.ts';
import type { LeftBehind } from '#src/announcements/messages/take-along.ts';
import { isSeen } from '#src/announcements/posting/trouble.ts';
import type { ComponentHandler, Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { isChannelGone, managedFeed, managedGuild } from './managed-feed.ts';

/** The button that moves a deleted channel's players to another channel. */
export const takeAlongComponent: ComponentHandler<AnnouncementServices> = {
  prefix: TAKE_ALONG_PREFIX,
  parse(input) {
    const id = parseTakeAlongCustomId(input.customId);
    if (!id) return null;
    return {
      ownerId: id.ownerId,
      aside: false,
      run: (use) => use.answer.showWhenReady(takeAlong(use, id)),
    };
  },
};

/**
 * The deleted channels among these feeds', with the players that they left behind.
 * @param feeds a server's
 */
export async function leftBehind(
  { management, channels }: Pick<AnnouncementServices, 'management' | 'channels'>,
  feeds: readonly Feed[],
): Promise<readonly LeftBehind[]> {
  const isGone = async (feed: Feed): Promise<boolean> => {
    if (isChannelGone(feed)) return true;
    // Nothing has been due since it was deleted, or the bot is still trying.
    const mayBe = feed.pause === null || isSeen(feed.pause.reason);
    return mayBe && (await channels.access(feed)).kind === 'unknown';
  };
  const looked = await Promise.all(
    feeds.slice(0, LOOKS_LIMIT).map(async (feed) => ((await isGone(feed)) ? feed : null)),
  );
  const gone = looked.filter((feed) => feed !== null).slice(0, LEFT_BEHIND_LIMIT);
  const left = await Promise.all(
    gone.map(async (feed) => ({ feed, playerCount: (await management.playersOf(feed)).length })),
  );
  return left.filter(({ playerCount }) => playerCount > 0);
}

/** Each one takes a few requests. */
const LOOKS_LIMIT = 10;

/** By the time the button is pressed, much may have changed. @throws Refusal */
async function takeAlong(
  use: Use<AnnouncementServices>,
  { from, to, createdAt }: TakeAlongCustomId,
): Promise<MessageBody> {
  const { caller, services } = use;
  const { management, channels } = services;
  const feeds = await management.feedsIn(managedGuild(caller));
  const source = feeds.find((feed) => feed.channelId === from);
  if (source?.createdAt !== createdAt) throw nothingLeft();
  const target = await managedFeed(use, { id: to });
  const access = await channels.access(source);
  if (access.kind === 'unavailable') throw new Refusal('feedRefusal.accessUnknown');
  if (access.kind !== 'unknown') {
    throw new Refusal('feedRefusal.notDeleted', { channel: channelMention(from) });
  }
  const taken = await management.takeAlong(source, target);
  if (!taken) throw nothingLeft();
  return takenAlongMessage(taken, to, services.mention, services.translate(caller.locale));
}

function nothingLeft(): Refusal {
  return new Refusal('feedRefusal.nothingLeft', { list: command('announcements list') });
}
