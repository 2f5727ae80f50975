import { describe, expect, test } from 'vitest';

import { startRetroAchievements } from './loopback-retroachievements.ts';

describe('smoke', () => {
  test('an unknown player answers like one without games', async () => {
    await using ra = await startRetroAchievements();
    ra.addPlayer({ name: 'NoGamesYet', games: [] });
    for (const u of ['Nobody', 'NoGamesYet']) {
      const url = `${ra.url}/API/API_GetUserCompletionProgress.php?y=${ra.apiKey}&u=${u}`;
      expect(await (await fetch(url)).json()).toEqual({ Count: 0, Total: 0, Results: [] });
    }
  });
});
