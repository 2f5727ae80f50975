import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { relativeTime } from '#src/messages/markdown.ts';
import type { SiteHealth } from '#src/retroachievements/site-health.ts';

import type { Services, Status } from './services.ts';

/** `/about`: the bot's version, its status, and how old its data is. */
export const about = defineCommand({
  definition: {
    name: 'about',
    description: 'command.about',
    ...EVERYWHERE,
  },

  async run({ answer, caller, services }: Use<Services>) {
    const t = services.translate(caller.locale);
    await answer.notice(toMessage(aboutMessage(services.status(), services.policyUrl, t)));
  },
});

/** How the bot is doing. */
export function aboutMessage(status: Status, policyUrl: string | null, t: Translate): MessageBody {
  return {
    embeds: [
      {
        color: GOLD,
        title: t('help.title'),
        fields: [
          field(t('about.version'), status.version),
          field(t('about.uptime'), relativeTime(status.startedAt)),
          field(t('about.gateway'), latency(status.gatewayLatencyMs, t)),
          field(t('about.site'), siteHealth(status.site, t)),
          field(t('about.data'), dataAge(status.libraries, t)),
        ],
        ...(policyUrl === null ? {} : { description: t('privacy.policy', { url: policyUrl }) }),
      },
    ],
  };
}

function field(name: string, value: string) {
  return { name, value, inline: true };
}

function latency(ms: number | null, t: Translate): string {
  return ms === null ? t('about.gatewayUnknown') : t('about.gatewayLatency', { ms });
}

function siteHealth({ lastAnswerAt, failingSince }: SiteHealth, t: Translate): string {
  if (failingSince !== null) return t('about.siteFailing', { since: relativeTime(failingSince) });
  if (lastAnswerAt === null) return t('about.siteUnknown');
  return t('about.siteOk', { when: relativeTime(lastAnswerAt) });
}

function dataAge({ count, newestAt }: Status['libraries'], t: Translate): string {
  return newestAt === null
    ? t('about.dataNone')
    : t('about.dataAge', { count, newest: relativeTime(newestAt) });
}
