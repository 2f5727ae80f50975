import { expect, it } from 'vitest';

import { openStore } from '#src/store/store.ts';
import { describeOnBoth, openTestStore } from '#test/support/store.ts';

describeOnBoth('the lock of the one that announces', (kind) => {
  it('is held by one process at a time, which may ask for it again', async () => {
    await using one = await openTestStore(kind);
    await using other = await openStore(one.database.url);
    expect(await one.announcerLock.isHeld()).toBe(false);
    expect(await one.announcerLock.tryAcquire()).toBe(true);
    expect(await one.announcerLock.tryAcquire()).toBe(true);
    expect(await one.announcerLock.isHeld()).toBe(true);
    expect(await other.announcerLock.tryAcquire()).toBe(false);
    expect(await other.announcerLock.isHeld()).toBe(false);
  });

  it('goes to the next one when its holder closes', async () => {
    await using one = await openTestStore(kind);
    await using other = await openStore(one.database.url);
    await one.announcerLock.tryAcquire();
    await one.announcerLock[Symbol.asyncDispose]();
    expect(await one.announcerLock.isHeld()).toBe(false);
    expect(await other.announcerLock.tryAcquire()).toBe(true);
    expect(await one.announcerLock.tryAcquire()).toBe(false);
  });
});
