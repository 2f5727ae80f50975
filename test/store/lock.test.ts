import { expect, it } from 'vitest';

import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';

describeOnBoth('the lock', (kind) => {
  it('is held by one process at a time, which can ask for it again', async () => {
    await using one = await openTestStore(kind);
    await using other = await openAnnouncementStore(one.database.url);
    expect(await one.lock.isHeld()).toBe(false);
    expect(await one.lock.tryAcquire()).toBe(true);
    expect(await one.lock.tryAcquire()).toBe(true);
    expect(await one.lock.isHeld()).toBe(true);
    expect(await other.lock.tryAcquire()).toBe(false);
    expect(await other.lock.isHeld()).toBe(false);
  });

  it('goes to the next one when its holder closes', async () => {
    await using one = await openTestStore(kind);
    await using other = await openAnnouncementStore(one.database.url);
    await one.lock.tryAcquire();
    await one.lock[Symbol.asyncDispose]();
    expect(await one.lock.isHeld()).toBe(false);
    expect(await other.lock.tryAcquire()).toBe(true);
    expect(await one.lock.tryAcquire()).toBe(false);
  });
});
