import { describe, expect, it, vi } from 'vitest';

import type { AnswerMode } from '#src/discord/interactions/answer-requests.ts';
import { Answer } from '#src/discord/interactions/answer.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import type { LiveMessages } from '#src/discord/interactions/live-messages.ts';
import { CallbackRefused, ResponseLost } from '#src/discord/interactions/response-errors.ts';
import type { Message } from '#src/discord/message.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { ADDRESS, createRecordingApi } from './recording-api.ts';

const REPLY = { kind: 'reply', ephemeral: false } as const;
const PRIVATE_REPLY = { kind: 'reply', ephemeral: true } as const;
const UPDATE = { kind: 'update', messageId: 'page', ephemeral: false } as const;
/** Discord's numbers. */
const [MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE_MESSAGE, MODAL] = [4, 5, 6, 7, 9];
const EPHEMERAL = 64;

const say = (content: string): Message => ({ json: JSON.stringify({ content }) });

function start(mode: AnswerMode) {
  const api = createRecordingApi();
  const clock = createFakeClock();
  const live = createLiveMessages();
  const answered = vi.fn<() => void>();
  const answer = new Answer(ADDRESS, mode, { api, live, clock, answered });
  return { api, clock, live, answer, answered };
}

/** Lets an answer be deferred while it waits for something. */
async function defer({ answer, clock }: ReturnType<typeof start>): Promise<void> {
  const work = Promise.withResolvers<void>();
  const waiting = answer.whileWaiting(work.promise);
  await clock.advance(1_000);
  work.resolve();
  await waiting;
}

describe('the progress of slow work', () => {
  it('replaces “is thinking”, and is replaced by what is shown', async () => {
    const bot = start(REPLY);
    await defer(bot);
    expect(await bot.answer.progress(say('half'))).toBe(true);
    await bot.answer.show(say('whole'));
    expect(bot.api.calls.slice(1)).toEqual([
      { call: 'editOriginal', body: { content: 'half' } },
      { call: 'editOriginal', body: { content: 'whole' } },
    ]);
  });

  it('is taken back for a failure, which only the caller sees', async () => {
    const bot = start(REPLY);
    await defer(bot);
    await bot.answer.progress(say('half'));
    await bot.answer.notice(say('failed'));
    expect(bot.api.calls.slice(2)).toEqual([
      { call: 'deleteOriginal', body: null },
      { call: 'followUp', body: { content: 'failed', flags: EPHEMERAL } },
    ]);
  });

  it('isn’t shown before the answer is deferred, or after something is shown', async () => {
    const bot = start(REPLY);
    expect(await bot.answer.progress(say('half'))).toBe(false);
    await bot.answer.show(say('whole'));
    expect(await bot.answer.progress(say('half'))).toBe(false);
    expect(bot.api.calls).toHaveLength(1);
  });

  it('leaves a page that someone clicked on as it is', async () => {
    const bot = start(UPDATE);
    await defer(bot);
    expect(await bot.answer.progress(say('half'))).toBe(false);
    expect(bot.api.calls).toHaveLength(1);
  });
});

