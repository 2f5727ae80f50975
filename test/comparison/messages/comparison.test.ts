import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';

import { CUSTOM_ID_LIMIT } from '#loopback/discord/judge/lengths.ts';
import { compareLibraries, COMPARISON_SORTS, GAME_LISTS } from '#src/comparison/comparison.ts';
import {
  encodeComparisonCustomId,
  parseComparisonCustomId,
} from '#src/comparison/messages/comparison-custom-id.ts';
import type { ComparisonCustomId } from '#src/comparison/messages/comparison-custom-id.ts';
import { comparisonLoading, comparisonMessage } from '#src/comparison/messages/comparison.ts';
import type { ComparisonView } from '#src/comparison/messages/comparison.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Library, LibraryEntry } from '#src/progress/library.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { awkwardRows } from '#test/progress/awkward-rows.ts';
import { entriesOf, entry, library } from '#test/progress/entries.ts';
import { t } from '#test/progress/messages/pages.ts';
import { componentsOf } from '#test/progress/messages/read-page.ts';
import { byName, byUlid, MAX_ULID, OTHER_ULID } from '#test/progress/scripted-site.ts';

const ID = { ownerId: '80351110224678912', one: byUlid(MAX_ULID), other: byUlid(OTHER_ULID) };
const FRESH = { one: null, other: null };

function libraryOf(name: string, entries: readonly LibraryEntry[]): Library {
  const empty = library(entries);
  return { ...empty, player: { ...empty.player, name }, fetchedAt: 1_700_000_000_000 };
}

function show(
  one: Library,
  other: Library,
  view: Partial<Omit<ComparisonView, 'comparison'>> = {},
): MessageBody {
  return comparisonMessage(
    {
      comparison: compareLibraries(one, other),
      list: 'both',
      sort: 'one',
      page: 1,
      staleness: FRESH,
      ...view,
    },
    { t, id: ID },
  );
}

/** The choices of each menu, in the order of the menus. */
function menusOf({ components = [] }: MessageBody) {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((one) =>
          one.type === ComponentType.StringSelect ? [one.options] : [],
        )
      : [],
  );
}

/** The custom_ids of everything that can be pressed. */
function idsOf(message: MessageBody): readonly string[] {
  return componentsOf(message).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
}

const ascending = (a: number, b: number) => a - b;
const textOf = ({ embeds }: MessageBody) => embeds?.[0]?.description ?? '';
const footerOf = ({ embeds }: MessageBody) => embeds?.[0]?.footer?.text;

type Said = Partial<GameProgress>;

/** The two lines of a game that both have. */
function lines(one: Said, other: Said): readonly string[] {
  const [mine, theirs] = [one, other].map((said) =>
    libraryOf('Max', [
      entry({ gameId: 1, title: 'Zelda', possible: 50, awarded: 0, awardedHardcore: 0, ...said }),
    ]),
  );
  if (!mine || !theirs) throw new Error('Two libraries');
  return textOf(show(mine, theirs)).split('\n').slice(-2);
}

const unlocked = (awarded: number, awardedHardcore = awarded): Said => ({
  awarded,
  awardedHardcore,
});

