import { expect, test } from 'vitest';

import { valueOf } from '../../playground/page/option-choices.ts';

const server = {
  serverName: 'Server',
  locale: 'en-US',
  locales: ['en-US'],
  bot: { name: 'Bot', status: 'ready', online: true, note: null },
  people: [{ id: '7', name: 'Robin', role: '', directChannelId: '8' }],
  channels: [],
  roles: [],
  commands: [],
  offered: {},
  messages: [],
  players: [],
  faults: [],
  requests: [],
  log: [],
  violations: [],
  aheadMs: 0,
} as const;
const user = { type: 3, name: 'user', description: 'x' } as const;

test.each([
  ['@Robin', '<@7>'],
  [' @robin ', '<@7>'],
  ['Robin', 'Robin'],
  ['@Robinson', '@Robinson'],
])('what is typed as %j in an option is sent as %j', (typed, sent) => {
  expect(valueOf(user, typed, server)).toBe(sent);
});
