import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { parseLibraryCustomId } from '#src/progress/messages/library-custom-id.ts';
import type { LibraryCustomId } from '#src/progress/messages/library-custom-id.ts';

import { RA_API_KEY, start, theBareBot, theBot, theFloor } from './bots.ts';
import type { Bot, BotName, RunningBot } from './bots.ts';
import { addCrowd } from './crowd.ts';
import { person, press, progressCommand, sentTo } from './interactions.ts';
import { SiteActivity } from './site-activity.ts';
import { addPlayer } from './site-player.ts';
import { writeTracked } from './tracked.ts';

/** The site, and how to start each bot. */
export type Stage = {
  readonly site: LoopbackRetroAchievements;
  readonly bots: Readonly<Record<BotName, Bot>>;
  readonly activity: SiteActivity;
  /** The file that the bot starts with, empty the first time. For DATABASE_URL. */
  database(name: string): string;
  /** One in which this many players are tracked, including those who earn something on the site. */
  tracking(players: number): Promise<string>;
} & AsyncDisposable;

/** As many games as MaxMilyin has. */
const LIBRARY_SIZE = 1_287;
export const PLAYER = 'MaxMilyin';

/** Sets the stage: a site with one player, whose page the floor and the bare bot answer with. */
export async function setStage(): Promise<Stage> {
  const site = await startRetroAchievements({ apiKey: RA_API_KEY });
  addPlayer(site, PLAYER, LIBRARY_SIZE);
  addCrowd(site);
  const activity = new SiteActivity(site);
  const folder = await mkdtemp(join(tmpdir(), 'completionist-bench-'));
  const fileOf = (name: string) => join(folder, `${name}.db`);
  const database = (name: string) => `sqlite:${fileOf(name)}`;
  const bot = theBot(site.url, database('completionist'));
  await using running = await start(bot);
  const page = await cachedPage(running, PLAYER);
  const floor = theFloor(page.data, running.discord.commands);
  const bare = theBareBot(page.body, running.discord.commands);
  await expectPage(floor, page);
  await expectPage(bare, page);
  return {
    site,
    bots: { bot, floor, bare },
    activity,
    database,
    async tracking(players) {
      const name = `tracking-${players}`;
      if (!existsSync(fileOf(name)))
        await writeTracked(database(name), { players, known: activity.winners });
      return database(name);
    },
    async [Symbol.asyncDispose]() {
      await site.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Whether it answers with that page, both as a new message and as an edit. */
async function expectPage(bot: Bot, { data }: BotPage): Promise<void> {
  await using running = await start(bot);
  const answers = [
    await running.discord.ask(progressCommand(READER, PLAYER)),
    await running.discord.ask(press(READER, sentTo(READER, data), { customId: 'any' })),
  ];
  const pages = answers.map(({ body }) => callback.parse(JSON.parse(String(body))));
  if (
    !isDeepStrictEqual(pages, [
      { type: 4, data },
      { type: 7, data },
    ])
  )
    throw new Error(`The ${bot.name} sends another page`);
}

/** A page of the bot: what it sent, and the state that its buttons carry. */
export type BotPage = {
  /** The whole body of the request. */
  readonly body: Buffer;
  readonly data: { readonly embeds: unknown[]; readonly components: unknown[] };
  readonly state: LibraryCustomId;
};

const callback = z.object({
  type: z.number(),
  data: z.object({
    embeds: z.array(z.unknown()),
    components: z.tuple(
      [z.looseObject({ components: z.array(z.looseObject({ custom_id: z.string() })) })],
      z.unknown(),
    ),
  }),
});

/** The first page of a library that is completely in memory, in every order. */
export async function cachedPage(bot: RunningBot, playerName: string): Promise<BotPage> {
  const command = progressCommand(READER, playerName);
  await bot.discord.ask(command);
  let before = '';
  for (;;) {
    await delay(SETTLE_MS);
    const { body } = await bot.discord.ask(command);
    if (String(body) === before) return { ...readPage(body), body };
    before = String(body);
  }
}

/** Whoever asks. */
export const READER = person('reader');
const SETTLE_MS = 1_500;

function readPage(body: Buffer): Pick<BotPage, 'data' | 'state'> {
  const { data } = callback.parse(JSON.parse(String(body)));
  const state = parseLibraryCustomId(data.components[0].components[0]?.custom_id ?? '');
  if (!state) throw new Error('The bot answered without a library page');
  return { data, state };
}
