import { describe, expect, it } from 'vitest';

import { seededRandom } from '#loopback/retroachievements/random.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { en } from '#src/messages/languages/en.ts';
import type { Library } from '#src/progress/library.ts';
import { parseLibraryCustomId } from '#src/progress/messages/library-custom-id.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import * as siteSystems from '#src/retroachievements/system.ts';
import { awkwardRows, pick, TITLES } from '#test/progress/awkward-rows.ts';
import { entriesOf, entry, library, query } from '#test/progress/entries.ts';
import { expectedPage, expectedSummary } from '#test/progress/independent.ts';
import type { ExpectedRow } from '#test/progress/independent.ts';
import { MAX_ULID } from '#test/progress/scripted-site.ts';
import { fc } from '#test/support/fast-check.ts';

import { OWNER, pageOf } from './pages.ts';
import { asSeen, componentsOf, readPage } from './read-page.ts';
import type { ReadFacts } from './read-page.ts';

const MARKS: Readonly<Record<AwardKind | 'none', string>> = {
  mastered: '🏆',
  completed: '🏅',
  'beaten-hardcore': '⭐',
  'beaten-softcore': '🔷',
  none: '▫️',
};
const NAMES: Readonly<Record<AwardKind | 'none', string>> = {
  mastered: 'Mastered',
  completed: 'Completed (casual)',
  'beaten-hardcore': 'Beaten',
  'beaten-softcore': 'Beaten (casual)',
  none: 'No active achievements',
};

function expectedFacts({ wire, percent }: ExpectedRow): ReadFacts {
  const { NumAwarded: won, NumAwardedHardcore: hardcore, MaxPossible: possible } = wire;
  const kind = wire.HighestAwardKind ?? 'none';
  const isTold = kind === 'completed' || kind === 'beaten-softcore' || percent === null;
  let softcore = '';
  if (won > hardcore && !isTold) softcore = hardcore === 0 ? 'CA' : 'ca';
  let filled = Math.floor((won * 10) / Math.max(possible, 1));
  if (won > 0 && filled === 0) filled = 1;
  const last = wire.MostRecentAwardedDate;
  return {
    progress: percent === null ? NAMES[kind] : [filled, percent, won, possible],
    softcore,
    system: siteSystems.systemShortName(wire.ConsoleID, wire.ConsoleName),
    at: last === null ? null : new Date(last).getTime() / 1000,
  };
}

/** As the site calls it; our own name for a system that the library has no game of. */
function systemIn(rows: readonly WireGame[], systemId: number | null): string {
  if (systemId === null) return '';
  const known = rows.find((row) => row.ConsoleID === systemId)?.ConsoleName;
  return known ?? siteSystems.systemName(systemId) ?? `System ${systemId}`;
}

function countsLine(summary: Readonly<Record<string, number>>, system: string): string {
  const before = system === '' ? '' : `${system}: `;
  const counts = ['played', 'unfinished', 'beaten', 'mastered']
    .map((name) => `**${summary[name]}** ${name}`)
    .join(' · ');
  return before + counts;
}

describe('a page compared with a second computation over 200 libraries', () => {
  const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

  it.each(SEEDS)('has the right games, facts, counts, and footer (library %i)', (seed) => {
    const rows = awkwardRows(seed);
    const whole = library(entriesOf(rows));
    const random = seededRandom(seed);
    const word = pick(
      pick(rows.length > 0 ? rows : awkwardRows(7), random).Title.split(' '),
      random,
    );
    for (const sort of SORTS) {
      const asked = query({
        sort,
        status: pick(STATUSES, random),
        systemId: random() < 0.3 ? pick([3, 999, 27], random) : null,
        search: random() < 0.3 ? word.slice(0, 24) : '',
      });
      const number = Math.floor(random() * 14);
      const read = readPage(pageOf(whole, asked, number));
      const expected = expectedPage(rows, asked, number);
      expect(
        read.rows.map(({ mark, name, gameId, tags, facts }) => ({
          mark,
          name,
          gameId,
          tags,
          facts,
        })),
      ).toEqual(
        expected.rows.map((row) => ({
          mark: MARKS[row.wire.HighestAwardKind ?? 'none'],
          name: row.name,
          gameId: row.wire.GameID,
          tags: row.tags,
          facts: expectedFacts(row),
        })),
      );
      const { firstItem, lastItem } = expected;
      const games = firstItem === lastItem ? `Game ${firstItem}` : `Games ${firstItem}–${lastItem}`;
      expect(read.footer).toBe(
        expected.itemCount === 0
          ? 'No games · Page 1 of 1'
          : `${games} of ${expected.itemCount} · Page ${expected.pageNumber} of ${expected.pageCount}`,
      );
      expect(read.head[0]).toBe(
        countsLine(expectedSummary(rows, asked.systemId), systemIn(rows, asked.systemId)),
      );
    }
  });
});

