import { ownPlayerFrom } from '#commands/player-option.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import {
  encodeInviteCustomId,
  INVITE_PREFIX,
  parseInviteCustomId,
} from '#src/announcements/messages/custom-ids.ts';
import {
  inviteMessage,
  USERNAME_FIELD,
  usernameModal,
} from '#src/announcements/messages/invite.ts';
import { pauseReason } from '#src/announcements/messages/pause-notice.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { ComponentHandler, Use } from '#src/discord/interactions/command.ts';
import { typedInto } from '#src/discord/interactions/interaction.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import type { CheckResult } from '#src/people/linking.ts';
import { checkMessage } from '#src/people/messages/link.ts';
import type { Link } from '#src/people/tables/links.ts';
import { absentPlayer } from '#src/progress/unknown-player.ts';
import type { PlayerRef, Ulid } from '#src/retroachievements/player.ts';

import { channelOption, feedFull, managedFeed } from './managed-feed.ts';

type InviteUse = Use<AnnouncementServices>;

const INVITE = command('announcements invite');

/** `/announcements invite`: posts a message with which members add and remove themselves. */
export const invite = defineSubcommand({
  definition: {
    name: 'invite',
    description: 'command.announcementsInvite',
    options: [channelOption],
  },

  run: (use: InviteUse, options) => use.answer.showWhenReady(postInvitation(use, options.channel)),
});

/** Its buttons, for everyone, and *Check* under the code that they lead to. */
export const inviteComponent: ComponentHandler<AnnouncementServices> = {
  prefix: INVITE_PREFIX,
  parse(input) {
    const id = parseInviteCustomId(input.customId);
    if (!id) return null;
    const { action, channelId, ulid } = id;
    const typed = typedInto(input, USERNAME_FIELD);
    if (action === 'check') {
      if (id.ownerId === null || ulid === null) return null;
      return {
        ownerId: id.ownerId,
        aside: false,
        run: (use) => use.answer.showWhenReady(checked(use, channelId, ulid)),
      };
    }
    const run = (use: InviteUse) => {
      if (action === 'leave') return use.answer.showWhenReady(left(use, channelId));
      if (typed === undefined) return joinOrAsk(use, channelId);
      return use.answer.showWhenReady(
        linkAndJoin(use, channelId, () => ownPlayerFrom(typed, use.caller.id)),
      );
    };
    return { ownerId: '', aside: true, run };
  },
};

async function postInvitation(
  use: InviteUse,
  option: ChannelOption | undefined,
): Promise<MessageBody> {
  const { caller, services } = use;
  const t = services.translate(caller.locale);
  const feed = await managedFeed(use, option);
  const channel = channelMention(feed.channelId);
  const invitation = inviteMessage(feed.channelId, services.translate(feed.language));
  const outcome = await services.channels.postSample(feed, invitation);
  if (outcome === 'posted') return { content: t('invite.posted', { channel }) };
  if (outcome === 'unavailable') {
    throw new Refusal('feedRefusal.inviteUnsent', { channel, invite: INVITE });
  }
  const { refused: reason, detail } = outcome;
  throw new Refusal('feedRefusal.inviteRefused', {
    channel,
    reason: (words) => pauseReason({ reason, detail, at: 0 }, feed, words),
    invite: INVITE,
  });
}

/** A modal has to be the first response. While the database hangs, the answer is deferred, and a sentence follows. */
async function joinOrAsk(use: InviteUse, channelId: string): Promise<void> {
  const { answer, caller, services } = use;
  const own = await answer.whileWaiting(ownLinkHere(use, channelId));
  if (own) {
    const ref = { kind: 'ulid', ulid: own.ulid, lastName: own.name } as const;
    return answer.showWhenReady(linkAndJoin(use, channelId, () => ref));
  }
  if (!answer.isOpen) throw new Refusal('invite.slow');
  const modal = usernameModal(channelId, services.translate(caller.locale));
  return answer.modal(JSON.stringify(modal));
}

