import { Agent, setGlobalDispatcher } from 'undici';
import { expect, it } from 'vitest';

import { createRest } from '#src/discord/connection/rest.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';

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
