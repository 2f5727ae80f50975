import { box, type Field, type Suggestion } from './box.ts';
import { addField, choose, offeredHere, optionsLeft, pick } from './composer.ts';
import { act } from './connection.ts';
import { fixedChoices, matching, valueOf } from './option-choices.ts';
import { redraw, state } from './state.ts';
import type { OptionValue, Snapshot } from './wire.ts';

const WAIT_MS = 120;

let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Fills the list with suggestions for the cursor's place. */
export function suggest(): void {
  asked += 1;
  clearTimeout(timer);
  const { server } = state;
  const field = box.fields[box.at];
  if (server === null) return;
  if (box.command === undefined) return show(commands(server), 0);
  if (field === undefined) return show(moreOptions(), box.text === '' ? -1 : 0);
  const fixed = fixedChoices(field.option, server);
  if (fixed !== null) {
    const found = field.value === undefined ? matching(fixed, field.text) : [];
    return show(
      found.map(({ label, value }) => suggestion(label, value)),
      0,
    );
  }
  show([], -1);
  if (field.option.autocomplete && field.value === undefined) {
    const number = asked;
    timer = setTimeout(() => void askBot(field, number, server), WAIT_MS);
  }
}

function show(suggestions: readonly Suggestion[], active: number): void {
  Object.assign(box, { suggestions, active: Math.min(active, suggestions.length - 1) });
  redraw();
}

export function hideSuggestions(): void {
  asked += 1;
  show([], -1);
}

const suggestion = (label: string, value: OptionValue, asTyped = false): Suggestion => ({
  label,
  hint: '',
  take: () => pick(label, value),
  asTyped,
});

function commands(server: Snapshot): Suggestion[] {
  if (!box.text.startsWith('/')) return [];
  const typed = box.text.slice(1).toLowerCase();
  return offeredHere(server)
    .filter(({ name }) => ` ${name} `.includes(` ${typed}`))
    .map((command) => ({
      label: `/${command.name}`,
      hint: command.description,
      take: () => choose(command, server),
      // Nothing is left to fill in, so Enter sends it.
      asTyped: command.name === typed.trim() && command.options.length === 0,
    }));
}

function moreOptions(): Suggestion[] {
  const typed = box.text.toLowerCase();
  return optionsLeft()
    .filter(({ name, label }) => [name, label].some((known) => known.startsWith(typed)))
    .map((option) => ({
      label: option.label,
      hint: option.description ?? '',
      take: () => addField(option),
    }));
}

/** Asks the bot for autocomplete choices. Drops outdated ones. */
async function askBot(field: Field, number: number, server: Snapshot): Promise<void> {
  const { command } = box;
  if (command === undefined) return;
  const values: Record<string, OptionValue> = {};
  for (const { option, text, value } of box.fields) {
    const given = option === field.option ? text : (value ?? valueOf(option, text, server));
    if (given !== undefined && (given !== '' || option === field.option))
      values[option.name] = given;
  }
  const outcome = await act({
    kind: 'complete',
    as: state.personId,
    channelId: state.channelId,
    name: command.name,
    values,
    focused: field.option.name,
  });
  if (number !== asked || !outcome.ok) return;
  const found = (outcome.choices ?? []).map(({ name, value }) =>
    suggestion(name, value, String(value).toLowerCase() === field.text.trim().toLowerCase()),
  );
  show(found, field.text === '' ? -1 : 0);
}