async function ownLinkHere(use: InviteUse, channelId: string): Promise<Link | null> {
  await feedHere(use, channelId);
  const { linking } = await use.services.people();
  return linking.linkOf(use.caller.id);
}

/** Shows the code to someone who has yet to prove that the account is theirs. */
async function linkAndJoin(
  use: InviteUse,
  channelId: string,
  refOf: () => PlayerRef,
): Promise<MessageBody> {
  const { caller, services } = use;
  const feed = await feedHere(use, channelId);
  const { linking } = await services.people();
  const { link, other } = await linking.link(caller.id, refOf());
  // They have linked and verified another one while the modal was open.
  if (other) {
    const player = escapeMarkdown(link.name);
    throw new Refusal('link.otherVerified', { player, link: command('link') });
  }
  if (link.verifiedAt !== null) return join(use, feed, link.ulid);
  return codeMessage(use, channelId, { kind: 'linked', link });
}

async function checked(use: InviteUse, channelId: string, ulid: Ulid): Promise<MessageBody> {
  const { caller, services } = use;
  const feed = await feedHere(use, channelId);
  const { linking } = await services.people();
  const result = await linking.check(caller.id, ulid);
  return result.kind === 'verified' ? join(use, feed, ulid) : codeMessage(use, channelId, result);
}

function codeMessage(
  { caller, services }: InviteUse,
  channelId: string,
  result: CheckResult | { readonly kind: 'linked'; readonly link: CheckResult['link'] },
): MessageBody {
  const { ulid } = result.link;
  const ownerId = caller.id;
  const checkId = encodeInviteCustomId({ action: 'check', ownerId, channelId, ulid });
  const options = {
    t: services.translate(caller.locale),
    mention: services.mention,
    isOnLeaderboard: false,
    checkId,
  };
  return checkMessage(result, options);
}

async function join(use: InviteUse, feed: Feed, ulid: Ulid): Promise<MessageBody> {
  const { caller, services } = use;
  const t = services.translate(caller.locale);
  const { channelId } = feed;
  const channel = channelMention(channelId);
  const ref = { kind: 'ulid', ulid } as const;
  const found = await services.players.find(ref, { priority: 'command', person: caller.id });
  if (!found) throw absentPlayer(ref, await services.players.atHand(ref));
  const player = escapeMarkdown(found.name);
  const result = await services.management.track(feed, { ...found, ulid }, caller.id);
  switch (result.kind) {
    case 'tracked':
      return { content: t('invite.joined', { player, channel }), components: [] };
    case 'already':
      return { content: t('invite.already', { player, channel }), components: [] };
    case 'full':
      throw feedFull(channelId);
    case 'denied':
      throw new Refusal('feedRefusal.denied', { player, privacy: command('privacy') });
    case 'gone':
      throw new Refusal('invite.gone', { channel });
  }
}

async function left({ caller, services }: InviteUse, channelId: string): Promise<MessageBody> {
  const t = services.translate(caller.locale);
  const channel = channelMention(channelId);
  const peopleInFeeds = await services.peopleInFeeds();
  const own = await (await services.people()).linking.linkOf(caller.id);
  const isVerified = own !== null && own.verifiedAt !== null;
  const names = await peopleInFeeds.leave(caller.id, channelId, isVerified ? own.ulid : null);
  if (names.length === 0) {
    const link = command('link');
    if (!own) throw new Refusal('invite.unlinked', { link });
    if (isVerified) throw new Refusal('invite.notThere', { channel });
    throw new Refusal('invite.unverified', { player: escapeMarkdown(own.name), link });
  }
  return { content: t('invite.left', { player: t.list(names.map(escapeMarkdown)), channel }) };
}

/** The channel's feed in the server where the button was pressed. @throws Refusal */
async function feedHere({ caller, services }: InviteUse, channelId: string): Promise<Feed> {
  const feeds = caller.guildId === null ? [] : await services.management.feedsIn(caller.guildId);
  const feed = feeds.find((one) => one.channelId === channelId);
  if (!feed) throw new Refusal('invite.gone', { channel: channelMention(channelId) });
  return feed;
}
