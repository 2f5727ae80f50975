import { accountOf, memberMeant } from '#commands/player-option.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import { TRACKED_AT_ONCE } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { trackedSeveralMessage } from '#src/announcements/messages/tracked-several.ts';
import type { TrackOutcome } from '#src/announcements/messages/tracked-several.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { createSemaphore } from '#src/platform/semaphore.ts';
import { parsePlayerRef, playerRefText } from '#src/retroachievements/player.ts';
import type { Player } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';

import { feedGone } from './managed-feed.ts';

/** As many as one person can have open at once. */
const LOOK_UPS_AT_ONCE = 4;
/** A site that hangs fails after some 13 s, and people wait for 15. */
const PATIENCE_MS = 10_000;
/** Each ends long before this. */
const LOOK_UP_LIMIT_MS = 5 * 60_000;

type LookedUp = TrackOutcome | { readonly kind: 'found'; readonly player: Player };

/**
 * Tracks several players, in the order in which they were typed, each as soon as the site has said who it is.
 * @param typed each once
 * @throws Refusal, StoreError
 */
export async function trackSeveral(
  { caller, services }: Use<AnnouncementServices>,
  feed: Feed,
  typed: readonly string[],
): Promise<MessageBody> {
  if (typed.length > TRACKED_AT_ONCE) {
    throw new Refusal('feedRefusal.tooManyNames', {
      count: typed.length,
      limit: TRACKED_AT_ONCE,
      track: command('announcements track'),
    });
  }
  const result = await trackInOrder(services, feed, lookUpAll(services, caller.id, typed));
  return trackedSeveralMessage(
    { feed, ...result, now: services.clock.now() },
    services.mention,
    services.translate(caller.locale),
  );
}

async function trackInOrder(
  { management }: AnnouncementServices,
  feed: Feed,
  lookUps: readonly Promise<LookedUp>[],
) {
  // One player can be typed in two ways.
  const ulids = new Set<string>();
  let playerCount: number | null = null;
  let storeError: StoreError | null = null;

  /** Null for a player who was already tracked. */
  async function trackOne(player: Player): Promise<TrackOutcome | null> {
    const { name, ulid } = player;
    if (ulid === null) return { kind: 'noIdentity', name };
    if (ulids.has(ulid)) return null;
    ulids.add(ulid);
    if (storeError) return { kind: 'unsaved', name };
    try {
      const result = await management.track(feed, player);
      if (result.kind === 'gone') throw feedGone(feed.channelId);
      if (result.kind === 'tracked') playerCount = result.playerCount;
      return { kind: result.kind, name };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      storeError = error;
      return { kind: 'unsaved', name };
    }
  }

  const outcomes: TrackOutcome[] = [];
  for (const lookUp of lookUps) {
    const found = await lookUp;
    const outcome = found.kind === 'found' ? await trackOne(found.player) : found;
    if (outcome) outcomes.push(outcome);
  }
  // Its own sentence says that nothing was changed.
  if (storeError !== null && playerCount === null) throw storeError;
  return { outcomes, playerCount };
}

/** Asks the site about each, a few at a time, and stops once it keeps failing, or hangs. */
function lookUpAll(
  { players, people, clock }: Pick<AnnouncementServices, 'players' | 'people' | 'clock'>,
  person: string,
  names: readonly string[],
): readonly Promise<LookedUp>[] {
  const places = createSemaphore({ places: LOOK_UPS_AT_ONCE, longestMs: LOOK_UP_LIMIT_MS, clock });
  // A name may have changed hands since the site was asked last.
  const since = clock.now();
  /** In a row. */
  let failures: readonly Failure[] = [];

  /** Why to stop asking the site; null as long as it responds. */
  function reasonToStop(): Failure | null {
    const [last = null] = failures;
    const isLate = clock.now() - since > PATIENCE_MS;
    return isLate || failures.length >= LOOK_UPS_AT_ONCE ? last : null;
  }

  async function lookUp(typed: string): Promise<LookedUp> {
    const memberId = memberMeant(typed, person);
    const ref = memberId ? await accountOf({ people }, memberId, person) : parsePlayerRef(typed);
    if (ref === null && memberId) return { kind: 'notLinked', name: `<@${memberId}>` };
    if (ref === null) return { kind: 'invalid', name: typed };
    const name = playerRefText(ref);
    using _ = await places.take();
    const failure = reasonToStop();
    if (failure) return { kind: 'unanswered', name, failure };
    try {
      // As `library`, because the caller's share may only have room in the next minute.
      const player = await players.find(ref, { priority: 'library', person, since });
      failures = [];
      return player ? { kind: 'found', player } : { kind: 'unknown', name };
    } catch (error) {
      if (!(error instanceof RetroAchievementsError)) throw error;
      failures = [error.failure, ...failures];
      return { kind: 'unanswered', name, failure: error.failure };
    }
  }
  const lookUps = names.map(lookUp);
  // They are awaited one by one: a later one must not end the process before its turn.
  for (const one of lookUps) one.catch(() => undefined);
  return lookUps;
}
