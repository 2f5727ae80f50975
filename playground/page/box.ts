import type { CommandOption } from '#loopback/discord/wire.ts';

import { redraw } from './state.ts';
import type { CommandView, OptionValue } from './wire.ts';

/** An option that is being filled in: what is typed, and what was chosen from a list. */
export type Field = {
  readonly option: CommandOption;
  readonly text: string;
  readonly value: OptionValue | undefined;
};

/** A line of the list above the message box. */
export type Suggestion = {
  readonly label: string;
  readonly hint: string;
  readonly take: () => void;
  /** What would be sent is what is typed already. */
  readonly asTyped?: boolean;
};

export type Box = {
  /** What is typed, or in a command what is typed behind its fields. */
  text: string;
  command: CommandView | undefined;
  fields: readonly Field[];
  /** The field with the cursor; as many as there are fields for the place behind them. */
  at: number;
  suggestions: readonly Suggestion[];
  /** -1 where Enter sends instead of choosing. */
  active: number;
  problem: string;
  /** The cursor has to be moved to `at`. */
  moved: boolean;
};

/** The message box: a text, or a command with the options that are being filled in. */
export const box: Box = {
  text: '',
  command: undefined,
  fields: [],
  at: 0,
  suggestions: [],
  active: -1,
  problem: '',
  moved: false,
};

let suggest = (): void => undefined;

/** Says what looks up suggestions; it is called after every change of the box. */
export function suggestWith(suggesting: () => void): void {
  suggest = suggesting;
}

/** Changes the box and looks up what fits. */
export function set(part: Partial<Box>): void {
  Object.assign(box, { problem: '' }, part);
  if ('at' in part) box.moved = true;
  suggest();
  redraw();
}

/** Changes what stands in the field at the cursor, or behind the fields. */
export function write(text: string, value?: OptionValue): void {
  if (box.at >= box.fields.length) box.text = text;
  box.fields = box.fields.map((field, index) =>
    index === box.at ? { ...field, text, value } : field,
  );
}
