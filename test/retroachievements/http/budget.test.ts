import { describe, expect, test } from 'vitest';

import type { Priority } from '#src/retroachievements/http/budget-shares.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { createFakeClock, type FakeClock } from '#test/support/fake-clock.ts';
import { fc } from '#test/support/fast-check.ts';

const HOUR = 3_600_000;

/** A budget with instant requests, and what started when: `command@0`, in seconds. */
function setUp(requestsPerMinute: number, maxConcurrent = 1000) {
  const clock = createFakeClock();
  const begin = clock.now();
  const budget = createRequestBudget({ requestsPerMinute, clock, maxConcurrent });
  const starts: string[] = [];
  const request = (
    name: string,
    priority: Priority,
    options: { waitMs?: number; signal?: AbortSignal } = {},
  ) =>
    budget.run(
      priority,
      {
        deadline: clock.now() + (options.waitMs ?? HOUR),
        ...(options.signal && { signal: options.signal }),
      },
      async () => {
        starts.push(`${name}@${Math.floor((clock.now() - begin) / 1000)}`);
      },
    );
  return { clock, budget, starts, request };
}

/** Requests that run until the test ends them. */
function openRequests(clock: FakeClock, budget: ReturnType<typeof createRequestBudget>) {
  const ends: (() => void)[] = [];
  let running = 0;
  const open = (priority: Priority, waitMs = HOUR) =>
    budget.run(priority, { deadline: clock.now() + waitMs }, async () => {
      running += 1;
      await new Promise<void>((resolve) => {
        ends.push(resolve);
      });
      running -= 1;
    });
  return { open, running: () => running, endOne: () => ends.shift()?.() };
}

