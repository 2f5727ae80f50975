import { describe, expect, it } from 'vitest';

import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import { trackedSeveralMessage } from '#src/announcements/messages/tracked-several.ts';
import { StoreError } from '#src/store/store-error.ts';
import { problemsOf } from '#test/announcements/messages/posts.ts';
import { t } from '#test/progress/messages/pages.ts';
import { failure, OTHER_ULID, ulid } from '#test/progress/scripted-site.ts';
import { fc } from '#test/support/fast-check.ts';

import { HERE, startManagement, ulidOf } from './stage.ts';

const ADDRESS = 'https://retroachievements.org/user/';
const UNTRACK = '</announcements untrack:5>';

/** Accounts of these names, and a feed in #general. */
async function startWith(...names: readonly string[]) {
  const stage = startManagement();
  const feed = await stage.has(HERE);
  for (const [index, name] of names.entries()) {
    stage.site.accounts.push({ name, ulid: ulid(ulidOf(index)), games: [] });
  }
  const tracked = () => (stage.memory.players.get(HERE.id) ?? []).map(({ name }) => name);
  return { ...stage, feed, tracked };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `Player${n + 1}`);

describe('/announcements track with several names', () => {
  it.each([
    'Amy, bob; Cid',
    'amy bob cid',
    'Amy\nBob\nCid',
    `<${ADDRESS}Amy> [Bob the great](${ADDRESS}Bob), @Cid`,
    `Amy, AMY, Bob, Cid, ${ADDRESS}bob`,
  ])('tracks each (%j), with one request per name', async (user) => {
    const { use, site, tracked } = await startWith('Amy', 'Bob', 'Cid');
    const { text, pings } = await use('track', { user });
    expect(text).toBe(
      'Now tracking **Amy**, **Bob**, and **Cid** in <#90> (3 of 500 players). I’ll post new awards as they come in.',
    );
    expect(pings).toEqual([]);
    expect(tracked()).toEqual(['Amy', 'Bob', 'Cid']);
    expect(site.requests).toHaveLength(3);
  });

  it('accepts members with a verified account, and names those without one', async () => {
    const { use, services, tracked } = await startWith('Amy', 'Bob', 'Cid');
    const { links } = await services.people();
    for (const [index, userId] of ['11', '12', '1'].entries()) {
      const account = { ulid: ulid(ulidOf(index)), name: 'x', linkedAt: 1, code: null };
      await links.save({ userId, ...account });
    }
    await links.verify('11', ulid(ulidOf(0)), 2);
    const { text, pings } = await use('track', { user: '<@11>, <@!12> Cid <@13>' });
    expect(text.split('\n')).toEqual([
      'Now tracking **Amy** and **Cid** in <#90> (2 of 500 players). I’ll post new awards as they come in.',
      '⚠️ No verified account: <@12> and <@13>. Members can link and verify theirs with </link:5>.',
    ]);
    expect(pings).toEqual([]);
    expect(tracked()).toEqual(['Amy', 'Cid']);
    expect((await use('untrack', { user: '<@11>' })).text).toContain('**Amy**');
    expect((await use('track', { user: '<@12>' })).text).toContain('<@12> hasn’t linked');
    expect((await use('track', { user: '<@11>' })).text).toContain('Now tracking **Amy**');
    await use('untrack', { user: 'Amy Cid' });
    expect((await use('track', { user: 'me Amy' })).text).toContain('**Cid** and **Amy**');
    expect((await use('untrack', { user: 'me, Amy' })).text).toContain('**Cid** and **Amy**');
    expect((await use('track', { user: 'me' })).text).toContain('Now tracking **Cid**');
  });

  it('says what became of each name', async () => {
    const { use, site, memory, tracked } = await startWith('Amy', 'Bob', 'Cid', 'Dora');
    await use('track', { user: 'Amy' });
    site.before = async (request) => {
      if (request === 'profile Dora') throw failure({ kind: 'status', status: 503 });
    };
    memory.players.set(HERE.id, memory.players.get(HERE.id) ?? []);
    const { text } = await use('track', { user: 'Amy Bob a-b Nobody Dora Cid x Nemo' });
    expect(text.split('\n')).toEqual([
      'Now tracking **Bob** and **Cid** in <#90> (3 of 500 players). I’ll post new awards as they come in.',
      'ℹ️ Already tracked: **Amy**.',
      '⚠️ Not found on RetroAchievements: **Nobody** and **Nemo**. Check the spelling, or paste links to their profiles.',
      '⚠️ **a-b** and **x** aren’t RetroAchievements usernames. Usernames are 2 to 20 letters and numbers.',
      '⚠️ Not tracked yet: **Dora**. RetroAchievements is having problems right now (error 503). Try again in a few minutes.',
    ]);
    expect(tracked()).toEqual(['Amy', 'Bob', 'Cid']);
  });

  it('counts a player named in two ways once', async () => {
    const { use, tracked, site } = await startWith('Amy', 'Bob');
    site.accounts.push({ name: 'Eve', ulid: OTHER_ULID, games: [] });
    const { text } = await use('track', { user: `Eve ${OTHER_ULID} Amy` });
    expect(text).toBe(
      'Now tracking **Eve** and **Amy** in <#90> (2 of 500 players). I’ll post new awards as they come in.',
    );
    expect(tracked()).toEqual(['Eve', 'Amy']);
  });

  it('replies as for one player if the same name is there twice', async () => {
    const { use, site } = await startWith('Amy');
    expect((await use('track', { user: 'Amy, amy' })).text).toMatch(
      /^Now tracking \*\*Amy\*\* in <#90> \(1 of 500 players\)\./,
    );
    expect((await use('track', { user: 'Amy, amy' })).text).toBe(
      '**Amy** is already tracked in <#90>.',
    );
    expect(site.requests).toHaveLength(2);
  });

  it('accepts 25, even as Markdown links', async () => {
    const names = numbered(25);
    const { use, tracked } = await startWith(...names);
    const links = names.map((name) => `[${name}](${ADDRESS}${name})`);
    const { text } = await use('track', { user: links.join(', ') });
    expect(text).toMatch(
      /^Now tracking \*\*Player1\*\*, .*, and \*\*Player25\*\* in <#90> \(25 of 500/,
    );
    expect(tracked()).toEqual(names);
  });

  it('tracks nobody if there are 26, and says how many are allowed', async () => {
    const { use, tracked, site } = await startWith(...numbered(26));
    expect((await use('track', { user: numbered(26).join(' ') })).text).toBe(
      'You can track up to 25 players at once, but you entered 26. Nothing was changed. Use </announcements track:5> more than once.',
    );
    expect(tracked()).toEqual([]);
    expect(site.requests).toEqual([]);
    const twice = [...numbered(25), 'PLAYER1'].join(' ');
    expect((await use('track', { user: twice })).text).toMatch(/^Now tracking/);
  });

  it('gives the last places to those named first', async () => {
    const { use, memory } = await startWith('Amy', 'Bob', 'Cid');
    memory.players.set(
      HERE.id,
      Array.from({ length: PLAYERS_LIMIT - 1 }, (_, n) => ({
        name: `P${n}`,
        ulid: ulidOf(100 + n),
        trackedAt: 0,
      })),
    );
    expect((await use('track', { user: 'Cid Amy Bob' })).text.split('\n')).toEqual([
      'Now tracking **Cid** in <#90> (500 of 500 players). I’ll post new awards as they come in.',
      `⚠️ No room for **Amy** and **Bob**: the limit is 500 players. Remove someone with ${UNTRACK}, or set up another channel.`,
    ]);
  });

  it('keeps those that worked if the site goes down, and soon stops asking', async () => {
    const names = numbered(25);
    const { use, site, tracked } = await startWith(...names);
    site.before = async (request) => {
      const isLate = Number(request.slice('profile Player'.length)) > 6;
      if (isLate) throw failure({ kind: 'network' });
    };
    const { text } = await use('track', { user: names.join(' ') });
    const [first, second, ...others] = text.split('\n');
    expect(first).toContain('**Player5**, and **Player6** in <#90> (6 of 500 players)');
    expect(second).toMatch(
      /^⚠️ Not tracked yet: \*\*Player7\*\*, .*, and \*\*Player25\*\*\. I can’t reach RetroAchievements/,
    );
    expect(others).toEqual([]);
    expect(tracked()).toEqual(names.slice(0, 6));
    expect(site.requests.length).toBeLessThan(6 + 8);
  });

  it('trusts no older response, and still stops asking if the site goes down', async () => {
    const names = numbered(25);
    const { use, services, site, clock, tracked } = await startWith(...names);
    for (const name of names) {
      await services.players.find({ kind: 'name', name }, { priority: 'command' });
    }
    await clock.advance(60_000);
    site.before = () => Promise.reject(failure({ kind: 'timeout' }));
    const before = site.requests.length;
    expect((await use('track', { user: names.join(' ') })).text).toMatch(
      /^⚠️ Not tracked yet: .*\. RetroAchievements isn’t responding right now\./,
    );
    expect(tracked()).toEqual([]);
    expect(site.requests.length - before).toBe(4);
  });

  it('asks about four at a time, and replies in time however long that takes', async () => {
    const names = numbered(10);
    const { api, use, site, clock, tracked } = await startWith(...names);
    let open = 0;
    let most = 0;
    site.before = async () => {
      most = Math.max(most, (open += 1));
      await clock.sleep(5_000);
      open -= 1;
    };
    // Of two calls, `use` can't read the answer.
    const used = use('track', { user: names.join(' ') }).catch(() => undefined);
    await clock.advance(2_000);
    expect(api.calls).toMatchObject([{ call: 'callback', body: { type: 5, data: { flags: 64 } } }]);
    await clock.advance(20_000);
    await used;
    expect(most).toBe(4);
    expect(tracked()).toEqual(names);
    expect(JSON.stringify(api.calls.at(-1))).toContain('Now tracking **Player1**');
  });

  it('charges whoever used it', async () => {
    const { use, services } = await startWith('Amy', 'Bob');
    const people: unknown[] = [];
    const { find } = services.players;
    services.players.find = (ref, request) => {
      people.push(request.person);
      return find(ref, request);
    };
    await use('track', { user: 'Amy Bob' });
    expect(people).toEqual(['1', '1']);
  });

  it('says who couldn’t be saved, and keeps the rest', async () => {
    const { use, memory, tracked } = await startWith('Amy', 'Bob', 'Cid');
    let calls = 0;
    memory.before = async (call) => {
      if (call === 'track' && (calls += 1) > 1) throw new StoreError('locked', 'data/x.db');
    };
    expect((await use('track', { user: 'Amy Bob Cid' })).text.split('\n').slice(1)).toEqual([
      '⚠️ Not tracked yet: **Bob** and **Cid**. I can’t reach my database right now. Try again in a minute.',
    ]);
    expect(tracked()).toEqual(['Amy']);
    expect(calls).toBe(2);
  });

  it('says that nothing was changed if nobody could be saved', async () => {
    const { use, memory } = await startWith('Amy', 'Bob');
    memory.before = async (call) => {
      if (call === 'track') throw new StoreError('locked', 'data/x.db');
    };
    expect((await use('track', { user: 'Amy Bob' })).text).toBe(
      'I can’t reach my database right now. Nothing was changed. Try again in a minute.',
    );
  });

  it('says that the announcements were just removed', async () => {
    const { use, memory } = await startWith('Amy', 'Bob');
    memory.before = async (call) => {
      if (call === 'track') memory.feeds.clear();
    };
    expect((await use('track', { user: 'Amy Bob' })).text).toMatch(
      /^<#90> doesn’t have announcements\./,
    );
  });

  it('says who doesn’t want to be announced, and tracks the others', async () => {
    const { use, memory, tracked } = await startWith('Amy', 'Bob');
    const { track } = memory;
    memory.track = async (feed, player) =>
      player.name === 'Amy' ? { kind: 'denied' } : track(feed, player);
    const { text } = await use('track', { user: 'Amy Bob' });
    expect(text.split('\n')).toEqual([
      expect.stringContaining('Now tracking **Bob** in'),
      '⚠️ Not tracked, because they don’t want to be announced: **Amy**. They can change that with </privacy:5>.',
    ]);
    expect(tracked()).toEqual(['Bob']);
  });

  it('says for which players the site didn’t send an ID', async () => {
    const { use, site } = await startWith('Amy', 'Bob');
    site.userProfile = async () => ({ name: 'Amy', ulid: null, avatarPath: null, motto: '' });
    expect((await use('track', { user: 'Amy Bob' })).text).toMatch(
      /^⚠️ RetroAchievements didn’t send an ID for \*\*Amy\*\* and \*\*Amy\*\*, so I can’t track them yet\./,
    );
  });

  it('replies with a message that Discord accepts, whatever was typed and happened', async () => {
    const { feed } = await startWith();
    const kinds = [
      'tracked',
      'already',
      'full',
      'unknown',
      'denied',
      'invalid',
      'noIdentity',
      'unsaved',
    ] as const;
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.constantFrom('*'.repeat(300), '<@1>', '@everyone', '[x](https://y)', '👨‍👩‍👧‍👦'.repeat(30)),
    );
    const anyOutcome = fc.oneof(
      fc.record({ kind: fc.constantFrom(...kinds), name }),
      fc.record({
        kind: fc.constant('unanswered' as const),
        name,
        failure: fc.constant({ kind: 'status', status: 302 } as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyOutcome, { minLength: 1, maxLength: 25 }), (outcomes) => {
        const result = { feed, outcomes, playerCount: 25, now: 0 };
        const body = trackedSeveralMessage(
          result,
          (command) => `</${command}:${'9'.repeat(20)}>`,
          t,
        );
        expect(problemsOf(body)).toEqual([]);
      }),
    );
  });
});

describe('suggestions for several names', () => {
  it('complete the last one, as long as Discord accepts the length', async () => {
    const { suggest, services } = startManagement();
    for (const name of ['MaxMilyin', 'Amy']) {
      services.recentPlayers.add(name, { callerId: '1', isPrivate: false });
    }
    const valuesOf = async (typed: string) =>
      (await suggest(['track', 'user'], typed)).map(({ value }) => value);
    expect(await valuesOf('Bob, max')).toEqual(['Bob, MaxMilyin']);
    expect(await valuesOf('Bob;am')).toEqual(['Bob;Amy']);
    expect(await valuesOf(`${'Bob '.repeat(22)}max`)).toEqual([`${'Bob '.repeat(22)}MaxMilyin`]);
    expect(await valuesOf(`${'Bob '.repeat(23)}max`)).toEqual([]);
  });
});
