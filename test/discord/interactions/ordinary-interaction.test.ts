import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

import { command, component, envelope } from '#src/discord/interactions/interaction-schemas.ts';
import {
  isOrdinaryCommand,
  isOrdinaryComponent,
  isOrdinaryEnvelope,
} from '#src/discord/interactions/ordinary-interaction.ts';
import { fc } from '#test/support/fast-check.ts';

import { clickOf, commandOf, modalOf, typingInSubcommandOf, typingOf } from './interactions.ts';

/** As a real one comes: with everything that Discord sends, used or not. */
const SAID = {
  token: 'aW50ZXJhY3Rpb246'.repeat(10),
  app_permissions: '2251799813685247',
  channel: { id: '90', type: 0, name: 'general', permissions: '2251799813685247' },
  member: { user: { id: '1', username: 'one' }, permissions: '2251799813685247', roles: [] },
  authorizing_integration_owners: { 0: '9' },
};
const DIRECT = { ...SAID, guild_id: undefined, member: undefined, user: { id: '1' } };
const PRESSED = {
  message: { id: '5', flags: 64, embeds: [{ description: 'text', color: 1 }, { title: 'two' }] },
};

const commands = [
  commandOf('progress', { user: 'MaxMilyin', private: true }, SAID),
  commandOf('leaderboard', {}, DIRECT),
  commandOf('Games', {}, { data: { name: 'Games', type: 2, target_id: '1', resolved: null } }),
  typingInSubcommandOf(
    ['announcements', 'players'],
    ['add', 'Max'],
    { private: { type: 5, value: true } },
    SAID,
  ),
  typingOf('progress', 'user', 'Max'),
];
const components = [
  clickOf('p1:1:2:MaxMilyin:3:00::', { said: { ...SAID, ...PRESSED } }),
  clickOf('p1:1:2:MaxMilyin:3:00::', { values: ['recent'], said: { ...DIRECT, ...PRESSED } }),
  modalOf('p1:1:2:MaxMilyin:3:00::', { page: '7' }, { ...SAID, ...PRESSED }),
];

describe('an interaction', () => {
  it('of the ordinary kind needs no schema', () => {
    const sent = [...commands, ...components];
    expect(sent.filter((one) => !isOrdinaryEnvelope(one))).toEqual([]);
    expect(commands.filter((one) => !isOrdinaryCommand(one.data))).toEqual([]);
    expect(components.filter((one) => !isOrdinaryComponent(one.data))).toEqual([]);
  });

  it.each<[string, readonly unknown[], (sent: unknown) => boolean, z.ZodType]>([
    ['envelope', [...commands, ...components], isOrdinaryEnvelope, envelope],
    ['command', commands.map(({ data }) => data), isOrdinaryCommand, command],
    ['component', components.map(({ data }) => data), isOrdinaryComponent, component],
  ])(
    'whose %s needs no schema is what the schema would make of it',
    (_, samples, isOrdinary, schema) => {
      let ordinary = 0;
      fc.assert(
        fc.property(distorted(samples), (sent) => {
          if (!isOrdinary(sent)) return;
          ordinary += 1;
          expect(sent).toMatchObject(Object(schema.parse(sent)));
        }),
        { numRuns: 5_000 },
      );
      expect(ordinary).toBeGreaterThan(500);
    },
  );
});

/** What fields could be instead of what they are. */
const SCALARS = [null, undefined, true, 0, -1, 1.5, 2 ** 60, Infinity, '', 'x', '7', 'a b', 'a/b'];
const TEXTS = ['\uD800', ...[20, 21, 41, 2_001].flatMap((n) => ['1'.repeat(n), 'x'.repeat(n)])];
const LISTS = [[], [null], ['x'], ['\uD800'], [{}], [{ description: 5 }], [{ description: 'x' }]];
const IDS = [{ id: '7' }, { id: 7 }, { id: '7', type: 1 }, { id: '7', type: '1' }];
const OBJECTS = [
  {},
  { user: {} },
  { name: 'x', type: 3, value: '\uD800' },
  { name: 'x', type: 1, options: [{ name: 5 }] },
];
const ODD: readonly unknown[] = [SCALARS, TEXTS, LISTS, IDS, OBJECTS].flat();

/** One of the samples with one or two of its fields replaced or left out, at any depth. */
function distorted(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ODD)), {
    minLength: 1,
    maxLength: 2,
  });
  return fc.tuple(fc.constantFrom(...samples), changes).map(([sample, wanted]) => {
    const copy: unknown = structuredClone(sample);
    for (const [at, value] of wanted) {
      const places = placesIn(copy);
      places[at % places.length]?.(value);
    }
    return copy;
  });
}

/** A function for each field at any depth, which replaces it. */
function placesIn(value: unknown): ((by: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    (by: unknown) => void Reflect.set(value, key, structuredClone(by)),
    ...placesIn(inner),
  ]);
}
