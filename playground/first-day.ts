import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';

import type { BotSupervisor } from './bot-supervisor.ts';
import type { SamplePlayers } from './sample-site.ts';
import type { Stage } from './stage.ts';

/** The account of the third person. */
const NOAS_ACCOUNT = 'Completionist10k';

/** Tracked from the start. Completionist10k is left for people who try `/announcements track`. */
const TRACKED = ['MaxMilyin', 'NewLeaf', 'SofterTimes', 'NoGamesYet'];

/**
 * Starts the bot, then uses its own commands as people do on the first day: the manager sets up announcements, a
 * member links an account, and somebody looks at every player. It stops at the first failure, such as a fault that is on.
 */
export async function openServer(
  bot: BotSupervisor,
  stage: Stage,
  discord: LoopbackDiscord,
  players: SamplePlayers,
): Promise<void> {
  await bot.start();
  try {
    // The bot connects before it registers its commands.
    await discord.waitFor(() => discord.commands.length > 0);
    await setUpAnnouncements(stage);
    await linkAccount(stage, players);
    await lookAtPlayers(discord, players);
  } catch {
    // The channel shows how far it got.
  }
}

async function setUpAnnouncements({ manager, announcements, fans }: Stage): Promise<void> {
  const use = { where: announcements };
  const options = { channel: announcements, role: fans };
  await (await manager.command('announcements setup', options, use)).answer();
  for (const user of TRACKED) {
    await (await manager.command('announcements track', { user }, use)).answer();
  }
}

/** Noa verifies an account, and puts the motto back. */
async function linkAccount({ linked, channels }: Stage, players: SamplePlayers): Promise<void> {
  const { ulid, motto } = players.named(NOAS_ACCOUNT);
  const use = { where: channels.at(-1) ?? 'dm' } as const;
  const said = await (await linked.command('link', { user: NOAS_ACCOUNT }, use)).answer();
  players.setMotto(ulid, /CPL-\w+/.exec(said.content)?.[0] ?? '');
  const checked = await linked.click(said, 'Check');
  await checked.until(({ content }) => content.includes('verified'));
  players.setMotto(ulid, motto);
}

/** The bot suggests players whom somebody looked at. Alex does so in a direct message, which the page doesn't show. */
async function lookAtPlayers(discord: LoopbackDiscord, { views }: SamplePlayers): Promise<void> {
  const alex = discord.person('Alex');
  for (const { name } of views) {
    await (await alex.command('progress', { user: name }, { where: 'dm' })).answer();
  }
}
