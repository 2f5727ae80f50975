import { describe, expect, it } from 'vitest';

import { CUSTOM_ID_LIMIT } from '#loopback/discord/judge/lengths.ts';
import type { Library } from '#src/progress/library.ts';
import {
  parseStatisticsCustomId,
  statisticsMessage,
  STATISTICS_PREFIX,
} from '#src/statistics/messages/statistics.ts';
import { statisticsOf } from '#src/statistics/statistics.ts';
import { problemsOf } from '#test/announcements/messages/posts.ts';
import { entry, EVERY_AWARD, library } from '#test/progress/entries.ts';
import { MAX_ULID } from '#test/progress/scripted-site.ts';
import { NOW, t } from '#test/statistics/picture/contents.ts';

const OWNER = '18446744073709551615';
const DAY_MS = 24 * 60 * 60_000;

async function messageOf(
  of: Library,
  { hasPicture = true, reason }: { readonly hasPicture?: boolean; readonly reason?: string } = {},
) {
  return statisticsMessage(of, await statisticsOf(of, NOW), {
    ownerId: OWNER,
    player: { kind: 'ulid', ulid: MAX_ULID },
    mediaUrl: 'https://media.example',
    t,
    shortfall: reason === undefined ? null : { kind: 'outdated', reason },
    hasPicture,
  });
}

type Body = Awaited<ReturnType<typeof messageOf>>;
const textOf = ({ embeds: [embed] = [] }: Body) => embed?.description ?? '';
const altOf = ({ attachments: [file] = [] }: Body) => file?.description ?? '';

/** Mastered on the first days of January, the first ten of them on the Genesis. */
const masteries = library(
  Array.from({ length: 12 }, (_, index) =>
    entry({
      gameId: index + 1,
      title: `Game*${index + 1}`,
      systemId: index < 10 ? 1 : 3,
      award: 'mastered',
      awardedAt: Date.UTC(2026, 0, 1) + index * DAY_MS,
    }),
  ),
);

const at = (day: number) => `<t:${Date.UTC(2026, 0, day) / 1000}:d>`;
const game = (number: number) =>
  `**[Game\\*${number}](https://retroachievements.org/game/${number})**`;

describe('statistics as text', () => {
  it('are the counts, the first award, the best month, the top systems, and the milestones', async () => {
    expect(textOf(await messageOf(masteries)).split('\n')).toEqual([
      '**12** played · **0** unfinished · **0** beaten · **12** mastered',
      '',
      `First award: 🏆 ${game(1)}, ${at(1)}`,
      'Best month: **January 2026**, with 12 awards',
      'This year: 12 awards',
      'Top systems: MD (10) and SNES (2)',
      '',
      '**Milestones**',
      `🏆 12th mastered: ${game(12)}, ${at(12)}`,
      `🏆 10th mastered: ${game(10)}, ${at(10)}`,
      `🏆 5th mastered: ${game(5)}, ${at(5)}`,
      `🏆 First mastered: ${game(1)}, ${at(1)}`,
      '',
      '-# Updated <t:0:R>',
    ]);
  });

  it('describe the picture for people who can’t see it', async () => {
    expect(altOf(await messageOf(masteries))).toBe(
      'Statistics of MaxMilyin on RetroAchievements, 12 games. Awards: Mastered 12. Awards in 2026 by month: January 12. ' +
        'Top systems: MD (10) and SNES (2). Milestones: 12th mastered: Game*12, 10th mastered: Game*10, and 5th mastered: Game*5.',
    );
  });

  it('count awards of kinds that this version doesn’t know, as the picture does', async () => {
    const entries = [entry({ gameId: 1, award: { word: 'new' } }), entry({ gameId: 2 })];
    expect(textOf(await messageOf(library(entries)))).toContain('\n-# Other awards: **1**\n');
    expect(textOf(await messageOf(masteries))).not.toContain('Other awards');
  });

  it('say how old they are while the site is down, and that there is no picture', async () => {
    const message = await messageOf(masteries, { hasPicture: false, reason: 'It is down.' });
    expect(textOf(message)).toContain('-# ⚠️ Saved copy from <t:0:R>. It is down.');
    expect(textOf(message)).toContain('-# ⚠️ I can’t draw the picture right now.');
    expect(message.attachments).toBeUndefined();
    expect(message.embeds?.[0]?.image).toBeUndefined();
  });

  it('leave out what doesn’t exist', async () => {
    const text = textOf(await messageOf(library([entry({ award: null })])));
    expect(text).not.toMatch(/First award|Best month|Milestones/);
    expect(altOf(await messageOf(library([entry({ award: null })])))).toContain('No awards yet');
  });
});

describe('the message of statistics', () => {
  const long = '*`[|~_'.repeat(2_000);
  const awkward = library(
    Array.from({ length: 2_000 }, (_, index) =>
      entry({
        title: index % 3 === 0 ? long : `${'🏳️‍🌈'.repeat(70)} ${index}`,
        systemId: 10_000 + (index % 90),
        systemName: long,
        award: EVERY_AWARD[index % 5] ?? { word: long },
        awardedAt: NOW - (index % 600) * DAY_MS,
      }),
    ),
  );

  it.each([
    ['without games', library([])],
    ['of one game', library([entry()])],
    ['of twelve', masteries],
    ['with everything long', awkward],
    ['with a long name', { ...awkward, player: { ...awkward.player, name: 'ß'.repeat(60) } }],
  ])('is accepted by Discord: %s', async (_, of) => {
    const message = await messageOf(of);
    // The picture comes as a file, which this judge doesn't get.
    const { attachments: _file, embeds = [], ...rest } = message;
    const withoutPicture = embeds.map(({ image: _image, ...embed }) => embed);
    expect(problemsOf({ ...rest, embeds: withoutPicture })).toEqual([]);
    expect(problemsOf(await messageOf(of, { hasPicture: false }))).toEqual([]);
    expect(altOf(message).length).toBeGreaterThan(20);
    expect(altOf(message).length).toBeLessThanOrEqual(1024);
  });

  it('has a button that says whose it is and which player', async () => {
    const [row] = (await messageOf(masteries)).components ?? [];
    const json = JSON.stringify(row);
    const id = /"custom_id":"([^"]*)"/.exec(json)?.[1] ?? '';
    expect(id.length).toBeLessThanOrEqual(CUSTOM_ID_LIMIT);
    expect(parseStatisticsCustomId(id)).toEqual({
      action: 'library',
      ownerId: OWNER,
      player: { kind: 'ulid', ulid: MAX_ULID },
    });
  });

  it('has a custom_id that never changes its meaning', () => {
    expect(STATISTICS_PREFIX).toBe('st1');
    expect(parseStatisticsCustomId('st1:0:1:MaxMilyin')).toEqual({
      action: 'library',
      ownerId: '1',
      player: { kind: 'name', name: 'MaxMilyin' },
    });
    for (const strange of ['st1:1:1:MaxMilyin', 'st1:0:1:', 'st1:0:!:MaxMilyin', 'st2:0:1:Max']) {
      expect(parseStatisticsCustomId(strange)).toBeNull();
    }
  });
});
