import type { Channel, DiscordMessage } from '#loopback/discord/entities.ts';
import { withInner } from '#loopback/discord/judge/component-rules.ts';
import { inputsOf } from '#loopback/discord/judge/reply-rules.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import type { Stage } from '#test/e2e/stage.ts';

import { furnish, MORE_PLAYERS } from './furnish.ts';
import type { Furniture } from './furnish.ts';

/** A component that the bot once sent. */
export type Found = {
  readonly customId: string;
  readonly message: DiscordMessage | undefined;
  /** A menu's values; a modal's inputs. */
  readonly values: readonly string[];
  /** Whether a red button says that something will be gone. */
  readonly isRed?: boolean;
};

/** Discord's button style for what is gone afterwards. */
const RED = 4;

export type Harvest = Furniture & {
  readonly components: readonly Found[];
  readonly modals: readonly Found[];
  readonly players: readonly string[];
};

/**
 * Uses every command, and presses what might open a modal. The server has feeds, awards that wait, members on its leaderboard,
 * and somebody who is never announced.
 */
export async function harvest(stage: Stage): Promise<Harvest> {
  const { discord } = stage;
  const channel = discord.generalChannel;
  const owner = discord.person('owner', { permissions: Permission.ManageGuild });
  const players = ['Fuzzy', 'Other', 'Nobody', 'Empty'];
  stage.addPlayer('Fuzzy', 45);
  stage.addPlayer('Other', 30);
  stage.addPlayer('Empty', 0);
  for (let n = 0; n < MORE_PLAYERS; n += 1) stage.addPlayer(`Player${n}`, 12, 5);
  const quiet = discord.person('quiet');
  const furniture = { owner, quiet, channel, weekly: discord.channel('weekly') };
  stage.addPlayer('Quiet', 10);
  await furnish(stage, furniture);
  const messages: DiscordMessage[] = [];
  const use = async (name: string, values: OptionValues = {}) => {
    const shown = await owner.command(name, values);
    messages.push(await shown.answer());
  };
  for (const name of ['list', 'status', 'invite', 'remove']) {
    await use(`announcements ${name}`, { channel });
  }
  const newcomer = await discord.person('newcomer').command('link', { user: 'Other' });
  messages.push(await newcomer.answer());
  await use('link', { user: 'Other' });
  for (const name of ['privacy', 'leaderboard', 'help', 'about']) await use(name);
  await use('game', { title: 'a' });
  await use('compare', { user: 'Fuzzy', other: 'Other' });
  for (const name of ['progress', 'random', 'stats']) await use(name, { user: 'Fuzzy' });
  messages.push(...discord.messagesIn(channel));
  const components = messages.flatMap(componentsOf);
  const modals: Found[] = [];
  for (const { customId, message, isRed } of components) {
    if (!message || isRed === true) continue;
    const { interaction } = await owner.rawComponent({ customId, message });
    const { modal } = interaction;
    if (!modal) continue;
    const values = inputsOf(modal).flatMap((input) => input.custom_id ?? []);
    modals.push({ customId: modal.custom_id, message, values });
  }
  await furnish(stage, furniture);
  const all = [...components, ...writtenByHand(channel)];
  return { ...furniture, components: all, modals, players };
}

function componentsOf(message: DiscordMessage): readonly Found[] {
  return message.components
    .flatMap(withInner)
    .flatMap(({ custom_id: customId, options = [], style }) =>
      customId === undefined
        ? []
        : [{ customId, message, values: options.map(({ value }) => value), isRed: style === RED }],
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
