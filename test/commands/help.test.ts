import { describe, expect, it } from 'vitest';

import { helpMessage } from '#commands/help.ts';
import { commands } from '#commands/index.ts';
import { awardMark } from '#src/messages/awards.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { t } from '#test/progress/messages/pages.ts';

import { usableNames } from './usable-names.ts';

describe('/help', () => {
  const [embed] = helpMessage((name) => `</${name}:5>`, t).embeds ?? [];

  it('mentions every command, to tap on', () => {
    const text = JSON.stringify(embed);
    expect(commands.length).toBeGreaterThan(3);
    // Discord makes no link of a command that has subcommands, only of these.
    for (const name of usableNames(commands)) expect(text).toContain(`</${name}:5>`);
  });

  it('has the language’s own marks after the commands', async () => {
    const translate = createTranslations();
    await translate.load();
    const inLanguage = (locale: string) =>
      JSON.stringify(helpMessage((name) => `</${name}:5>`, translate(locale)));
    expect(inLanguage('en-US')).toContain('</help:5>: Show');
    expect(inLanguage('fr')).toContain('</help:5>\u00A0: ');
    expect(inLanguage('ja')).toMatch(/<\/help:5>：(?!.*>: )/);
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
