import type { Status } from '#commands/services.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { SiteHealth } from '#src/retroachievements/site-health.ts';

import { GOLD } from './awards.ts';
import type { Translate } from './languages/translate.ts';
import { relativeTime } from './markdown.ts';

/** How the bot is doing. */
export function aboutMessage(status: Status, t: Translate): MessageBody {
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