describe('the first thing that is shown', () => {
  it.each([
    [REPLY, { type: MESSAGE, data: { content: 'a' } }],
    [PRIVATE_REPLY, { type: MESSAGE, data: { flags: EPHEMERAL, content: 'a' } }],
    [UPDATE, { type: UPDATE_MESSAGE, data: { content: 'a' } }],
  ])('is the first response (%o)', async (mode, body) => {
    const { answer, api } = start(mode);
    await answer.show(say('a'));
    expect(api.calls).toEqual([{ call: 'callback', body }]);
  });

  it.each([
    [REPLY, 'callbackWithMessage'],
    [PRIVATE_REPLY, 'callbackWithMessage'],
    [UPDATE, 'callback'],
  ])('asks for the message only if it needs its id (%o)', async (mode, call) => {
    const { answer, api } = start(mode);
    await answer.show(say('a'), { more: true });
    expect(api.calls.map((recorded) => recorded.call)).toEqual([call]);
  });

  it('can have files', async () => {
    const { answer, api } = start(PRIVATE_REPLY);
    await answer.show({ ...say('a'), files: [{ name: 'games.csv', data: 'x' }] });
    expect(api.calls).toMatchObject([{ call: 'callback', files: ['games.csv'] }]);
  });

  it('has its files even if more is to come', async () => {
    const { answer, api } = start(REPLY);
    await answer.show({ ...say('a'), files: [{ name: 'games.csv', data: 'x' }] }, { more: true });
    expect(api.calls).toMatchObject([{ call: 'callback', files: ['games.csv'] }]);
  });

  it('that Discord refuses leaves room for another first response', async () => {
    const { answer, api } = start(REPLY);
    api.respond = () => Promise.reject(new CallbackRefused(400, 50_035));
    await expect(answer.show(say('too long'))).rejects.toThrow(CallbackRefused);
    api.respond = undefined;
    await answer.notice(say('sorry'));
    expect(api.calls.at(-1)).toEqual({
      call: 'callback',
      body: { type: MESSAGE, data: { flags: EPHEMERAL, content: 'sorry' } },
    });
  });
});

describe('what is shown afterwards', () => {
  it.each([REPLY, PRIVATE_REPLY, UPDATE])('edits the message (%o)', async (mode) => {
    const { answer, api } = start(mode);
    await answer.show(say('a'), { more: true });
    await answer.show(say('b'), { more: true });
    await answer.show(say('c'));
    expect(api.calls.slice(1)).toEqual([
      { call: 'editOriginal', body: { content: 'b' } },
      { call: 'editOriginal', body: { content: 'c' } },
    ]);
  });

  it('goes to Discord in order, one at a time', async () => {
    const { answer, api, clock } = start(REPLY);
    const gates: (() => void)[] = [];
    api.respond = () =>
      new Promise((resolve) => {
        gates.push(resolve);
      });
    const all = ['a', 'b', 'c'].map((content) => answer.show(say(content)));
    await clock.advance(0);
    expect(api.calls).toHaveLength(1);
    gates[0]?.();
    await clock.advance(0);
    expect(api.calls.map(({ call }) => call)).toEqual(['callback', 'editOriginal']);
    gates[1]?.();
    await clock.advance(0);
    gates[2]?.();
    await Promise.all(all);
    expect(api.calls.slice(1).map(({ body }) => body)).toEqual([
      { content: 'b' },
      { content: 'c' },
    ]);
  });

  it('continues after a failed edit, which is reported', async () => {
    const { answer, api } = start(REPLY);
    await answer.show(say('a'));
    api.respond = () => Promise.reject(new Error('503'));
    await expect(answer.show(say('b'))).rejects.toThrow('503');
    api.respond = undefined;
    await answer.show(say('c'));
    expect(api.calls.at(-1)).toEqual({ call: 'editOriginal', body: { content: 'c' } });
  });
});

