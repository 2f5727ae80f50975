import { EventEmitter } from 'node:events';

import type { Channel, DiscordMessage, Guild, Role, User } from './entities.ts';
import type { InteractionRecord } from './interactions.ts';
import { MEMBER_PERMISSIONS } from './permissions.ts';
import type { RegisteredCommand } from './registered-command.ts';
import { Snowflakes } from './snowflake.ts';

/** A rule of Discord, or of ours, that the bot broke. */
export type Violation = { kind: string; sentence: string; request: string };

export type RequestLogEntry = {
  method: string;
  /** Under `/api/v10`, with the interaction token hidden. */
  path: string;
  /** 0 if the connection was cut or left hanging. */
  status: number;
  body: unknown;
  files: { filename: string; size: number }[];
};

export type MessageEvent = {
  kind: 'created' | 'updated' | 'deleted';
  message: DiscordMessage;
  /** Who sees an ephemeral message. */
  visibleTo: string | undefined;
};

type InteractionEvent = {
  kind: 'dispatched' | 'acknowledged' | 'refused';
  interaction: InteractionRecord;
};

type GatewayEvent = {
  kind: 'identified' | 'resumed' | 'disconnected' | 'refused';
  shard: number | undefined;
};

export type DiscordEvents = {
  message: [MessageEvent];
  interaction: [InteractionEvent];
  request: [RequestLogEntry];
  commands: [readonly RegisteredCommand[]];
  gateway: [GatewayEvent];
  /** An event was sent to a shard, or waits for it. */
  dispatch: [{ event: string; shard: number }];
  violation: [Violation];
  /** Emitted after each of the others. */
  change: [];
};

export type Identity = { token: string; applicationId: string; botUser: User };

/** Discord's data: people, servers, channels. */
export class World {
  readonly events = new EventEmitter<DiscordEvents>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly users = new Map<string, User>();
  readonly violations: Violation[] = [];
  readonly requests: RequestLogEntry[] = [];
  /** Ids of people who block the bot's direct messages. */
  readonly closedToBot = new Set<string>();
  readonly ids: Snowflakes;
  readonly now: () => number;
  readonly identity: Identity;
  /** Where attachments are served, e.g. `http://127.0.0.1:1234`. */
  origin = '';

  constructor(identity: Identity, now: () => number) {
    this.identity = identity;
    this.now = now;
    this.ids = new Snowflakes(now);
    this.users.set(identity.botUser.id, identity.botUser);
    this.events.setMaxListeners(0);
  }

  announce<K extends Exclude<keyof DiscordEvents, 'change'>>(
    name: K,
    ...args: K extends keyof DiscordEvents ? DiscordEvents[K] : never
  ): void {
    const emitter: EventEmitter = this.events;
    emitter.emit(name, ...args);
    this.events.emit('change');
  }

  addUser(username: string, id = this.ids.next()): User {
    const user: User = {
      id,
      username,
      global_name: username,
      discriminator: '0',
      avatar: null,
      public_flags: 0,
    };
    this.users.set(id, user);
    return user;
  }

  /** Adds a server where the bot has an ordinary member's permissions. */
  addGuild(name: string, id = this.ids.next()): Guild {
    const { botUser } = this.identity;
    const owner = this.ids.next();
    const guild: Guild = {
      id,
      name,
      owner_id: owner,
      preferred_locale: 'en-US',
      features: [],
      roles: [roleOf(id, '@everyone', MEMBER_PERMISSIONS)],
      members: new Map(),
    };
    this.guilds.set(id, guild);
    this.join(guild, botUser);
    return guild;
  }

  join(guild: Guild, user: User, roles: string[] = []): void {
    const joined_at = this.timestamp();
    guild.members.set(user.id, { user, roles, nick: null, joined_at });
  }

  addRole(guild: Guild, name: string, permissions = 0n): Role {
    const role = roleOf(this.ids.next(), name, permissions);
    guild.roles.push(role);
    return role;
  }

  addChannel(guild: Guild, name: string, type = 0): Channel {
    const channel: Channel = {
      id: this.ids.next(),
      type,
      name,
      guild_id: guild.id,
      position: this.channels.size,
      permission_overwrites: [],
      parent_id: null,
      last_message_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      flags: 0,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Adds a thread (11 public, 12 private, 10 in announcements), or a post if the parent is a forum. */
  addThread(parent: Channel, name: string, type = parent.type === 5 ? 10 : 11): Channel {
    const now = this.timestamp();
    const thread: Channel = {
      id: this.ids.next(),
      type,
      name,
      ...(parent.guild_id === undefined ? {} : { guild_id: parent.guild_id }),
      parent_id: parent.id,
      owner_id: this.ids.next(),
      last_message_id: null,
      rate_limit_per_user: 0,
      flags: 0,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      thread_metadata: {
        archived: false,
        locked: false,
        auto_archive_duration: 1440,
        archive_timestamp: now,
        create_timestamp: now,
      },
    };
    // A thread takes its channel's overwrites and doesn't send them.
    Object.defineProperty(thread, 'permission_overwrites', {
      get: () => parent.permission_overwrites,
    });
    this.channels.set(thread.id, thread);
    return thread;
  }

  /** Deletes a channel and its threads. */
  removeChannel(channel: Channel): void {
    for (const { id, parent_id } of this.channels.values()) {
      if (id === channel.id || parent_id === channel.id) this.channels.delete(id);
    }
  }

  /** Removes the bot from a server. */
  throwOutBot(guild: Guild): void {
    guild.members.delete(this.identity.botUser.id);
  }

  /** A person's direct messages with the bot (type 1), or a group with others (type 3). */
  directChannel(user: User, type: 1 | 3 = 1): Channel {
    const known = [...this.channels.values()].find(
      (channel) => channel.type === type && channel.recipients?.some(({ id }) => id === user.id),
    );
    if (known !== undefined) return known;
    const id = this.ids.next();
    const channel: Channel = { id, type, recipients: [user], last_message_id: null, flags: 0 };
    this.channels.set(id, channel);
    return channel;
  }

  guildOf(channel: Channel): Guild | undefined {
    return channel.guild_id === undefined ? undefined : this.guilds.get(channel.guild_id);
  }

  timestamp(): string {
    return new Date(this.now()).toISOString().replace('Z', '000+00:00');
  }
}

function roleOf(id: string, name: string, permissions: bigint): Role {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}
