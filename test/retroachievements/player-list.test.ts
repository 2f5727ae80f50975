import { describe, expect, it } from 'vitest';

import { splitPlayers } from '#src/retroachievements/player-list.ts';
import { parsePlayerRef, playerRefText } from '#src/retroachievements/player.ts';
import { fc } from '#test/support/fast-check.ts';

const refsIn = (typed: string) =>
  splitPlayers(typed).map((piece) => {
    const ref = parsePlayerRef(piece);
    return ref ? playerRefText(ref) : null;
  });

const ADDRESS = 'https://retroachievements.org/user/';

describe('several players', () => {
  it.each([
    'Max Amy Bob',
    'Max,Amy,Bob',
    'Max, Amy, Bob,',
    'Max; Amy;Bob',
    'Max\nAmy\r\nBob\n',
    '  Max   Amy\tBob ',
    '@Max @Amy @Bob',
    '- Max\n- Amy\n- Bob',
    'Max & Amy | Bob',
    'Max，Amy；Bob',
    'Ｍａｘ、Amy\u3000Bob',
    'Max\u200E Amy\u200E Bob\u200E',
    `${ADDRESS}Max ${ADDRESS}Amy, <${ADDRESS}Bob>`,
    `[Max](${ADDRESS}Max), [the great Amy](<${ADDRESS}Amy>) [Bob](${ADDRESS}Bob/progress)`,
    `[Max, the one](${ADDRESS}Max);Amy;retroachievements.org/user/Bob`,
    'Max, max, AMY, Amy, Bob, Max',
    `Max, ${ADDRESS}max, Amy, Bob`,
  ])('are separated in %j', (typed) => {
    expect(refsIn(typed).map((name) => name?.toLowerCase())).toEqual(['max', 'amy', 'bob']);
  });

  it.each([
    'Max/Amy/Bob',
    'Max / Amy / Bob',
    'Max+Amy+Bob',
    'Max&Amy&Bob',
    'Max|Amy\\Bob',
    'Max/Amy, Bob',
    '@Max/@Amy/@Bob.',
    'Max and Amy and Bob',
    'Max, Amy and Bob',
    'Max, Amy, and Bob',
    'Max, Amy AND Bob',
    'Max or Amy or Bob',
    'Max und Amy und Bob',
    'Max, Amy et Bob',
    'Max, Amy y Bob',
    'Max, Amy e Bob',
    '1. Max 2. Amy 3. Bob',
    '1. Max\n2. Amy\n3. Bob',
    '1) Max 2) Amy 3) Bob',
    '(1) Max (2) Amy (3) Bob',
    '9. Max\n10. Amy\n11. Bob',
    '1.Max 2.Amy 3.Bob',
    '-Max -Amy -Bob',
    '• Max • Amy •Bob',
    `${ADDRESS}Max and ${ADDRESS}Amy and Bob`,
  ])('are separated, whatever joins or numbers them, in %j', (typed) => {
    expect(refsIn(typed)).toEqual(['Max', 'Amy', 'Bob']);
  });

  it.each([
    ['and', ['and']],
    ['And, Max', ['And', 'Max']],
    ['Max, and', ['Max', 'and']],
    ['Max, and, Bob', ['Max', 'and', 'Bob']],
    ['10.', ['10']],
    ['Max 10', ['Max', '10']],
    ['10 Max', ['10', 'Max']],
    ['Anders', ['Anders']],
    ['Max/progress', ['Max']],
    ['Dark-Max', [null]],
    ['Mr.Max', [null]],
    [`${ADDRESS}Max/progress`, ['Max']],
    ['retroachievements.org/user/Max', ['Max']],
  ])('aren’t found in %j', (typed, expected) => {
    expect(refsIn(typed)).toEqual(expected);
  });

  it('can be 26 letters long', () => {
    const ulids = ['01CWD1BY2FGJ1CSGPCXKFAZSZG', '00003emfwr7xb8sdpehb3k56zq'];
    expect(refsIn(ulids.join(' '))).toEqual(ulids.map((ulid) => ulid.toUpperCase()));
  });

  it('can be none, or things that aren’t players', () => {
    expect(splitPlayers('')).toEqual([]);
    expect(splitPlayers(' ,;-*_ & ')).toEqual([]);
    expect(splitPlayers('x, Max, a-b')).toEqual(['x', 'Max', 'a-b']);
    expect(splitPlayers('[Max, Amy')).toEqual(['[Max', 'Amy']);
  });

  it('are all found, whatever is between them', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9]{2,20}$/);
    const anyNames = fc.uniqueArray(name, {
      minLength: 1,
      maxLength: 30,
      selector: (text) => text.toLowerCase(),
    });
    const between = fc.constantFrom(' ', ',', ', ', ';', '\n', ' ;\n', '\t', ' , ');
    fc.assert(
      fc.property(anyNames, between, (names, separator) => {
        expect(splitPlayers(names.join(separator))).toEqual(names);
      }),
    );
  });

  it('are separated in linear time, whatever the text', () => {
    for (const part of ['[', '[a ', '[x](', '](', '[x](a', '/', '(', 'a']) {
      // In quadratic time, this would take minutes.
      expect(splitPlayers(part.repeat(200_000)).join('').length).toBeLessThanOrEqual(1_000_000);
    }
  });
});
