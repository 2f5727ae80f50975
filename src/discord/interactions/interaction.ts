import type { InteractionAddress } from './interaction-api.ts';
import type { CommandInput, Focused } from './options.ts';

/** Who uses the bot and where. All of it comes with the interaction: the bot keeps no members or channels. */
export type Caller = {
  readonly id: string;
  /** Discord's locale of the person's client, for example `en-US`. */
  readonly locale: string;
  /** Discord's locale of the server; of a direct message, whatever Discord says. */
  readonly guildLocale: string;
  /** The server they are in; null in direct messages. */
  readonly guildId: string | null;
  /** Whether the bot is in that server, too: those who have installed it for themselves use it everywhere. */
  readonly hasBot: boolean;
  /** The channel or thread they are in; null when Discord doesn't say. */
  readonly channel: { readonly id: string; readonly type: number } | null;
  /** What they may do there, as Discord's bits; nothing in direct messages. */
  readonly permissions: bigint;
};

/** What someone pressed, chose, or sent in a modal. */
export type ComponentInput = {
  readonly customId: string;
  /** The choices in a select menu. */
  readonly values: readonly string[];
  /** The text typed into a modal, by the input's custom_id. */
  readonly fields: ReadonlyMap<string, string>;
  /** Set for a modal, which can't be answered with another one. */
  readonly isModal?: true;
  /** What the message that it's on says: the description of its first embed, if it has one. */
  readonly shown?: string;
};

/** What was typed into a modal's input: nothing if Discord doesn't say. Undefined if it isn't a modal. */
export function typedInto({ fields, isModal }: ComponentInput, input: string): string | undefined {
  return fields.get(input) ?? (isModal ? '' : undefined);
}

/** The message that a component is on. */
export type PressedMessage = { readonly id: string; readonly flags: number };

/** One use of the bot, as far as the bot reads it. */
export type Interaction =
  | (Sent & { readonly kind: 'command'; readonly name: string; readonly input: CommandInput })
  | (Sent & {
      readonly kind: 'autocomplete';
      readonly name: string;
      /** Null when Discord doesn't say which option someone is typing in. */
      readonly focused: Focused | null;
    })
  | (Sent & {
      readonly kind: 'component';
      readonly input: ComponentInput;
      readonly message: PressedMessage | null;
    })
  | StrangeInteraction;

type Sent = { readonly to: InteractionAddress; readonly caller: Caller };

/** It can be answered, but not read: who sent it or what they want is missing or malformed. */
export type StrangeInteraction = {
  readonly kind: 'strange';
  readonly to: InteractionAddress;
  readonly locale: string;
  readonly of: 'command' | 'autocomplete' | 'component';
  /** Where it differs. */
  readonly detail: string;
};
