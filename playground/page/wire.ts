import type { Choice, CommandOption, Component, Embed, Modal } from '#loopback/discord/wire.ts';

/** The types of what server and page send each other. */

export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** The person's direct messages with the bot. */
  readonly directChannelId: string;
};

export type ChannelView = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'news' | 'direct';
  /** The channel's topic, or an empty text. */
  readonly topic: string;
  /** Whose direct messages these are. Null for a server channel. */
  readonly personId: string | null;
};

export type AttachmentView = {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description: string;
  readonly url: string;
};

export type MessageView = {
  readonly id: string;
  readonly channelId: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  /** ISO 8601. */
  readonly timestamp: string;
  readonly edited: boolean;
  readonly thinking: boolean;
  /** Who sees an ephemeral message. Null for a public one. */
  readonly visibleTo: string | null;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly AttachmentView[];
  /** Ids of people whom the message pings, also through a role. */
  readonly pings: readonly string[];
  /** Whether it was published to channels that follow this one. */
  readonly published: boolean;
  /** The command it replies to, or null. */
  readonly usedBy: { readonly name: string; readonly command: string } | null;
};

/** A slash command or subcommand, in the chosen language. */
export type CommandView = {
  readonly id: string;
  /** With its subcommand, for example `announcements setup`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionView[];
};

export type OptionView = CommandOption & {
  /** Its name in the chosen language. */
  readonly label: string;
};

export type FaultView = {
  readonly id: string;
  readonly service: 'site' | 'discord';
  readonly label: string;
  /** What people will notice. */
  readonly hint: string;
  readonly on: boolean;
};

export type PlayerView = {
  readonly ulid: string;
  readonly name: string;
  readonly note: string;
  readonly picture: string;
  readonly games: number;
  readonly motto: string;
  /** What the panel did last. */
  readonly news: string | null;
};

export type RequestView = {
  /** Rises. A later view with the same number replaces the earlier one. */
  readonly number: number;
  readonly service: 'site' | 'discord';
  readonly method: string;
  readonly path: string;
  /** Null until it's answered, 0 if the connection was cut. */
  readonly status: number | null;
};

export type LogLineView = {
  readonly number: number;
  readonly level: number;
  readonly text: string;
};

export type BotView = {
  readonly name: string;
  readonly status: 'starting' | 'ready' | 'stopping' | 'ended';
  /** Whether Discord shows the bot as online. */
  readonly online: boolean;
  /** Why the bot ended by itself. */
  readonly note: string | null;
};

/** Everything the page needs. */
export type Snapshot = {
  readonly serverName: string;
  /** Discord's language, for everyone and for the server. */
  readonly locale: string;
  /** One for each language that the bot has. */
  readonly locales: readonly string[];
  readonly bot: BotView;
  readonly people: readonly PersonView[];
  readonly channels: readonly ChannelView[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly commands: readonly CommandView[];
  /** Names of offered commands, by `person/channel`. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
  readonly messages: readonly MessageView[];
  readonly players: readonly PlayerView[];
  readonly faults: readonly FaultView[];
  readonly requests: readonly RequestView[];
  readonly log: readonly LogLineView[];
  /** Discord's rules that the bot broke. */
  readonly violations: readonly string[];
  /** How far all clocks were put forward. */
  readonly aheadMs: number;
};

export type Update =
  | { readonly kind: 'set'; readonly part: Partial<Snapshot> }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly messageId: string }
  | { readonly kind: 'request'; readonly request: RequestView }
  | { readonly kind: 'log'; readonly line: LogLineView };

/** What a player can do. */
export type Play = 'unlock' | 'beat' | 'master' | 'beat-six';

export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** What a person does. */
export type Action =
  | { kind: 'command'; as: string; channelId: string; name: string; values: OptionValues }
  | {
      kind: 'complete';
      as: string;
      channelId: string;
      name: string;
      values: OptionValues;
      focused: string;
    }
  /** A command in the menu of a member. */
  | { kind: 'menu'; as: string; channelId: string; name: string; target: string }
  | { kind: 'click'; as: string; messageId: string; customId: string }
  | { kind: 'select'; as: string; messageId: string; customId: string; values: string[] }
  | { kind: 'submit'; as: string; modalId: string; values: Record<string, string | string[]> }
  | { kind: 'dismiss'; messageId: string }
  /** `player` is a ULID, because names change. */
  | { kind: 'play'; player: string; how: Play }
  | { kind: 'rename'; player: string }
  | { kind: 'motto'; player: string; motto: string }
  | { kind: 'fault'; id: string; on: boolean }
  | { kind: 'bot'; what: 'restart' | 'start' | 'kill' }
  | { kind: 'later'; hours: number }
  | { kind: 'language'; locale: string };

export type SelectOption = NonNullable<Component['options']>[number];

export type ModalView = Modal & { readonly id: string };

export type Outcome =
  | { readonly ok: true; readonly modal?: ModalView; readonly choices?: readonly Choice[] }
  /** `sentence` is in Discord's words, `detail` says why. */
  | { readonly ok: false; readonly sentence: string; readonly detail: string };
