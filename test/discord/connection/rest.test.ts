import { Agent, setGlobalDispatcher } from 'undici';
import { expect, it } from 'vitest';

import { createRest } from '#src/discord/connection/rest.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';

it('the token is kept after a 401, which may come from an outage', async () => {
  const tokens: unknown[] = [];
  await using server = await startScripted((request, response, index) => {
    tokens.push(request.headers.authorization);
    response.writeHead(index === 0 ? 401 : 204).end();
  });
  const rest = createRest({ apiUrl: server.url, token: 'bot', log: createLog('silent', []) });
  await expect(rest.get('/gateway/bot')).rejects.toMatchObject({ status: 401 });
  await rest.get('/gateway/bot');
  expect(tokens).toEqual(['Bot bot', 'Bot bot']);
});

it('discord.js sends a file even if the process’s agent is another undici’s', async () => {
  setGlobalDispatcher(new Agent());
  const types: unknown[] = [];
  await using server = await startScripted((request, response) => {
    types.push(request.headers['content-type']);
    request.resume().on('end', () => response.writeHead(204).end());
  });
  const rest = createRest({ apiUrl: server.url, token: 'bot', log: createLog('silent', []) });
  await rest.post('/webhooks/7/tok', { auth: false, files: [{ name: 'a.csv', data: 'a,b' }] });
  expect(types).toEqual([expect.stringMatching(/^multipart\/form-data; boundary=/)]);
});