describe('waiting', () => {
  it.each([REPLY, UPDATE])('says nothing while it is short (%o)', async (mode) => {
    const { answer, api, clock } = start(mode);
    const work = Promise.withResolvers<string>();
    const waiting = answer.whileWaiting(work.promise);
    await clock.advance(999);
    work.resolve('done');
    expect(await waiting).toBe('done');
    expect(api.calls).toEqual([]);
    expect(clock.sleeperCount()).toBe(0);
  });

  it.each([
    [REPLY, { type: DEFERRED_MESSAGE }],
    [PRIVATE_REPLY, { type: DEFERRED_MESSAGE, data: { flags: EPHEMERAL } }],
    [UPDATE, { type: DEFERRED_UPDATE }],
  ])('defers the answer after a second (%o)', async (mode, body) => {
    const started = start(mode);
    await defer(started);
    const { answer, api } = started;
    expect(api.calls).toEqual([{ call: 'callback', body }]);
    await answer.show(say('a'));
    expect(api.calls.slice(1)).toEqual([{ call: 'editOriginal', body: { content: 'a' } }]);
  });

  it('doesn’t defer a second time', async () => {
    const started = start(REPLY);
    await defer(started);
    await defer(started);
    expect(started.api.calls).toHaveLength(1);
  });

  it('doesn’t defer after something was shown', async () => {
    const started = start(REPLY);
    await started.answer.show(say('a'));
    await defer(started);
    expect(started.api.calls).toHaveLength(1);
  });

  it('passes errors on, before and after it deferred', async () => {
    const { answer, clock, api } = start(REPLY);
    await expect(answer.whileWaiting(Promise.reject(new Error('at once')))).rejects.toThrow(
      'at once',
    );
    const work = Promise.withResolvers<void>();
    const waiting = answer.whileWaiting(work.promise);
    await clock.advance(1_500);
    work.reject(new Error('later'));
    await expect(waiting).rejects.toThrow('later');
    expect(api.calls).toHaveLength(1);
  });

  it('with a deferral that Discord refused leaves room for a first response', async () => {
    const started = start(REPLY);
    started.api.respond = () => Promise.reject(new CallbackRefused(500, null));
    await expect(
      Promise.all([
        started.answer.whileWaiting(Promise.withResolvers<void>().promise),
        started.clock.advance(1_000),
      ]),
    ).rejects.toThrow(CallbackRefused);
    started.api.respond = undefined;
    await started.answer.notice(say('sorry'));
    expect(started.api.calls.at(-1)).toMatchObject({ call: 'callback', body: { type: MESSAGE } });
  });
});

const lost = () => Promise.reject(new ResponseLost(new Error('cut')));
/** Discord never got a first response. */
const unanswered = ({ call }: { readonly call: string }) =>
  call === 'callback' ? undefined : Promise.reject(new CallbackRefused(404, 10_015));

/** An answer whose deferral Discord may have. */
async function unsure(mode: AnswerMode) {
  const bot = start(mode);
  bot.api.respond = lost;
  await defer(bot);
  bot.api.respond = undefined;
  expect(bot.api.calls).toHaveLength(1);
  expect(bot.answered).not.toHaveBeenCalled();
  return bot;
}

describe('a first response whose own response from Discord was lost', () => {
  it.each([REPLY, PRIVATE_REPLY, UPDATE])(
    'is edited if Discord has it after all (%o)',
    async (mode) => {
      const { answer, answered, api } = await unsure(mode);
      await answer.show(say('a'));
      await answer.show(say('b'));
      expect(api.calls.slice(1)).toEqual([
        { call: 'editOriginal', body: { content: 'a' } },
        { call: 'editOriginal', body: { content: 'b' } },
      ]);
      expect(answered).toHaveBeenCalledOnce();
    },
  );

  it.each([
    [REPLY, { type: MESSAGE, data: { content: 'a' } }],
    [PRIVATE_REPLY, { type: MESSAGE, data: { flags: EPHEMERAL, content: 'a' } }],
    [UPDATE, { type: UPDATE_MESSAGE, data: { content: 'a' } }],
  ])('is sent again if Discord never got it (%o)', async (mode, body) => {
    const { answer, answered, api } = await unsure(mode);
    api.respond = unanswered;
    await answer.show(say('a'));
    expect(api.calls.slice(1)).toEqual([
      { call: 'editOriginal', body: { content: 'a' } },
      { call: 'callback', body },
    ]);
    expect(answered).toHaveBeenCalledOnce();
  });

  it.each([REPLY, PRIVATE_REPLY, UPDATE])(
    'leaves room for a notice if Discord never got it (%o)',
    async (mode) => {
      const { answer, api } = await unsure(mode);
      api.respond = unanswered;
      await answer.notice(say('psst'));
      expect(api.calls.at(-1)).toEqual({
        call: 'callback',
        body: { type: MESSAGE, data: { flags: EPHEMERAL, content: 'psst' } },
      });
    },
  );

  it('is taken back for a notice, even if that response is lost, too', async () => {
    const { answer, api } = await unsure(REPLY);
    api.respond = ({ call }) => (call === 'followUp' ? undefined : lost());
    await answer.notice(say('psst'));
    expect(api.calls.slice(1).map(({ call }) => call)).toEqual([
      'deleteOriginal',
      'editOriginal',
      'followUp',
    ]);
  });

  it('is reported if the edit is lost, too', async () => {
    const { answer, api } = await unsure(REPLY);
    api.respond = lost;
    await expect(answer.show(say('a'))).rejects.toThrow(ResponseLost);
    expect(answer.isOpen).toBe(false);
  });

  it('is completed by an edit if more was to come', async () => {
    const { answer, answered, api } = start(REPLY);
    api.respond = lost;
    await answer.show(say('a'), { more: true });
    api.respond = undefined;
    await answer.show(say('b'));
    expect(api.calls.at(-1)).toEqual({ call: 'editOriginal', body: { content: 'b' } });
    expect(answered).toHaveBeenCalledOnce();
  });

  it('leaves room for another if it was the last, because no edit would tell', async () => {
    const { answer, api } = start(REPLY);
    api.respond = lost;
    await expect(answer.show(say('a'))).rejects.toThrow(ResponseLost);
    expect(answer.isOpen).toBe(true);
  });
});

