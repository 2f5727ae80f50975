import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { AnnouncementServices } from '#commands/services.ts';
import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { trackedMessage } from '#src/announcements/messages/tracked.ts';
import { defineSubcommand } from '#src/discord/interactions/command-group.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT } from '#src/discord/interactions/limits.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { Refusal } from '#src/messages/refusal.ts';
import type { Player } from '#src/retroachievements/player.ts';

import { channelOption } from './channel-option.ts';
import { feedGone, managedFeed } from './managed-feed.ts';
import { findPlayer, playerRefOf } from './named-player.ts';
import { reply } from './reply.ts';

/** `/announcements track`: announces what a player wins, from now on. */
export const track = defineSubcommand({
  definition: {
    name: 'track',
    description: 'Announce what a player beats and masters, from now on',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'user',
        description: 'The player’s name on RetroAchievements',
        required: true,
        autocomplete: true,
      },
      channelOption,
    ],
  },

  run: (use: Use<AnnouncementServices>, options) => reply(use.answer, trackPlayer(use, options)),

  autocomplete: ({ typed }, caller, { recentPlayers }) =>
    recentPlayers
      .suggest(caller.id, typed, AUTOCOMPLETE_CHOICE_LIMIT)
      .map((player) => ({ name: player, value: player })),
});

async function trackPlayer(
  use: Use<AnnouncementServices>,
  options: { readonly user: string; readonly channel?: ChannelOption },
): Promise<MessageBody> {
  const { caller, services } = use;
  const feed = await managedFeed(use, options.channel);
  const player = await findPlayer(services.players, playerRefOf(options.user));
  const playerCount = await trackIn(services, feed, player);
  return trackedMessage(
    { feed, player: player.name, playerCount, playersLimit: PLAYERS_LIMIT },
    services.mention,
    services.translate(caller.locale),
  );
}

/** How many the feed has then. @throws Refusal */
async function trackIn(
  { announcements }: AnnouncementServices,
  feed: Feed,
  player: Player,
): Promise<number> {
  const { channelId } = feed;
  const { name } = player;
  if (player.ulid === null) throw new Refusal({ kind: 'noIdentity', player: name });
  const result = await announcements.track(feed, player);
  switch (result.kind) {
    case 'tracked':
      return result.playerCount;
    case 'already': {
      const { formerName } = result;
      throw new Refusal({ kind: 'alreadyTracked', channelId, player: name, formerName });
    }
    case 'full':
      throw new Refusal({ kind: 'feedFull', channelId, limit: PLAYERS_LIMIT });
    case 'gone':
      throw feedGone(channelId);
  }
}
