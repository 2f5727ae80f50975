import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '#src/messages/languages/languages.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { toRow } from '#src/progress/library-view.ts';
import type { GameRow } from '#src/progress/library-view.ts';
import { gameLines } from '#src/progress/messages/game-lines.ts';
import { SYSTEMS } from '#src/retroachievements/system.ts';
import { entry } from '#test/progress/entries.ts';
import { drawnWidth } from '#test/support/drawn-width.ts';

const translate = createTranslations();
await translate.load();

const NOW = Date.UTC(2026, 10, 29);
const DAY = 86_400_000;
/** The font of these tests doesn't have the others. */
const SHOWN = Object.keys(LANGUAGES).filter((language) => language !== 'ja');
/** What a phone 390 pixels wide leaves for an embed's text, less a little because browsers draw wider; its subtext's size. */
const [PHONE, SIZE] = [278, 12];

const row = (said: Partial<GameRow>): GameRow => ({ ...toRow(entry()), ...said });

/** The second line as Discord shows it. */
function shown(game: GameRow, locale: string): string {
  const [, second = ''] = gameLines(game, NOW, translate(locale)).split('\n-# ');
  const days = Math.round((NOW - (game.lastUnlockAt ?? NOW)) / DAY);
  const format = new Intl.RelativeTimeFormat(locale);
  const words = () => {
    if (days === 0) return format.format(-59, 'second');
    return days < 31
      ? format.format(-days, 'day')
      : format.format(-Math.round(days / 30.44), 'month');
  };
  return second.replace(/<t:-?\d+:R>/u, words());
}

describe('the second line', () => {
  it('fits a phone, whatever the system, counts, mode, and time', () => {
    const widths = SHOWN.flatMap((locale) =>
      SYSTEMS.flatMap(({ shortName: system }) =>
        [7, 44, 120, 999].flatMap((possible) =>
          [possible, Math.ceil(possible / 2)].flatMap((awarded) =>
            [awarded, 1, 0].flatMap((awardedHardcore) =>
              [0, 22, 40, 300, 335].map((days) => {
                const percent = Math.floor((100 * awarded) / possible);
                const lastUnlockAt = NOW - days * DAY;
                const counts = { possible, awarded, awardedHardcore, percent };
                const game = row({ ...counts, barCells: 10, system, lastUnlockAt });
                const line = shown(game, locale);
                return { line, width: Math.round(drawnWidth(line, SIZE)) };
              }),
            ),
          ),
        ),
      ),
    );
    expect(widths.length).toBeGreaterThan(10_000);
    expect(widths.filter(({ width }) => width > PHONE)).toEqual([]);
    expect(Math.max(...widths.map(({ width }) => width))).toBeGreaterThan(PHONE - 10);
  });

  const short = row({ percent: 50, barCells: 5, awarded: 15, possible: 30, awardedHardcore: 9 });
  const lastUnlockAt = NOW - 300 * DAY;

  it.each([
    ['all facts that fit', { system: 'SNES' }, '', ' 50% 15/30 ca SNES'],
    ['no mode if it is too long', { system: 'SNES', lastUnlockAt }, ' `ca`', ' 50% 15/30 SNES'],
    [
      'no system in the end',
      { system: 'Unknown System 9', lastUnlockAt },
      ' `ca` `Unknown System 9`',
      ' 50% 15/30',
    ],
  ])('has %s', (_name, said, labels, facts) => {
    const tags = ['Hack'];
    const [first, second] = gameLines({ ...short, ...said, tags }, NOW, translate('en')).split(
      '\n',
    );
    expect(first).toMatch(new RegExp(`\\)\\*\\*${labels} \`Hack\`$`));
    expect(second?.replace(/ ?<t:.*/u, '')).toBe(`-# ▰▰▰▰▰▱▱▱▱▱${facts}`);
  });

  it('has narrow spaces around the percentage if it is still too long', () => {
    const line = gameLines({ ...short, system: 'GBA', lastUnlockAt }, NOW, translate('de'));
    expect(line).toContain('** `ca`\n-# ▰▰▰▰▰▱▱▱▱▱\u{202F}50\u{202F}% 15/30 GBA <t:');
  });

  it('keeps the words for a set without achievements, whatever else moves up', () => {
    const game = row({ percent: null, award: 'beaten-softcore', system: 'Unknown System 9' });
    const lines = gameLines({ ...game, lastUnlockAt, tags: [] }, NOW, translate('fr'));
    expect(lines).toContain('** `Unknown System 9`\n-# Terminé (facile) · <t:');
  });
});
