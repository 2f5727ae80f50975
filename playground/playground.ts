import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';
import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';

import { Actions } from './actions.ts';
import { dripAwards } from './award-drip.ts';
import { botEnvironment, withClock } from './bot-environment.ts';
import { BotSupervisor } from './bot-supervisor.ts';
import { PlaygroundClock } from './clock.ts';
import { discordFaults } from './discord-faults.ts';
import { DiscordLanguage, LOCALES } from './discord-language.ts';
import { FaultSwitches } from './faults.ts';
import { openServer } from './first-day.ts';
import { listenFrom } from './free-port.ts';
import { commandViews, offeredCommands } from './offered-commands.ts';
import type { LogLineView, Snapshot } from './page/wire.ts';
import { RequestLog } from './request-log.ts';
import { SamplePlayers } from './sample-site.ts';
import { siteFaults } from './site-faults.ts';
import { channelViews, peopleViews } from './stage-views.ts';
import { setStage } from './stage.ts';
import { Timeline } from './timeline.ts';
import { Updates } from './updates.ts';
import { createWebServer } from './web-server.ts';

export type PlaygroundOptions = {
  /** The next free port from here on. Default: any. */
  readonly port?: number;
  /** False: other players earn nothing. */
  readonly drip?: boolean;
  /** Added to the bot's environment. */
  readonly botEnvironment?: Readonly<Record<string, string>>;
};

export type Playground = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  readonly discord: Awaited<ReturnType<typeof startDiscord>>;
  readonly site: Awaited<ReturnType<typeof startRetroAchievements>>;
  readonly bot: BotSupervisor;
  /** The end of the bot's log. */
  readonly log: readonly string[];
};

const API_KEY = 'loopbackkey0000000000000000000000';
/** Discord's own limit for a first response. */
const PATIENCE_MS = 3000;
const LOG_LIMIT = 300;

/** Starts both services, the page, and the bot. The page works at once, while the bot is starting. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  await using starting = new AsyncDisposableStack();
  const log: LogLineView[] = [];
  const updates = starting.use(new Updates(() => snapshot()));
  const requests = new RequestLog(updates.send);
  const clock = new PlaygroundClock();
  const discord = starting.use(await startDiscord({ patienceMs: PATIENCE_MS, clock }));
  const site = starting.use(
    await startRetroAchievements({ apiKey: API_KEY, onRequest: requests.site, clock }),
  );

  const stage = setStage(discord);
  const timeline = new Timeline(discord, updates.send);
  const players = new SamplePlayers(site, clock.now(), () => tell({ players: players.views }));
  const faults = new FaultSwitches([...siteFaults(site), ...discordFaults(discord, stage)]);
  if (options.drip ?? true) starting.use(dripAwards(site));

  const web = createWebServer(() => ({ updates, actions, timeline, players }));
  const port = await listenFrom(web, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  starting.defer(() => {
    web.close();
    web.closeAllConnections();
  });

  const data = await mkdtemp(join(tmpdir(), 'completionist-playground-'));
  starting.defer(() => rm(data, { recursive: true, force: true }));
  const bot = new BotSupervisor({
    discord,
    raUrl: site.url,
    env: () =>
      withClock({ ...botEnvironment(data, url), ...options.botEnvironment }, clock.aheadMs),
    onChange: (view) => tell({ bot: view }),
    onLog: (line) => {
      log.push(line);
      log.splice(0, log.length - LOG_LIMIT);
      updates.send({ kind: 'log', line });
    },
  });
  starting.defer(() => bot.stop());
  const language = new DiscordLanguage(discord, stage);
  const actions = new Actions({ discord, stage, timeline, players, faults, bot, clock, language });

  const tell = (part: Partial<Snapshot>) => updates.send({ kind: 'set', part });
  const commands = () => ({
    commands: commandViews(discord.commands, language.locale),
    offered: offeredCommands(discord, stage),
  });
  const violations = () =>
    discord.violations.map(({ sentence, request }) => `${request}: ${sentence}`);
  const snapshot = (): Snapshot => ({
    serverName: discord.guild.name,
    locale: language.locale,
    locales: LOCALES,
    bot: bot.view,
    people: peopleViews(stage),
    channels: channelViews(stage, discord.botUser.username),
    roles: discord.guild.roles.map(({ id, name }) => ({ id, name })),
    ...commands(),
    messages: timeline.views,
    players: players.views,
    faults: faults.views,
    requests: requests.views,
    log,
    violations: violations(),
    aheadMs: clock.aheadMs,
  });
  discord.events.on('request', requests.discord);
  discord.events.on('commands', () => tell(commands()));
  discord.events.on('gateway', () => tell({ bot: bot.view }));
  discord.events.on('violation', () => tell({ violations: violations() }));
  language.onChange = () => tell({ locale: language.locale, ...commands() });
  clock.onChange = () => tell({ aheadMs: clock.aheadMs });
  faults.onChange = () => tell({ faults: faults.views, ...commands() });

  void openServer(bot, stage, discord, players);
  const resources = starting.move();
  return {
    url,
    port,
    discord,
    site,
    bot,
    get log() {
      return log.map(({ text }) => text);
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}
