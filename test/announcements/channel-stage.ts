import type { PostOutcome } from '#src/discord/channels/posts.ts';

import { accessible, openEngineStage, POLL_MS } from './engine-stage.ts';
import type { EngineStage, Ways } from './engine-stage.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

export const UNSENT: PostOutcome = { kind: 'unsent' };
export const UNSURE: PostOutcome = { kind: 'unsure' };
export const REFUSED: PostOutcome = {
  kind: 'refused',
  reason: 'missingPermissions',
  detail: '50013: Missing Permissions',
};

/** Channels 100, 200, …, each with a player of its own, and an engine that has polled once. */
export async function openChannels(count: number, ways?: Partial<Ways>): Promise<EngineStage> {
  const stage = await openEngineStage();
  for (let n = 1; n <= count; n += 1) await stage.setUp(`${n}00`, [n]);
  (ways ? stage.createEngine(ways) : stage.engine).start();
  await stage.clock.advance(SECOND);
  return stage;
}

/** Earns awards for a player, and lets the bot see them. */
export async function win(
  { clock, feed }: EngineStage,
  player: number,
  ...games: readonly number[]
) {
  for (const game of games) feed.award(player, game, 'mastered', clock.now());
  await clock.advance(POLL_MS);
}

/** A machine that slept. */
export async function sleepFor({ clock }: EngineStage, ms: number): Promise<void> {
  clock.set(clock.now() + ms);
  await clock.advance(SECOND);
}

export const times = (count: number, outcome: PostOutcome) =>
  Array.from({ length: count }, () => outcome);

export const text = (player: number, game: number) =>
  `${player}00 single Player${player} Title ${game} mastered`;

/** The bot may not send in a channel any more, until the function that this returns is called. */
export function forbid({ channels }: EngineStage, ...channelIds: readonly string[]): () => void {
  const isForbidden = (channelId: string) => channelIds.includes(channelId);
  channels.outcome = (channelId) => (isForbidden(channelId) ? REFUSED : null);
  channels.accessOf = (channelId) => ({
    ...accessible(channelId),
    missing: isForbidden(channelId) ? ['sendMessages'] : [],
  });
  return () => {
    channels.outcome = () => null;
    channels.accessOf = accessible;
  };
}

/** So long a channel is tried before it is paused. */
export const TROUBLE = 9 * MINUTE;

/** What became of the posts of one channel, and when, in s after the first. */
export function watchTries(
  { clock, channels }: EngineStage,
  outcomes: readonly (PostOutcome | null)[],
) {
  const tries: { at: number; nonce: string; json: string }[] = [];
  channels.outcome = (channelId, json, nonce) => {
    if (channelId !== '100') return null;
    tries.push({ at: clock.now(), nonce, json });
    return outcomes[tries.length - 1] ?? null;
  };
  return {
    tries,
    seconds: () => tries.map(({ at }) => (at - (tries[0]?.at ?? 0)) / SECOND),
  };
}
