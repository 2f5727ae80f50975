import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';

import type { BotSupervisor } from './bot-supervisor.ts';
import type { Stage } from './stage.ts';

/** Whose games are announced from the beginning. The one with the largest library is left for whoever tries `track`. */
const TRACKED = ['MaxMilyin', 'NewLeaf', 'SofterTimes', 'NoGamesYet'];

/**
 * Starts the bot, and sets announcements up as a manager does on the first day: with the bot's own commands, whose answers
 * the manager sees in the channel. Where one comes to nothing, because a fault is on for example, the rest is left to
 * whoever is the manager.
 */
export async function openServer(
  bot: BotSupervisor,
  { manager, announcements, fans }: Stage,
  discord: LoopbackDiscord,
): Promise<void> {
  const use = { where: announcements };
  const options = { channel: announcements, role: fans };
  await bot.start();
  try {
    // The bot is connected before Discord has its commands.
    await discord.waitFor(() => discord.commands.length > 0);
    await (await manager.command('announcements setup', options, use)).answer();
    for (const user of TRACKED) {
      await (await manager.command('announcements track', { user }, use)).answer();
    }
  } catch {
    // What there is to see of it stands in the channel.
  }
}
