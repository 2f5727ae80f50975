import { box, set, write } from './box.ts';
import { act } from './connection.ts';
import { fixedChoices, taken, valueOf } from './option-choices.ts';
import { state } from './state.ts';
import type { CommandView, OptionValue, OptionView, Snapshot } from './wire.ts';

/** The commands that Discord offers here. */
export function offeredHere(server: Snapshot): readonly CommandView[] {
  const names = server.offered[`${state.personId}/${state.channelId}`] ?? [];
  return server.commands.filter(({ name }) => names.includes(name.split(' ')[0] ?? ''));
}

/** Handles text while no command is chosen, such as a pasted command. */
export function typeText(text: string, server: Snapshot): void {
  const typed = text.slice(1).toLowerCase();
  const command = text.startsWith('/')
    ? offeredHere(server).find(({ name }) => typed.startsWith(`${name} `))
    : undefined;
  if (command === undefined) return set({ text });
  choose(command, server);
  return typeInto(text.slice(command.name.length + 2));
}

/** Starts a command. Opens its required options, or else the first one if it takes free text. */
export function choose(command: CommandView, server: Snapshot): void {
  const required = command.options.filter((option) => option.required);
  const [first] = command.options;
  const typed = first && fixedChoices(first, server) === null ? [first] : [];
  const waiting = required.length > 0 ? required : typed;
  const fields = waiting.map((option) => ({ option, text: '', value: undefined }));
  set({ command, fields, text: '', at: 0 });
}

/** Starts a command that was clicked. */
export function startCommand(name: string): void {
  const { server } = state;
  const command = server && offeredHere(server).find((known) => known.name === name);
  if (command) choose(command, server);
}

/** The options that aren't open yet. */
export function optionsLeft(): readonly OptionView[] {
  const used = new Set(box.fields.map(({ option }) => option.name));
  return (box.command?.options ?? []).filter(({ name }) => !used.has(name));
}

export function addField(option: OptionView): void {
  const fields = [...box.fields, { option, text: '', value: undefined }];
  set({ fields, text: '', at: fields.length - 1 });
}

/** Handles text at the cursor. `name:` moves to that option and opens it if needed. */
export function typeInto(text: string): void {
  const named = firstNamed(text);
  write(named ? named.before : text);
  if (named === undefined) return set({});
  const at = box.fields.findIndex(({ option }) => option === named.option);
  if (at === -1) addField(named.option);
  else set({ at });
  return typeInto(named.behind);
}

/** Finds the first `name:` of an empty option, or of the current one at the start of the text. */
function firstNamed(text: string) {
  for (const match of text.matchAll(/(?<=^|\s)([^\s:]+):/g)) {
    const option = box.command?.options.find(({ name, label }) =>
      [name, label].includes(match[1] ?? ''),
    );
    if (option === undefined) continue;
    const before = text.slice(0, match.index).trimEnd();
    const at = box.fields.findIndex((field) => field.option === option);
    const takes = at === box.at ? before === '' : (box.fields[at]?.text ?? '') === '';
    const behind = text.slice(match.index + match[0].length).trimStart();
    if (takes) return { option, before, behind };
  }
  return undefined;
}

/** Takes a value from the list and moves on. */
export function pick(label: string, value: OptionValue): void {
  write(label, value);
  const next = box.fields.findIndex(({ text }, index) => index > box.at && text === '');
  set({ at: next === -1 ? box.fields.length : next });
}

export function removeField(at: number): void {
  set({ fields: box.fields.filter((_field, index) => index !== at), at: Math.max(0, at - 1) });
}

export function clear(): void {
  set({ text: '', command: undefined, fields: [], at: 0 });
}

/** Sends the command if nothing is missing. A name typed in full counts as chosen. */
export function send(server: Snapshot): void {
  const typed = box.command ?? typedOut(server);
  if (typed === undefined) {
    if (box.text.trim() !== '') set({ problem: 'Only commands work here. Start with /' });
    return;
  }
  if (typed !== box.command) choose(typed, server);
  sendCommand(typed, server);
}

/** The command whose full name is in the box. */
function typedOut(server: Snapshot): CommandView | undefined {
  const typed = box.text.trim().toLowerCase();
  return offeredHere(server).find(({ name }) => typed === `/${name}`);
}

function sendCommand(command: CommandView, server: Snapshot): void {
  if (box.text.trim() !== '') {
    return set({ problem: `/${command.name} has no option “${box.text.trim()}”` });
  }
  const values: Record<string, OptionValue> = {};
  for (const [index, { option, text, value }] of box.fields.entries()) {
    if (text === '' && !option.required) continue;
    const given = value ?? (text === '' ? undefined : valueOf(option, text, server));
    if (given === undefined) {
      const problem =
        text === '' ? `${option.label} is required` : `${option.label} takes ${taken(option)}`;
      return set({ at: index, problem });
    }
    values[option.name] = given;
  }
  const { personId, channelId } = state;
  clear();
  void act({ kind: 'command', as: personId, channelId, name: command.name, values });
}