const playedAt = 1_700_000_000_000;
const [wide, long] = ['W'.repeat(20), 'Realms of Revelation '.repeat(12)];

describe('what a page says about the library', () => {
  it('includes the player, with avatar and a link to the site', () => {
    const whole: Library = {
      ...library([entry()]),
      player: {
        name: 'MaxMilyin',
        ulid: MAX_ULID,
        avatarPath: '/UserPic/MaxMilyin.png',
        motto: '',
      },
    };
    expect(pageOf(whole).embeds?.[0]?.author).toEqual({
      name: 'MaxMilyin',
      url: 'https://retroachievements.org/user/MaxMilyin/progress',
      icon_url: 'https://media.example/UserPic/MaxMilyin.png',
    });
    expect(pageOf(library([entry()])).embeds?.[0]?.author).not.toHaveProperty('icon_url');
  });

  it('counts casual awards separately if there are any', () => {
    const hardcore = [entry({ award: 'mastered' }), entry({ award: 'beaten-hardcore' })];
    expect(readPage(pageOf(library(hardcore))).head).toHaveLength(2);
    for (const award of ['completed', 'beaten-softcore'] as const) {
      expect(readPage(pageOf(library([entry({ award })]))).head).toHaveLength(3);
    }
    const both = [...hardcore, entry({ award: 'completed' }), entry({ award: 'beaten-softcore' })];
    expect(readPage(pageOf(library(both))).head).toEqual([
      '**4** played · **0** unfinished · **1** beaten · **1** mastered',
      '-# Casual: **1** beaten · **1** completed',
      '-# Updated <t:0:R>',
    ]);
  });

  it('names the filters that are on', () => {
    const whole = library([
      entry({ systemId: 3, systemName: 'SNES/Super Famicom', title: 'Zelda' }),
    ]);
    const asked = { status: 'unfinished', sort: 'title', systemId: 3, search: 'zel*' } as const;
    expect(readPage(pageOf(whole, asked)).head.at(-1)).toBe(
      '-# Unfinished · “zel\\*” · Title (A–Z) · Updated <t:0:R>',
    );
  });

  it('has thousands separators', () => {
    const whole = library(Array.from({ length: 1_287 }, () => entry()));
    const read = readPage(pageOf(whole, {}, 2));
    expect(read.head[0]).toContain('**1,287** played');
    expect(read.footer).toBe('Games 11–20 of 1,287 · Page 2 of 129');
  });

  it('includes how far it has loaded', () => {
    const loading = { ...library(Array.from({ length: 500 }, () => entry())), total: 10_000 };
    expect(readPage(pageOf(loading)).head.at(-1)).toBe('-# ⏳ 500 of 10,000 games loaded');
    expect(readPage(pageOf(loading, { sort: 'title' })).head.at(-1)).toBe(
      '-# Title (A–Z) · ⏳ 500 of 10,000 games loaded · this page may still change',
    );
    const nothing = readPage(pageOf(loading, { search: 'nothing like it' }));
    expect(nothing.body).toBe('No matching games so far.');
  });

  it('includes that it stopped halfway, or is old, and why', () => {
    const some = { ...library([entry()]), total: 10_000, fetchedAt: playedAt };
    expect(
      readPage(pageOf(some, {}, 1, { kind: 'halted', reason: 'The site hangs.' })).head.at(-1),
    ).toBe('-# ⚠️ Only 1 of 10,000 games loaded. The site hangs.');
    expect(
      readPage(pageOf(some, {}, 1, { kind: 'outdated', reason: 'The site hangs.' })).head.at(-1),
    ).toBe('-# ⚠️ Saved copy from <t:1700000000:R>. The site hangs.');
    expect(
      readPage(pageOf(some, {}, 1, { kind: 'outdated', reason: 'Another reason.' })).head.at(-1),
    ).toContain('Another reason.');
  });

  it('includes that there are no games, or none that match', () => {
    expect(readPage(pageOf(library([])))).toMatchObject({
      body: expect.stringContaining('**MaxMilyin**'),
      footer: 'No games · Page 1 of 1',
    });
    const unmatched = pageOf(library([entry()]), { status: 'mastered' });
    expect(readPage(unmatched).body).toBe('No games match **Mastered**. Try other filters below.');
    expect(componentsOf(unmatched)).toHaveLength(3 + 5);
  });

  it.each(['?', '…', ' - '])('names no search without a word, as in %j', (search) => {
    const { head } = readPage(pageOf(library([entry()]), { search }));
    expect(head.at(-1)).toBe('-# Updated <t:0:R>');
  });

  it.each([
    [{ search: 'qqq' }, 'No games match “qqq”. Check the spelling, or clear the search.'],
    [{ search: 'q*q' }, 'No games match “q\\*q”. Check the spelling, or clear the search.'],
    [
      { search: 'qqq', status: 'mastered', systemId: 3 },
      'No games match “qqq” with **Mastered** · **SNES/Super Famicom**. Clear the search, or try other filters below.',
    ],
    [{ systemId: 7 }, 'No games match **NES/Famicom**. Try other filters below.'],
  ] as const)('is what it is that none match (%o)', (asked, sentence) => {
    const page = pageOf(library([entry({ systemId: 3 })]), asked);
    expect(readPage(page).body).toBe(sentence);
    const cleared = buttons(page).filter(({ action }) => action === 'clear-search');
    expect(cleared).toHaveLength('search' in asked ? 1 : 0);
  });

  it('includes which system the counts are for', () => {
    const whole = library([entry({ systemId: 3 }), entry({ systemId: 7, award: 'mastered' })]);
    expect(readPage(pageOf(whole, { systemId: 3 })).head).toEqual([
      'SNES/Super Famicom: **1** played · **1** unfinished · **0** beaten · **0** mastered',
      '-# Updated <t:0:R>',
    ]);
    const foreign = library([entry({ systemId: 998, systemName: `${'Quantum '.repeat(900)}*` })]);
    expect(readPage(pageOf(foreign, { systemId: 998 })).head[0]?.length).toBeLessThan(200);
  });
});

