import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import { escapeMarkdown } from '#src/messages/markdown.ts';
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
  const { denials, linking } = await services.people();
  const link = await linking.unlink(caller.id);
  if (!link) throw new Refusal('link.none', { link: command('link') });
  const player = escapeMarkdown(link.name);
  const t = services.translate(caller.locale);
  const isDenied = link.verifiedAt !== null && (await denials.has(link.ulid));
  const lines = [
    t('link.unlinked', { player }),
    ...(isDenied ? [t('link.stillDenied', { player, privacy: services.mention('privacy') })] : []),
  ];
  return { content: t.sentences(lines) };
}
