import { REST } from '@discordjs/rest';
import { type SessionInfo, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayReadyDispatchData,
  Routes,
} from 'discord-api-types/v10';

import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';

const noPings = { parse: [] };

/** A bot of a few lines: what it does with an interaction is up to the test. */
export class ScriptBot implements AsyncDisposable {
  readonly rest: REST;
  readonly sockets: WebSocketManager;
  readonly ready: GatewayReadyDispatchData[] = [];
  readonly interactions: APIInteraction[] = [];
  readonly errors: unknown[] = [];
  resumes = 0;
  handle: (interaction: APIInteraction) => Promise<unknown> = async () => undefined;

  constructor(discord: LoopbackDiscord) {
    const { token } = discord;
    const sessions = new Map<number, SessionInfo>();
    this.rest = new REST({ version: '10', api: discord.apiUrl, retries: 3 }).setToken(token);
    this.sockets = new WebSocketManager({
      token,
      intents: 0,
      rest: this.rest,
      // The library keeps its sessions for the whole process, and waits five seconds between two identifies.
      retrieveSessionInfo: (shard) => sessions.get(shard) ?? null,
      updateSessionInfo: (shard, session) =>
        void (session ? sessions.set(shard, session) : sessions.delete(shard)),
      buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }),
    });
    this.sockets.on(WebSocketShardEvents.Ready, (data) => this.ready.push(data));
    this.sockets.on(WebSocketShardEvents.Resumed, () => (this.resumes += 1));
    this.sockets.on(WebSocketShardEvents.Error, (error) => this.errors.push(error));
    this.sockets.on(WebSocketShardEvents.Dispatch, (payload) => {
      if (payload.t !== GatewayDispatchEvents.InteractionCreate) return;
      this.interactions.push(payload.d);
      this.handle(payload.d).catch((error: unknown) => this.errors.push(error));
    });
  }

  callback({ id, token }: APIInteraction, body: unknown, query?: URLSearchParams) {
    return this.rest.post(Routes.interactionCallback(id, token), {
      body,
      auth: false,
      ...(query ? { query } : {}),
    });
  }

  reply(interaction: APIInteraction, data: Record<string, unknown>) {
    return this.callback(interaction, { type: 4, data: { allowed_mentions: noPings, ...data } });
  }

  update(interaction: APIInteraction, data: Record<string, unknown>) {
    return this.callback(interaction, { type: 7, data: { allowed_mentions: noPings, ...data } });
  }

  edit({ application_id, token }: APIInteraction, data: Record<string, unknown>) {
    const body = { allowed_mentions: noPings, ...data };
    return this.rest.patch(Routes.webhookMessage(application_id, token), { body, auth: false });
  }

  followUp({ application_id, token }: APIInteraction, data: Record<string, unknown>) {
    const body = { allowed_mentions: noPings, ...data };
    return this.rest.post(Routes.webhook(application_id, token), { body, auth: false });
  }

  /** Deletes the first response. */
  remove({ application_id, token }: APIInteraction) {
    return this.rest.delete(Routes.webhookMessage(application_id, token), { auth: false });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sockets.destroy();
    this.rest.clearHashSweeper();
    this.rest.clearHandlerSweeper();
  }
}

export const PROGRESS = {
  name: 'progress',
  description: 'A library',
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  options: [
    { type: 3, name: 'user', description: 'Who', autocomplete: true },
    {
      type: 3,
      name: 'status',
      description: 'Which games',
      choices: [{ name: 'Mastered', value: 'mastered' }],
    },
    { type: 5, name: 'private', description: 'Only for you', required: false },
  ],
};

/** Connects the bot and registers `/progress` and what else is given. */
export async function startScriptBot(
  discord: LoopbackDiscord,
  commands: readonly unknown[] = [PROGRESS],
): Promise<ScriptBot> {
  const bot = new ScriptBot(discord);
  await bot.rest.put(Routes.applicationCommands(discord.applicationId), { body: commands });
  await bot.sockets.connect();
  await discord.ready();
  return bot;
}