describe('a notice', () => {
  const ephemeralMessage = {
    call: 'callback',
    body: { type: MESSAGE, data: { flags: EPHEMERAL, content: 'psst' } },
  };
  const ephemeralFollowUp = { call: 'followUp', body: { flags: EPHEMERAL, content: 'psst' } };

  it.each([REPLY, PRIVATE_REPLY, UPDATE])(
    'that comes first is for the caller alone (%o)',
    async (mode) => {
      const { answer, api } = start(mode);
      await answer.notice(say('psst'));
      expect(api.calls).toEqual([ephemeralMessage]);
    },
  );

  it('replaces a “thinking” that nobody else sees', async () => {
    const started = start(PRIVATE_REPLY);
    await defer(started);
    await started.answer.notice(say('psst'));
    expect(started.api.calls.slice(1)).toEqual([
      { call: 'editOriginal', body: { content: 'psst' } },
    ]);
  });

  it('takes back a “thinking” that everyone sees, and comes after it', async () => {
    const started = start(REPLY);
    await defer(started);
    await started.answer.notice(say('psst'));
    await started.answer.notice(say('psst'));
    expect(started.api.calls.slice(1)).toEqual([
      { call: 'deleteOriginal', body: null },
      ephemeralFollowUp,
      ephemeralFollowUp,
    ]);
  });

  it('comes even if someone has deleted the “thinking”', async () => {
    const started = start(REPLY);
    await defer(started);
    started.api.respond = ({ call }) =>
      call === 'deleteOriginal' ? Promise.reject(new CallbackRefused(404, 10_008)) : undefined;
    await started.answer.notice(say('psst'));
    expect(started.api.calls.slice(1)).toEqual([
      { call: 'deleteOriginal', body: null },
      ephemeralFollowUp,
    ]);
  });

  it('is private even if the “thinking” can’t be taken back', async () => {
    const started = start(REPLY);
    await defer(started);
    started.api.respond = ({ call }) =>
      call === 'deleteOriginal' ? Promise.reject(new CallbackRefused(500, null)) : undefined;
    await started.answer.notice(say('psst'));
    expect(started.api.calls.slice(2)).toEqual([
      { call: 'editOriginal', body: { content: '…', allowed_mentions: { parse: [] } } },
      ephemeralFollowUp,
    ]);
  });

  it('leaves alone the page that someone clicked on', async () => {
    const started = start(UPDATE);
    await defer(started);
    await started.answer.notice(say('psst'));
    expect(started.api.calls.slice(1)).toEqual([ephemeralFollowUp]);
  });

  it.each([REPLY, PRIVATE_REPLY, UPDATE])('leaves alone what was shown (%o)', async (mode) => {
    const { answer, api } = start(mode);
    await answer.show(say('a'));
    await answer.notice(say('psst'));
    expect(api.calls.slice(1)).toEqual([ephemeralFollowUp]);
  });

  it('comes after the edit under way', async () => {
    const { answer, api, clock } = start(UPDATE);
    const gate = Promise.withResolvers<void>();
    api.respond = () => gate.promise;
    const shown = answer.show(say('a'));
    await clock.advance(0);
    const told = answer.notice(say('psst'));
    await clock.advance(0);
    expect(api.calls).toHaveLength(1);
    gate.resolve();
    await Promise.all([shown, told]);
    expect(api.calls.slice(1)).toEqual([ephemeralFollowUp]);
  });
});

