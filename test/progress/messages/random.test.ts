import { describe, expect, it } from 'vitest';

import { CUSTOM_ID_LIMIT } from '#loopback/discord/judge/lengths.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Library } from '#src/progress/library.ts';
import {
  encodeRandomCustomId,
  parseRandomCustomId,
  randomMessage,
} from '#src/progress/messages/random.ts';
import type { RandomCustomId } from '#src/progress/messages/random.ts';
import { STATUSES } from '#src/progress/query/query.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { Award } from '#src/retroachievements/award-kind.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { TITLES } from '#test/progress/awkward-rows.ts';
import { entry, library, query } from '#test/progress/entries.ts';
import { MAX_ULID } from '#test/progress/scripted-site.ts';
import { fc } from '#test/support/fast-check.ts';

import { OWNER, t } from './pages.ts';
import { asSeen, componentsOf } from './read-page.ts';

const LARGEST_SNOWFLAKE = (2n ** 64n - 1n).toString();
const max: PlayerRef = { kind: 'ulid', ulid: MAX_ULID };

type Asked = {
  readonly count?: number;
  readonly status?: (typeof STATUSES)[number];
  readonly systemId?: number | null;
  readonly reason?: string;
  readonly player?: Partial<Library['player']>;
};

function messageOf(said: Partial<GameProgress>, asked: Asked = {}): MessageBody {
  const { count = 621, status = 'unfinished', systemId = null, reason, player = {} } = asked;
  const drawn = entry(said);
  const whole = library([drawn]);
  return randomMessage({ ...whole, player: { ...whole.player, ...player } }, drawn, {
    count,
    id: { ownerId: OWNER, player: max, query: query({ status, systemId }) },
    mediaUrl: 'https://media.example',
    t,
    shortfall: reason === undefined ? null : { kind: 'outdated', reason },
  });
}

const embedOf = (message: MessageBody) => {
  const [embed] = message.embeds ?? [];
  if (!embed) throw new Error('There is no embed');
  return embed;
};
const linesOf = (message: MessageBody) => embedOf(message).description?.split('\n') ?? [];

