import { describe, expect, it } from 'vitest';

import { realTitles } from '#loopback/retroachievements/real-titles.ts';
import { createSearch, createUnfinishedSearch, searchWords } from '#src/progress/query/search.ts';
import { searchKey } from '#src/retroachievements/title.ts';
import { expectedFound } from '#test/progress/independent-search.ts';

function finds(search: string, title: string): boolean {
  return createSearch(search)?.(searchKey(title)) ?? true;
}

describe('a search', () => {
  it.each([
    ['yoshis island', "Super Mario World 2: Yoshi's Island"],
    ['yoshi’s island', "Super Mario World 2: Yoshi's Island"],
    ['mega-man', 'Mega Man 7'],
    ['megaman', 'Mega Man X3'],
    ['megaman2', 'Mega Man 2'],
    ['spiderman', 'Spider-Man & Venom: Maximum Carnage'],
    ['spider man', 'Spiderman'],
    ['rtype', 'R-Type III: The Third Lightning'],
    ['r type', 'Super R-Type'],
    ['r-typ', 'R-Type'],
    ['final fantasy 7', 'Final Fantasy VII'],
    ['final fantasy vii', 'Final Fantasy 7'],
    ['FINAL FANTASY Ⅶ', 'Final Fantasy VII'],
    ['zelda: a link', 'The Legend of Zelda: A Link to the Past'],
    ['legend of zelda: a link', 'Legend of Zelda, The: A Link to the Past'],
    ['the legend of zelda', 'Legend of Zelda, The: A Link to the Past'],
    ['pokemon red/blue', 'Pokémon Red Version | Pokémon Blue Version'],
    ['POKÉMON', 'pokemon pinball'],
    ['tom and jerry', 'Tom & Jerry: The Movie'],
    ['tom & jerry', 'Tom and Jerry'],
    ['ghosts n goblins', "Ghosts 'n Goblins"],
    ['scat', 'S.C.A.T.: Special Cybernetic Attack Team'],
    ['s.o.s', 'S.O.S.'],
    ['S.O.S.', 'SOS'],
    ['sos', 'S.O.S'],
    ['s o s', 'S.O.S.: The Rescue'],
    ['t.m.n.t', 'TMNT'],
    ['qbert', 'Q*bert'],
    ['q*bert', 'Q*bert'],
    ['hack bonus', '~Hack~ Suikoden [Subset - Bonus]'],
    ['rockman 2', 'Mega Man 2 | Rockman 2: Dr. Wily no Nazo'],
    ['craft', 'Warcraft'],
    ['cas', 'Castlevania'],
    ['ドラキュラ', '悪魔城ドラキュラ'],
    ['城', '悪魔城ドラキュラ'],
    ['the', 'Sonic the Hedgehog'],
    ['mega man x', 'Mega Man X4'],
    ['mega man 10', 'Mega Man X'],
    ['f zero', 'F-Zero'],
    ['fzero', 'F-Zero'],
    ['toe jam & earl', 'ToeJam & Earl'],
    ['toe jam earl panic', 'ToeJam & Earl in Panic on Funkotron'],
    ['toejamearl', 'ToeJam & Earl'],
    ['sonicknuckles', 'Sonic & Knuckles'],
    ['legendofzeldaalink', 'Legend of Zelda, The: A Link to the Past'],
    ['chipdale', "Chip 'n Dale: Rescue Rangers"],
    ['beautyandbeast', 'Beauty and the Beast'],
    ['u n squadron', 'U.N. Squadron'],
    ['s c a t', 'S.C.A.T.: Special Cybernetic Attack Team'],
    ['pop n music 2', "Pop'n Music 2"],
    ['bat man returns', 'Batman Returns'],
    ['pac man world 2', 'Pacman World 2'],
    ['doctor mario', 'Dr. Mario'],
    ['dr mario', 'Doctor Mario'],
    ['volume 2', 'Picross NP Vol. 2'],
    ['vol 2', 'Picross NP Volume 2'],
    ['seventh saga', 'The 7th Saga'],
    ['7th saga', 'Seventh Saga, The'],
    ['third strike', 'Street Fighter III: 3rd Strike'],
    ['alex vs monsters', 'Alex versus Monsters'],
    ['super mario brothers 3', 'Super Mario Bros. 3'],
    ['super mario bros 1', 'Super Mario Bros.'],
    ['super mario brothers 1', 'Super Mario Bros.'],
    ['castlevania 1', 'Castlevania'],
    ['castlevania i', 'Castlevania'],
    ['megaman 1', 'Mega Man'],
    ['legend of zelda 1', 'Legend of Zelda, The'],
    ['ys i & ii', 'Ys I & II'],
    ['ys i & ii', 'Ancient Ys Vanished I and II: Omen'],
    ['gi joe', 'G.I. Joe: A Real American Hero'],
    ['zelda maj', "Zelda, The: Majora's Mask"],
    ['doom', 'Doom II'],
    ['x men', 'Xmen'],
    ['mega man x 2', 'Mega Man X2'],
    ['x 2', 'Mega Man X2'],
    ['mega man x2', 'Mega Man X 2'],
    ['2 x', 'Game 2X'],
  ])('for %j finds %j', (search, title) => {
    expect(finds(search, title)).toBe(true);
  });

  it.each([
    ['final fantasy 7', 'Final Fantasy VI'],
    ['final fantasy 7', 'Final Fantasy I & II: Dawn of Souls'],
    ['final fantasy vii', 'Final Fantasy VIII'],
    ['Dragon Quest V', 'Dragon Quest IV'],
    ['Dragon Quest V', 'Dragon Quest VI'],
    ['mega man 1', 'Mega Man 10'],
    ['mega man x2', 'Mega Man X20'],
    ['r type', 'Rayman Type'],
    ['i', 'Super Mario Kart'],
    ['gta', 'GT Advance 3: Pro Concept Racing'],
    ['as', 'Castlevania'],
    ['man', 'Aquaman'],
    ['red kong', "Donkey Kong Country 2: Diddy's Kong Quest"],
    ['.+', 'Ms. Pac-Man'],
    ['qqq', 'Sonic the Hedgehog'],
    ['ys i & ii', 'Ys III: Wanderers from Ys'],
    ['final fantasy 1 2', 'Final Fantasy 12'],
    ['final fantasy i v', 'Final Fantasy IV'],
    ['doom', 'Scooby-Doo Mystery'],
    ['these', 'The Secret of Monkey Island'],
    ['gi joe', "Yu-Gi-Oh! Joey's Duel"],
    ['castlevania 1', 'Castlevania: Bloodlines'],
    ['castlevania 1', "Castlevania II: Simon's Quest"],
    ['castlevania 2', 'Castlevania'],
    ['super mario bros 1', 'Super Mario Bros. 3'],
    ['dr mario', 'Dragon Mario'],
    ['seventh saga', 'The 8th Saga'],
  ])('for %j doesn’t find %j', (search, title) => {
    expect(finds(search, title)).toBe(false);
  });

  it.each(['', '  ', '.*', '???', '…'])('for %j is empty, so everything is shown', (search) => {
    expect(createSearch(search)).toBeNull();
  });

  it.each([
    ['z', 'The Legend of Zelda'],
    ['ze', 'The Legend of Zelda'],
    ['zel', 'The Legend of Zelda'],
    ['the legend of z', 'Legend of Zelda, The'],
    ['super m', 'Super Mario World'],
    ['super mar', 'Super Mario World'],
    ['spiderm', 'Spider-Man'],
    ['toe ja', 'ToeJam & Earl'],
    ['rty', 'R-Type'],
    ['final fantasy v', 'Final Fantasy VII'],
    ['mega man 1', 'Mega Man 10'],
    ['a', 'Another World'],
    ['ド', 'ドラゴンクエスト'],
    ['craft', 'Warcraft'],
  ])('that is still being typed, %j, finds %j', (search, title) => {
    expect(createUnfinishedSearch(search)?.(searchKey(title))).toBe(true);
  });

  it.each([
    ['e', 'Zelda'],
    ['super z', 'Super Mario World'],
    ['m super', 'Super Mario World'],
    ['le', 'Star Eater'],
  ])('that is still being typed, %j, doesn’t find %j', (search, title) => {
    expect(createUnfinishedSearch(search)?.(searchKey(title))).toBe(false);
  });

  it('is reduced to its significant words', () => {
    expect(searchWords('  The Two  WÖRDS ')).toEqual(['two', 'words']);
    expect(searchWords('a the')).toEqual(['a', 'the']);
    expect(searchWords(' ')).toEqual([]);
  });
});

