import { describe, expect, it } from 'vitest';

import type { FindOutcome } from '#src/discord/channels/find-post.ts';

import { DAY, MINUTE, SECOND, text, UNSURE, win } from '../channel-stage.ts';
import { openEngineStage } from '../engine-stage.ts';

/** A bot that ended when Discord had been sent a post; whether it took it is the test's to say. */
async function leaveInDoubt(offMs: number) {
  const stage = await openEngineStage();
  await stage.setUp('100', [1]);
  const first = stage.createEngine();
  first.start();
  await stage.clock.advance(SECOND);
  stage.channels.outcome = () => UNSURE;
  await win(stage, 1, 5);
  await first[Symbol.asyncDispose]();
  stage.channels.outcome = () => null;
  stage.clock.set(stage.clock.now() + offMs);
  const before = stage.channels.requests.splice(0);
  return { stage, nonce: before[0]?.split(' ')[1] };
}

describe('a post in doubt', () => {
  it.for<{ says: string; found: FindOutcome; requests: readonly string[]; count: number }>([
    {
      says: 'is not sent again where it is found',
      found: { kind: 'found', messageId: 'm1' },
      requests: ['find'],
      count: 0,
    },
    {
      says: 'is sent again where it is not there',
      found: { kind: 'absent' },
      requests: ['find', 'post'],
      count: 1,
    },
    {
      says: 'is sent again where nobody may look',
      found: { kind: 'unreadable' },
      requests: ['find', 'post'],
      count: 1,
    },
    {
      says: 'waits where Discord does not tell',
      found: { kind: 'later' },
      requests: ['find', 'find', 'find'],
      count: 0,
    },
  ])('$says', async ({ found, requests, count }) => {
    const { stage, nonce } = await leaveInDoubt(0);
    await using _ = stage;
    const { channels, clock, store } = stage;
    channels.found = () => found;
    stage.engine.start();
    await clock.advance(5 * SECOND);
    expect(channels.requests).toEqual(requests.map((request) => `${request} ${nonce}`));
    expect(channels.posted).toHaveLength(count);
    expect((await stage.feedOf('100')).lastPostedAt === null).toBe(found.kind === 'later');
    expect((await store.attempts.of(nonce ?? '')) === null).toBe(found.kind !== 'later');
  });

  it('is posted in the end if Discord responds late', async () => {
    const { stage } = await leaveInDoubt(DAY);
    await using _ = stage;
    const { channels, clock } = stage;
    let looks = 0;
    channels.found = () => ({ kind: (looks += 1) < 5 ? 'later' : 'absent' });
    stage.engine.start();
    await clock.advance(2 * MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
  });

  it('is looked up even if the clock was set back', async () => {
    const { stage } = await leaveInDoubt(0);
    await using _ = stage;
    const { channels, clock } = stage;
    clock.set(clock.now() - DAY);
    stage.createEngine().start();
    await clock.advance(2 * MINUTE);
    expect(channels.requests[0]).toMatch(/^find/);
  });

  it('is sent as it was written, even if its feed has changed', async () => {
    const { stage } = await leaveInDoubt(0);
    await using _ = stage;
    await stage.setUp('100', [], { roleId: '7' });
    stage.engine.start();
    await stage.clock.advance(MINUTE);
    expect(stage.channels.posted).toEqual([text(1, 5)]);
  });
});
