import type { APIEmbedField } from 'discord-api-types/v10';

import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed, Schedule } from '#src/announcements/feed.ts';
import { languageName } from '#src/messages/languages/languages.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { longTime, quoted } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';

/** A feed's settings. */
export function feedFields(feed: Feed, playerCount: number, t: Translate): APIEmbedField[] {
  const { channelId, kinds, roleId, language } = feed;
  return [
    field(t('feed.channel'), channelMention(channelId)),
    field(t('feed.kinds'), t(`feedKinds.${kinds}`)),
    field(t('feed.players'), t('feed.playerCount', { count: playerCount, limit: PLAYERS_LIMIT })),
    field(t('feed.role'), roleId === null ? t('feed.noRole') : `<@&${roleId}>`),
    field(t('feed.language'), languageName(language)),
    field(t('feed.schedule'), scheduleText(feed, t), false),
  ];
}

export function field(name: string, value: string, inline = true): APIEmbedField {
  return { name, value, inline };
}

function scheduleText({ schedule, nextDigestAt, pause }: Feed, t: Translate): string {
  const words = scheduleWords(schedule, t);
  // During a pause, this time may have passed.
  if (nextDigestAt === null || pause) return words;
  return `${words}\n${t('feed.next', { when: longTime(nextDigestAt) })}`;
}

function scheduleWords(schedule: Schedule, t: Translate): string {
  const { cadence, hour, weekday } = schedule;
  // This version may not know the zone, and then it can be any text.
  const timezone = quoted(schedule.timezone);
  const time = `${String(hour).padStart(2, '0')}:00`;
  const digest = t(`cadence.${cadence}`);
  if (cadence === 'daily') return t('feed.daily', { digest, time, timezone });
  if (cadence === 'weekly') {
    return t('feed.weekly', { digest, weekday: t(`weekday.${weekday}`), time, timezone });
  }
  if (cadence === 'monthly') return t('feed.monthly', { digest, time, timezone });
  return digest;
}
