import { beforeAll, describe, expect, test } from 'vitest';

import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

/** What `/progress` is spared, other commands that ask RetroAchievements are spared, too. */

const stage = useStage({ env: { CACHE_TTL_SECONDS: '0' } });

beforeAll(() => void stage().addPlayer('Present', 12));

/** Each command that shows players, with the options that name one. */
const COMMANDS: readonly (readonly [string, (name: string) => Readonly<Record<string, string>>])[] =
  [
    ['progress', (user) => ({ user })],
    ['random', (user) => ({ user })],
    ['stats', (user) => ({ user })],
    ['compare', (other) => ({ user: 'Present', other })],
  ];

const ODD = [
  ['a picture in odd letters', 'UserPic', '/UserPic/a b/äö.png'],
  ['a picture whose path has no end', 'UserPic', `/UserPic/${'a'.repeat(3_000)}.png`],
  ['a picture elsewhere', 'UserPic', 'https://example.com/UserPic/Max.png'],
  ['a name of 300 letters', 'User', 'M'.repeat(300)],
  ['a name that turns the direction', 'User', 'Max\u202eMilyin\ud83d'],
] as const;

describe.concurrent.each(COMMANDS)('/%s', (command, optionsFor) => {
  test('reports a mistyped name to the caller alone, however late, and not in the log', async () => {
    const { site } = stage();
    const name = `Nobody${command}`;
    const fault = site.faults.add({
      when: (query) => query.get('u') === name,
      effect: { kind: 'delay', ms: 1_300 },
    });
    const shown = await stage().person('alice').command(command, optionsFor(name));
    expect(shown.acknowledgement.type).toBe(5);
    const told = await shown.told();
    fault.release();
    expect(told.content).toContain(`RetroAchievements has no player called **${name}**`);
    expect(told.flags & 64).toBe(64);
    expect(shown.message).toBeUndefined();
    const lines = stage()
      .bot.output.split('\n')
      .filter((line) => line.startsWith('{') && line.includes(name));
    expect(lines.filter((line) => JSON.parse(line).level > 20)).toEqual([]);
  });

  test.for(ODD)('shows a player with %s', async ([what, field, value], { expect: wait }) => {
    const name = `${command}${ODD.findIndex(([other]) => other === what)}`;
    const player = stage().addPlayer(name, 12);
    const effect = { kind: 'wrong-type', field, value } as const;
    const fault = failFor(stage().site, player, effect, {
      endpoint: 'API_GetUserProfile',
    });
    const shown = await stage().person('alice').command(command, optionsFor(name));
    const message = await shown.until(({ embeds }) => embeds.length > 0);
    // The games may come before the profile.
    await wait.poll(() => fault.hits).toBeGreaterThan(0);
    fault.release();
    expect(shown.followups).toEqual([]);
    expect(JSON.stringify(message.embeds)).not.toMatch(/\\u202e|\u202e/);
  });
});

test('none of this was the bot’s fault', () => {
  expect(stage().bot.output).not.toContain('an interaction failed');
});