describe('a modal', () => {
  it('is the first response', async () => {
    const { answer, api } = start(PRIVATE_REPLY);
    await answer.modal('{"title":"Jump to page"}');
    expect(api.calls).toEqual([
      { call: 'callback', body: { type: MODAL, data: { title: 'Jump to page' } } },
    ]);
  });

  it('that Discord refuses leaves room for a first response', async () => {
    const { answer, api } = start(PRIVATE_REPLY);
    api.respond = () => Promise.reject(new CallbackRefused(400, 50_035));
    await expect(answer.modal('{}')).rejects.toThrow(CallbackRefused);
    api.respond = undefined;
    await answer.notice(say('sorry'));
    expect(api.calls.at(-1)).toMatchObject({ call: 'callback', body: { type: MESSAGE } });
  });
});

/** Somebody presses something else on the message, later than everybody before. */
async function press(live: LiveMessages, messageId: string): Promise<void> {
  await live.claim(messageId, { place: live.nextPlace(), stop: async () => undefined });
}

describe('someone who moves on to another page', () => {
  it.each([
    [REPLY, 'message-1'],
    [UPDATE, 'page'],
  ])('isn’t taken back to this one (%o)', async (mode, messageId) => {
    const { answer, api, live } = start(mode);
    await answer.show(say('a'), { more: true });
    await answer.show(say('b'), { more: true });
    expect(answer.stopped).toBe(false);
    await press(live, messageId);
    expect(answer.stopped).toBe(true);
    await answer.show(say('c'));
    expect(api.calls).toHaveLength(2);
  });

  it('is noticed even after a deferral', async () => {
    const started = start(REPLY);
    await defer(started);
    // The edit of the deferred response tells the id.
    await started.answer.show(say('a'), { more: true });
    await press(started.live, 'message-2');
    await started.answer.show(say('b'));
    expect(started.api.calls).toHaveLength(2);
  });

  it('waits for the edit under way, and the ones behind it are dropped', async () => {
    const { answer, api, live, clock } = start(UPDATE);
    await answer.show(say('a'), { more: true });
    const gate = Promise.withResolvers<void>();
    api.respond = () => gate.promise;
    const shows = [answer.show(say('b'), { more: true }), answer.show(say('c'))];
    await clock.advance(0);
    const pressed = press(live, 'page').then(() => clock.now());
    await clock.advance(200);
    const before = clock.now();
    gate.resolve();
    expect(await pressed).toBe(before);
    await Promise.all(shows);
    expect(api.calls.map(({ body }) => body)).toEqual([
      { type: UPDATE_MESSAGE, data: { content: 'a' } },
      { content: 'b' },
    ]);
  });

  it('waits for the edit before it, and defers after a second', async () => {
    const { answer, api, live, clock } = start(UPDATE);
    await answer.show(say('a'), { more: true });
    const gate = Promise.withResolvers<void>();
    api.respond = ({ call }) => (call === 'editOriginal' ? gate.promise : undefined);
    void answer.show(say('b'));
    await clock.advance(0);
    const next = new Answer(ADDRESS, UPDATE, { api, live, clock });
    const shown = next.show(say('next'));
    await clock.advance(999);
    expect(api.calls).toHaveLength(2);
    await clock.advance(1);
    expect(api.calls.slice(2).map(({ body }) => body)).toEqual([{ type: DEFERRED_UPDATE }]);
    gate.resolve();
    await shown;
    expect(api.calls.slice(3).map(({ body }) => body)).toEqual([{ content: 'next' }]);
  });

  it('gives up on an edit that hangs after 20 seconds', async () => {
    const { answer, api, live, clock } = start(UPDATE);
    await answer.show(say('a'), { more: true });
    api.respond = () => Promise.withResolvers<void>().promise;
    void answer.show(say('b'));
    await clock.advance(0);
    api.respond = undefined;
    const next = new Answer(ADDRESS, UPDATE, { api, live, clock });
    const shown = next.show(say('next'));
    await clock.advance(19_999);
    expect(api.calls.slice(2).map(({ body }) => body)).toEqual([{ type: DEFERRED_UPDATE }]);
    await clock.advance(1);
    await shown;
    expect(api.calls.at(-1)?.body).toEqual({ content: 'next' });
  });

  it('twice during one edit waits for it both times, and only sees the last page', async () => {
    const { answer, api, live, clock } = start(UPDATE);
    await answer.show(say('a'), { more: true });
    const gate = Promise.withResolvers<void>();
    api.respond = () => gate.promise;
    const edited = answer.show(say('b'));
    await clock.advance(0);
    const [second, third] = ['second', 'third'].map((content) => {
      const next = new Answer(ADDRESS, UPDATE, { api, live, clock });
      return next.show(say(content));
    });
    await clock.advance(200);
    // The second has shown nothing yet, and is told to stop; neither has overtaken the edit.
    expect(api.calls.slice(2).map(({ body }) => body)).toEqual([]);
    gate.resolve();
    await Promise.all([edited, second, third]);
    const after = api.calls.slice(2).map(({ body }) => body);
    expect(after).toHaveLength(2);
    expect(after).toContainEqual({ type: DEFERRED_UPDATE });
    expect(after).toContainEqual({ type: UPDATE_MESSAGE, data: { content: 'third' } });
  });

  it('twice, slowly, sees the later page, in whichever order they come', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { api, live, clock } = start(UPDATE);
      const works = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const answers = works.map(async ({ promise }, index) => {
        const answer = new Answer(ADDRESS, UPDATE, { api, live, clock });
        await answer.whileWaiting(promise);
        await answer.show(say(`page ${index}`));
      });
      await clock.advance(1_000);
      for (const index of order) {
        works[index]?.resolve();
        await answers[index];
      }
      const [first, second, ...edits] = api.calls;
      expect([first?.body, second?.body]).toEqual([
        { type: DEFERRED_UPDATE },
        { type: DEFERRED_UPDATE },
      ]);
      expect(edits.at(-1)?.body).toEqual({ content: 'page 1' });
      expect(edits).toHaveLength(order[0] === 0 ? 2 : 1);
    }
  });

  it('before this answer shows anything still gets it acknowledged', async () => {
    const { answer, api, live } = start(UPDATE);
    await press(live, 'page');
    await answer.show(say('late'));
    expect(api.calls).toEqual([{ call: 'callback', body: { type: DEFERRED_UPDATE } }]);
  });

  it('is noticed by the earlier answer, not by their own', async () => {
    const { answer, live, api, clock } = start(UPDATE);
    const next = new Answer(ADDRESS, UPDATE, { api, live, clock });
    await next.show(say('next'));
    await answer.show(say('late'));
    expect([answer.stopped, next.stopped]).toEqual([true, false]);
    await next.show(say('more'));
    expect(api.calls.at(-1)).toMatchObject({ body: { content: 'more' } });
  });

  it('on another message doesn’t matter', async () => {
    const { answer, live } = start(UPDATE);
    await answer.show(say('a'), { more: true });
    await press(live, 'another');
    expect(answer.stopped).toBe(false);
  });
});

