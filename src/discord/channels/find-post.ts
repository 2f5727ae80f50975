import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import { snowflake } from '../ids.ts';
import type { BotRequests } from './bot-requests.ts';
import type { BotUserId } from './bot-user.ts';
import type { ChannelPermissions } from './channel-permissions.ts';

const PAGE_SIZE = 100;
/** 5,000 messages. Discord gives five pages in five seconds. */
export const SEARCHED_PAGES_LIMIT = 50;
/** Ids carry Discord's time, which may differ from this machine's. */
const CLOCK_MARGIN_MS = 60_000;
const DISCORD_EPOCH = 1_420_070_400_000;

const pageShape = z.array(
  z.looseObject({
    id: snowflake,
    author: z.object({ id: snowflake }),
    nonce: z.union([z.string(), z.number()]).optional(),
  }),
);
type Page = z.infer<typeof pageShape>;

/** Whether a post in doubt is in its channel. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  /** The bot may not read the channel's history, or the history is too long to read. */
  | { readonly kind: 'unreadable' }
  /** Discord doesn't answer right now. */
  | { readonly kind: 'later' };

/**
 * Looks for a post in its channel's history, for when Discord has forgotten the nonce. Old messages come without
 * their nonces, so their contents are compared.
 */
export function createPostSearch(options: {
  readonly requests: BotRequests;
  readonly permissions: ChannelPermissions;
  readonly userId: BotUserId;
}) {
  const { requests, permissions, userId } = options;

  async function read(
    channelId: string,
    after: string,
    signal: AbortSignal | undefined,
  ): Promise<Page | 'unreadable' | 'later'> {
    const query = new URLSearchParams({ after, limit: String(PAGE_SIZE) });
    const route = Routes.channelMessages(channelId);
    const outcome = await requests.send({ method: 'get', route, query, signal });
    if (outcome.kind === 'refused') return 'unreadable';
    if (outcome.kind !== 'answered') return 'later';
    return pageShape.safeParse(outcome.body).data ?? 'later';
  }

  /** Without the permission, Discord silently shows an empty history. */
  async function absent(guildId: string, channelId: string): Promise<FindOutcome> {
    const access = await permissions.access({ guildId, channelId, roleId: null });
    if (access.kind === 'unavailable') return { kind: 'later' };
    const mayRead =
      access.kind === 'ok' &&
      !access.missing.includes('viewChannel') &&
      !access.advised.includes('readMessageHistory');
    return { kind: mayRead ? 'absent' : 'unreadable' };
  }

  /** @param since when the first try began, ms since 1970. */
  return async (
    channelId: string,
    guildId: string,
    json: string,
    since: number,
    nonce: string,
    signal?: AbortSignal,
  ): Promise<FindOutcome> => {
    const authorId = await userId();
    if (authorId === null) return { kind: 'later' };
    const isIt = matcher(json, nonce, authorId);
    let after = idAt(since - CLOCK_MARGIN_MS);
    for (let count = 0; count < SEARCHED_PAGES_LIMIT; count += 1) {
      const page = await read(channelId, after, signal);
      if (typeof page === 'string') return { kind: page };
      const found = page.find(isIt);
      if (found) return { kind: 'found', messageId: found.id };
      if (page.length < PAGE_SIZE) return await absent(guildId, channelId);
      after = newestOf(page);
    }
    return { kind: 'unreadable' };
  };
}

function matcher(
  json: string,
  nonce: string,
  authorId: string,
): (message: Page[number]) => boolean {
  const wanted = likenessOf(JSON.parse(json));
  return (message) => {
    if (message.author.id !== authorId) return false;
    if (message.nonce !== undefined) return String(message.nonce) === nonce;
    return wanted !== null && likenessOf(message) === wanted;
  };
}

/** The smallest id that a message can have at this time. */
function idAt(time: number): string {
  return (BigInt(Math.max(0, Math.floor(time) - DISCORD_EPOCH)) << 22n).toString();
}

function newestOf(page: Page): string {
  return page.reduce((newest, { id }) => (BigInt(id) > BigInt(newest) ? id : newest), '0');
}

const likeText = z.string().nullish().transform(plain);

const likeEmbed = z.object({
  type: z.string().default('rich'),
  url: z.string().nullish().transform(address),
  title: likeText,
  description: likeText,
  timestamp: z.string().nullish().transform(instant),
  author: z.object({ name: likeText }).nullish(),
});

const likeMessage = z.object({
  content: likeText,
  // Discord adds embeds of other types for links in the content.
  embeds: z
    .array(likeEmbed)
    .nullish()
    .transform((embeds) => (embeds ?? []).filter(({ type }) => type === 'rich')),
  components: z.unknown().optional().transform(customIds),
});

/**
 * What Discord doesn't change about a message (its texts and custom_ids), to compare one that was sent with one that is
 * there. Null if it can't be read.
 */
export function likenessOf(body: unknown): string | null {
  const parsed = likeMessage.safeParse(body);
  return parsed.success ? JSON.stringify(parsed.data) : null;
}

/** Discord trims texts and removes invisible characters. [docs.discord.com, Embed Limits] */
function plain(written: string | null | undefined): string {
  const visible = (written ?? '').normalize('NFC').replaceAll(/\p{Cf}/gu, '');
  return visible.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Discord writes `…Z` as `….000000+00:00`. */
function instant(written: string | null | undefined): number | null {
  const time = Date.parse(written ?? '');
  return Number.isNaN(time) ? null : time;
}

function address(written: string | null | undefined): string {
  return written && URL.canParse(written) ? new URL(written).href : plain(written);
}

function customIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(customIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'custom_id' && typeof inner === 'string' ? [inner] : customIds(inner),
  );
}
