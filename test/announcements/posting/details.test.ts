import { describe, expect, it } from 'vitest';

import { createDetails, DETAILS_DEADLINE_MS } from '#src/announcements/posting/details.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { progress } from '#test/progress/entries.ts';
import {
  byUlid,
  createLibraryStack,
  createScriptedSite,
  failure,
  gamesOf,
  MAX_ULID,
  maxMilyin,
  OTHER_ULID,
  updatesOf,
} from '#test/progress/scripted-site.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const HOUR = 3_600_000;
const WON = 9_001;

/** A game that the player has just won an award for. */
function won(said: Partial<GameProgress> = {}): GameProgress {
  const awardedAt = createFakeClock().now() - 30_000;
  const counts = { possible: 20, awarded: 20, awardedHardcore: 18, iconPath: '/Images/009001.png' };
  return progress({ gameId: WON, award: 'mastered', awardedAt, ...counts, ...said });
}

function start(gameCount = 30) {
  const account = maxMilyin(gameCount);
  const site = createScriptedSite(account);
  const stack = createLibraryStack(site);
  const { clock, libraries } = stack;
  const details = createDetails({ libraries, clock });
  const of = (kind: AwardKind = 'mastered', seenAt = clock.now()) => {
    const award = { gameId: WON, kind, awardedAt: won().awardedAt ?? 0 };
    return details.of({ ulid: MAX_ULID, awards: [award], seenAt });
  };
  const win = (said?: Partial<GameProgress>) => {
    account.games = [won(said), ...account.games];
  };
  const priorities = new Set<string>();
  const { completionProgress, userProfile } = site;
  site.completionProgress = (ref, page, options) => {
    priorities.add(options.priority);
    return completionProgress(ref, page, options);
  };
  site.userProfile = (ref, options) => {
    priorities.add(options.priority);
    return userProfile(ref, options);
  };
  return { ...stack, account, site, details, of, win, priorities };
}

const AVATAR = '/UserPic/MaxMilyin.png';
const NOTHING = { avatarPath: null, games: new Map() };
const FIRST = { count: 1, isMilestone: true };
const COUNTS = { possible: 20, awarded: 20, awardedHardcore: 18 };
const NO_COUNTS = { possible: 0, awarded: 0, awardedHardcore: 0 };
const ICON = { iconPath: '/Images/009001.png' };
const ALL = {
  avatarPath: AVATAR,
  games: new Map([[WON, { ...ICON, ...COUNTS, nth: FIRST, nthOnSystem: FIRST }]]),
};
const withoutNth = (counts: typeof COUNTS) => ({
  avatarPath: AVATAR,
  games: new Map([[WON, { ...ICON, ...counts, nth: null, nthOnSystem: null }]]),
});

const down = async () => {
  throw failure({ kind: 'network' });
};

const hangs = () => new Promise<void>(() => undefined);