async function* quickly() {
  yield* [1, 2, 3];
}

async function* brokenOff() {
  yield 1;
  throw new Error('cut');
}

describe('incoming values', () => {
  it('that come quickly defer nothing, and all of them are passed on', async () => {
    const { answer, api } = start(UPDATE);
    expect(await Array.fromAsync(answer.whileComing(quickly()))).toEqual([1, 2, 3]);
    expect(api.calls).toEqual([]);
  });

  it('that break off pass the error on', async () => {
    const { answer } = start(UPDATE);
    const given: number[] = [];
    const all = async () => {
      for await (const value of answer.whileComing(brokenOff())) given.push(value);
    };
    await expect(all()).rejects.toThrow('cut');
    expect(given).toEqual([1]);
  });

  it('defer in time, are passed on as they come, and end when nobody wants more', async () => {
    const { answer, api, clock } = start(REPLY);
    const gate = Promise.withResolvers<void>();
    let isEnded = false;
    async function* slowly() {
      try {
        await gate.promise;
        yield 1;
        yield 2;
      } finally {
        isEnded = true;
      }
    }
    const first = (async () => {
      for await (const value of answer.whileComing(slowly())) return value;
      return undefined;
    })();
    await clock.advance(1_000);
    expect(api.calls).toEqual([{ call: 'callback', body: { type: DEFERRED_MESSAGE } }]);
    gate.resolve();
    expect(await first).toBe(1);
    expect(isEnded).toBe(true);
  });
});