describe('a shared game', () => {
  it.each<[string, Said, Said, string, string]>([
    [
      'says who is ahead, and by how much',
      { award: 'mastered', ...unlocked(50) },
      { award: 'beaten-hardcore', ...unlocked(31) },
      '🅰️',
      '🏆 100% – ⭐ 62% · +19 of 50 · SNES',
    ],
    [
      'tells casual from hardcore where the award doesn’t',
      { award: 'completed', ...unlocked(50, 0) },
      { ...unlocked(31, 0) },
      '🅰️',
      '🏅 100% – ▫️ 62% CA · +19 of 50 · SNES',
    ],
    [
      'names the award, if that decides it against more achievements',
      { award: 'beaten-softcore', ...unlocked(5, 0) },
      unlocked(20, 3),
      '🅰️',
      '🔷 10% – ▫️ 40% ca · higher award · SNES',
    ],
    [
      'names hardcore, if that decides it',
      unlocked(20, 3),
      unlocked(20),
      '🅱️',
      '▫️ 40% ca – ▫️ 40% · +17 hardcore · SNES',
    ],
    ['is tied', unlocked(7), unlocked(7), '🟰', '▫️ 14% – ▫️ 14% · SNES'],
    [
      'without achievements has its marks',
      { possible: 0, award: 'beaten-hardcore' },
      { possible: 0 },
      '🅰️',
      '⭐ – ▫️ No active achievements · SNES',
    ],
    [
      'that has grown since a copy was made counts what there is now',
      unlocked(10),
      { possible: 60, ...unlocked(30) },
      '🅱️',
      '▫️ 20% – ▫️ 50% · +20 of 60 · SNES',
    ],
    [
      'may have an award that is newer than this bot',
      { award: { word: 'legendary' } },
      {},
      '🅰️',
      '🎖️ 0% – ▫️ 0% · higher award · SNES',
    ],
  ])('%s', (_, one, other, mark, line) => {
    expect(lines(one, other)).toEqual([
      `${mark} **[Zelda](https://retroachievements.org/game/1)**`,
      `-# ${line}`,
    ]);
  });

  it('shows its title as it is, with its tags', () => {
    const title = '~Hack~ [x](y) **Bold** _*`|` [Subset - Bonus]';
    expect(lines({ title }, {})[0]).toBe(
      '🟰 **[\\[x\\](y) \\*\\*Bold\\*\\* \\_\\*\\`\\|\\`](https://retroachievements.org/game/1)** `Hack` `Subset - Bonus`',
    );
  });

  it('has a second line that doesn’t wrap on a phone', () => {
    const worst = lines(
      { possible: 250, ...unlocked(240, 1) },
      { possible: 250, ...unlocked(121, 0), systemId: 72 },
    )[1];
    // 40 as Discord's own font has it; marks are two wide, as narrow as the dots are.
    expect(worst?.replace('-# ', '').length).toBeLessThanOrEqual(46);
  });
});

const MIXED = {
  one: libraryOf('Max_Milyin', [
    entry({ gameId: 1, awarded: 10, awardedHardcore: 10, award: 'mastered' }),
    entry({ gameId: 2, title: 'Mine', award: 'beaten-softcore' }),
  ]),
  other: libraryOf('Leaf', [
    entry({ gameId: 1 }),
    entry({ gameId: 3, title: 'Theirs [Subset - Bonus]' }),
  ]),
};

/** The line about the age, of a copy that is older and one that is not. */
function ageLine(staleness: ComparisonView['staleness']): string | undefined {
  const older = { ...MIXED.other, fetchedAt: 1_600_000_000_000 };
  const written = textOf(show(MIXED.one, older, { staleness })).split('\n');
  return written.find((line) => line.includes('<t:'));
}

