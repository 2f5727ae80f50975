import { describe, expect, it } from 'vitest';

import { likenessOf } from '#src/discord/channels/find-post.ts';

const alike = (one: unknown, other: unknown) => likenessOf(one) === likenessOf(other);
const embed = (fields: object) => ({ embeds: [fields] });

describe('two messages', () => {
  it.each<[string, unknown, unknown]>([
    ['white space', { content: ' a \n b' }, { content: 'a b' }],
    ['what nobody sees', { content: 'a\u{200B}b\u{FEFF}' }, { content: 'ab' }],
    ['composed letters', embed({ title: 'Poke\u{301}mon' }), embed({ title: 'Pokémon' })],
    ['what is not there', {}, { content: '', embeds: [], components: [] }],
    [
      'how a time is written',
      embed({ timestamp: '2025-01-01T00:00:07Z' }),
      embed({ timestamp: '2025-01-01T00:00:07.000000+00:00' }),
    ],
    [
      'how an address is written',
      embed({ url: 'https://RetroAchievements.org' }),
      embed({ url: 'https://retroachievements.org/' }),
    ],
    ['embeds for links', embed({ title: 'a' }), { embeds: [{ title: 'a' }, { type: 'link' }] }],
    ['colors', embed({ title: 'a', color: 1 }), embed({ title: 'a', color: 2, type: 'rich' })],
    [
      'numbers of components',
      { components: [{ type: 1, components: [{ type: 2, custom_id: 'a' }] }] },
      { components: [{ type: 1, id: 1, components: [{ type: 2, id: 2, custom_id: 'a' }] }] },
    ],
  ])('are alike despite %s', (_, one, other) => {
    expect(alike(one, other)).toBe(true);
  });

  it.each<[string, unknown, unknown]>([
    ['words', { content: 'a b' }, { content: 'ab' }],
    ['buttons', { components: [{ custom_id: 'a' }] }, { components: [{ custom_id: 'b' }] }],
    ['the order of embeds', { embeds: [{ title: 'a' }, {}] }, { embeds: [{}, { title: 'a' }] }],
  ])('differ by %s', (_, one, other) => {
    expect(alike(one, other)).toBe(false);
  });

  it('aren’t compared if one can’t be read', () => {
    expect(likenessOf({ content: 5 })).toBeNull();
  });
});