const buttons = (page: MessageBody) =>
  componentsOf(page).flatMap((component) => {
    const id = parseLibraryCustomId(String(component['custom_id']));
    return id ? [{ ...id, disabled: component['disabled'], label: component['label'] }] : [];
  });

function chosenOf(menu: Record<string, unknown> | undefined): readonly string[] {
  const options: readonly { value: string; default?: boolean }[] = JSON.parse(
    JSON.stringify(menu?.['options'] ?? []),
  );
  return options.filter((option) => option.default === true).map(({ value }) => value);
}

describe('an unknown award', () => {
  it.each([
    ['legendary', 'legendary'],
    ['*a* `b`\n# c', '*a*'],
    ['x'.repeat(60), 'x'.repeat(15)],
  ])('is shown by its own word (%j)', (word, shown) => {
    const [row] = readPage(pageOf(library([entry({ award: { word } })]))).rows;
    expect(row?.mark).toBe('🎖️');
    expect(row?.tags.join(' ')).toContain(shown);
    expect(row?.facts.progress).toEqual([5, 50, 5, 10]);
  });

  it('replaces the bar if a set has no achievements', () => {
    const demoted = entry({ award: { word: 'Legendary' }, possible: 0, awarded: 0 });
    const [row] = readPage(pageOf(library([demoted]))).rows;
    expect(row?.facts.progress).toBe('Legendary');
  });
});

