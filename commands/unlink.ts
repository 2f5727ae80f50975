import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
import { channelMentions } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import type { Services } from './services.ts';

/** `/unlink`: forgets who the caller is on RetroAchievements. */
export const unlink: Command<Services> = {
  ...defineCommand({
    definition: {
      name: 'unlink',
      description: 'command.unlink',
      ...EVERYWHERE,
    },
    run: (use: Use<Services>) => use.answer.showWhenReady(unlinked(use)),
  }),
  isPrivate: true,
};

async function unlinked({ caller, services }: Use<Services>) {
  const { denials, linking, serverPlayers } = await services.people();
  const link = await linking.unlink(caller.id);
  if (!link) throw new Refusal('link.none', { link: command('link') });
  const player = escapeMarkdown(link.name);
  const t = services.translate(caller.locale);
  const isDenied = link.verifiedAt !== null && (await denials.has(link.ulid));
  // Whoever only claimed the account learns nothing about it.
  const channels = link.verifiedAt === null ? [] : await serverPlayers.channelsOf(link.ulid);
  const lines = [
    t('link.unlinked', { player }),
    ...(isDenied ? [t('link.stillDenied', { player, privacy: services.mention('privacy') })] : []),
    ...stillAnnounced(channels),
  ];
  return { content: t.sentences(lines) };

  function stillAnnounced(in_: typeof channels): readonly string[] {
    if (in_.length === 0) return [];
    const here = in_.filter(({ guildId }) => guildId === caller.guildId);
    const named = channelMentions(
      here.map(({ channelId }) => channelId),
      t,
    );
    const isOwnDoing = in_.every(({ addedBy }) => addedBy === caller.id);
    return [
      t('link.stillAnnounced', { player, count: in_.length }),
      ...(here.length > 0 ? [t('privacy.here', { channels: named })] : []),
      isOwnDoing
        ? t('link.stopThere')
        : t('link.stopVerified', { privacy: services.mention('privacy') }),
    ];
  }
}
