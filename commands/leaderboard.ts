import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { defineCommand, IN_SERVERS } from '#src/discord/interactions/command.ts';
import type { ComponentUse, Use } from '#src/discord/interactions/command.ts';
import type { Caller, ComponentInput } from '#src/discord/interactions/interaction.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { Page, turnPage } from '#src/messages/paging.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { PERIODS, RANKED_KINDS } from '#src/people/leaderboard.ts';
import type { LeaderboardQuery, Place } from '#src/people/leaderboard.ts';
import {
  LEADERBOARD_PREFIX,
  leaderboardMessage,
  parseLeaderboardCustomId,
  PLACES_PER_PAGE,
} from '#src/people/messages/leaderboard.ts';
import type { OwnStanding } from '#src/people/messages/leaderboard.ts';
import type { People } from '#src/people/people.ts';
import type { ServerPlayer } from '#src/people/tables/server-players.ts';

import { guildOf } from './guild-of.ts';
import { privateOption } from './library-options.ts';
import type { Services } from './services.ts';

type LeaderboardUse = Use<Services>;

/** `/leaderboard`: a server's players ranked by games, and who is one of them. */
export const leaderboard = defineCommand({
  definition: {
    name: 'leaderboard',
    description: 'command.leaderboard',
    ...IN_SERVERS,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'period',
        description: 'option.period',
        choices: PERIODS.map((value) => ({ name: `leaderboard.${value}`, value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'kind',
        description: 'option.kind',
        choices: RANKED_KINDS.map((value) => ({ name: `leaderboard.${value}`, value })),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'casual',
        description: 'option.casual',
      },
      privateOption,
    ],
  },

  run(use: LeaderboardUse, options) {
    const query = {
      period: options.period ?? 'all',
      kinds: options.kind ?? 'any',
      casual: options.casual ?? false,
    };
    return use.answer.showWhenReady(shown(use, query, 1));
  },

  components: [{ prefix: LEADERBOARD_PREFIX, parse: parseButton }],
});

function parseButton(input: ComponentInput): ComponentUse<Services> | null {
  const id = parseLeaderboardCustomId(input.customId);
  if (!id) return null;
  const { action, ownerId, guildId, period, kinds, page } = id;
  const query = { period, kinds, casual: id.awards === 'casual' };
  if (action === 'join' || action === 'leave') {
    // Whoever presses it sees their own copy, because they only decide for themselves.
    const run = (use: LeaderboardUse) =>
      use.answer.showWhenReady(
        decided(use, action, guildId).then((notice) => shown(use, query, page, notice)),
      );
    return { ownerId, aside: true, run };
  }
  const show = (use: LeaderboardUse, target: number) => {
    const there = checkedGuild(use.caller, guildId);
    return use.answer.showWhenReady(there.then(() => shown(use, query, target)));
  };
  return { ownerId, ...turnPage({ action, page }, input, show) };
}

async function shown(
  { caller, services }: LeaderboardUse,
  query: LeaderboardQuery,
  number: number,
  notice: string | null = null,
): Promise<MessageBody> {
  const guildId = guildOf(caller, 'leaderboard.notInServer');
  const people = await services.people();
  const now = services.clock.now();
  const players = await people.serverPlayers.in(guildId);
  const places = await people.leaderboard.rank(players, query, now);
  const page = Page.of({ number, itemCount: places.length, size: PLACES_PER_PAGE });
  const own = await standing(people, caller.id, { players, places });
  const loading = players.filter(({ isLoaded }) => !isLoaded).length;
  const view = { query, places, page, own, loading, playerCount: players.length };
  const t = services.translate(caller.locale);
  const { mention } = services;
  return leaderboardMessage(view, { t, mention, ownerId: caller.id, guildId, now }, notice);
}

async function standing(
  { denials, links }: People,
  userId: string,
  at: { readonly players: readonly ServerPlayer[]; readonly places: readonly Place[] },
): Promise<OwnStanding> {
  const link = await links.get(userId);
  if (!link) return { kind: 'unlinked' };
  // Whoever only claims an account isn't that player.
  if (link.verifiedAt === null) return { kind: 'unverified' };
  const place = at.places.find(({ ulid }) => ulid === link.ulid);
  if (place) return { kind: 'ranked', place };
  const player = at.players.find(({ ulid }) => ulid === link.ulid);
  if (player) return { kind: player.isUnranked ? 'unranked' : 'noGames' };
  return { kind: (await denials.has(link.ulid)) ? 'denied' : 'notHere' };
}

/** What came of pressing *Join* or *Leave*, in a sentence. @throws Refusal */
async function decided(
  { caller, services }: LeaderboardUse,
  action: 'join' | 'leave',
  boardGuildId: string,
): Promise<string> {
  const guildId = await checkedGuild(caller, boardGuildId);
  const { denials, links, members } = await services.people();
  const link = await links.get(caller.id);
  const isVerified = link !== null && link.verifiedAt !== null;
  // `/link` has already put an unverified member down for it.
  if (!link || (action === 'join' && !isVerified)) {
    throw new Refusal('leaderboard.notVerified', { link: command('link') });
  }
  const player = escapeMarkdown(link.name);
  const t = services.translate(caller.locale);
  if (action === 'leave') {
    await members.leave(guildId, caller.id);
    return t(isVerified ? 'leaderboard.left' : 'leaderboard.leftUnverified', { player });
  }
  if (await denials.has(link.ulid)) {
    throw new Refusal('leaderboard.denied', { privacy: command('privacy') });
  }
  await members.join(guildId, caller.id, services.clock.now());
  return t('leaderboard.joined', { player });
}

/** @throws Refusal if the message is in another server */
async function checkedGuild(caller: Caller, boardGuildId: string): Promise<string> {
  const guildId = guildOf(caller, 'leaderboard.notInServer');
  if (guildId === boardGuildId) return guildId;
  throw new Refusal('leaderboard.elsewhere', { leaderboard: command('leaderboard') });
}