/** Most games on system 1, fewest on the last. */
const onSystems = (count: number) =>
  library(
    Array.from({ length: count }, (_, index) => index + 901).flatMap((systemId) =>
      Array.from({ length: 1_000 - systemId }, () =>
        entry({ systemId, systemName: `System ${systemId}` }),
      ),
    ),
  );
const systemMenu = (page: MessageBody): readonly { value: string; label: string }[] =>
  JSON.parse(
    JSON.stringify(
      componentsOf(page).find(({ placeholder }) => placeholder === en.library.systemMenu)?.[
        'options'
      ],
    ),
  );

describe('the controls of a page', () => {
  const many = library(Array.from({ length: 25 }, () => entry()));

  it.each([
    [1, ['first 1 off', 'previous 1 off', 'jump 1', 'next 2', 'last 3']],
    [2, ['first 1', 'previous 1', 'jump 2', 'next 3', 'last 3']],
    [3, ['first 1', 'previous 2', 'jump 3', 'next 3 off', 'last 3 off']],
  ])('on page %i of 3 lead where they say', (page, expected) => {
    const paging = buttons(pageOf(many, {}, page)).slice(0, 5);
    expect(
      paging.map(
        ({ action, page: to, disabled }) => `${action} ${to}${disabled === true ? ' off' : ''}`,
      ),
    ).toEqual(expected);
    expect(paging[2]?.label).toBe(`${page}/3`);
  });

  it('have no paging if there is one page', () => {
    const actions = buttons(pageOf(library([entry()]))).map(({ action }) => action);
    expect(actions).toEqual(['status', 'sort', 'system', 'refresh', 'stats', 'csv', 'json']);
  });

  it('carry player, owner, and query, even for a system that isn’t in our table', () => {
    const whole: Library = {
      ...library([entry({ systemId: 997, systemName: 'Quantum Deck' })]),
      player: { name: 'MaxMilyin', ulid: MAX_ULID, avatarPath: null, motto: '' },
    };
    const asked = { status: 'unfinished', sort: 'award', systemId: 997, search: 'a:b' } as const;
    const page = pageOf(whole, asked);
    expect(buttons(page)).toHaveLength(8);
    for (const id of buttons(page)) {
      expect(id).toMatchObject({
        ownerId: OWNER,
        player: { kind: 'ulid', ulid: MAX_ULID },
        query: asked,
      });
    }
    const system = componentsOf(page).find(
      ({ placeholder }) => placeholder === en.library.systemMenu,
    );
    expect(system?.['options']).toEqual([
      { label: 'All systems', value: 'all', default: false },
      { label: 'Quantum Deck', value: '997', description: '1 game', default: true },
    ]);
  });

  it('show exactly the current choice in each menu', () => {
    for (const status of STATUSES) {
      const [paging, sortings] = componentsOf(
        pageOf(library([entry()]), { status, sort: 'award' }),
      );
      expect(chosenOf(paging)).toEqual([status]);
      expect(chosenOf(sortings)).toEqual(['award']);
    }
  });

  it.each([
    ['Unfinished', 4],
    ['Beaten', 3],
    ['Beaten (hardcore or casual)', 5],
    ['Mastered', 1],
  ])('call %j what the counts above call that (%i)', (words, count) => {
    const awards = [
      ...Array<null>(4).fill(null),
      ...Array<AwardKind>(3).fill('beaten-hardcore'),
      ...Array<AwardKind>(2).fill('beaten-softcore'),
      'mastered' as const,
    ];
    const whole = library(awards.map((award) => entry({ award })));
    const menu = componentsOf(pageOf(whole))
      .flatMap(({ options }): readonly { label: string; value: string }[] =>
        JSON.parse(JSON.stringify(options ?? [])),
      )
      .filter(({ label }) => label === words);
    expect(menu).toHaveLength(1);
    const status = STATUSES.find((one) => one === menu[0]?.value);
    const page = readPage(pageOf(whole, status ? { status } : {}));
    expect(page.rows).toHaveLength(count);
    expect(page.head[0]).toBe('**10** played · **4** unfinished · **3** beaten · **1** mastered');
  });

  it('keep the chosen system in the menu, on each of its pages', () => {
    const whole = onSystems(60);
    for (const systemId of [901, 922, 923, 960, 77]) {
      for (const menuPage of [0, 1, 2]) {
        const page = pageOf(whole, { systemId }, 1, null, menuPage);
        const menu = componentsOf(page).find(
          ({ placeholder }) => placeholder === en.library.systemMenu,
        );
        expect(chosenOf(menu)).toEqual([String(systemId)]);
        expect(systemMenu(page).length).toBeLessThanOrEqual(25);
      }
    }
  });

  it.each([1, 24, 25, 33, 44, 60])('lead to each of %i systems', (count) => {
    const whole = onSystems(count);
    const seen: string[] = [];
    let menuPage = 0;
    do {
      const options = systemMenu(pageOf(whole, {}, 1, null, menuPage)).map(({ value }) => value);
      expect(options[0]).toBe('all');
      seen.push(...options.filter((value) => /^\d+$/.test(value)));
      const more = options.find((value) => value.startsWith('more'));
      expect(more !== undefined).toBe(count > 24);
      menuPage = Number(more?.slice('more'.length) ?? 0);
    } while (menuPage > 0);
    expect(seen).toEqual(Array.from({ length: count }, (_, index) => String(index + 901)));
  });

  it('link to the player’s page on the site', () => {
    expect(componentsOf(pageOf(many)).at(-1)).toMatchObject({
      style: 5,
      url: 'https://retroachievements.org/user/MaxMilyin/progress',
    });
  });
});

