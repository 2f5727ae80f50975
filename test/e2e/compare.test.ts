import { beforeAll, describe, expect, test } from 'vitest';

import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { awardOrder } from '#loopback/retroachievements/wire.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { en } from '#src/messages/languages/en.ts';

import {
  descriptionOf,
  gameIdsOf,
  isWhole,
  jumpButton,
  lookOf,
  pageOf,
  turnTo,
} from './library-page.ts';
import { failFor } from './site-faults.ts';
import { useStage } from './stage.ts';

const { listMenu } = en.comparison;
const { sortMenu } = en.library;

const stage = useStage();
let one: SitePlayer;
let other: SitePlayer;
let alice: Person;
let bob: Person;

/** The stage's games come in one order: so they share most of them, and each has some alone. */
const without = (player: SitePlayer, every: number): readonly WireGame[] =>
  player.games.filter(({ GameID }) => GameID % every !== 0);

beforeAll(() => {
  const [all, most] = [stage().addPlayer('AllOne', 700, 1), stage().addPlayer('AllTwo', 650, 2)];
  one = stage().site.addPlayer({ name: 'OneSide', games: without(all, 7) });
  other = stage().site.addPlayer({ name: 'OtherSide', games: without(most, 5) });
  alice = stage().person('alice');
  bob = stage().person('bob');
});

const idsOf = ({ games }: SitePlayer) => new Set(games.map(({ GameID }) => GameID));

function shared(): readonly (readonly [WireGame, WireGame])[] {
  return one.games.flatMap((mine) => {
    const theirs = other.games.find(({ GameID }) => GameID === mine.GameID);
    return theirs ? [[mine, theirs] as const] : [];
  });
}

/** Above 0 if the first is ahead, by the rule's words. */
function leadOf([mine, theirs]: readonly [WireGame, WireGame]): number {
  return (
    awardOrder(theirs.HighestAwardKind) - awardOrder(mine.HighestAwardKind) ||
    mine.NumAwarded - theirs.NumAwarded ||
    mine.NumAwardedHardcore - theirs.NumAwardedHardcore
  );
}

async function compare(
  person: Person,
  options: Readonly<Record<string, string | boolean>> = {},
  where?: Parameters<Person['command']>[2],
): Promise<DiscordMessage> {
  const named = { user: 'OneSide', other: 'OtherSide', ...options };
  return (await person.command('compare', named, where)).until(isWhole);
}

/** How often the site was asked for either library. */
const requests = () => stage().libraryRequests(one) + stage().libraryRequests(other);
const footerOf = ({ embeds }: DiscordMessage) => embeds[0]?.footer?.text;

