import { createServer, type Server } from 'node:http';

import type { Discord } from './api.ts';
import type { Channel, DiscordMessage, Guild, User } from './entities.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { Interactions } from './interactions.ts';
import { Judge } from './judge/judge.ts';
import { SpecSchemas } from './judge/spec-schemas.ts';
import { Messages } from './messages.ts';
import { Nonces } from './nonces.ts';
import { Person, type PersonOptions } from './people/person.ts';
import type { RateLimit } from './rate-limits.ts';
import { CommandRegistry, type RegisteredCommand } from './registered-command.ts';
import { RestServer } from './rest-server.ts';
import { PATIENCE_MS, type Probe, waitForChange } from './wait.ts';
import { messageBody } from './wire.ts';
import { World } from './world.ts';

export type LoopbackOptions = {
  token?: string;
  applicationId?: string;
  /** Default: any free port. */
  port?: number;
  /** False turns the judge off. */
  judge?: boolean;
  /** Recommended by `GET /gateway/bot`. */
  shards?: number;
  maxConcurrency?: number;
  /** Times the 3-second and 15-minute limits and nonces. */
  clock?: { now(): number };
  /** Messages that a channel accepts in a period. Default: no limit. */
  postLimit?: RateLimit;
  /** How long waits may take, in real ms. */
  patienceMs?: number;
};

const APPLICATION_ID = '1100000000000000001';
const GUILD_ID = '1100000000000000002';

/** A token shaped like Discord's: application id, time, secret. */
function tokenOf(applicationId: string): string {
  const id = Buffer.from(applicationId).toString('base64url');
  return [id, 'Loopbk', 'not-a-secret'.padEnd(38, '0')].join('.');
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts Discord on 127.0.0.1 with one server and one channel. */
export async function startDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const applicationId = options.applicationId ?? APPLICATION_ID;
  const token = options.token ?? tokenOf(applicationId);
  const clock = options.clock ?? { now: () => Date.now() };
  const botUser: User = {
    id: applicationId,
    username: 'Completionist',
    global_name: null,
    discriminator: '0',
    avatar: null,
    bot: true,
    public_flags: 0,
  };
  const world = new World({ token, applicationId, botUser }, () => clock.now());
  const commands = new CommandRegistry(world);
  const { shards = 1, maxConcurrency = 16 } = options;
  const discord: Discord = {
    world,
    commands,
    interactions: new Interactions(world),
    messages: new Messages(world),
    nonces: new Nonces(world),
    gateway: new Gateway(world, commands, { shards, maxConcurrency }),
    judge: new Judge(world, options.judge === false ? undefined : await SpecSchemas.load()),
  };
  const loopback = new LoopbackDiscord(discord, options);
  await loopback.listen(options.port ?? 0);
  return loopback;
}

/** Discord on loopback, for tests, benchmarks, and the playground. */
export class LoopbackDiscord {
  readonly faults = new Faults();
  readonly guild: Guild;
  readonly generalChannel: Channel;
  readonly #discord: Discord;
  readonly #patienceMs: number;
  readonly #server: Server;

