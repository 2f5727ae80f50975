import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';

import { announcements as command } from '#commands/announcements.ts';
import type { AnnouncementServices, Channels } from '#commands/services.ts';
import type { SampleOutcome } from '#src/announcements/posting/post-sample.ts';
import type { AccessRequest, ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import type { People } from '#src/people/people.ts';
import { createRecentPlayers } from '#src/progress/recent-players.ts';
import { openPeople } from '#test/commands/run-command.ts';
import {
  clickOf,
  modalOf,
  subcommandOf,
  typingInSubcommandOf,
} from '#test/discord/interactions/interactions.ts';
import { createRecordingApi } from '#test/discord/interactions/recording-api.ts';
import { createLibraryStack, createScriptedSite, maxMilyin } from '#test/progress/scripted-site.ts';

import { answered, suggested } from './answered.ts';
import type { Answered } from './answered.ts';
import { createMemoryManagement } from './memory-management.ts';

export const GUILD = '9';
/** The channel in which the manager writes, and others. */
export const HERE = { id: '90', name: 'general', type: 0 };
export const NEWS = { id: '91', name: 'news', type: 5 };
export const THREAD = { id: '92', name: 'retro talk', type: 11, parent_id: '90' };
export const FORUM = { id: '93', name: 'forum', type: 15 };
export const VOICE = { id: '94', name: 'voice', type: 2 };
export const RETRO = { id: '400', name: 'Retro', mentionable: true };
export const EVERYONE = { id: GUILD, name: '@everyone', mentionable: false };
const chosen = { channels: [HERE, NEWS, THREAD, FORUM, VOICE], roles: [RETRO, EVERYONE] };

const MANAGE_SERVER = 32n;

/** Who asks, and where; a manager in #general where left out. */
export type Asker = {
  readonly permissions?: bigint;
  readonly guildId?: string;
  readonly channel?: { readonly id: string; readonly type: number };
};

type Options = Readonly<Record<string, unknown>>;

function saidBy({ permissions = MANAGE_SERVER, guildId = GUILD, channel = HERE }: Asker) {
  const member = { user: { id: '1' }, permissions: String(permissions), roles: [] };
  return { channel, guild_id: guildId, member };
}

/** In direct messages, where Discord would not offer the command. */
export const IN_DIRECT_MESSAGES = { guild_id: undefined, member: undefined, user: { id: '1' } };

/** Discord's channels, as the test says. */
type ScriptedChannels = Channels & {
  /** What was asked, and what was posted. */
  readonly asked: AccessRequest[];
  readonly posted: { readonly channelId: string; readonly body: MessageBody }[];
  answer: (request: AccessRequest) => ChannelAccess;
  outcome: SampleOutcome;
};

export function fine(channelId: string, type = 0): Extract<ChannelAccess, { kind: 'ok' }> {
  const channel = { id: channelId, type, name: 'x', parentId: null };
  return { kind: 'ok', channel, missing: [], advised: [], isRoleGone: false };
}

function createScriptedChannels(): ScriptedChannels {
  const channels: ScriptedChannels = {
    asked: [],
    posted: [],
    answer: ({ channelId }) =>
      fine(channelId, chosen.channels.find(({ id }) => id === channelId)?.type),
    outcome: 'posted',
    async access({ guildId, channelId, roleId }) {
      channels.asked.push({ guildId, channelId, roleId });
      return channels.answer({ guildId, channelId, roleId });
    },
    async postSample({ channelId }, body) {
      channels.posted.push({ channelId, body });
      return channels.outcome;
    },
  };
  return channels;
}

export const ulidOf = (index: number) => `01ARZ3NDEKTSV4RRFFQ69G5${String(index).padStart(3, '0')}`;

/** `/announcements` behind the router, with announcements in memory, a scripted site and channels that are all fine. */
export function startManagement(translate = createTranslations()) {
  const site = createScriptedSite(maxMilyin(1));
  const { players, clock } = createLibraryStack(site);
  const memory = createMemoryManagement(clock);
  const channels = createScriptedChannels();
  let people: Promise<People> | undefined;
  const lines: unknown[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const services: AnnouncementServices = {
    management: memory,
    channels,
    players,
    people: () => (people ??= openPeople({ players, clock })),
    peopleInFeeds: () => Promise.reject(new Error('Not here')),
    recentPlayers: createRecentPlayers(),
    clock,
    translate,
    mention: (name) => `</${name}:5>`,
    mediaUrl: 'https://media.example',
  };
  const api = createRecordingApi();
  const texts = createFailureTexts(services);
  const tools = { api, live: createLiveMessages(), clock };
  const router = createRouter({ ...tools, commands: [command], services, texts, log });

  async function ask(interaction: APIInteraction): Promise<Answered> {
    const before = api.calls.length;
    await router(interaction);
    return answered(api.calls.slice(before));
  }

  return {
    site,
    clock,
    memory,
    channels,
    lines,
    services,
    api,
    ask,
    /** Sends a subcommand. */
    use: (name: string, options: Options = {}, asker: Asker = {}) =>
      ask(subcommandOf(['announcements', name], options, { chosen, said: saidBy(asker) })),
    /** Presses a button under an answer. */
    click: (customId: string, asker: Asker = {}) =>
      ask(clickOf(customId, { flags: 64, said: saidBy(asker) })),
    /** Sends a modal that such a button opened. */
    submit: (customId: string, fields: Options, asker: Asker = {}) =>
      ask(modalOf(customId, fields, saidBy(asker))),
    /** What is suggested to someone who types. */
    async suggest(
      [name, option]: readonly [string, string],
      typed: string,
      { channel, asker = {} }: { readonly channel?: string; readonly asker?: Asker } = {},
    ) {
      const others = channel === undefined ? {} : { channel: { type: 7, value: channel } };
      const before = api.calls.length;
      await router(
        typingInSubcommandOf(['announcements', name], [option, typed], others, saidBy(asker)),
      );
      return suggested(api.calls.slice(before));
    },
    /** A feed that is there already, with players of these names. */
    async has(channel: { readonly id: string }, names: readonly string[] = [], guildId = GUILD) {
      const request = {
        channelId: channel.id,
        guildId,
        managerId: '1',
        crossposts: false,
        serverLanguage: 'en',
      };
      const { feed } = await memory.setUp({ ...request, settings: {} });
      const trackedAt = clock.now();
      memory.players.set(
        channel.id,
        names.map((name, index) => ({ name, ulid: ulidOf(index), trackedAt })),
      );
      return feed;
    },
  };
}
