import { redraw } from './state.ts';
import type { CommandView, OptionValue, OptionView } from './wire.ts';

/** An option being filled in: the typed text, or the value chosen from a list. */
export type Field = {
  readonly option: OptionView;
  readonly text: string;
  readonly value: OptionValue | undefined;
};

/** A line in the list above the message box. */
export type Suggestion = {
  readonly label: string;
  readonly hint: string;
  readonly take: () => void;
  /** Choosing it wouldn't change what's typed, so Enter sends. */
  readonly asTyped?: boolean;
};

export type Box = {
  /** The typed text. In a command, the text after its fields. */
  text: string;
  command: CommandView | undefined;
  fields: readonly Field[];
  /** The field with the cursor, or the number of fields if it's after them. */
  at: number;
  suggestions: readonly Suggestion[];
  /** -1 if Enter sends instead of choosing. */
  active: number;
  problem: string;
  /** Whether the cursor must move to `at`. */
  moved: boolean;
};

/** The message box: a text, or a command and its options. */
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

/** Sets what looks up suggestions after every change of the box. */
export function suggestWith(suggesting: () => void): void {
  suggest = suggesting;
}

/** Changes the box and looks up suggestions. */
export function set(part: Partial<Box>): void {
  Object.assign(box, { problem: '' }, part);
  if ('at' in part) box.moved = true;
  suggest();
  redraw();
}

/** Changes the field at the cursor, or the text after the fields. */
export function write(text: string, value?: OptionValue): void {
  if (box.at >= box.fields.length) box.text = text;
  box.fields = box.fields.map((field, index) =>
    index === box.at ? { ...field, text, value } : field,
  );
}
