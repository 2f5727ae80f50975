import { describe, expect, it } from 'vitest';

import { encodeTakeAlongCustomId } from '#src/announcements/messages/custom-ids.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';

import { fine, GUILD, HERE, NEWS, startManagement, THREAD } from './stage.ts';

type Stage = ReturnType<typeof startManagement>;

const GONE: ChannelAccess = { kind: 'unknown' };

/** #news is deleted. Its feed may know. */
function deleteNews({ channels }: Stage, answer: ChannelAccess = GONE): void {
  channels.answer = ({ channelId }) => (channelId === NEWS.id ? answer : fine(channelId));
}

const DELETED = 'ℹ️ The deleted channel <#91> still has';

describe('/announcements setup in a server with a deleted channel', () => {
  it.each([true, false])(
    'offers to move its players, whether the bot knew about it (%s) or notices now',
    async (isKnown) => {
      const stage = startManagement();
      const { use, click, has, memory, services } = stage;
      const feed = await has(NEWS, ['Amy', 'Bob']);
      if (isKnown) await services.management.pause(feed, 'unknownChannel');
      deleteNews(stage);
      memory.health = { ...memory.health, dueCount: 3 };
      const { text, buttons } = await use('setup', { channel: HERE.id });
      expect(text).toContain(`${DELETED} 2 tracked players. You can move them here.`);
      expect(buttons.map(({ label }) => label)).toEqual([
        'Move 2 players here',
        'See deleted channel’s players',
      ]);
      const taken = await click(buttons[0]?.custom_id ?? '');
      expect(taken).toMatchObject({
        type: 7,
        text: 'Moved 2 players to <#90>.\nTheir 3 waiting awards were moved, too.',
        buttons: [],
      });
      expect([...memory.feeds.keys()]).toEqual([HERE.id]);
      expect(memory.players.get(HERE.id)?.map(({ name }) => name)).toEqual(['Amy', 'Bob']);
    },
  );

  it('shows its players, and how to stop tracking all of them', async () => {
    const stage = startManagement();
    await stage.services.management.pause(await stage.has(NEWS, ['Amy']), 'unknownChannel');
    deleteNews(stage);
    const { buttons } = await stage.use('setup', { channel: HERE.id });
    const { text } = await stage.click(buttons[1]?.custom_id ?? '');
    expect(text).toContain('[Amy]');
    expect(text).toContain('use </announcements remove:5>');
  });

  it('offers nothing for channels that exist, track nobody, or can’t be seen', async () => {
    const stage = startManagement();
    const { use, has, services, channels } = stage;
    await has(NEWS, ['Amy']);
    await services.management.pause(await has(THREAD), 'unknownChannel');
    for (const answer of [fine(NEWS.id), { kind: 'noAccess' }, { kind: 'unavailable' }] as const) {
      deleteNews(stage, answer);
      const { text, buttons } = await use('setup', { channel: HERE.id });
      expect(text).not.toContain('deleted channel');
      expect(buttons).toEqual([]);
    }
    expect(channels.asked.some(({ channelId }) => channelId === THREAD.id)).toBe(false);
  });

  it('says how many players didn’t fit', async () => {
    const stage = startManagement();
    const { use, click, has, memory } = stage;
    await has(NEWS, ['Amy']);
    deleteNews(stage);
    memory.leftCount = 7;
    const { buttons } = await use('setup', { channel: HERE.id });
    expect((await click(buttons[0]?.custom_id ?? '')).text).toContain(
      '⚠️ 7 players didn’t fit: the limit is 500.',
    );
  });
});

/** Of a button that was shown before. */
const take = (createdAt: number, to = HERE.id) =>
  encodeTakeAlongCustomId({ action: 'take', ownerId: '1', from: NEWS.id, to, createdAt });

async function openTwo(answer: ChannelAccess = GONE) {
  const stage = startManagement();
  await stage.has(HERE);
  const { createdAt } = await stage.has(NEWS, ['Amy']);
  deleteNews(stage, answer);
  return { ...stage, createdAt };
}

describe('the button that moves players', () => {
  it('does nothing for someone who can’t manage the server anymore', async () => {
    const { click, memory, createdAt } = await openTwo();
    const { text } = await click(take(createdAt), { permissions: 0n });
    expect(text).toMatch(/^You need the \*\*Manage Server\*\* permission/);
    expect(memory.players.get(NEWS.id)).toHaveLength(1);
  });

  it('does nothing in another server', async () => {
    const { click, memory, createdAt } = await openTwo();
    await click(take(createdAt), { guildId: `${GUILD}7` });
    expect(memory.players.get(NEWS.id)).toHaveLength(1);
  });

  it.each<[ChannelAccess, RegExp]>([
    [fine(NEWS.id), /^<#91> hasn’t been deleted, so its players stay there\.$/],
    [{ kind: 'noAccess' }, /^<#91> hasn’t been deleted/],
    [{ kind: 'unavailable' }, /^I couldn’t check my permissions there\./],
  ])('leaves players alone if their channel exists after all (%o)', async (answer, sentence) => {
    const { click, memory, createdAt } = await openTwo(answer);
    expect((await click(take(createdAt))).text).toMatch(sentence);
    expect(memory.players.get(NEWS.id)).toHaveLength(1);
  });

  it('says if nobody is left to move, or the channel was set up again', async () => {
    const { click, memory, createdAt } = await openTwo();
    const sentence = /^These players were already moved or removed\./;
    expect((await click(take(createdAt + 1))).text).toMatch(sentence);
    memory.feeds.delete(NEWS.id);
    expect((await click(take(createdAt))).text).toMatch(sentence);
  });

  it('says if the target channel no longer has announcements', async () => {
    const { click, memory, createdAt } = await openTwo();
    memory.feeds.delete(HERE.id);
    expect((await click(take(createdAt))).text).toMatch(/^<#90> doesn’t have announcements\./);
    expect(memory.players.get(NEWS.id)).toHaveLength(1);
  });
});

async function openBeside() {
  const stage = startManagement();
  await stage.has(HERE, ['Max']);
  await stage.services.management.pause(await stage.has(NEWS, ['Amy']), 'unknownChannel');
  deleteNews(stage);
  return stage;
}

describe('a deleted channel beside another one', () => {
  it('is offered under the list of the other one', async () => {
    const { use } = await openBeside();
    const { text, buttons } = await use('list');
    expect(text).toContain('[Max]');
    expect(buttons.map(({ label }) => label)).toEqual([
      'Move 1 player here',
      'See deleted channel’s players',
    ]);
  });

  it.each(['amy', 'amy nobody'])(
    'has its players untracked even if it isn’t chosen (%s)',
    async (user) => {
      const { use, memory } = await openBeside();
      expect((await use('untrack', { user })).text).toContain('Stopped tracking **Amy**');
      expect(memory.players.get(NEWS.id)).toEqual([]);
      expect(memory.players.get(HERE.id)).toHaveLength(1);
    },
  );
});
