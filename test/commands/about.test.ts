import { describe, expect, it } from 'vitest';

import { aboutMessage } from '#commands/about.ts';
import { t } from '#test/progress/messages/pages.ts';

type Status = Parameters<typeof aboutMessage>[0];

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
      (aboutMessage({ ...status, ...said }, null, t).embeds?.[0]?.fields ?? []).map(
        ({ name, value }) => [name, value],
      ),
    );

  it('links to the privacy policy if there is one', () => {
    const url = 'https://example.com/privacy';
    expect(aboutMessage(status, url, t).embeds?.[0]?.description).toContain(`](${url})`);
    expect(aboutMessage(status, null, t).embeds?.[0]).not.toHaveProperty('description');
  });

  it('says what is known right after the start', () => {
    expect(fieldsOf({})).toEqual({
      Version: '1.2.3',
      Started: '<t:1700000000:R>',
      Discord: 'Connected',
      RetroAchievements: 'Not checked yet',
      Data: 'Nothing loaded yet',
    });
  });

  it('says how the bot is doing', () => {
    const site = { lastAnswerAt: 1_700_000_100_000, failingSince: null };
    const libraries = { count: 1_234, newestAt: 1_700_000_200_000 };
    expect(fieldsOf({ gatewayLatencyMs: 41, site, libraries })).toMatchObject({
      Discord: 'Connected (41 ms)',
      RetroAchievements: 'Responded <t:1700000100:R>',
      Data: '1,234 libraries, the latest loaded <t:1700000200:R>',
    });
    expect(fieldsOf({ libraries: { ...libraries, count: 1 } })).toMatchObject({
      Data: '1 library, loaded <t:1700000200:R>',
    });
  });

  it('says since when RetroAchievements has failed, whenever it last responded', () => {
    const site = { lastAnswerAt: 1_700_000_100_000, failingSince: 1_700_000_150_000 };
    expect(fieldsOf({ site })['RetroAchievements']).toBe('Problems started <t:1700000150:R>');
  });
});