/** Twelve games with everything as long as it gets. */
function longGames(seed: number): readonly LibraryEntry[] {
  return Array.from({ length: 12 }, (_, index) =>
    entry({
      gameId: 2_000_000_000 + index,
      title: `~${'`*'.repeat(60)}~ ${'[*_'.repeat(200)} [Subset - ${'x'.repeat(200)}]`,
      systemId: 900 + seed,
      systemName: 'W'.repeat(200),
      possible: 1_000_000,
      awarded: 900_000 + seed,
      awardedHardcore: 3,
      award: { word: 'x'.repeat(400) },
    }),
  );
}

describe('a page', () => {
  it('has both players with their counts, and who is ahead in how many games', () => {
    expect(textOf(show(MIXED.one, MIXED.other)).split('\n').slice(0, 9)).toEqual([
      '🅰️ **[Max\\_Milyin](https://retroachievements.org/user/Max_Milyin/progress)**',
      '**2** played · **0** unfinished · **0** beaten · **1** mastered',
      '-# Casual: **1** beaten · **0** completed',
      '🅱️ **[Leaf](https://retroachievements.org/user/Leaf/progress)**',
      '**2** played · **1** unfinished · **0** beaten · **0** mastered',
      '**1** game in common',
      '-# 🅰️\u00a0ahead in **1** · 🅱️\u00a0ahead in **0** · 🟰\u00a0tied in **0**',
      '-# Updated <t:1700000000:R>',
      '',
    ]);
  });

  it.each([
    ['one', 'Mine', '-# Games only Max\\_Milyin has · Updated'],
    ['other', 'Theirs', '-# Games only Leaf has · Updated'],
  ] as const)('lists what only %s has, as a library page would', (list, title, state) => {
    const message = show(MIXED.one, MIXED.other, { list, sort: list });
    expect(textOf(message)).toContain(state);
    expect(textOf(message)).toMatch(
      new RegExp(`\\n\\n(?:▫️|🔷) \\*\\*\\[${title}\\].*\\n-# ▰+▱+ \\d+% `, 'u'),
    );
    expect(footerOf(message)).toBe('Game 1 of 1 · Page 1 of 1');
  });

  it.each([
    ['both', [], 'have no games in common. Choose other games below.'],
    ['one', [1], '**B** has every game that **A** has.'],
    ['other', [1], '**A** has every game that **B** has.'],
  ] as const)('says why there are no games (%s)', (list, shared, sentence) => {
    const games = (from: number) => [...shared, ...(list === 'both' ? [from] : [])];
    const [one, other] = [2, 3].map((from, index) =>
      libraryOf(
        'AB'.charAt(index),
        games(from).map((gameId) => entry({ gameId })),
      ),
    );
    if (!one || !other) throw new Error('Two libraries');
    const message = show(one, other, { list, sort: 'title' });
    expect(textOf(message)).toContain(sentence);
    expect(footerOf(message)).toBeUndefined();
    expect(message.components).toHaveLength(2);
  });

  it('offers the three lists with their counts, and the sorts of the current one', () => {
    const [lists, sorts] = menusOf(show(MIXED.one, MIXED.other, { sort: 'closest' }));
    expect(lists).toMatchObject([
      { label: 'Games in common', description: '1 game', value: 'both', default: true },
      { label: 'Games only Max_Milyin has', description: '1 game', value: 'one', default: false },
      { label: 'Games only Leaf has', description: '1 game', value: 'other', default: false },
    ]);
    expect(sorts).toMatchObject([
      { label: 'Max_Milyin’s biggest lead first', default: false },
      { label: 'Leaf’s biggest lead first', default: false },
      { label: 'Closest race first', default: true },
      { label: 'Title (A–Z)', default: false },
      { label: 'Newest unlock first', default: false },
    ]);
    const only = menusOf(show(MIXED.one, MIXED.other, { list: 'one', sort: 'closest' }));
    expect(only[1]).toMatchObject([
      { label: 'Highest award first', default: true },
      { label: 'Title (A–Z)', default: false },
      { label: 'Newest unlock first', default: false },
    ]);
  });

  it('says how old a copy is, and why it isn’t newer', () => {
    expect(ageLine(FRESH)).toBe('-# Updated <t:1600000000:R>');
    expect(ageLine({ one: 'Down.', other: 'Down.' })).toBe(
      '-# ⚠️ Saved copy from <t:1600000000:R>. Down.',
    );
    expect(ageLine({ one: 'Down.', other: null })).toBe(
      '-# ⚠️ **Max\\_Milyin**: saved copy from <t:1700000000:R>. Down.',
    );
    expect(ageLine({ one: 'Down.', other: 'Slow.' })).toContain(
      'Down. · ⚠️ **Leaf**: saved copy from <t:1600000000:R>. Slow.',
    );
  });

  it('is the nearest one if it’s out of range', () => {
    const all = Array.from({ length: 25 }, (_, index) => entry({ gameId: index + 1 }));
    const [one, other] = [libraryOf('A', all), libraryOf('B', all)];
    expect(footerOf(show(one, other, { page: 99 }))).toBe('Games 21–25 of 25 · Page 3 of 3');
    expect(footerOf(show(one, other, { page: 0 }))).toBe('Games 1–10 of 25 · Page 1 of 3');
  });

  it('fits Discord, whatever the titles and names are', () => {
    const name = '_'.repeat(100);
    for (const list of GAME_LISTS) {
      for (const sort of COMPARISON_SORTS) {
        const one = libraryOf(name, [...longGames(1), entry({ gameId: 5 })]);
        const other = libraryOf(name, list === 'both' ? longGames(2) : [entry({ gameId: 6 })]);
        const message = show(one, other, {
          list,
          sort,
          staleness: { one: 'x'.repeat(200), other: 'y'.repeat(200) },
        });
        expect(textOf(message).length).toBeLessThanOrEqual(4_096);
        const labels = menusOf(message).flatMap((options) => options.map(({ label }) => label));
        expect(Math.max(...labels.map(({ length }) => length))).toBeLessThanOrEqual(100);
      }
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'shows each game once across all pages (libraries %i)',
    (seed) => {
      const one = libraryOf('A', entriesOf(awkwardRows(seed)));
      const other = libraryOf('B', entriesOf(awkwardRows(seed + 100)));
      const comparison = compareLibraries(one, other);
      for (const list of GAME_LISTS) {
        const pages = Math.max(1, Math.ceil(comparison.lists[list].length / 10));
        const ids = Array.from({ length: pages }, (_, index) =>
          textOf(show(one, other, { list, sort: 'title', page: index + 1 })),
        ).flatMap((text) => Array.from(text.matchAll(/\/game\/(\d+)\)/g), ([, id]) => Number(id)));
        const expected = comparison.lists[list].map(({ game }) => game.id);
        expect(ids.toSorted(ascending)).toEqual(expected.toSorted(ascending));
      }
    },
  );
});

describe('while libraries load', () => {
  it('the message says how far each one is', () => {
    const half = { ...libraryOf('Max*', [entry()]), total: 10_000 };
    expect(comparisonLoading([half, { ...half, total: 2 }], t)).toEqual({
      content: '⏳ **Max\\***: 1 of 10,000 games loaded\n⏳ **Max\\***: 1 of 2 games loaded',
    });
  });
});

describe('a custom_id', () => {
  const full: ComparisonCustomId = {
    action: 'sort',
    ownerId: (2n ** 64n - 1n).toString(),
    one: byUlid(MAX_ULID),
    other: byUlid(OTHER_ULID),
    list: 'other',
    sort: 'newest',
    page: 2_000_000_000,
  };

  it('holds two ULIDs and everything else, and is read as it was written', () => {
    const text = encodeComparisonCustomId(full);
    expect(text.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
    expect(parseComparisonCustomId(text)).toEqual(full);
    const named = { ...full, one: byName('MaxMilyin'), other: byName('x7'), page: 1 };
    expect(parseComparisonCustomId(encodeComparisonCustomId(named))).toEqual(named);
  });

  it('written years ago still means the same', () => {
    expect(parseComparisonCustomId(`c1:0:1:MaxMilyin:${OTHER_ULID}:00:1`)).toEqual({
      action: 'first',
      ownerId: '1',
      one: byName('MaxMilyin'),
      other: byUlid(OTHER_ULID),
      list: 'both',
      sort: 'one',
      page: 1,
    });
    const actions = Array.from(
      '0123456',
      (digit) => parseComparisonCustomId(`c1:${digit}:1:Max:Leaf:00:1`)?.action,
    );
    expect(actions).toEqual(['first', 'previous', 'jump', 'next', 'last', 'list', 'sort']);
    const shown = ['00', '11', '22', '03', '04'].map((pair) => {
      const id = parseComparisonCustomId(`c1:0:1:Max:Leaf:${pair}:1`);
      return `${id?.list} ${id?.sort}`;
    });
    expect(shown).toEqual(['both one', 'one other', 'other closest', 'both title', 'both newest']);
  });

  it.each([
    'c1',
    'c1:7:1:Max:Leaf:00:1',
    'c1:0:1:M:Leaf:00:1',
    'c1:0:1:Max:Leaf:30:1',
    'c1:0:1:Max:Leaf:05:1',
    'c1:0:1:Max:Leaf:00:0',
    'c2:0:1:Max:Leaf:00:1',
    'c1:0:1:Max:Leaf:00:1:9',
  ])('isn’t read if it’s damaged (%s)', (text) => {
    expect(parseComparisonCustomId(text)).toBeNull();
  });

  it('is unique for each button and menu', () => {
    const all = Array.from({ length: 25 }, (_, index) => entry({ gameId: index + 1 }));
    for (const page of [1, 2, 3]) {
      const message = show(libraryOf('A', all), libraryOf('B', all), { page });
      const ids = idsOf(message);
      expect(ids).toHaveLength(7);
      expect(new Set(ids).size).toBe(7);
      for (const text of ids) {
        expect(parseComparisonCustomId(text)).toMatchObject({ ...ID, list: 'both', sort: 'one' });
      }
    }
  });
});
