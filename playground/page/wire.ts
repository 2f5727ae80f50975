import type { Choice, CommandOption, Component, Embed, Modal } from '#loopback/discord/wire.ts';

/** What the server and the page say to each other. Types alone: both sides import them. */

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
  /** What the channel is for; empty where nobody wrote it. */
  readonly topic: string;
  /** Whose direct messages; null for a channel of the server. */
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
  /** The only person who sees it; null for everybody. */
  readonly visibleTo: string | null;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly AttachmentView[];
  /** Whom the message pings, themselves or by a role. */
  readonly pings: readonly string[];
  /** Whether the channels that follow this one show it, too. */
  readonly published: boolean;
  /** The command that it answers; null for any other message. */
  readonly usedBy: { readonly name: string; readonly command: string } | null;
};

/** A slash command that can be typed, subcommands apart. */
export type CommandView = {
  readonly id: string;
  /** With its subcommand, e.g. `announcements setup`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
};

export type FaultView = {
  readonly id: string;
  readonly service: 'site' | 'discord';
  readonly label: string;
  /** What a person will notice. */
  readonly hint: string;
  readonly on: boolean;
};

export type PlayerView = {
  readonly ulid: string;
  readonly name: string;
  readonly note: string;
  readonly picture: string;
  readonly games: number;
  /** What happened last through the panel. */
  readonly news: string | null;
};

export type RequestView = {
  /** Rising; a later view with the same number replaces the earlier one. */
  readonly number: number;
  readonly service: 'site' | 'discord';
  readonly method: string;
  readonly path: string;
  /** Null while it is not answered; 0 where the connection was cut. */
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
  /** Whether Discord shows it as online. */
  readonly online: boolean;
  /** What there is to say about an end that nobody asked for. */
  readonly note: string | null;
};

/** Everything that the server knows, as the page needs it. */
export type Snapshot = {
  readonly serverName: string;
  readonly bot: BotView;
  readonly people: readonly PersonView[];
  readonly channels: readonly ChannelView[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly commands: readonly CommandView[];
  /** The names of the commands that Discord offers, by `person/channel`. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
  readonly messages: readonly MessageView[];
  readonly players: readonly PlayerView[];
  readonly faults: readonly FaultView[];
  readonly requests: readonly RequestView[];
  readonly log: readonly LogLineView[];
  /** What the bot did that Discord forbids. */
  readonly violations: readonly string[];
  /** How far everybody's clock was put forward. */
  readonly aheadMs: number;
};

export type Update =
  | { readonly kind: 'set'; readonly part: Partial<Snapshot> }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly messageId: string }
  | { readonly kind: 'request'; readonly request: RequestView }
  | { readonly kind: 'log'; readonly line: LogLineView };

/** What a player can be made to do. */
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
  | { kind: 'click'; as: string; messageId: string; customId: string }
  | { kind: 'select'; as: string; messageId: string; customId: string; values: string[] }
  | { kind: 'submit'; as: string; modalId: string; values: Record<string, string | string[]> }
  | { kind: 'dismiss'; messageId: string }
  /** `player` is a ULID: names change. */
  | { kind: 'play'; player: string; how: Play }
  | { kind: 'rename'; player: string }
  | { kind: 'fault'; id: string; on: boolean }
  | { kind: 'bot'; what: 'restart' | 'start' | 'kill' }
  | { kind: 'later'; hours: number };

export type SelectOption = NonNullable<Component['options']>[number];

export type ModalView = Modal & { readonly id: string };

export type Outcome =
  | { readonly ok: true; readonly modal?: ModalView; readonly choices?: readonly Choice[] }
  /** `sentence` as Discord would put it, `detail` for whoever wants to know why. */
  | { readonly ok: false; readonly sentence: string; readonly detail: string };
