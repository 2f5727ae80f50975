import { describe, expect, it } from 'vitest';

import { systemName, systemShortName } from '#src/retroachievements/system.ts';
import { TITLES } from '#test/progress/awkward-rows.ts';

describe('a system', () => {
  it.each([
    [1, 'MD', 'Genesis/Mega Drive'],
    [3, 'SNES', 'SNES/Super Famicom'],
    [25, '2600', 'Atari 2600'],
    [47, '80/88', 'PC-8000/8800'],
    [102, 'EXE', 'Standalone'],
  ])('%i is %s, in full %s', (id, shortName, name) => {
    expect(systemShortName(id, 'as it came')).toBe(shortName);
    expect(systemName(id)).toBe(name);
  });

  it('has the site’s name if it’s unknown', () => {
    expect(systemShortName(999, 'Some New System')).toBe('Some New System');
    expect(systemName(999)).toBeUndefined();
  });

  it('has the same name as on the site', () => {
    for (const { systemId, systemName: name } of TITLES) expect(systemName(systemId)).toBe(name);
  });
});
