import assert from 'node:assert/strict';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { never, startPosts } from '#test/discord/channels/post-stage.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';

import { oddAnswer } from './odd-discord.ts';
import { mostly, oddJson, oddText } from './odd-values.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever Discord's API responds, nothing throws, and whatever is kept is fit for paths and tables. */

const [GUILD, CHANNEL, USER] = [
  '1100000000000000002',
  '1100000000000000003',
  '1100000000000000001',
];
const ids = mostly(fc.constantFrom(GUILD, CHANNEL, USER), fc.oneof(oddText, oddJson));
const bits = mostly(
  fc.constantFrom('0', '8', '3072', '2251799813685247'),
  fc.oneof(oddText, oddJson),
);

const role = fc.record({ id: ids, permissions: bits, mentionable: mostly(fc.boolean(), oddJson) });
const roles = mostly(fc.array(mostly(role, oddJson), { maxLength: 3 }), oddJson);
const overwrite = fc.record({ id: ids, type: fc.constantFrom(0, 1), allow: bits, deny: bits });
const message = fc.record({
  id: ids,
  author: mostly(fc.record({ id: ids }), oddJson),
  nonce: fc.oneof(fc.constant('nonce'), oddJson),
  content: oddText,
  embeds: mostly(
    fc.array(fc.record({ title: oddText, url: oddText, timestamp: oddText })),
    oddJson,
  ),
  components: oddJson,
});
const channel = fc.record({
  id: ids,
  type: mostly(fc.constantFrom(0, 5, 11), oddJson),
  guild_id: ids,
  name: fc.oneof(oddText, oddJson),
  parent_id: ids,
  permission_overwrites: mostly(fc.array(mostly(overwrite, oddJson), { maxLength: 3 }), oddJson),
  // Left out, this channel is no thread.
  thread_metadata: mostly(fc.constantFrom(undefined, { locked: false }), oddJson),
});
const member = fc.record({
  roles: mostly(fc.array(ids, { maxLength: 3 }), oddJson),
  communication_disabled_until: fc.oneof(fc.constant(null), oddText),
});
const guild = fc.record({ owner_id: ids, roles });

/** Good answers by what their path ends in. */
const bodies = fc.record({
  messages: fc.oneof(message, fc.array(mostly(message, oddJson), { minLength: 1, maxLength: 3 })),
  fullPage: fc.boolean(),
  channel,
  roles,
  member,
  guild,
  user: fc.record({ id: ids }),
});

/** Odd ones for some requests in a row, then good ones. */
const script = fc.record({ odds: fc.array(fc.option(oddAnswer), { maxLength: 4 }), good: bodies });
type Script = typeof script extends fc.Arbitrary<infer S> ? S : never;

const everyone = { id: GUILD, permissions: '2251799813685247', mentionable: true };
/** What Discord usually answers. */
const GOOD: Script = {
  odds: [],
  good: {
    messages: [
      {
        id: USER,
        author: { id: USER },
        nonce: 'nonce',
        content: 'Hello',
        embeds: [],
        components: [],
      },
    ],
    fullPage: false,
    channel: {
      id: CHANNEL,
      type: 0,
      guild_id: GUILD,
      name: 'general',
      parent_id: null,
      permission_overwrites: [],
      thread_metadata: undefined,
    },
    roles: [everyone],
    member: { roles: [], communication_disabled_until: null },
    guild: { owner_id: USER, roles: [everyone] },
    user: { id: USER },
  },
};

function bodyFor(path: string, method: string, { good }: Script): unknown {
  const { messages } = good;
  if (path.endsWith('/messages')) {
    if (method === 'POST') return Array.isArray(messages) ? messages[0] : messages;
    const list = Array.isArray(messages) ? messages : [messages];
    return good.fullPage ? Array.from({ length: 100 }, (_, n) => list[n % list.length]) : list;
  }
  if (path.endsWith('/roles')) return good.roles;
  if (path.includes('/members/')) return good.member;
  if (path.includes('/guilds/')) return good.guild;
  return path.includes('/users/') ? good.user : good.channel;
}

const SNOWFLAKE = /^\d{1,20}$/;

function isLine(text: string): void {
  assert.doesNotMatch(text, /[\p{Cc}\u2028\u2029]/u);
  assert.ok(text.length < 1_100 && text.isWellFormed(), text);
}

test('any answer of Discord is an outcome', { timeout: FUZZ_TIMEOUT }, async () => {
  let now: Script | undefined;
  let asked = 0;
  const kinds = new Set<string>();
  await using server = await startScripted(({ url = '', method = '' }, response) => {
    assert(now);
    const strange = now.odds[asked];
    asked += 1;
    const path = new URL(url, 'http://x').pathname;
    if (strange) {
      const { status, headers, type, body } = strange;
      response.writeHead(status, { ...headers, 'content-type': type }).end(body);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(bodyFor(path, method, now)));
  });
  await fc.assert(
    fc.asyncProperty(script, async (next) => {
      [now, asked] = [next, 0];
      await using stage = await startPosts({ judge: false, apiUrl: `${server.url}/api` });
      const { posts, permissions } = stage;
      const json = JSON.stringify({ content: 'Hello', embeds: [] });
      const post = await posts.post(CHANNEL, json, 'nonce', never());
      if (post.kind === 'posted') assert.match(post.messageId, SNOWFLAKE);
      if ('detail' in post) isLine(post.detail);
      if (post.kind === 'limited') assert.ok(post.waitMs >= 0 && post.waitMs <= 3_700_000);
      const access = await permissions.access({ guildId: GUILD, channelId: CHANNEL, roleId: USER });
      if (access.kind === 'ok') assert.equal(typeof access.channel.name, 'string');
      await permissions.glance({ guildId: GUILD, channelId: CHANNEL, roleId: USER }, never());
      const found = await posts.find(CHANNEL, GUILD, json, Date.now(), 'nonce', never());
      for (const { kind } of [post, access, found]) kinds.add(kind);
      if (found.kind === 'found') assert.match(found.messageId, SNOWFLAKE);
      await posts.crosspost(CHANNEL, USER, never());
      await posts.tell(USER, json, 'nonce', never());
      assert.ok(!stage.lines.join('').includes(stage.discord.token));
    }),
    { ...runs(50), examples: [[GOOD]] },
  );
  for (const kind of ['posted', 'ok', 'found']) expect(kinds).toContain(kind);
});
