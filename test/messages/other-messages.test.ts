import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';

import { commands } from '#commands/index.ts';
import type { Status } from '#commands/services.ts';
import type { CommandDefinition } from '#src/discord/interactions/command.ts';
import { aboutMessage } from '#src/messages/about.ts';
import { awardMark } from '#src/messages/awards.ts';
import { failureSentence } from '#src/messages/failures.ts';
import { helpMessage } from '#src/messages/help.ts';
import { jumpModal } from '#src/messages/paging.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { gameUrl, progressUrl } from '#src/retroachievements/site-pages.ts';
import { t } from '#test/progress/messages/pages.ts';

describe('award marks', () => {
  it('differ, for every award and none', () => {
    const marks = [...AWARD_KINDS, null].map(awardMark);
    expect(new Set(marks).size).toBe(5);
  });
});

describe('links', () => {
  it('lead to the public site', () => {
    expect(gameUrl(7)).toBe('https://retroachievements.org/game/7');
    expect(progressUrl('Max Milyin/..')).toBe(
      'https://retroachievements.org/user/Max%20Milyin%2F../progress',
    );
  });
});

/** Discord makes no link of a command that has subcommands, only of these. */
function mentionable({ name, options = [] }: CommandDefinition): string[] {
  const subcommands = options.filter(
    ({ type }) => type === ApplicationCommandOptionType.Subcommand,
  );
  return subcommands.length > 0 ? subcommands.map((one) => `${name} ${one.name}`) : [name];
}

describe('/help', () => {
  const [embed] = helpMessage((name) => `</${name}:5>`, t).embeds ?? [];

  it('names every command, to tap on', () => {
    const text = JSON.stringify(embed);
    for (const { definition } of commands) {
      for (const name of mentionable(definition)) expect(text).toContain(`</${name}:5>`);
    }
  });

  it('explains every mark, and fits', () => {
    const fields = embed?.fields ?? [];
    for (const kind of [...AWARD_KINDS, null]) {
      expect(fields.map(({ value }) => value).join('\n')).toContain(awardMark(kind));
    }
    expect(embed?.description?.length).toBeLessThanOrEqual(4_096);
    for (const { name, value } of fields) {
      expect(name.length).toBeLessThanOrEqual(256);
      expect(value.length).toBeLessThanOrEqual(1_024);
    }
  });
});

describe('/about', () => {
  const status: Status = {
    version: '1.2.3',
    startedAt: 1_700_000_000_000,
    gatewayLatencyMs: null,
    site: { lastAnswerAt: null, failingSince: null },
    libraries: { count: 0, newestAt: null },
  };
  const fieldsOf = (said: Partial<Status>) =>
    Object.fromEntries(
      (aboutMessage({ ...status, ...said }, t).embeds?.[0]?.fields ?? []).map(({ name, value }) => [
        name,
        value,
      ]),
    );

  it('says what there is to say after the start', () => {
    expect(fieldsOf({})).toEqual({
      Version: '1.2.3',
      'Running since': '<t:1700000000:R>',
      'Connection to Discord': 'Connected',
      RetroAchievements: 'Not asked yet',
      Data: 'Nothing fetched yet',
    });
  });

  it('says how things are going', () => {
    const site = { lastAnswerAt: 1_700_000_100_000, failingSince: null };
    const libraries = { count: 1_234, newestAt: 1_700_000_200_000 };
    expect(fieldsOf({ gatewayLatencyMs: 41, site, libraries })).toMatchObject({
      'Connection to Discord': '41 ms',
      RetroAchievements: 'Answered <t:1700000100:R>',
      Data: '1,234 libraries at hand, the newest from <t:1700000200:R>',
    });
    expect(fieldsOf({ libraries: { ...libraries, count: 1 } })).toMatchObject({
      Data: '1 library at hand, the newest from <t:1700000200:R>',
    });
  });

  it('says since when RetroAchievements fails, whenever it last answered', () => {
    const site = { lastAnswerAt: 1_700_000_100_000, failingSince: 1_700_000_150_000 };
    expect(fieldsOf({ site })['RetroAchievements']).toBe('Failing since <t:1700000150:R>');
  });
});

describe('the sentence for a failure', () => {
  const failures: readonly Failure[] = [
    { kind: 'network' },
    { kind: 'timeout' },
    { kind: 'status', status: 503 },
    { kind: 'unreadable', detail: 'raw words' },
    { kind: 'rate-limited', retryAfterMs: null },
    { kind: 'rate-limited', retryAfterMs: 1_500 },
    { kind: 'key-refused' },
  ];
  const sentences = failures.map((failure) => failureSentence(failure, 1_700_000_000_000, t));

  it('is another for each, says what to do, and nothing raw', () => {
    expect(new Set(sentences).size).toBe(failures.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/Try again|has to set a new one/);
      expect(sentence).not.toMatch(/raw words|undefined|\{\{|null/);
    }
  });

  it('names the status and the time', () => {
    expect(sentences[2]).toContain('503');
    expect(sentences[4]).toContain('in a minute');
    expect(sentences[5]).toContain('<t:1700000001:R>');
  });
});

describe('the modal for a page', () => {
  it.each([
    [129, 'Page, 1 to 129'],
    [1_287, 'Page, 1 to 1,287'],
    [null, 'Page number'],
  ])('of %s pages asks for a “%s”', (pages, label) => {
    const modal = jumpModal({ customId: 'p1:2', page: 7, pages }, t);
    expect(modal.title.length).toBeLessThanOrEqual(45);
    expect(modal).toMatchObject({
      custom_id: 'p1:2',
      components: [{ components: [{ custom_id: 'page', label, placeholder: '7', max_length: 9 }] }],
    });
    expect(label.length).toBeLessThanOrEqual(45);
  });
});