describe('a random game', () => {
  it.each<[Award, string]>([
    ['mastered', '🏆 **Mastered** · SNES'],
    ['beaten-hardcore', '⭐ **Beaten** · SNES'],
    [{ word: 'leg*endary' }, '🎖️ **leg\\*endary** · SNES'],
  ])('with an award (%o) has its mark and word', (award, line) => {
    expect(linesOf(messageOf({ award }))[0]).toBe(line);
  });

  it('without an award has its mark, system, and tags', () => {
    const tagged = messageOf({ title: '~Hack~ ~Demo~ Zelda [Subset - Bonus]' });
    expect(linesOf(tagged)[0]).toBe('▫️ SNES `Hack` `Demo` `Subset - Bonus`');
    expect(embedOf(tagged).title).toBe('Zelda');
  });

  it('that was never played has no time', () => {
    expect(linesOf(messageOf({ awarded: 0, awardedHardcore: 0, lastUnlockAt: null }))).toEqual([
      '▫️ SNES',
      '▱▱▱▱▱▱▱▱▱▱ 0% 0/10',
    ]);
  });

  it('says if it was fully or partly unlocked in casual', () => {
    const lines = [0, 4, 5].map((awardedHardcore) => linesOf(messageOf({ awardedHardcore }))[1]);
    expect(lines).toEqual([
      '▰▰▰▰▰▱▱▱▱▱ 50% 5/10 CA',
      '▰▰▰▰▰▱▱▱▱▱ 50% 5/10 ca',
      '▰▰▰▰▰▱▱▱▱▱ 50% 5/10',
    ]);
  });

  it('without achievements has no percentage, whatever its award', () => {
    for (const award of ['mastered', null] as const) {
      const lines = linesOf(messageOf({ possible: 0, awarded: 0, awardedHardcore: 0, award }));
      expect(lines[1]).toBe('No active achievements');
    }
  });

  it('from an old copy says how old that is, and why', () => {
    const lines = linesOf(messageOf({}, { reason: 'The site hangs.' }));
    expect(lines.at(-1)).toMatch(/^-# ⚠️ .*<t:0:R>.*The site hangs\.$/);
  });

  it.each([
    [{ count: 621 }, '1 of 621 unfinished games'],
    [{ count: 1 }, 'The only unfinished game'],
    [{ count: 1_287, status: 'all' }, '1 of 1,287 games'],
    [{ count: 12, systemId: 3 }, '1 of 12 unfinished games · SNES'],
  ] as const)('says what it was drawn from (%o)', (asked, footer) => {
    expect(embedOf(messageOf({}, asked)).footer?.text).toBe(footer);
  });

  it('says each status in its own words', () => {
    for (const count of [1, 5]) {
      const footers = STATUSES.map((status) => embedOf(messageOf({}, { status, count })).footer);
      expect(new Set(footers.map((footer) => footer?.text)).size).toBe(STATUSES.length);
    }
  });

  it('has buttons that know the player, owner, query, and game', () => {
    const message = messageOf({ gameId: 319 }, { status: 'mastered', systemId: 7 });
    const [another, shown, site] = componentsOf(message);
    for (const [component, action] of [
      [another, 'another'],
      [shown, 'library'],
    ] as const) {
      expect(parseRandomCustomId(String(component?.['custom_id']))).toEqual({
        action,
        ownerId: OWNER,
        player: max,
        query: query({ status: 'mastered', systemId: 7 }),
        lastGameId: 319,
      });
    }
    expect(site).toMatchObject({ style: 5, url: 'https://retroachievements.org/game/319' });
  });

  it('without an avatar has none', () => {
    expect(embedOf(messageOf({})).author).not.toHaveProperty('icon_url');
    const { author } = embedOf(messageOf({}, { player: { avatarPath: '/UserPic/M.png' } }));
    expect(author?.icon_url).toBe('https://media.example/UserPic/M.png');
  });
});

/** Everything that Discord would refuse about a random game. */
function refusals(message: MessageBody): readonly string[] {
  const { title = '', description = '', footer, author } = embedOf(message);
  const components = componentsOf(message);
  const ids = components.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
  return [
    ...(title.length > 256 || title.trim() === '' ? [`title ${title}`] : []),
    ...(description.length > 4_096 ? [`description of ${description.length}`] : []),
    ...((footer?.text ?? '').length > 2_048 ? ['footer'] : []),
    ...((author?.name ?? '').length > 256 ? ['author'] : []),
    ...(new Set(ids).size < ids.length ? ['a custom_id twice'] : []),
    ...ids.filter((id) => id.length > CUSTOM_ID_LIMIT),
    ...components.flatMap(({ label }) => (String(label).length > 80 ? [String(label)] : [])),
  ];
}

describe('Discord', () => {
  it('accepts every game of the site, and shows its name as it is', () => {
    for (const { gameId, title, systemId, systemName, possible } of TITLES) {
      const message = messageOf({ gameId, title, systemId, systemName, possible }, { systemId });
      expect(refusals(message)).toEqual([]);
      const { name } = entry({ gameId, title }).game;
      const shown = asSeen(embedOf(message).title ?? '');
      expect(shown.endsWith('…') ? name.startsWith(shown.slice(0, -1)) : shown === name).toBe(true);
    }
  });

  it.each(['*'.repeat(500), '~'.repeat(90), '['.repeat(300), '👩‍👩‍👧‍👦'.repeat(90), 'x'.repeat(4_000)])(
    'accepts the strangest title, system, and reason (%s)',
    (text) => {
      const said = {
        title: `~${text}~ ${text} x [Subset - ${text}]`,
        systemId: 999,
        systemName: text,
      };
      const message = messageOf(said, { systemId: 999, reason: 'x'.repeat(300), count: 99_999 });
      expect(refusals(message)).toEqual([]);
      expect(JSON.stringify(message)).not.toMatch(/\\ud[89a-f]/);
    },
  );
});

const anyId: fc.Arbitrary<RandomCustomId> = fc.record({
  action: fc.constantFrom('another', 'library'),
  ownerId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  player: fc.constantFrom<PlayerRef>(max, { kind: 'name', name: 'x'.repeat(20) }),
  query: fc
    .record({
      status: fc.constantFrom(...STATUSES),
      systemId: fc.option(fc.integer({ min: 0, max: 36 ** 6 - 1 })),
    })
    .map(query),
  lastGameId: fc.maxSafeNat(),
});

describe('the custom_id of a random game', () => {
  it('is read as it was written, and fits', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const sent = encodeRandomCustomId(id);
        expect(sent.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
        expect(parseRandomCustomId(sent)).toEqual(id);
      }),
    );
  });

  it('stays readable as it was first published', () => {
    const published = `rg1:0:${BigInt(LARGEST_SNOWFLAKE).toString(36)}:${MAX_ULID}:1:3:8v`;
    expect(parseRandomCustomId(published)).toEqual({
      action: 'another',
      ownerId: LARGEST_SNOWFLAKE,
      player: max,
      query: query({ status: 'unfinished', systemId: 3 }),
      lastGameId: 319,
    });
    expect(parseRandomCustomId('rg1:1:1:MaxMilyin:0::1')).toMatchObject({ action: 'library' });
  });

  it.each([
    'rg1',
    'p1:0:1:MaxMilyin:1::1',
    'rg1:2:1:MaxMilyin:1::1',
    'rg1:0:1:MaxMilyin:z::1',
    'rg1:0:1:MaxMilyin:1::',
  ])('isn’t read if it’s damaged or of another kind (%s)', (text) =>
    expect(parseRandomCustomId(text)).toBeNull(),
  );
});
