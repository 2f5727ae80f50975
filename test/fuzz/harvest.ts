import type { Channel, DiscordMessage } from '#loopback/discord/entities.ts';
import { withInner } from '#loopback/discord/judge/component-rules.ts';
import { inputsOf } from '#loopback/discord/judge/reply-rules.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import type { Stage } from '#test/e2e/stage.ts';

/** A component that the bot once sent. */
export type Found = {
  readonly customId: string;
  readonly message: DiscordMessage | undefined;
  /** A menu's values; a modal's inputs. */
  readonly values: readonly string[];
};

export type Harvest = {
  readonly components: readonly Found[];
  readonly modals: readonly Found[];
  readonly channel: Channel;
  readonly owner: Person;
  readonly players: readonly string[];
};

/** Uses every command, and presses what opens a modal. */
export async function harvest(stage: Stage): Promise<Harvest> {
  const { discord } = stage;
  const channel = discord.generalChannel;
  const owner = discord.person('owner', { permissions: Permission.ManageGuild });
  const players = ['Fuzzy', 'Other', 'Nobody', 'Empty'];
  stage.addPlayer('Fuzzy', 45);
  stage.addPlayer('Other', 30);
  stage.addPlayer('Empty', 0);
  const more = Array.from({ length: 30 }, (_, n) => stage.addPlayer(`Player${n}`, 12, 5).name);
  const messages: DiscordMessage[] = [];
  const use = async (name: string, values: OptionValues = {}) => {
    const shown = await owner.command(name, values);
    messages.push(await shown.answer());
  };
  await use('announcements setup', { channel });
  await use('announcements track', { channel, user: more.slice(0, 20).join(' ') });
  await use('announcements track', { channel, user: more.slice(20).join(' ') });
  for (const name of ['list', 'status', 'invite', 'remove']) {
    await use(`announcements ${name}`, { channel });
  }
  await use('link', { user: 'Fuzzy' });
  for (const name of ['privacy', 'leaderboard', 'help', 'about']) await use(name);
  await use('game', { title: 'a' });
  await use('compare', { user: 'Fuzzy', other: 'Other' });
  for (const name of ['progress', 'random', 'stats']) await use(name, { user: 'Fuzzy' });
  messages.push(...discord.messagesIn(channel));
  const components = messages.flatMap(componentsOf);
  const modals: Found[] = [];
  for (const { customId, message } of components) {
    if (!message) continue;
    const { interaction } = await owner.rawComponent({ customId, message });
    const { modal } = interaction;
    if (!modal) continue;
    const values = inputsOf(modal).flatMap((input) => input.custom_id ?? []);
    modals.push({ customId: modal.custom_id, message, values });
  }
  const all = [...components, ...writtenByHand(channel)];
  return { components: all, modals, channel, owner, players };
}

function componentsOf(message: DiscordMessage): readonly Found[] {
  return message.components
    .flatMap(withInner)
    .flatMap(({ custom_id: customId, options = [] }) =>
      customId === undefined
        ? []
        : [{ customId, message, values: options.map(({ value }) => value) }],
    );
}

/** Those that the commands above don't lead to. */
function writtenByHand({ id }: Channel): readonly Found[] {
  const channelId = BigInt(id).toString(36);
  const ids = [
    `d1:0::abc:1`,
    `d1:1:1:abc:1`,
    `m1:0:1:${channelId}:${channelId}:1`,
    `i1:2:1:${channelId}:01HZZZZZZZZZZZZZZZZZZZZZZZ`,
  ];
  return ids.map((customId) => ({ customId, message: undefined, values: [] }));
}
