import { describe, expect, it } from 'vitest';

import { REQUEST_TIMEOUT_MS } from '#src/discord/channels/request-attempt.ts';
import { INVALID_REQUESTS_LIMIT } from '#src/discord/connection/invalid-requests.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';

import { startPosts } from './post-stage.ts';
import type { PostStage } from './post-stage.ts';

/** Posts something, without any care. */
function send({ discord, requests }: PostStage, signal?: AbortSignal) {
  const route = `/channels/${discord.generalChannel.id}/messages` as const;
  const body = { content: 'x', allowed_mentions: { parse: [] } };
  return requests.send({ method: 'post', route, body, signal });
}

const messages = ({ discord }: PostStage) => discord.messagesIn(discord.generalChannel);

describe('a request in the bot’s name', () => {
  it('gets its response', async () => {
    await using stage = await startPosts();
    expect(await send(stage)).toMatchObject({ kind: 'answered', body: { content: 'x' } });
  });

  it('is refused with what Discord says', async () => {
    await using stage = await startPosts();
    stage.order({ status: 403, code: 50013, message: 'Missing Permissions' });
    expect(await send(stage)).toEqual({
      kind: 'refused',
      status: 403,
      code: 50013,
      message: 'Missing Permissions',
    });
  });

  it.each([500, 502, 503])('is in doubt after %i, and isn’t retried', async (status) => {
    await using stage = await startPosts();
    stage.order({ status });
    expect(await send(stage)).toEqual({ kind: 'unsure' });
    expect(stage.statuses()).toEqual([status]);
  });

  it.each(['before', 'after'] as const)(
    'is in doubt if it’s cut off %s it is done',
    async (cut) => {
      await using stage = await startPosts();
      stage.order({ cut });
      expect(await send(stage)).toEqual({ kind: 'unsure' });
      expect(messages(stage)).toHaveLength(cut === 'after' ? 1 : 0);
    },
  );

  it('is unsent if nothing is listening', async () => {
    const closed = await startScripted(() => undefined);
    await closed[Symbol.asyncDispose]();
    await using stage = await startPosts({ apiUrl: closed.url });
    expect(await send(stage)).toEqual({ kind: 'unsent' });
  });

  it.each([
    ['a page of HTML with 403', { status: 403, body: '<html>Blocked</html>' }],
    ['a page of HTML with 404', { status: 404, body: '<html>Not here</html>' }],
    ['what stands before Discord', { status: 403, code: 40_333 }],
    ['a feature that is off for a while', { status: 400, code: 40_006 }],
  ])('is unsent if it’s refused by %s', async (_, effect) => {
    await using stage = await startPosts();
    stage.order(effect);
    expect(await send(stage)).toEqual({ kind: 'unsent' });
  });

  it('keeps the token, whatever Discord says about it', async () => {
    await using stage = await startPosts();
    stage.order({ status: 401, message: '401: Unauthorized' });
    expect(await send(stage)).toEqual({ kind: 'unsent' });
    expect(await send(stage)).toMatchObject({ kind: 'answered' });
    expect(stage.lines.join()).toContain('DiscordAPIError');
    expect(stage.lines.join()).not.toContain(stage.discord.token);
  });
});

describe('a request without a response', () => {
  it('is in doubt after 15 s', async () => {
    await using stage = await startPosts();
    stage.order({ hang: true });
    const sent = send(stage);
    await stage.discord.faults.struck();
    await stage.clock.advance(REQUEST_TIMEOUT_MS - 1);
    expect(stage.clock.sleeperCount()).toBe(1);
    await stage.clock.advance(1);
    expect(await sent).toEqual({ kind: 'unsure' });
    expect(REQUEST_TIMEOUT_MS).toBe(15_000);
  });

  it('is in doubt if only the headers came', async () => {
    const begun = Promise.withResolvers<void>();
    await using server = await startScripted((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{', () => {
        begun.resolve();
      });
    });
    await using stage = await startPosts({ apiUrl: server.url });
    const sent = send(stage);
    await begun.promise;
    await stage.clock.advance(REQUEST_TIMEOUT_MS);
    expect(await sent).toEqual({ kind: 'unsure' });
  });

  it('ends at once when nobody is waiting anymore', async () => {
    await using stage = await startPosts();
    stage.order({ hang: true });
    const giveUp = new AbortController();
    const sent = send(stage, giveUp.signal);
    await stage.discord.faults.struck();
    giveUp.abort();
    expect(await sent).toEqual({ kind: 'unsure' });
    expect(stage.clock.sleeperCount()).toBe(0);
  });

  it('isn’t even sent if nobody is waiting', async () => {
    await using stage = await startPosts();
    expect(await send(stage, AbortSignal.abort())).toEqual({ kind: 'unsent' });
    expect(stage.discord.requests).toEqual([]);
  });
});

/** Asks for what is in a channel. */
function search({ discord, requests }: PostStage, signal?: AbortSignal) {
  const route = `/channels/${discord.generalChannel.id}/messages` as const;
  return requests.send({ method: 'get', route, signal });
}

/** discord.js waits a moment longer than Discord asks for. */
const about = (ms: number) => ({ kind: 'limited', waitMs: expect.closeTo(ms + 75, -2) });