/** Everything that Discord would refuse about a message. */
function refusals(message: MessageBody): readonly string[] {
  const [embed] = message.embeds ?? [];
  const description = embed?.description?.length ?? 0;
  const sum = description + (embed?.author?.name.length ?? 0) + (embed?.footer?.text.length ?? 0);
  const components = componentsOf(message);
  const ids = components.flatMap((component) =>
    typeof component['custom_id'] === 'string' ? [component['custom_id']] : [],
  );
  const options = components.flatMap((component): readonly Record<string, unknown>[] =>
    JSON.parse(JSON.stringify(component['options'] ?? [])),
  );
  const texts = [...options, ...components].flatMap(({ label, value, description: about }) =>
    [label, value, about].filter((text) => typeof text === 'string'),
  );
  const menus = components.map((component): readonly { value: string }[] =>
    JSON.parse(JSON.stringify(component['options'] ?? [])),
  );
  return [
    ...(description > 4096 ? [`description of ${description}`] : []),
    ...(sum > 6000 ? [`sum of ${sum}`] : []),
    ...((message.components?.length ?? 0) > 5 ? ['more than five rows'] : []),
    ...(new Set(ids).size < ids.length ? ['a custom_id twice'] : []),
    ...ids.filter((id) => id.length > 100 || id === ''),
    ...texts.filter((text) => text.length > 100 || text === ''),
    ...menus.flatMap((menu) => (menu.length > 25 ? [`${menu.length} options`] : [])),
    ...menus.flatMap((menu) =>
      new Set(menu.map(({ value }) => value)).size < menu.length ? ['a value twice'] : [],
    ),
  ];
}

const LONGEST_QUERY = {
  status: 'beaten-hardcore',
  sort: 'oldest',
  search: '*'.repeat(24),
} as const;
const LONGEST_REASON =
  'RetroAchievements rejected this bot’s web API key. Ask the bot’s owner to set a new `RA_API_KEY` from retroachievements.org/settings.';