describe('the request budget', () => {
  test('lets the whole minute’s requests start at once, and the next when the first is a minute old', async () => {
    const { clock, starts, request } = setUp(3);
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => request(name, 'command'));
    await clock.advance(59_000);
    expect(starts).toEqual(['a@0', 'b@0', 'c@0']);
    await clock.advance(2000);
    await Promise.all(all);
    expect(starts).toEqual(['a@0', 'b@0', 'c@0', 'd@60', 'e@60']);
  });

  test.each([
    [0.5, 120],
    [0.1, 600],
    [1, 60],
    [1.9, 60],
  ])('at %d a minute starts one every %d s', async (requestsPerMinute, seconds) => {
    const { clock, starts, request } = setUp(requestsPerMinute);
    const all = ['a', 'b', 'c'].map((name) => request(name, 'background'));
    await clock.advance(3 * seconds * 1000);
    await Promise.all(all);
    expect(starts).toEqual(['a@0', `b@${seconds}`, `c@${2 * seconds}`]);
  });

  test('lets commands go before libraries, and libraries before background work, each in their order', async () => {
    const { clock, starts, request } = setUp(1);
    const names = ['background-1', 'library-1', 'command-1', 'background-2', 'library-2'] as const;
    const all = [
      request('first', 'command'),
      ...names.map((name) =>
        request(
          name,
          name.startsWith('command')
            ? 'command'
            : name.startsWith('library')
              ? 'library'
              : 'background',
        ),
      ),
    ];
    await clock.advance(10 * 60_000);
    await Promise.all(all);
    expect(starts.map((start) => start.split('@')[0])).toEqual([
      'first',
      'command-1',
      'library-1',
      'library-2',
      'background-1',
      'background-2',
    ]);
  });

  test('leaves a quarter of every minute to people', async () => {
    const { clock, starts, request } = setUp(8);
    const background = Array.from({ length: 8 }, (_, index) => request(`b${index}`, 'background'));
    await clock.advance(1000);
    expect(starts).toHaveLength(6);
    await Promise.all([request('command', 'command'), request('library', 'library')]);
    expect(starts.slice(6)).toEqual(['command@1', 'library@1']);
    await clock.advance(60_000);
    await Promise.all(background);
    expect(starts.slice(8)).toEqual(['b6@60', 'b7@60']);
  });

  test('refuses at once whoever can’t start before their deadline, and says when they could', async () => {
    const { clock, request } = setUp(1);
    await request('first', 'command');
    await clock.advance(20_000);
    const waiting = request('second', 'command', { waitMs: 41_000 });
    await expect(request('third', 'command', { waitMs: 41_000 })).rejects.toMatchObject({
      failure: { kind: 'rate-limited', retryAfterMs: 40_250 + 60_250 },
    });
    await clock.advance(41_000);
    await waiting;
  });

  test('refuses background work at once if a command takes the slot that it waited for', async () => {
    const { clock, starts, request } = setUp(1);
    await request('first', 'command');
    const background = request('background', 'background', { waitMs: 61_000 });
    const command = request('command', 'command');
    await expect(background).rejects.toMatchObject({ failure: { kind: 'rate-limited' } });
    await clock.advance(61_000);
    await command;
    expect(starts).toEqual(['first@0', 'command@60']);
  });

  test('lets a waiting request leave the queue by its signal, with the signal’s reason', async () => {
    const { clock, starts, request } = setUp(1);
    await request('first', 'command');
    const leaving = new AbortController();
    const left = request('left', 'command', { signal: leaving.signal });
    const next = request('next', 'command');
    const reason = new Error('no longer wanted');
    leaving.abort(reason);
    await expect(left).rejects.toBe(reason);
    await clock.advance(61_000);
    await next;
    expect(starts).toEqual(['first@0', 'next@60']);
    await expect(request('late', 'command', { signal: leaving.signal })).rejects.toBe(reason);
    expect(clock.sleeperCount()).toBe(0);
  });

  test('starts nothing during a pause, and refuses at once whoever can’t wait for its end', async () => {
    const { clock, budget, starts, request } = setUp(60);
    budget.pauseUntil(clock.now() + 30_000);
    const patient = request('patient', 'background');
    await expect(request('hurried', 'command', { waitMs: 12_000 })).rejects.toMatchObject({
      failure: { kind: 'rate-limited', retryAfterMs: 30_000 },
    });
    await clock.advance(29_000);
    expect(starts).toEqual([]);
    await clock.advance(1000);
    await patient;
    expect(starts).toEqual(['patient@30']);
  });

  test('a pause that begins while a request waits refuses it, too', async () => {
    const { clock, budget, request } = setUp(1);
    await request('first', 'command');
    const waiting = request('second', 'command', { waitMs: 70_000 });
    budget.pauseUntil(clock.now() + 90_000);
    await expect(waiting).rejects.toMatchObject({
      failure: { kind: 'rate-limited', retryAfterMs: 90_000 },
    });
  });

  test('a shorter pause doesn’t end a longer one, and none is longer than a quarter of an hour', async () => {
    const { clock, budget, starts, request } = setUp(60);
    budget.pauseUntil(clock.now() + 365 * 24 * HOUR);
    budget.pauseUntil(clock.now() + 1000);
    const waiting = request('waiting', 'background');
    await clock.advance(HOUR);
    await waiting;
    expect(starts).toEqual(['waiting@900']);
  });

  test('runs no more at a time than there are connections, and keeps some of them for people', async () => {
    const clock = createFakeClock();
    const budget = createRequestBudget({ requestsPerMinute: 1000, clock, maxConcurrent: 4 });
    const { open, running, endOne } = openRequests(clock, budget);
    const all = Array.from({ length: 6 }, () => open('background'));
    await clock.advance(0);
    expect(running()).toBe(3);
    all.push(open('command'), open('command'));
    await clock.advance(0);
    expect(running()).toBe(4);
    for (let left = all.length; left > 0; left -= 1) {
      endOne();
      await clock.advance(0);
      expect(running()).toBeLessThanOrEqual(4);
    }
    await Promise.all(all);
  });

  test('a request that finds every connection taken until its deadline times out', async () => {
    const clock = createFakeClock();
    const budget = createRequestBudget({ requestsPerMinute: 1000, clock, maxConcurrent: 1 });
    const { open, endOne } = openRequests(clock, budget);
    const hanging = open('command');
    const waiting = open('command', 12_000);
    await Promise.all([
      expect(waiting).rejects.toMatchObject({ failure: { kind: 'timeout' } }),
      clock.advance(12_001),
    ]);
    endOne();
    await hanging;
  });

  test('a failed request gives its connection back', async () => {
    const clock = createFakeClock();
    const budget = createRequestBudget({ requestsPerMinute: 1000, clock, maxConcurrent: 1 });
    const options = { deadline: clock.now() + 1000 };
    const failing = budget.run('command', options, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    await expect(budget.run('command', options, async () => 'whole')).resolves.toBe('whole');
  });

  test('keeps going if the machine’s clock is set back by a day', async () => {
    const { clock, budget, request } = setUp(1);
    await request('first', 'command');
    budget.pauseUntil(clock.now() + 1000);
    clock.set(clock.now() - 24 * HOUR);
    const next = request('next', 'command', { waitMs: HOUR });
    await clock.advance(HOUR);
    await expect(next).resolves.toBeUndefined();
  });

  test('never lets more than the budget start within any minute, nor more than three quarters for background work', async () => {
    const arrival = fc.record({
      afterMs: fc.integer({ min: 0, max: 20_000 }),
      priority: fc.constantFrom<Priority[]>('command', 'library', 'background'),
      waitMs: fc.integer({ min: 0, max: 200_000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(arrival, { maxLength: 60 }),
        async (requestsPerMinute, arrivals) => {
          const clock = createFakeClock();
          const budget = createRequestBudget({ requestsPerMinute, clock });
          const starts: { at: number; priority: Priority }[] = [];
          const settled: Promise<unknown>[] = [];
          for (const { afterMs, priority, waitMs } of arrivals) {
            await clock.advance(afterMs);
            const deadline = clock.now() + waitMs;
            const start = async () => {
              expect(clock.now()).toBeLessThanOrEqual(deadline);
              starts.push({ at: clock.now(), priority });
            };
            settled.push(Promise.allSettled([budget.run(priority, { deadline }, start)]));
          }
          await clock.advance(HOUR);
          await Promise.all(settled);
          for (const { at } of starts) {
            const minute = starts.filter((start) => start.at >= at && start.at < at + 60_000);
            expect(minute.length).toBeLessThanOrEqual(requestsPerMinute);
            const background = minute.filter(({ priority }) => priority === 'background');
            expect(background.length).toBeLessThanOrEqual(Math.max(1, (requestsPerMinute * 3) / 4));
          }
          expect(clock.sleeperCount()).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the share of one person', () => {
  const CAPACITY = 20;

  /** A budget that is large enough to be divided, and requests that take no time unless they are held. */
  function share() {
    const clock = createFakeClock();
    const budget = createRequestBudget({ requestsPerMinute: CAPACITY, clock, maxConcurrent: 8 });
    const counts = new Map<string, number>();
    const ask = (
      person: string | undefined,
      options: {
        readonly priority?: Priority;
        readonly waitMs?: number;
        readonly isCharged?: boolean;
        readonly hold?: Promise<void>;
      } = {},
    ) => {
      const { priority = 'command', waitMs = 12_000, isCharged = true, hold } = options;
      const name = person ?? priority;
      return budget.run(
        priority,
        { deadline: clock.now() + waitMs, person, isCharged: () => isCharged },
        async () => {
          counts.set(name, (counts.get(name) ?? 0) + 1);
          await hold;
        },
      );
    };
    const many = (count: number, ...of: Parameters<typeof ask>) =>
      Promise.allSettled(Array.from({ length: count }, () => ask(...of)));
    return { clock, counts, ask, many };
  }

  test('is half, and whoever used it up is told when there is more', async () => {
    const { clock, counts, ask, many } = share();
    await many(CAPACITY, 'greedy');
    expect(counts.get('greedy')).toBe(10);
    await clock.advance(20_000);
    await expect(ask('greedy')).rejects.toMatchObject({
      failure: { kind: 'own-share', retryAfterMs: 40_250 },
    });
    await Promise.all([ask('bob'), ask('carol'), ask('dave')]);
    await clock.advance(40_250);
    await expect(ask('greedy')).resolves.toBeUndefined();
  });

  test('doesn’t make others wait, however much of it is queued', async () => {
    const { counts, ask, many } = share();
    const queued = many(30, 'greedy', { priority: 'library', waitMs: HOUR });
    await ask('bob');
    await ask('bob', { priority: 'library' });
    expect(counts.get('greedy')).toBe(10);
    void queued;
  });

  test('isn’t used up by failed requests, though those are limited, too', async () => {
    const { counts, ask, many } = share();
    await many(9, 'unlucky', { isCharged: false });
    await many(5, 'unlucky');
    expect(counts.get('unlucky')).toBe(14);
    await many(30, 'unlucky', { isCharged: false });
    expect(counts.get('unlucky')).toBe(15);
    await ask('bob');
  });

  test('is half of the connections, too', async () => {
    const { clock, counts, ask, many } = share();
    const gate = Promise.withResolvers<void>();
    const held = many(8, 'greedy', { hold: gate.promise });
    await clock.advance(0);
    expect(counts.get('greedy')).toBe(4);
    await ask('bob');
    gate.resolve();
    await held;
    expect(counts.get('greedy')).toBe(8);
  });

  test('doesn’t apply to background work, or to a budget too small to divide', async () => {
    const { counts, many } = share();
    await many(CAPACITY, undefined, { priority: 'background' });
    expect(counts.get('background')).toBe(15);
    const { starts, request } = setUp(9);
    await Promise.all(Array.from({ length: 9 }, () => request('alone', 'command')));
    expect(starts).toHaveLength(9);
  });
});

describe('the share of the award feed', () => {
  test('is free even if everyone else has used up theirs', async () => {
    const { clock, starts, request } = setUp(60);
    const crowd = Array.from({ length: 80 }, (_, index) => request(`p${index}`, 'command'));
    await clock.advance(1_000);
    expect(starts).toHaveLength(57);
    for (const name of ['a', 'b', 'c']) await request(name, 'poll');
    expect(starts.slice(57)).toEqual(['a@1', 'b@1', 'c@1']);
    await clock.advance(60_000);
    await Promise.all(crowd);
  });

  test('has a connection, whatever hangs', async () => {
    const clock = createFakeClock();
    const budget = createRequestBudget({ requestsPerMinute: 1000, clock, maxConcurrent: 2 });
    const { open, running, endOne } = openRequests(clock, budget);
    const hanging = [open('command'), open('command'), open('library')];
    await clock.advance(0);
    expect(running()).toBe(2);
    const poll = open('poll');
    await clock.advance(0);
    expect(running()).toBe(3);
    expect(budget.connections).toBe(3);
    for (let left = 4; left > 0; left -= 1) {
      endOne();
      await clock.advance(0);
    }
    await Promise.all([...hanging, poll]);
  });

  test('is limited, so that faster polls still leave people their turn', async () => {
    const { clock, starts, request } = setUp(20);
    const polls = Array.from({ length: 100 }, (_, index) =>
      request(`poll${index}`, 'poll').catch(() => undefined),
    );
    await clock.advance(30_000);
    const alice = request('alice', 'command', { waitMs: 60_000 });
    await clock.advance(HOUR);
    await Promise.all([alice, ...polls]);
    expect(starts).toContain('alice@60');
  });
});
