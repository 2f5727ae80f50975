import { accountOf, memberMeant } from '#commands/player-option.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import { TRACKED_AT_ONCE } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { untrackedSeveralMessage } from '#src/announcements/messages/untracked-several.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { parsePlayerRef } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

/**
 * Stops tracking several players. The site isn't asked: someone who was renamed is found by the name in the list.
 * @param names.typed each once
 * @param names.untrackKnown null for a player who isn't tracked
 * @throws Refusal, StoreError
 */
export async function untrackSeveral(
  { caller, services }: Use<AnnouncementServices>,
  feed: Feed,
  {
    typed,
    untrackKnown,
  }: {
    readonly typed: readonly string[];
    readonly untrackKnown: (
      ref: PlayerRef,
    ) => ReturnType<AnnouncementServices['management']['untrack']>;
  },
): Promise<MessageBody> {
  if (typed.length > TRACKED_AT_ONCE) {
    throw new Refusal('feedRefusal.tooManyToUntrack', {
      count: typed.length,
      limit: TRACKED_AT_ONCE,
      untrack: command('announcements untrack'),
    });
  }
  const untracked: string[] = [];
  const notTracked: string[] = [];
  let droppedCount = 0;
  for (const one of typed) {
    const memberId = memberMeant(one, caller.id);
    const ref = memberId ? await accountOf(services, memberId, caller.id) : parsePlayerRef(one);
    const removed = ref && (await untrackKnown(ref));
    if (removed) {
      untracked.push(removed.name);
      droppedCount += removed.droppedCount;
    } else notTracked.push(one);
  }
  return untrackedSeveralMessage(
    { channelId: feed.channelId, untracked, notTracked, droppedCount },
    services.mention,
    services.translate(caller.locale),
  );
}
