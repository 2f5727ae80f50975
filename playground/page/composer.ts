import type { CommandOption } from '#loopback/discord/wire.ts';

import { box, set, write } from './box.ts';
import { act } from './connection.ts';
import { fixedChoices, taken, valueOf } from './option-choices.ts';
import { state } from './state.ts';
import type { CommandView, OptionValue, Snapshot } from './wire.ts';

/** The commands that Discord offers here, by what is typed behind the slash. */
export function offeredHere(server: Snapshot): readonly CommandView[] {
  const names = server.offered[`${state.personId}/${state.channelId}`] ?? [];
  return server.commands.filter(({ name }) => names.includes(name.split(' ')[0] ?? ''));
}

/** Takes what is typed into the box while no command is chosen; a whole command may be pasted, too. */
export function typeText(text: string, server: Snapshot): void {
  const typed = text.slice(1).toLowerCase();
  const command = text.startsWith('/')
    ? offeredHere(server).find(({ name }) => typed.startsWith(`${name} `))
    : undefined;
  if (command === undefined) return set({ text });
  choose(command, server);
  return typeInto(text.slice(command.name.length + 2));
}

/** Begins a command; the options that it needs wait for their values, or else the first one, where anything can be typed. */
export function choose(command: CommandView, server: Snapshot): void {
  const required = command.options.filter((option) => option.required);
  const [first] = command.options;
  const typed = first && fixedChoices(first, server) === null ? [first] : [];
  const waiting = required.length > 0 ? required : typed;
  const fields = waiting.map((option) => ({ option, text: '', value: undefined }));
  set({ command, fields, text: '', at: 0 });
}

/** A command that somebody clicked on. */
export function startCommand(name: string): void {
  const { server } = state;
  const command = server && offeredHere(server).find((known) => known.name === name);
  if (command) choose(command, server);
}

/** The options that are not there yet. */
export function optionsLeft(): readonly CommandOption[] {
  const used = new Set(box.fields.map(({ option }) => option.name));
  return (box.command?.options ?? []).filter(({ name }) => !used.has(name));
}

/** Opens another option. */
export function addField(option: CommandOption): void {
  const fields = [...box.fields, { option, text: '', value: undefined }];
  set({ fields, text: '', at: fields.length - 1 });
}

/** Takes what is typed at the cursor; `name:` goes to that option and opens it if need be. */
export function typeInto(text: string): void {
  const named = firstNamed(text);
  write(named ? named.before : text);
  if (named === undefined) return set({});
  const at = box.fields.findIndex(({ option }) => option === named.option);
  if (at === -1) addField(named.option);
  else set({ at });
  return typeInto(named.behind);
}

/** The first `name:` in a text, of an option that has no value yet, or at its beginning of the one at the cursor. */
function firstNamed(text: string) {
  for (const match of text.matchAll(/(?<=^|\s)([^\s:]+):/g)) {
    const option = box.command?.options.find(({ name }) => name === match[1]);
    if (option === undefined) continue;
    const before = text.slice(0, match.index).trimEnd();
    const at = box.fields.findIndex((field) => field.option === option);
    const takes = at === box.at ? before === '' : (box.fields[at]?.text ?? '') === '';
    const behind = text.slice(match.index + match[0].length).trimStart();
    if (takes) return { option, before, behind };
  }
  return undefined;
}

/** Takes a value from a list and goes on. */
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

/** Sends the command, once all is there that it needs. */
export function send(server: Snapshot): void {
  const { command } = box;
  if (command === undefined) {
    if (box.text.trim() !== '') set({ problem: 'Only commands go anywhere here: begin with /' });
    return;
  }
  if (box.text.trim() !== '') {
    return set({ problem: `/${command.name} has no option “${box.text.trim()}”` });
  }
  const values: Record<string, OptionValue> = {};
  for (const [index, { option, text, value }] of box.fields.entries()) {
    if (text === '' && !option.required) continue;
    const given = value ?? (text === '' ? undefined : valueOf(option, text, server));
    if (given === undefined) {
      const problem =
        text === '' ? `${option.name} is required` : `${option.name} takes ${taken(option)}`;
      return set({ at: index, problem });
    }
    values[option.name] = given;
  }
  const { personId, channelId } = state;
  clear();
  void act({ kind: 'command', as: personId, channelId, name: command.name, values });
}
