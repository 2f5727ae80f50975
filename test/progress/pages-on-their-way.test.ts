import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { Answer } from '#src/discord/interactions/answer.ts';
import { createInteractionApi } from '#src/discord/interactions/interaction-api.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { createLog } from '#src/platform/log.ts';
import { createLibraryPages } from '#src/progress/pages.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { entry, library, query } from './entries.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const REFUSED = '{"retry_after":0}';
/** What Discord does with a request. It reads each body to its end. */
const DEEDS = ['answer', 'hold', 'fail', 'limit', 'cut', 'answer first', 'fail first'] as const;
/** Discord answers those that it holds once so many wait, the latest first. */
const HELD = 20;
/** Half of them ask for a page of their own, and that is more than are kept. */
const PEOPLE = 200;

const games = library(Array.from({ length: 10 * PEOPLE }, () => entry({ title: 'Ōkami 😀 "★"' })));

function createPages() {
  return createLibraryPages({
    mediaUrl: 'https://media.example',
    translate: createTranslations(),
  });
}

/** Notes each body it gets by the id of the interaction. */
async function startDiscord() {
  const bodies: (readonly [id: string, body: string])[] = [];
  const held: (() => void)[] = [];
  let expectedCount = 0;
  const release = () => {
    if (held.length < Math.min(HELD, expectedCount)) return;
    for (const answer of held.splice(0).toReversed()) answer();
  };
  async function note(id: string, request: IncomingMessage): Promise<void> {
    bodies.push([id, await text(request)]);
  }
  const server = await startScripted((request, response, index) => {
    const id = /interactions\/(?<id>\d+)\//.exec(request.url ?? '')?.groups?.['id'] ?? '';
    const answer = (status: number, body?: string) =>
      void response.writeHead(status, JSON_TYPE).end(body);
    const deed = DEEDS[index % DEEDS.length];
    if (deed === 'answer first') answer(204);
    if (deed === 'fail first') answer(502, '{}');
    void note(id, request).then(() => {
      if (deed === 'answer') answer(204);
      if (deed === 'fail') answer(500, '{}');
      if (deed === 'limit') answer(429, REFUSED);
      if (deed === 'cut') response.destroy();
      if (deed === 'hold') held.push(() => answer(204));
      return release();
    });
  });
  return {
    server,
    bodies,
    /** How many interactions aren't over. */
    expects(count: number): void {
      expectedCount = count;
      release();
    },
  };
}

test('whatever Discord does, each person gets the page they asked for, with their own id', async () => {
  const { server, bodies, expects } = await startDiscord();
  await using _ = server;
  await using api = createInteractionApi({
    apiUrl: `${server.url}/api`,
    clock: { ...createFakeClock(), sleep: async () => undefined },
    log: createLog('silent', []),
  });
  const [live, clock] = [createLiveMessages(), createFakeClock()];
  const [pages, others] = [createPages(), createPages()];

  const people = Array.from({ length: PEOPLE }, (__, index) => {
    const request = {
      query: query({ sort: index % 5 === 0 ? 'title' : 'recent' }),
      page: index % 2 === 0 ? 1 : 1 + index,
      ownerId: String(10n ** BigInt(index % 20) + BigInt(index)),
      locale: index % 3 === 0 ? 'de' : 'en-GB',
    };
    const ephemeral = index % 4 === 0;
    const id = String(1_000 + index);
    const start = ephemeral ? '{"type":4,"data":{"flags":64,' : '{"type":4,"data":{';
    const wanted = `${start}${String(others.message(games, request).json).slice(1)}}`;
    const to = { id, applicationId: '7', token: 'token' };
    const mode = { kind: 'reply', ephemeral } as const;
    const answer = new Answer(to, mode, { api, live, clock });
    return { id, answer, message: pages.message(games, request), wanted };
  });

  let pending = PEOPLE;
  expects(pending);
  await Promise.all(
    people.map(({ answer, message }) =>
      // Discord may fail too often.
      answer
        .show(message)
        .catch(() => undefined)
        .finally(() => expects((pending -= 1))),
    ),
  );

  const wanted = new Map(people.map((person) => [person.id, person.wanted]));
  expect(bodies.length).toBeGreaterThan(PEOPLE);
  for (const [id, body] of bodies) expect(body).toBe(wanted.get(id));
});