describe('a rate limit', () => {
  it('ends a post at once, and says how long it lasts', async () => {
    await using stage = await startPosts();
    stage.order({ rateLimit: { retryAfter: 30 } });
    expect(await send(stage)).toEqual(about(30_000));
    const again = await send(stage);
    expect(again).toMatchObject({ kind: 'limited' });
    expect(stage.statuses()).toEqual([429]);
    expect(messages(stage)).toEqual([]);
    expect(stage.clock.sleeperCount()).toBe(0);
  });

  it('ends a post even if it’s short, and the post can be sent afterwards', async () => {
    await using stage = await startPosts();
    stage.order({ rateLimit: { retryAfter: 0.5 } });
    expect(await send(stage)).toEqual(about(1_000));
    await expect.poll(() => send(stage), { timeout: 5_000 }).toMatchObject({ kind: 'answered' });
    expect(stage.statuses()).toEqual([429, 200]);
  });

  it('is waited out by a search, in addition to its 15 s', async () => {
    await using stage = await startPosts();
    stage.order({ rateLimit: { retryAfter: 0.01 } });
    const sent = search(stage);
    await stage.answered();
    await stage.clock.advance(REQUEST_TIMEOUT_MS);
    expect(await sent).toMatchObject({ kind: 'answered' });
    expect(stage.statuses()).toEqual([429, 200]);
  });

  it('stops waiting at once when nobody is waiting anymore, and sends nothing later', async () => {
    await using stage = await startPosts();
    stage.order({ rateLimit: { retryAfter: 0.2 } });
    const giveUp = new AbortController();
    const first = search(stage, giveUp.signal);
    await stage.answered();
    // What comes after it in the channel waits for the same limit.
    const second = search(stage);
    giveUp.abort();
    expect(await first).toEqual({ kind: 'unsent' });
    expect(await second).toMatchObject({ kind: 'answered' });
    expect(stage.statuses()).toEqual([429, 200]);
  });

  it('isn’t waited out by a search if it’s longer than some seconds', async () => {
    await using stage = await startPosts();
    stage.order({ rateLimit: { retryAfter: 30, global: true } });
    expect(await search(stage)).toEqual(about(30_000));
    // Discord said it for all.
    expect(await send(stage)).toMatchObject({ kind: 'limited' });
    expect(stage.statuses()).toEqual([429]);
  });

  it.each([
    ['as a page of HTML', { status: 429, body: '<html>Slow down</html>' }, 1_000],
    ['without a wait', { status: 429 }, 1_000],
    ['with a wait below nothing', { rateLimit: { retryAfter: -1 } }, 1_000],
  ])('%s still lasts a second', async (_, effect, ms) => {
    await using stage = await startPosts();
    stage.order(effect);
    expect(await send(stage)).toEqual(about(ms));
    expect(await send(stage)).toMatchObject({ kind: 'limited' });
    expect(stage.statuses()).toEqual([429]);
  });

  it.each([false, true])(
    'of thirty years is cut to a quarter of an hour, and logged (global: %s)',
    async (global) => {
      await using stage = await startPosts();
      stage.order({ rateLimit: { retryAfter: 1e9, global } });
      expect(await send(stage)).toEqual(about(15 * 60_000));
      for (let times = 0; times < 20; times += 1) {
        expect(await send(stage)).toMatchObject({ kind: 'limited' });
      }
      expect(stage.statuses()).toEqual([429]);
      expect(stage.lines.join()).toMatch(/"waitSeconds":900,.*a longer wait than it can mean/);
    },
  );

  it('in one channel doesn’t hold up another one', async () => {
    await using stage = await startPosts();
    stage.order({ rateLimit: { retryAfter: 30 } });
    expect(await send(stage)).toMatchObject({ kind: 'limited' });
    const other = stage.discord.channel('other');
    const body = { content: 'y', allowed_mentions: { parse: [] } };
    const route = `/channels/${other.id}/messages` as const;
    expect(await stage.requests.send({ method: 'post', route, body })).toMatchObject({
      kind: 'answered',
    });
  });
});

describe('a request behind another one', () => {
  it('is unsent if nobody is waiting anymore', async () => {
    await using stage = await startPosts();
    const gate = Promise.withResolvers<void>();
    stage.order({ hold: gate.promise });
    const first = send(stage);
    await stage.discord.faults.struck();
    const giveUp = new AbortController();
    const second = send(stage, giveUp.signal);
    giveUp.abort();
    expect(await second).toEqual({ kind: 'unsent' });
    gate.resolve();
    expect(await first).toMatchObject({ kind: 'answered' });
    expect(messages(stage)).toHaveLength(1);
  });
});

describe('after too many refusals', () => {
  it('nothing is sent until there is room', async () => {
    await using stage = await startPosts();
    for (let count = 0; count < INVALID_REQUESTS_LIMIT - 1; count += 1) {
      stage.invalid.note(403, null);
    }
    stage.order({ status: 403, code: 50_001 });
    expect(await send(stage)).toMatchObject({ kind: 'refused' });
    expect(await send(stage)).toEqual({ kind: 'unsent' });
    expect(stage.statuses()).toEqual([403]);
    await stage.clock.advance(10 * 60_000);
    expect(await send(stage)).toMatchObject({ kind: 'answered' });
  });
});

describe('the log', () => {
  it('reports the first failure of an outage above debug level', async () => {
    await using stage = await startPosts();
    const warnings = () => stage.lines.filter((line) => line.includes('"level":40')).length;
    stage.order({ status: 503 }, 2);
    await send(stage);
    await send(stage);
    expect(warnings()).toBe(1);
    await send(stage);
    stage.order({ status: 503 });
    await send(stage);
    expect(warnings()).toBe(2);
  });
});