const REAL = realTitles()?.map(({ title }) => title) ?? [];

function hits(search: string): readonly string[] {
  return REAL.filter((title) => finds(search, title));
}

describe.runIf(REAL.length > 0)('a search through the site’s own titles', () => {
  it.each([
    ['r type', 3, 12],
    ['rtype', 3, 12],
    ['yoshis island', 1, 10],
    ['final fantasy 7', 1, 10],
    ['Dragon Quest V', 1, 10],
    ['zelda: a link', 5, 20],
    ['legend of zelda: a link', 5, 20],
    ['pokemon red/blue', 1, 10],
    ['spiderman', 10, 40],
    ['mega-man', 50, 150],
    ['x', 20, 200],
    ['a', 20, 200],
  ])('for %j finds neither nothing nor everything', (search, least, most) => {
    expect(hits(search).length).toBeGreaterThanOrEqual(least);
    expect(hits(search).length).toBeLessThanOrEqual(most);
  });

  it('finds every title by its own beginning', () => {
    for (const title of REAL) {
      const typed = title.slice(0, 24).toWellFormed();
      const lastSpace = typed.lastIndexOf(' ');
      const whole = title.length > 24 && lastSpace > 0 ? typed.slice(0, lastSpace) : typed;
      expect([title, whole, finds(whole, title)]).toEqual([title, whole, true]);
    }
  });

  it('finds what a second computation finds', () => {
    const searches = [
      'r type',
      'rtype',
      'gta',
      'final fantasy 7',
      'vii',
      'x',
      'the',
      'man 2',
      '64',
      'u n squadron',
      'pop n music',
      'sonicknuckles',
      'a man',
    ];
    for (const search of searches) {
      const expected = REAL.filter((title) => expectedFound(title, search));
      expect({ search, hits: hits(search) }).toEqual({ search, hits: expected });
    }
  });
});
