import { describe, expect, it } from 'vitest';

import {
  DAY,
  MINUTE,
  openChannels,
  REFUSED,
  SECOND,
  sleepFor,
  text,
  UNSURE,
  watchTries,
  win,
} from '../channel-stage.ts';
import type { Ways } from '../engine-stage.ts';

const unableToWrite5: Ways['compose'] = async ({ awards: [award] }) => {
  if (award?.gameId === 5) throw new RangeError('A title that nobody foresaw');
  return { kind: 'collected', post: { lines: [], roleId: null } };
};

describe('a channel that Discord refuses', () => {
  it('is paused with its reason, keeps what is due, and posts it after a resume', async () => {
    await using stage = await openChannels(2);
    const { clock, channels, engine } = stage;
    watchTries(stage, [REFUSED]);
    await win(stage, 1, 5, 6);
    await win(stage, 2, 7);
    expect((await stage.feedOf('100')).pause).toMatchObject({ reason: 'missingPermissions' });
    await win(stage, 1, 8);
    expect(channels.posted).toEqual([text(2, 7)]);
    await sleepFor(stage, DAY);
    await engine.management.resume(await stage.feedOf('100'));
    await clock.advance(SECOND);
    expect(channels.posted.slice(1)).toEqual([text(1, 5), text(1, 6), text(1, 8)]);
    expect(channels.requests.some((request) => request.startsWith('find'))).toBe(false);
  });

  it('has what was in doubt looked for when it works again', async () => {
    await using stage = await openChannels(1);
    const { channels, clock } = stage;
    let tries = 0;
    channels.outcome = (channelId, json, nonce) => {
      tries += 1;
      if (tries > 1) return tries > 2 ? null : REFUSED;
      channels.take(channelId, json, nonce);
      return UNSURE;
    };
    await win(stage, 1, 5);
    await sleepFor(stage, DAY);
    await stage.engine.management.resume(await stage.feedOf('100'));
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 5)]);
    expect(tries).toBe(2);
  });

  it('posts nothing that waited for more than seven days', async () => {
    await using stage = await openChannels(1);
    const { clock, channels, engine } = stage;
    watchTries(stage, [REFUSED]);
    await win(stage, 1, 5);
    await win(stage, 1, 6);
    await sleepFor(stage, DAY);
    await win(stage, 1, 7);
    await sleepFor(stage, 6 * DAY + MINUTE);
    await engine.management.resume(await stage.feedOf('100'));
    await clock.advance(MINUTE);
    expect(channels.posted).toEqual([text(1, 7)]);
    await sleepFor(stage, DAY);
    expect(channels.posted).toHaveLength(1);
  });
});

describe('a post that can never be posted', () => {
  it('is given up where Discord finds it wrong, and holds back nothing', async () => {
    await using stage = await openChannels(1);
    const { tries } = watchTries(stage, [{ kind: 'invalid', detail: '50035' }]);
    await win(stage, 1, 5, 6);
    await sleepFor(stage, DAY);
    expect(stage.channels.posted).toEqual([text(1, 6)]);
    expect(tries).toHaveLength(2);
    expect(stage.warnings).toContain('a post was rejected for good');
  });

  it('is given up where it cannot be written', async () => {
    await using stage = await openChannels(1, { compose: unableToWrite5 });
    await win(stage, 1, 5, 6);
    expect(stage.channels.posted).toHaveLength(1);
    expect(stage.warnings).toContain('a post could not be written');
  });
});
