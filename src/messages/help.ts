import type { MessageBody } from '#src/discord/message.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { SITE } from '#src/retroachievements/site-pages.ts';

import { awardMark, GOLD } from './awards.ts';
import type { Translate } from './languages/translate.ts';

type Mention = (commandName: string) => string;

/** What the bot can do. @param mention writes a command so that it can be tapped on. */
export function helpMessage(mention: Mention, t: Translate): MessageBody {
  const commands = (['progress', 'help', 'about'] as const).map(
    (name) => `${mention(name)}: ${t(`help.${name}`)}`,
  );
  const marks = [
    ...AWARD_KINDS.map((award) => `${awardMark(award)} ${t(`award.${award}`)}`),
    `${awardMark(null)} ${t('award.none')}`,
    t('help.softcoreMarks'),
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

/** Subcommands are tapped on one by one: the command itself does nothing. */
function announcements(mention: Mention, t: Translate): string {
  const mentions = (...names: readonly string[]) =>
    names.map((name) => mention(`announcements ${name}`)).join(' ');
  return [
    `${mentions('setup')}: ${t('help.announcementsSetup')}`,
    `${mentions('track', 'untrack', 'list')}: ${t('help.announcementsPlayers')}`,
    `${mentions('status', 'test')}: ${t('help.announcementsStatus')}`,
    `${mentions('pause', 'resume', 'remove')}: ${t('help.announcementsPause')}`,
    t('help.announcementsWho'),
  ].join('\n');
}