/** A library whose counts, name and facts are as long as they get. */
function worstLibrary(
  titles: readonly { readonly title: string; readonly systemName: string }[],
): Library {
  const entries = titles.map(({ title, systemName }, index) =>
    entry({
      gameId: 99_999_999 - index,
      title,
      systemId: 900 + (index % 40),
      systemName,
      possible: 99_999,
      awarded: 99_998,
      awardedHardcore: 99_997,
      award: 'beaten-hardcore',
      lastUnlockAt: 9_999_999_999_000,
    }),
  );
  const player = { name: wide, ulid: MAX_ULID, avatarPath: '/UserPic/x.png', motto: '' };
  return { player, entries, total: 99_999, fetchedAt: 9_999_999_999_000 };
}

const xs = (length: number) => 'x'.repeat(length);

describe('what Discord accepts', () => {
  it('is known here: anything too long is found', () => {
    const options = Array.from({ length: 26 }, () => ({ label: xs(101), value: '1' }));
    const menu = { type: 3, custom_id: xs(102), options } as const;
    const found = refusals({
      embeds: [{ description: xs(4_097), footer: { text: xs(1_904) } }],
      components: Array.from({ length: 6 }, () => ({ type: 1, components: [menu] })),
    });
    expect(new Set(found)).toEqual(
      new Set([
        'description of 4097',
        'sum of 6001',
        'more than five rows',
        'a custom_id twice',
        xs(101),
        xs(102),
        '26 options',
        'a value twice',
      ]),
    );
  });

  it('includes every page of the site’s titles, and the longest ten together', () => {
    const byLength = TITLES.toSorted((a, b) => b.title.length - a.title.length);
    const whole = worstLibrary(byLength);
    for (let page = 1; page <= Math.ceil(byLength.length / 10); page += 1) {
      const shortfall = { kind: 'halted', reason: LONGEST_REASON } as const;
      expect(refusals(pageOf(whole, {}, page, shortfall))).toEqual([]);
    }
  });

  it.each([
    ['long', long],
    ['all Markdown', '*_~`|[]<>\\:'.repeat(25)],
    ['tags and Markdown', `${'~Unlicensed Prototype~ '.repeat(4)}${'*_~`|[]<>\\:'.repeat(15)}Name`],
    ['all colons', ':'.repeat(255)],
    ['all emoji', '👨‍👩‍👧‍👦'.repeat(23)],
    ['all tags', `${'~Hack~ '.repeat(30)}Name`],
    ['all tags of a letter', `${'~a~ '.repeat(60)}Name`],
    ['one long tag', `~${'Unlicensed '.repeat(20)}~ Name`],
    ['a long subset', `Name [Subset - ${'Bonus '.repeat(40)}]`],
    ['brackets that open', '['.repeat(255)],
  ])('includes a page of titles that are %s', (_, title) => {
    const { search } = LONGEST_QUERY;
    // So that the longest search finds them all.
    const found = title.includes('Name') ? title.replace('Name', `Name ${search}`) : title + search;
    const systemName = `_${'x'.repeat(200)}_`;
    const whole = worstLibrary(Array.from({ length: 60 }, () => ({ title: found, systemName })));
    for (const kind of ['halted', 'outdated'] as const) {
      const page = pageOf(whole, LONGEST_QUERY, 1, { kind, reason: LONGEST_REASON });
      expect(refusals(page)).toEqual([]);
      expect(readPage(page).rows).toHaveLength(10);
      const system = pageOf(whole, { ...LONGEST_QUERY, systemId: 901 }, 1, {
        kind,
        reason: LONGEST_REASON,
      });
      expect(refusals(system)).toEqual([]);
    }
  });

  it('includes a page of any titles and any search', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 255 }), { minLength: 1, maxLength: 12 }),
        fc.string({ unit: 'binary', maxLength: 24 }).map((text) => text.slice(0, 24)),
        (titles, search) => {
          const whole = worstLibrary(titles.map((title) => ({ title, systemName: title })));
          expect(refusals(pageOf(whole, { search }))).toEqual([]);
          expect(refusals(pageOf(whole))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the second line of a row', () => {
  /** Of a phone in portrait; “10 months ago” is the longest that Discord writes in English for a time. */
  const PHONE = 48;

  it('doesn’t wrap for any system, up to 999 achievements unlocked in hardcore', () => {
    const systems = [...new Map(TITLES.map((title) => [title.systemId, title])).values()];
    const entries = systems.map(({ systemId, systemName }) =>
      entry({ systemId, systemName, possible: 999, awarded: 999, awardedHardcore: 999 }),
    );
    expect(entries.length).toBeGreaterThan(10);
    const whole = library(entries);
    for (let page = 1; page <= Math.ceil(entries.length / 10); page += 1) {
      for (const { visible } of readPage(pageOf(whole, {}, page)).rows) {
        expect(visible.length).toBeLessThanOrEqual(PHONE);
      }
    }
  });

  it('is at most a short word longer if some were unlocked in casual', () => {
    const whole = library([
      entry({ systemId: 101, possible: 999, awarded: 999, awardedHardcore: 998 }),
      entry({ systemId: 101, possible: 999, awarded: 999, awardedHardcore: 0 }),
    ]);
    const { rows } = readPage(pageOf(whole));
    expect(rows).toHaveLength(2);
    for (const { visible } of rows) {
      expect(visible.length).toBeLessThanOrEqual(PHONE + ' sc'.length);
    }
  });
});

describe('a tag', () => {
  it('that is too long for a label is cut', () => {
    const title = `Name [Subset - ${'Bonus '.repeat(12)}]`;
    const [row] = readPage(pageOf(library([entry({ title })]))).rows;
    expect(row?.tags).toEqual([`Subset - ${'Bonus '.repeat(6)}Bo…`]);
  });

  it('appears with as many others as fit', () => {
    const [row] = readPage(
      pageOf(library([entry({ title: `${'~Prototype~ '.repeat(20)}Name` })])),
    ).rows;
    expect(row?.tags).toEqual(Array.from({ length: 8 }, () => 'Prototype'));
  });
});

describe('what people wrote', () => {
  const nasty =
    '**bold** [click](https://evil.example) `code` ||spoiler|| <@123> :smile: ~~x~~ __u__';

  it.each([
    nasty,
    '# heading',
    '> quote',
    'line\nbreak\r\n# heading',
    '\\*already\\*',
    'https://evil.example',
    'a ] b',
    'a [ b',
    '<t:1:R>',
    '_'.repeat(30),
  ])('shows as it is in a title (%o)', (title) => {
    const [row] = readPage(pageOf(library([entry({ title })]))).rows;
    const seen = title.replaceAll(/[\r\n]+/g, ' ');
    expect([seen, seen.replace('[', '(').replace(']', ')')]).toContain(row?.name);
  });

  it('shows as it is in a search, a name, and a system', () => {
    const whole: Library = {
      ...library([entry({ systemId: 998, systemName: '*Sys*:x:' })]),
      player: { name: 'Max_Milyin_', ulid: null, avatarPath: null, motto: '' },
    };
    const { head, rows } = readPage(pageOf(whole, { search: 'game', systemId: 998 }));
    expect(head[0]).toContain('\\*Sys\\*\\:x:');
    expect(rows[0]?.facts.system).toBe('*Sys*:x:');
    const searched = readPage(pageOf(whole, { search: '**x** <@1>\n# h' }));
    expect(searched.head).toHaveLength(2);
    expect(asSeen(searched.head.at(-1)?.split(' · ')[0]?.slice(3) ?? '')).toBe('“**x** <@1> # h”');
    const empty = { ...whole, entries: [], total: 0 };
    expect(readPage(pageOf(empty)).body).toContain('Max\\_Milyin\\_');
  });

  it('pings nobody', () => {
    expect(pageOf(library([entry({ title: '@everyone <@1>' })]))).toMatchObject({
      allowed_mentions: { parse: [] },
    });
  });
});
