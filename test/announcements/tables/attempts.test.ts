import { expect, it } from 'vitest';

import { describeOnBoth, openTestStore } from '#test/support/store.ts';

import { NOW } from './rows.ts';

describeOnBoth('an attempt', (kind) => {
  it('keeps what was first sent, and when', async () => {
    await using store = await openTestStore(kind);
    expect(await store.attempts.of('1')).toBeNull();
    await store.attempts.begin('1', '{"first":true}', NOW);
    await store.attempts.begin('1', '{"second":true}', NOW + 5);
    expect(await store.attempts.of('1')).toEqual({
      body: '{"first":true}',
      firstAt: NOW,
    });
    expect(await store.attempts.of('2')).toBeNull();
  });

  it('can begin again once it has ended', async () => {
    await using store = await openTestStore(kind);
    await store.attempts.begin('1', 'first', NOW);
    await store.attempts.end('1');
    await store.attempts.end('1');
    expect(await store.attempts.of('1')).toBeNull();
    await store.attempts.begin('1', 'second', NOW + 5);
    const attempt = { body: 'second', firstAt: NOW + 5 };
    expect(await store.attempts.of('1')).toEqual(attempt);
  });

  it('keeps every character', async () => {
    await using store = await openTestStore(kind);
    const body = JSON.stringify({ content: `'; drop table feeds; -- ✓ 🏆 \\ " \n`.repeat(100) });
    await store.attempts.begin('1', body, NOW);
    expect((await store.attempts.of('1'))?.body).toBe(body);
  });
});