describe('the details of an award', () => {
  it('are its icon, counts, number, and the player’s avatar', async () => {
    const { of, win, priorities } = start();
    win();
    expect(await of()).toEqual(ALL);
    expect([...priorities]).toEqual(['background']);
  });

  it('count the player’s earlier awards', async () => {
    const { of, win, account } = start();
    const mastered = { award: 'mastered', awardedAt: 1 } as const;
    account.games = [
      ...gamesOf(4).map((game) => ({ ...game, ...mastered })),
      ...gamesOf(5, 5).map((game) => ({ ...game, ...mastered, systemId: 7 })),
    ];
    win();
    expect((await of()).games.get(WON)).toMatchObject({
      nth: { count: 10, isMilestone: true },
      nthOnSystem: { count: 5, isMilestone: true },
    });
  });

  it('are requested once, however many feeds want them', async () => {
    const { of, win, site } = start();
    win();
    const all = await Promise.all(Array.from({ length: 20 }, () => of()));
    expect(all).toEqual(all.map(() => ALL));
    await of();
    expect(site.requests.toSorted()).toEqual([`profile ${MAX_ULID}`, `progress ${MAX_ULID} 0`]);
  });

  it('are requested if the cached copy is older', async () => {
    const { of, win, site, libraries, clock } = start();
    await updatesOf(libraries, byUlid(MAX_ULID));
    win();
    await clock.advance(1);
    expect(await of()).toEqual(ALL);
    expect(site.requests).toHaveLength(3);
  });

  it('aren’t requested if the cached copy has them', async () => {
    const { of, win, site, libraries, clock } = start();
    win();
    await updatesOf(libraries, byUlid(MAX_ULID));
    await clock.advance(1);
    expect(await of()).toEqual(ALL);
    expect(site.requests).toHaveLength(2);
  });

  it('are requested if the cached copy is older than the award, whatever it says about the game', async () => {
    const { of, win, libraries, account, clock } = start();
    clock.set(clock.now() - HOUR);
    const before = { award: 'completed', awardedAt: 1, awardedHardcore: 0 } as const;
    win(before);
    await updatesOf(libraries, byUlid(MAX_ULID));
    await clock.advance(HOUR);
    account.games = account.games.map((game) =>
      game.gameId === WON ? won({ ...before, awardedHardcore: 12 }) : game,
    );
    expect((await of('beaten-hardcore')).games.get(WON)).toMatchObject({ awardedHardcore: 12 });
  });

  it('leave the library in memory for everyone', async () => {
    const { of, win, libraries } = start();
    win();
    await of();
    expect(libraries.fresh(byUlid(MAX_ULID))?.entries).toHaveLength(31);
  });

  it('are those of each game’s highest award', async () => {
    const { details, account, clock } = start();
    const awardedAt = clock.now() - 30_000;
    account.games = [
      won({ gameId: 1, awardedAt: awardedAt + 1_000 }),
      won({ gameId: 2, award: 'beaten-hardcore', awardedAt }),
    ];
    const { games } = await details.of({
      ulid: MAX_ULID,
      awards: [
        { gameId: 1, kind: 'mastered', awardedAt: awardedAt + 1_000 },
        { gameId: 1, kind: 'beaten-hardcore', awardedAt },
        { gameId: 2, kind: 'beaten-hardcore', awardedAt },
      ],
      seenAt: clock.now(),
    });
    expect([...games].map(([id, { nth }]) => [id, nth?.count])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});

describe('a site that doesn’t respond', () => {
  it('delays a post until ten seconds after the award was seen, and no longer', async () => {
    const { of, win, site, clock } = start();
    win();
    site.before = hangs;
    const seenAt = clock.now();
    await clock.advance(4_000);
    let told: unknown;
    const asked = of('mastered', seenAt).then((details) => {
      told = details;
      return details;
    });
    await clock.advance(DETAILS_DEADLINE_MS - 4_000 - 1);
    expect(told).toBeUndefined();
    await clock.advance(1);
    expect(await asked).toEqual(NOTHING);
    expect(clock.sleeperCount()).toBe(0);
  });

  it('isn’t asked after that, and cached details are used', async () => {
    const { of, win, site, libraries, clock } = start();
    const seenAt = clock.now() - DETAILS_DEADLINE_MS;
    expect(await of('mastered', seenAt)).toEqual(NOTHING);
    expect(site.requests).toEqual([]);
    win();
    await updatesOf(libraries, byUlid(MAX_ULID));
    await clock.advance(HOUR);
    expect(await of('mastered', seenAt)).toEqual(ALL);
    expect(site.requests).toHaveLength(2);
  });

  it('leaves an old copy’s icon, without its counts', async () => {
    const { of, win, site, libraries, clock } = start();
    win({ award: null, awardedAt: null, awarded: 3, awardedHardcore: 3 });
    await updatesOf(libraries, byUlid(MAX_ULID));
    await clock.advance(1);
    site.before = hangs;
    const asked = of();
    await clock.advance(DETAILS_DEADLINE_MS);
    expect(await asked).toEqual(withoutNth(NO_COUNTS));
  });

  it('serves later posts once it responds', async () => {
    const { of, win, site, clock } = start();
    win();
    const gate = Promise.withResolvers<void>();
    site.before = () => gate.promise;
    const seenAt = clock.now();
    const asked = of('mastered', seenAt);
    await clock.advance(DETAILS_DEADLINE_MS);
    expect(await asked).toEqual(NOTHING);
    gate.resolve();
    await clock.advance(0);
    expect(await of('mastered', seenAt)).toEqual(ALL);
    expect(site.requests).toHaveLength(2);
  });

  it('still gives icon and counts if only the second of three requests hangs', async () => {
    const { of, win, site, clock } = start(1_287);
    win();
    site.before = (request) => (request.endsWith(' 500') ? hangs() : Promise.resolve());
    const asked = of();
    await clock.advance(DETAILS_DEADLINE_MS);
    expect(await asked).toEqual(withoutNth(COUNTS));
  });
});

describe('a site that fails', () => {
  it('gives nothing, and is asked once per poll', async () => {
    const { of, win, site, clock } = start();
    win();
    site.before = down;
    const seenAt = clock.now();
    expect(await of('mastered', seenAt)).toEqual(NOTHING);
    expect(await of('mastered', seenAt)).toEqual(NOTHING);
    expect(site.requests).toHaveLength(2);
    site.before = async () => undefined;
    await clock.advance(1);
    expect(await of()).toEqual(ALL);
  });

  it('halfway gives icon and counts from what it sent', async () => {
    const { of, win, site } = start(1_287);
    win();
    site.before = async (request) => {
      if (request.endsWith(' 1000')) throw failure({ kind: 'status', status: 502 });
    };
    expect(await of()).toEqual(withoutNth(COUNTS));
  });

  it('for the profile alone only costs the avatar', async () => {
    const { of, win, site } = start();
    win();
    site.before = (request) => (request.startsWith('profile') ? down() : Promise.resolve());
    expect(await of()).toEqual({ ...ALL, avatarPath: null });
  });

  it('to have the award yet gives the icon', async () => {
    const { of, win } = start();
    win({ award: 'beaten-hardcore' });
    expect(await of('mastered')).toEqual(withoutNth(NO_COUNTS));
  });

  it('to have the game yet gives the avatar', async () => {
    const { of } = start();
    expect(await of()).toEqual({ avatarPath: AVATAR, games: new Map() });
  });

  it('to know the player gives nothing', async () => {
    const { details, clock } = start();
    const award = { gameId: WON, kind: 'mastered', awardedAt: clock.now() } as const;
    const request = { ulid: OTHER_ULID, awards: [award], seenAt: clock.now() };
    expect(await details.of(request)).toEqual(NOTHING);
  });
});
