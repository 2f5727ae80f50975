import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { memberOrPlayer } from '#commands/player-option.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { accessLines } from '#src/announcements/messages/access-lines.ts';
import { trackedMessage } from '#src/announcements/messages/tracked-players.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT, defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { settlesWithin } from '#src/platform/clock.ts';
import { absentPlayer } from '#src/progress/unknown-player.ts';
import { splitPlayers } from '#src/retroachievements/player-list.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';

import { channelOption, feedFull, feedGone, managedFeed } from './managed-feed.ts';
import { trackSeveral } from './track-several.ts';

/** `/announcements track`: announces the awards of one or more players from now on. */
export const track = defineSubcommand({
  definition: {
    name: 'track',
    description: 'command.announcementsTrack',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'user',
        description: 'option.track',
        required: true,
        autocomplete: true,
      },
      channelOption,
    ],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(trackPlayer(use, options)),

  autocomplete({ typed }, caller, { recentPlayers }) {
    const [before, last] = lastOf(typed);
    return recentPlayers
      .suggest(caller.id, last, AUTOCOMPLETE_CHOICE_LIMIT)
      .map((player) => before + player)
      .filter((text) => text.length <= CHOICE_LENGTH)
      .map((text) => ({ name: text, value: text }));
  },
});

/** A look at the channel is quick, or not worth waiting for. */
const CHANNEL_PATIENCE_MS = 2_000;

/** Discord's limit. */
const CHOICE_LENGTH = 100;

/** What stands before the name that someone is typing, and that name: a choice replaces both. */
function lastOf(typed: string): readonly [string, string] {
  const separators = [' ', ',', ';'].map((separator) => typed.trimEnd().lastIndexOf(separator));
  const start = Math.max(...separators) + 1;
  return [typed.slice(0, start), typed.slice(start)];
}

async function trackPlayer(
  use: Use<AnnouncementServices>,
  options: { readonly user: string; readonly channel?: ChannelOption },
): Promise<MessageBody> {
  const feed = await managedFeed(use, options.channel);
  const trouble = troubleIn(use, feed);
  const tracked = await trackIn(use, feed, options.user);
  return { ...tracked, content: [tracked.content, ...(await trouble)].join('\n') };
}

/** Why posts can't come, if Discord says so soon. A paused feed says it is. */
async function troubleIn(
  { caller, services }: Use<AnnouncementServices>,
  feed: Feed,
): Promise<readonly string[]> {
  const { channels, clock, mention, translate } = services;
  if (feed.pause) return [];
  const asked = channels.access(feed).catch(() => null);
  const access = (await settlesWithin(asked, CHANNEL_PATIENCE_MS, clock)) ? await asked : null;
  const isKnown = access && access.kind !== 'unavailable' && access.kind !== 'unreadable';
  if (!isKnown) return [];
  if (access.kind === 'ok' && access.missing.length === 0) return [];
  return accessLines(access, feed, mention, translate(caller.locale));
}

async function trackIn(
  use: Use<AnnouncementServices>,
  feed: Feed,
  names: string,
): Promise<MessageBody> {
  const { caller, services } = use;
  const [typed = names, ...others] = splitPlayers(names);
  if (others.length > 0) return trackSeveral(use, feed, [typed, ...others]);
  const ref = await memberOrPlayer(use, typed);
  const player = await findPlayer(services, ref, caller.id);
  const playerCount = await addTo(services, feed, player);
  return trackedMessage(
    { feed, player: player.name, playerCount },
    services.mention,
    services.translate(caller.locale),
  );
}

/** Always asks the site: the name may have changed hands. @throws UnknownPlayer, AccountGone, RetroAchievementsError */
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
async function addTo(
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
      throw feedFull(channelId);
    case 'denied':
      throw new Refusal('feedRefusal.denied', { player: name, privacy: command('privacy') });
    case 'gone':
      throw feedGone(channelId);
  }
}
