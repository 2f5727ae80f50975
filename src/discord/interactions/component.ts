import type { Use } from './command.ts';

/** What a press of a button, a choice in a menu, or a sent modal says. */
export type ComponentInput = {
  readonly customId: string;
  /** What was chosen in a select menu. */
  readonly values: readonly string[];
  /** What was typed into a modal, by the input's custom_id. */
  readonly fields: ReadonlyMap<string, string>;
};

/** Buttons, menus and modals of one kind and version: their custom_ids carry all of their state. */
export type ComponentHandler<S> = {
  /** The custom_id up to its first colon. */
  readonly prefix: string;
  /** Null where the rest of the custom_id can't be read. */
  parse(input: ComponentInput): ComponentUse<S> | null;
};

/** A component whose custom_id was read. */
export type ComponentUse<S> = {
  /** Whose message it stands on: anybody else gets an ephemeral copy of their own. */
  readonly ownerId: string;
  /** Whether the answer is for the one who pressed alone, whoever owns the message: a file, a modal. */
  readonly aside: boolean;
  run(use: Use<S>): Promise<void>;
};
