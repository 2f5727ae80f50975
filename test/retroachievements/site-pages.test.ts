import { describe, expect, it } from 'vitest';

import { gameUrl, progressUrl } from '#src/retroachievements/site-pages.ts';

describe('links', () => {
  it('lead to the public site', () => {
    expect(gameUrl(7)).toBe('https://retroachievements.org/game/7');
    expect(progressUrl('Max Milyin/..')).toBe(
      'https://retroachievements.org/user/Max%20Milyin%2F../progress',
    );
  });

  it('lead to the front page for a name that no player can have', () => {
    expect(progressUrl('漢'.repeat(7))).toBe('https://retroachievements.org');
  });
});
