import type { Channel } from '#loopback/discord/entities.ts';
import type { Effect, OrderedFault } from '#loopback/discord/faults.ts';
import type { LoopbackDiscord, LoopbackOptions } from '#loopback/discord/loopback-discord.ts';
import { startDiscord } from '#loopback/discord/loopback-discord.ts';
import { createBotRequests } from '#src/discord/channels/bot-requests.ts';
import type { BotRequests } from '#src/discord/channels/bot-requests.ts';
import { createBotUserId } from '#src/discord/channels/bot-user.ts';
import { createChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import type { ChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import { createChannelPosts } from '#src/discord/channels/posts.ts';
import { createInvalidRequests } from '#src/discord/connection/invalid-requests.ts';
import type { InvalidRequests } from '#src/discord/connection/invalid-requests.ts';
import { createLog } from '#src/platform/log.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import type { FakeClock } from '#test/support/fake-clock.ts';

/** Everything with which announcements reach Discord, against a loopback Discord on the same clock. */
export type PostStage = AsyncDisposable & {
  readonly discord: LoopbackDiscord;
  readonly clock: FakeClock;
  readonly invalid: InvalidRequests;
  readonly requests: BotRequests;
  readonly permissions: ChannelPermissions;
  readonly posts: ReturnType<typeof createChannelPosts>;
  /** What was logged, as lines of JSON. */
  readonly lines: readonly string[];
  /** Strikes at the next request for messages in any channel. */
  order(effect: Effect, times?: number): OrderedFault;
  /** Resolves when the bot has the next answer of Discord's in its hands. */
  answered(): Promise<void>;
  /** Statuses of the requests for messages so far. */
  statuses(): readonly number[];
};

/** @param options.apiUrl somewhere else than the loopback Discord. */
export async function startPosts(
  options: LoopbackOptions & { readonly apiUrl?: string } = {},
): Promise<PostStage> {
  const clock = createFakeClock();
  const discord = await startDiscord({ clock, ...options });
  const lines: string[] = [];
  const log = createLog('debug', [discord.token], { write: (line) => void lines.push(line) });
  const counted = createInvalidRequests({ clock, log });
  let next = Promise.withResolvers<void>();
  const invalid: InvalidRequests = {
    ...counted,
    note(status, scope) {
      counted.note(status, scope);
      next.resolve();
      next = Promise.withResolvers();
    },
  };
  const { token } = discord;
  const apiUrl = options.apiUrl ?? discord.apiUrl;
  const requests = createBotRequests({ apiUrl, token, invalid, clock, log });
  const userId = createBotUserId(requests, discord.token);
  const permissions = createChannelPermissions({ requests, userId, clock });
  return {
    discord,
    clock,
    invalid,
    requests,
    permissions,
    posts: createChannelPosts({ requests, permissions, userId, log }),
    lines,
    order: (effect, times = 1) =>
      discord.faults.add({ path: /^\/channels\/\d+\/messages$/, times, effect }),
    answered: () => next.promise,
    statuses: () =>
      discord.requests.filter(({ path }) => path.includes('/messages')).map((one) => one.status),
    [Symbol.asyncDispose]: () => discord[Symbol.asyncDispose](),
  };
}

export const never = (): AbortSignal => new AbortController().signal;

/** What the bot itself is allowed and denied in a channel. */
export function allow(
  discord: LoopbackDiscord,
  channel: Channel,
  given: { readonly allow?: bigint; readonly deny?: bigint },
): void {
  const { allow: allowed = 0n, deny = 0n } = given;
  channel.permission_overwrites = [
    { id: discord.botUser.id, type: 1, allow: String(allowed), deny: String(deny) },
  ];
}
