import { describe, expect, it } from 'vitest';

import { createRecentPlayers } from '#src/progress/recent-players.ts';

const by = (callerId: string, isPrivate = false) => ({ callerId, isPrivate });

describe('the suggested names', () => {
  it('are those this person looked at, latest first', () => {
    const recent = createRecentPlayers();
    for (const name of ['Anna', 'Bert', 'Anna', 'Cleo']) recent.add(name, by('me'));
    recent.add('Dora', by('you'));
    expect(recent.suggest('me', '', 25)).toEqual(['Cleo', 'Anna', 'Bert']);
    expect(recent.suggest('nobody', '', 25)).toEqual([]);
  });

  it('begin with what is typed, in any case, the person’s own first', () => {
    const recent = createRecentPlayers();
    recent.add('MaxPower', by('you'));
    recent.add('Minnie', by('you'));
    recent.add('MaxMilyin', by('me'));
    recent.add('Mad', by('me'));
    expect(recent.suggest('me', 'max', 25)).toEqual(['MaxMilyin', 'MaxPower']);
    expect(recent.suggest('me', ' MAXP', 25)).toEqual(['MaxPower']);
    expect(recent.suggest('me', 'axM', 25)).toEqual([]);
  });

  it('are only suggested to the same person if they were looked at in private', () => {
    const recent = createRecentPlayers();
    recent.add('Secret', by('me', true));
    expect(recent.suggest('me', 'sec', 25)).toEqual(['Secret']);
    expect(recent.suggest('you', 'sec', 25)).toEqual([]);
  });

  it('come only once each', () => {
    const recent = createRecentPlayers();
    recent.add('Anna', by('me'));
    recent.add('Anna', by('you'));
    expect(recent.suggest('me', 'a', 25)).toEqual(['Anna']);
  });

  it('are written as the site writes them now', () => {
    const recent = createRecentPlayers();
    recent.add('anna', by('me'));
    recent.add('Anna', by('me'));
    expect(recent.suggest('me', 'a', 25)).toEqual(['Anna']);
    expect(recent.suggest('you', 'a', 25)).toEqual(['Anna']);
  });

  it('are no more than requested', () => {
    const recent = createRecentPlayers();
    for (let index = 0; index < 40; index += 1) recent.add(`Name${index}`, by(`${index}`));
    for (let index = 0; index < 9; index += 1) recent.add(`Name${index}`, by('me'));
    expect(recent.suggest('me', 'name', 25)).toHaveLength(25);
    expect(recent.suggest('me', '', 5)).toHaveLength(5);
  });

  it('include at most ten of the person’s own, and don’t grow with people or players', () => {
    const recent = createRecentPlayers();
    for (let index = 0; index < 12_000; index += 1) recent.add(`Name${index}`, by('me'));
    expect(recent.suggest('me', '', 99)).toHaveLength(10);
    expect(recent.suggest('you', 'name', 99_999)).toHaveLength(5_000);
    expect(recent.suggest('you', 'name0', 99)).not.toContain('Name0');
    for (let index = 0; index < 10_000; index += 1) recent.add('Anna', by(`${index}`));
    expect(recent.suggest('me', '', 99)).toEqual([]);
  });
});