describe('/compare', () => {
  test('says who is ahead in how many games, and marks it in each', async () => {
    const message = await compare(alice);
    const leads = shared().map(leadOf);
    const count = (fits: (lead: number) => boolean) => leads.filter(fits).length;
    expect(descriptionOf(message).replaceAll('\u00a0', ' ')).toContain(
      `**${leads.length}** games in common\n-# 🅰️ ahead in **${count((lead) => lead > 0)}** · 🅱️ ahead in **${count((lead) => lead < 0)}** · 🟰 tied in **${count((lead) => lead === 0)}**`,
    );
    const byId = new Map(shared().map((pair) => [pair[0].GameID, leadOf(pair)]));
    const pages = [];
    for (let page = 1; pageOf(message) === page; page += 1) {
      pages.push(...gameIdsOf(message));
      const marks = Array.from(descriptionOf(message).matchAll(/^(\S+) \*\*\[.*\/game\//gm)).map(
        ([, mark]) => mark,
      );
      expect(marks).toEqual(
        gameIdsOf(message).map((id) => {
          const lead = byId.get(id) ?? NaN;
          if (lead === 0) return '🟰';
          return lead > 0 ? '🅰️' : '🅱️';
        }),
      );
      if (page * 10 >= leads.length) break;
      await turnTo(alice, message, '▶️', page + 1);
    }
    expect(pages).toHaveLength(leads.length);
    expect(new Set(pages)).toEqual(new Set(byId.keys()));
  });

  test('has each player’s own games in a menu', async () => {
    const message = await compare(alice);
    const [mine, theirs] = [idsOf(one), idsOf(other)];
    for (const [list, own, rest] of [
      ['one', mine, theirs],
      ['other', theirs, mine],
    ] as const) {
      const alone = [...own].filter((id) => !rest.has(id));
      await (
        await alice.select(message, listMenu, [list])
      ).until((now) => footerOf(now)?.includes(` of ${alone.length} ·`) === true);
      for (const id of gameIdsOf(message)) expect(alone).toContain(id);
      await turnTo(alice, message, '⏭️', Math.ceil(alone.length / 10));
      for (const id of gameIdsOf(message)) expect(alone).toContain(id);
    }
  });

  test('sorts, jumps, and keeps working after a restart', async () => {
    const message = await compare(alice);
    const { length } = shared();
    const pages = Math.ceil(length / 10);
    await (
      await alice.select(message, sortMenu, ['closest'])
    ).until((now) => descriptionOf(now).includes('-# Closest race first · '));
    for (const [typed, page] of [
      ['page 3', 3],
      ['last', pages],
      ['9999', pages],
      ['#2', 2],
    ] as const) {
      const { modal } = await alice.click(message, jumpButton);
      expect(JSON.stringify(modal.modal)).toContain(`Page number (1–${pages})`);
      await (await alice.submit(modal, { page: typed })).until((now) => pageOf(now) === page);
    }
    await stage().bot.kill();
    await stage().startBot();
    await turnTo(alice, message, '▶️', 3);
    expect(descriptionOf(message)).toContain('-# Closest race first · ');
    expect(footerOf(message)).toBe(`Games 21–30 of ${length} · Page 3 of ${pages}`);
  });

  test('gives someone else their own copy', async () => {
    const message = await compare(alice);
    const before = lookOf(message);
    const shown = await bob.click(message, '▶️');
    const copy = await shown.until((now) => pageOf(now) === 2);
    expect(shown.ephemeral).toBe(true);
    await turnTo(bob, copy, '▶️', 3);
    const listed = await bob.select(message, listMenu, ['one']);
    expect(listed.ephemeral).toBe(true);
    await listed.until(isWhole);
    expect(lookOf(message)).toEqual(before);
  });

  test('requests nothing that is in memory', async () => {
    await compare(alice);
    const before = requests();
    const message = await compare(bob, { user: 'OtherSide', other: 'OneSide' });
    await turnTo(bob, message, '⏭️', Math.ceil(shared().length / 10));
    expect(requests()).toBe(before);
  });

  test.each(['dm', 'private-channel'] as const)('works in a %s', async (where) => {
    const message = await compare(alice, {}, { where });
    await turnTo(alice, message, '▶️', 2);
    expect(footerOf(message)).toContain('Games 11–20 of ');
  });

  test('is for the caller alone if they want that', async () => {
    expect((await compare(alice, { private: true })).flags & 64).toBe(64);
  });

  test('compares 10,000 games with 10,000, of every kind of title', async () => {
    const many = stage().addPlayer('TenThousand', 10_000, 3);
    const theirs = idsOf(stage().addPlayer('AsMany', 10_000, 4));
    const count = many.games.filter(({ GameID }) => theirs.has(GameID)).length;
    expect(count).toBeGreaterThan(9_000);
    const pages = Math.ceil(count / 10);
    const message = await compare(alice, { user: 'TenThousand', other: 'AsMany' });
    expect(footerOf(message)).toContain(` of ${count.toLocaleString('en')} · Page 1 of `);
    for (const sort of ['other', 'title', 'newest', 'closest', 'one']) {
      const shown = await alice.select(message, sortMenu, [sort]);
      await shown.until(isWhole);
      await turnTo(alice, message, '⏭️', pages);
      await turnTo(alice, message, '⏮️', 1);
    }
  });
});

/** What only Alice reads. */
async function told(options: Readonly<Record<string, string>>): Promise<string> {
  const shown = await alice.command('compare', options);
  const { content } = await shown.told();
  expect(shown.message?.flags ?? 64).toBe(64);
  return content;
}

describe('what can’t be compared', () => {
  test('is reported to the caller alone', async () => {
    const { ulid } = one;
    expect(await told({ user: 'OneSide', other: ulid })).toContain('These are the same account.');
    expect(await told({ user: 'OneSide', other: 'oneside' })).toContain('the same account.');
    expect(await told({ user: 'OneSide', other: 'Nobody' })).toContain('no player called');
    expect(await told({ user: 'OneSide' })).toContain('link your own account');
    expect(await told({})).toContain('I don’t know who to compare.');
    stage().site.addPlayer({ name: 'NoGames', games: [] });
    expect(await told({ user: 'OneSide', other: 'NoGames' })).toContain('has no games yet');
  });

  test('is one account under two names', async () => {
    stage().addPlayer('BeforeName', 20);
    await compare(alice, { other: 'BeforeName' });
    const { ulid } = stage().site.rename('BeforeName', 'AfterName');
    expect(await told({ user: ulid, other: 'AfterName' })).toContain('These are the same account.');
    expect(await told({ user: 'BeforeName', other: ulid })).toContain(
      'These are the same account.',
    );
  });

  test('is reported to the caller alone, even if half of a library came, and late', async () => {
    const player = stage().addPlayer('Halfway', 1_400);
    failFor(stage().site, player, { kind: 'delay', ms: 1_500 }, { offset: 500 });
    failFor(stage().site, player, { kind: 'status', status: 503 }, { offset: 1_000 });
    const shown = await alice.command('compare', { user: 'OneSide', other: 'Halfway' });
    const { content, flags } = await shown.followup();
    expect(flags & 64).toBe(64);
    expect(content).toContain('RetroAchievements is having problems right now');
    expect(shown.message).toBeUndefined();
  });
});
