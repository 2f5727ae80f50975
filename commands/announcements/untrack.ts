import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { memberOrPlayer } from '#commands/player-option.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { TrackedPlayer } from '#src/announcements/feed.ts';
import { AUTOCOMPLETE_CHOICE_LIMIT, defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Choices, Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption, OptionValue } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { escapeMarkdown, quoted } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { splitPlayers } from '#src/retroachievements/player-list.ts';
import { playerRefText } from '#src/retroachievements/player.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import {
  channelOption,
  isChannelGone,
  isManager,
  managedFeed,
  managedGuild,
} from './managed-feed.ts';
import { untrackSeveral } from './untrack-several.ts';

/** `/announcements untrack`: stops announcing one or more players. */
export const untrack = defineSubcommand({
  definition: {
    name: 'untrack',
    description: 'command.announcementsUntrack',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'user',
        description: 'option.untrack',
        required: true,
        autocomplete: true,
      },
      channelOption,
    ],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(untrackPlayer(use, options)),

  async autocomplete({ typed, others }, caller, { management }) {
    if (caller.guildId === null || !isManager(caller)) return [];
    const feeds = await management.feedsIn(caller.guildId);
    const players = await Promise.all(
      meant(feeds, others['channel']).map((feed) => management.playersOf(feed)),
    );
    return choicesOf(players.flat(), typed);
  },
});

async function untrackPlayer(
  use: Use<AnnouncementServices>,
  options: { readonly user: string; readonly channel?: ChannelOption },
): Promise<MessageBody> {
  const { caller, services } = use;
  const feed = await managedFeed(use, options.channel);
  const [typed = options.user, ...others] = splitPlayers(options.user);
  const untrackKnown = async (ref: PlayerRef) =>
    (await services.management.untrack(feed, playerRefText(ref))) ??
    (options.channel ? null : await untrackLeftBehind(use, feed, ref));
  if (others.length > 0) {
    return untrackSeveral(use, feed, { typed: [typed, ...others], untrackKnown });
  }
  const ref = await memberOrPlayer(use, typed);
  const removed = (await untrackKnown(ref)) ?? (await untrackRenamed(use, feed, ref));
  const { channelId } = feed;
  if (!removed) {
    throw new Refusal('feedRefusal.notTracked', {
      typed: quoted(playerRefText(ref)),
      channel: channelMention(channelId),
      list: command('announcements list'),
    });
  }
  const t = services.translate(caller.locale);
  const player = escapeMarkdown(removed.name);
  const count = removed.droppedCount;
  const lines = [
    t('untrack.untracked', { player, channel: channelMention(channelId) }),
    ...(count > 0 ? [t('untrack.dropped', { count })] : []),
  ];
  return { content: t.sentences(lines) };
}

/** A deleted channel can't be chosen, so without the option, its players count too. */
async function untrackLeftBehind(
  { caller, services }: Use<AnnouncementServices>,
  feed: Feed,
  ref: PlayerRef,
): ReturnType<AnnouncementServices['management']['untrack']> {
  const { management } = services;
  const feeds = await management.feedsIn(managedGuild(caller));
  for (const other of feeds.filter(isChannelGone)) {
    if (other.channelId === feed.channelId) continue;
    const removed = await management.untrack(other, playerRefText(ref));
    if (removed) return removed;
  }
  return null;
}

/** A player renamed since their last award is still listed under the old name; the site knows who they are. */
async function untrackRenamed(
  { caller, services }: Use<AnnouncementServices>,
  feed: Feed,
  ref: PlayerRef,
): ReturnType<AnnouncementServices['management']['untrack']> {
  const { management, players } = services;
  if (ref.kind === 'ulid') return null;
  const player = await players.find(ref, { priority: 'command', person: caller.id });
  return player?.ulid ? management.untrack(feed, player.ulid) : null;
}

/** All of the server's feeds if no channel is chosen. */
function meant(feeds: readonly Feed[], channel: OptionValue | undefined): readonly Feed[] {
  return channel === undefined ? feeds : feeds.filter(({ channelId }) => channelId === channel);
}

/** By ULID, which survives a rename. Names that begin like the typed text come first. */
function choicesOf(players: readonly TrackedPlayer[], typed: string): Choices {
  const wanted = typed.trim().toLowerCase();
  const byUlid = new Map(
    players
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(({ ulid, name }) => [ulid, name]),
  );
  const later = (name: string) => Number(!name.toLowerCase().startsWith(wanted));
  return [...byUlid]
    .toSorted(([, a], [, b]) => later(a) - later(b))
    .slice(0, AUTOCOMPLETE_CHOICE_LIMIT)
    .map(([ulid, name]) => ({ name, value: ulid }));
}