  constructor(discord: Discord, { patienceMs = PATIENCE_MS, postLimit }: LoopbackOptions) {
    this.#discord = discord;
    this.#patienceMs = patienceMs;
    const rest = new RestServer(discord, this.faults, postLimit);
    this.#server = createServer((request, response) => void rest.handle(request, response));
    // Never cuts a client's idle connection between requests.
    this.#server.keepAliveTimeout = 0;
    this.#server.on('upgrade', (request, socket, head) =>
      discord.gateway.upgrade(request, socket, head),
    );
    this.guild = discord.world.addGuild('Retro Lounge', GUILD_ID);
    this.generalChannel = discord.world.addChannel(this.guild, 'general');
  }

  async listen(port: number): Promise<void> {
    const bound = await listen(this.#server, port);
    this.#discord.world.origin = `http://127.0.0.1:${bound}`;
    this.#discord.gateway.url = `ws://127.0.0.1:${bound}`;
  }

  get origin(): string {
    return this.#discord.world.origin;
  }

  /** For DISCORD_API_URL: the bot appends `/v10`. */
  get apiUrl(): string {
    return `${this.origin}/api`;
  }

  get token(): string {
    return this.#discord.world.identity.token;
  }

  get applicationId(): string {
    return this.#discord.world.identity.applicationId;
  }

  get botUser(): User {
    return this.#discord.world.identity.botUser;
  }

  get world(): World {
    return this.#discord.world;
  }

  get gateway(): Gateway {
    return this.#discord.gateway;
  }

  get events(): World['events'] {
    return this.#discord.world.events;
  }

  get violations(): World['violations'] {
    return this.#discord.world.violations;
  }

  get requests(): World['requests'] {
    return this.#discord.world.requests;
  }

  /** The registered global commands. */
  get commands(): readonly RegisteredCommand[] {
    return this.#discord.commands.registered();
  }

  /** How often the bot registered commands. */
  get commandWrites(): number {
    return this.#discord.commands.writes;
  }

  /** Resolves when the bot's shards (default: all) are connected and its commands were read or written. */
  async ready(shards?: readonly number[]): Promise<void> {
    await this.waitFor(() => this.gateway.isReady(shards), 'The bot did not become ready');
  }

  /** Calls `probe` after every change and resolves with its first value that isn't undefined or false. */
  waitFor<T>(probe: Probe<T>, what = 'It never happened'): Promise<T> {
    return waitForChange(this.events, probe, () => `${what}: ${this.#seen()}`, this.#patienceMs);
  }

  #seen(): string {
    const requests = this.requests
      .slice(-10)
      .map(({ method, path, status }) => `${status} ${method} ${path}`);
    const sessions = this.gateway.connected().map(({ shard, count }) => `${shard}/${count}`);
    return JSON.stringify({ sessions, requests, violations: this.violations.slice(-5) });
  }

  person(name: string, options: PersonOptions = {}): Person {
    const user = this.world.addUser(name);
    this.world.join(this.guild, user);
    const setting = { home: this.generalChannel, patienceMs: this.#patienceMs };
    return new Person(this.#discord, user, setting, options);
  }

  /** Adds a channel to the server: type 0 text, 5 announcements. */
  channel(name: string, type = 0, guild = this.guild): Channel {
    return this.world.addChannel(guild, name, type);
  }

  /** Adds a thread to a channel, or a post to a forum (type 15). */
  thread(name: string, parent = this.generalChannel): Channel {
    return this.world.addThread(parent, name);
  }

  /** Forgets nonces, as Discord does after a few minutes: a repeat is a new message. */
  forgetNonces(): void {
    this.#discord.nonces.forgetAll();
  }

  /** Deletes a message, as a moderator would. */
  deleteMessage(id: string): void {
    this.#discord.messages.delete(id);
  }

  /** A message by its id, even an ephemeral one. */
  message(id: string): DiscordMessage | undefined {
    return this.#discord.messages.get(id);
  }

  /** A channel's public messages, oldest first. */
  messagesIn(channel: Channel): readonly DiscordMessage[] {
    return this.#discord.messages.in(channel.id);
  }

  /** Adds a message that the bot sent before this run. */
  remember(
    body: unknown,
    { channel = this.generalChannel, by }: { channel?: Channel; by?: Person } = {},
  ): DiscordMessage {
    const id = this.world.ids.next();
    const user = by?.user ?? this.world.addUser('somebody');
    const owners = channel.guild_id === undefined ? { 0: '0' } : { 0: channel.guild_id };
    return this.#discord.messages.create({
      channelId: channel.id,
      author: this.botUser,
      body: messageBody.parse(body),
      files: [],
      metadata: { id, type: 2, user, authorizing_integration_owners: owners },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.gateway.close();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }
}