describe('a message that only one person sees', () => {
  it.each([
    [REPLY, false],
    [PRIVATE_REPLY, true],
    [UPDATE, false],
    [{ ...UPDATE, ephemeral: true }, true],
  ])('is private, whether answered or changed (%o: %s)', (mode, isPrivate) => {
    expect(start(mode).answer.isPrivate).toBe(isPrivate);
  });
});

/** A message whose bytes are lent. */
function lent() {
  const giveBack = vi.fn<() => void>();
  const bytes = Buffer.from('{"type":4,"data":{"content":"page"}}');
  const json = { between: () => ({ bytes, giveBack }), toString: () => '{"content":"page"}' };
  return { message: { json }, giveBack };
}

describe('bytes that are lent to a first response', () => {
  it('are given back once, when Discord has it', async () => {
    const { api, answer } = start(REPLY);
    const { message, giveBack } = lent();
    const arrived = Promise.withResolvers<void>();
    api.respond = () => arrived.promise;
    const shown = answer.show(message);
    await vi.waitFor(() => expect(api.calls.length).toBe(1));
    expect(giveBack).not.toHaveBeenCalled();
    arrived.resolve();
    await shown;
    expect(giveBack).toHaveBeenCalledTimes(1);
  });

  it('aren’t given back if it was lost, because they may still be on their way', async () => {
    const { api, answer } = start(REPLY);
    const { message, giveBack } = lent();
    api.respond = () => Promise.reject(new ResponseLost(new Error('reset')));
    await expect(answer.show(message)).rejects.toThrow(ResponseLost);
    expect(giveBack).not.toHaveBeenCalled();
  });
});

const noRoom = () => {
  throw new RangeError('No room');
};

it('a message that can’t be written leaves room for an apology', async () => {
  const { api, answer } = start(REPLY);
  const message = { json: { between: noRoom, toString: noRoom } };
  await expect(answer.show(message)).rejects.toThrow('No room');
  expect(answer.isOpen).toBe(true);
  await answer.notice({ json: '{"content":"Sorry"}' });
  expect(api.calls).toMatchObject([{ call: 'callback' }]);
});
