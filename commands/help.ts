import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { Mention } from '#src/messages/mentions.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { SITE } from '#src/retroachievements/site-pages.ts';

import type { Services } from './services.ts';

/** `/help`: what the bot can do, with commands to tap on. */
export const help = defineCommand({
  definition: {
    name: 'help',
    description: 'command.help',
    ...EVERYWHERE,
  },

  async run({ answer, caller, services }: Use<Services>) {
    const t = services.translate(caller.locale);
    await answer.notice(toMessage(helpMessage(services.mention, t)));
  },
});

/** What the bot can do. @param mention writes a command to tap on. */
export function helpMessage(mention: Mention, t: Translate): MessageBody {
  const commands = (
    [
      'progress',
      'random',
      'stats',
      'compare',
      'game',
      'leaderboard',
      'link',
      'unlink',
      'privacy',
      'help',
      'about',
    ] as const
  ).map((name) => t('help.line', { commands: mention(name), text: t(`help.${name}`) }));
  const marks = [
    ...AWARD_KINDS.map((award) => `${awardMark(award)} ${t(`award.${award}`)}`),
    `${awardMark(null)} ${t('award.none')}`,
    t('help.casualMarks'),
  ];
  return {
    embeds: [
      {
        color: GOLD,
        title: t('help.title'),
        description: [t('help.intro', { site: SITE }), '', ...commands].join('\n'),
        fields: [
          { name: t('help.announcementsTitle'), value: announcements(mention, t) },
          { name: t('help.buttonsTitle'), value: t('help.buttons') },
          { name: t('help.marksTitle'), value: marks.join('\n') },
          {
            name: t('help.privateTitle'),
            value: t('help.private', { command: mention('progress') }),
          },
        ],
      },
    ],
  };
}

/** Each subcommand is a mention of its own: the command alone can't be used. */
function announcements(mention: Mention, t: Translate): string {
  const mentions = (...names: readonly string[]) =>
    names.map((name) => mention(`announcements ${name}`)).join(' ');
  return [
    t('help.line', { commands: mentions('setup'), text: t('help.announcementsSetup') }),
    t('help.line', {
      commands: mentions('track', 'untrack', 'invite', 'list'),
      text: t('help.announcementsPlayers'),
    }),
    t('help.line', { commands: mentions('status', 'test'), text: t('help.announcementsStatus') }),
    t('help.line', {
      commands: mentions('pause', 'resume', 'remove'),
      text: t('help.announcementsPause'),
    }),
    t('help.announcementsWho'),
  ].join('\n');
}
