import { describe, expect, it } from 'vitest';

import { createBroadcast } from '#src/progress/broadcast.ts';

const collect = <T>(values: AsyncIterable<T>) => Array.fromAsync(values);

describe('a broadcast', () => {
  it('gives each listener every value it’s quick enough for', async () => {
    const broadcast = createBroadcast<number>();
    const values = broadcast.values();
    for (const value of [1, 2, 3]) {
      broadcast.publish(value);
      expect(await values.next()).toEqual({ done: false, value });
    }
    broadcast.finish();
    expect(await values.next()).toMatchObject({ done: true });
  });

  it('wakes waiting listeners', async () => {
    const broadcast = createBroadcast<string>();
    const waiting = [broadcast.values(), broadcast.values()].map((values) => values.next());
    broadcast.publish('news');
    expect(await Promise.all(waiting)).toEqual([
      { done: false, value: 'news' },
      { done: false, value: 'news' },
    ]);
  });

  it('lets a slow listener skip to the newest value', async () => {
    const broadcast = createBroadcast<number>();
    const values = broadcast.values();
    broadcast.publish(1);
    await values.next();
    broadcast.publish(2);
    broadcast.publish(3);
    broadcast.finish();
    expect(await collect(values)).toEqual([3]);
  });

  it('starts with the newest value for whoever joins late, even after its end', async () => {
    const broadcast = createBroadcast<number>();
    broadcast.publish(1);
    broadcast.publish(2);
    const late = broadcast.values();
    expect((await late.next()).value).toBe(2);
    broadcast.finish();
    expect(await collect(broadcast.values())).toEqual([2]);
    expect(await collect(late)).toEqual([]);
  });

  it('passes on the same value twice if it’s published twice', async () => {
    const broadcast = createBroadcast<string>();
    const values = broadcast.values();
    broadcast.publish('same');
    await values.next();
    const again = values.next();
    broadcast.publish('same');
    expect((await again).value).toBe('same');
  });

  it('passes on undefined as a value', async () => {
    const broadcast = createBroadcast<undefined>();
    broadcast.publish(undefined);
    broadcast.finish();
    expect(await collect(broadcast.values())).toEqual([undefined]);
  });

  it('ends for everyone with its failure, after the newest value', async () => {
    const broadcast = createBroadcast<number>();
    const values = broadcast.values();
    broadcast.publish(1);
    broadcast.fail(new Error('gone'));
    expect(await values.next()).toEqual({ done: false, value: 1 });
    await expect(values.next()).rejects.toThrow('gone');
    await expect(collect(broadcast.values())).rejects.toThrow('gone');
  });

  it('can fail with anything', async () => {
    const broadcast = createBroadcast<number>();
    broadcast.fail(undefined);
    await expect(collect(broadcast.values())).rejects.toBeUndefined();
  });

  it('can’t fail once it’s finished', async () => {
    const broadcast = createBroadcast<number>();
    broadcast.publish(1);
    broadcast.finish();
    broadcast.fail(new Error('too late'));
    expect(await collect(broadcast.values())).toEqual([1]);
  });
});
