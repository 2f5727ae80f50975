import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { playerFrom } from '#commands/player-option.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { trackedMessage } from '#src/announcements/messages/tracked-players.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT, defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { absentPlayer } from '#src/progress/unknown-player.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';

import { channelOption, feedGone, managedFeed } from './managed-feed.ts';

/** `/announcements track`: announces a player's awards from now on. */
export const track = defineSubcommand({
  definition: {
    name: 'track',
    description: 'Announce the games a player beats and masters from now on',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'user',
        description: 'RetroAchievements username or profile link',
        required: true,
        autocomplete: true,
      },
      channelOption,
    ],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(trackPlayer(use, options)),

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
  const player = await findPlayer(services, playerFrom(options.user), caller.id);
  const playerCount = await trackIn(services, feed, player);
  return trackedMessage(
    { feed, player: player.name, playerCount },
    services.mention,
    services.translate(caller.locale),
  );
}

/** Asks the site, never memory: the name may have changed hands. @throws UnknownPlayer, AccountGone, RetroAchievementsError */
async function findPlayer(
  { players }: Pick<AnnouncementServices, 'players'>,
  ref: PlayerRef,
  person: string,
): Promise<Player> {
  const player = await players.find(ref, { priority: 'command', person, refresh: true });
  if (player === null) throw absentPlayer(ref, await players.atHand(ref));
  return player;
}

/** @returns how many players the feed has now. @throws Refusal */
async function trackIn(
  { management }: AnnouncementServices,
  feed: Feed,
  player: Player,
): Promise<number> {
  const { channelId } = feed;
  const name = escapeMarkdown(player.name);
  const channel = channelMention(channelId);
  if (player.ulid === null) throw new Refusal('feedRefusal.noIdentity', { player: name });
  const result = await management.track(feed, player);
  switch (result.kind) {
    case 'tracked':
      return result.playerCount;
    case 'already': {
      const { formerName } = result;
      if (formerName === null) {
        throw new Refusal('feedRefusal.alreadyTracked', { player: name, channel });
      }
      const former = escapeMarkdown(formerName);
      throw new Refusal('feedRefusal.alreadyTrackedRenamed', { player: name, channel, former });
    }
    case 'full':
      throw new Refusal('feedRefusal.feedFull', {
        channel,
        limit: PLAYERS_LIMIT,
        untrack: command('announcements untrack'),
      });
    case 'gone':
      throw feedGone(channelId);
  }
}
