import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

import { box, type Field, set } from './box.ts';
import { clear, removeField, send, typeInto, typeText } from './composer.ts';
import { redraw, state } from './state.ts';
import { hideSuggestions } from './suggestions.ts';
import type { Snapshot } from './wire.ts';

/** The message box and its suggestions. */
export function composer(server: Snapshot) {
  const channel = server.channels.find(({ id }) => id === state.channelId);
  const place = `${channel?.kind === 'direct' ? '@' : '#'}${channel?.name ?? ''}`;
  const { command, fields, text, problem } = box;
  return html`
    <section class="composer" @keydown=${(event: KeyboardEvent) => key(event, server)}>
      ${box.suggestions.length > 0 ? suggestionList() : fieldHint()}
      ${problem === '' ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      <div class="box">
        <div class="parts" @click=${focusEnd}>
          ${command ? html`<span class="command-name">/${command.name}</span>` : nothing}
          ${fields.map((field, index) => fieldView(field, index))}
          <input
            class="tail"
            role="combobox"
            aria-expanded=${box.suggestions.length > 0}
            data-at=${fields.length}
            aria-label=${command ? 'More options' : `Message ${place}`}
            aria-autocomplete="list"
            aria-controls="suggestions"
            aria-activedescendant=${activeId(fields.length)}
            placeholder=${command ? more() : `Message ${place}`}
            autocomplete="off"
            spellcheck="false"
            .value=${live(text)}
            @focus=${() => box.at === fields.length || set({ at: fields.length })}
            @input=${(event: Event) =>
              command ? typeInto(valueIn(event)) : typeText(valueIn(event), server)}
          />
        </div>
        <button class="send" aria-label="Send" @click=${() => send(server)}>➤</button>
      </div>
    </section>
  `;
}

const valueIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement ? target.value : '';
const activeId = (at: number) =>
  at === box.at && box.active >= 0 ? `suggestion-${box.active}` : '';

function more(): string {
  const count = (box.command?.options.length ?? 0) - box.fields.length;
  return count > 0 ? `+${count} optional` : '';
}

function fieldView({ option, text }: Field, index: number) {
  return html`<label class="option ${index === box.at ? 'is-active' : ''}">
    <span>${option.label}</span>
    <input
      role="combobox"
      aria-expanded=${index === box.at && box.suggestions.length > 0}
      data-at=${index}
      aria-label=${option.label}
      aria-autocomplete="list"
      aria-controls="suggestions"
      aria-activedescendant=${activeId(index)}
      autocomplete="off"
      spellcheck="false"
      maxlength=${option.max_length ?? 6000}
      .value=${live(text)}
      @focus=${() => box.at === index || set({ at: index })}
      @input=${(event: Event) => typeInto(valueIn(event))}
    />
  </label>`;
}

/** Describes the option at the cursor. */
function fieldHint() {
  const field = box.fields[box.at];
  if (field === undefined) return nothing;
  const { label, description } = field.option;
  return html`<div class="suggestions">
    <p class="hint"><b>${label}</b> ${description}</p>
  </div>`;
}

function suggestionList() {
  const field = box.fields[box.at];
  const title = field
    ? `${field.option.label}: ${field.option.description}`
    : box.command
      ? 'Options'
      : 'Commands';
  return html`<div class="suggestions" id="suggestions" role="listbox" aria-label=${title}>
    <p class="hint">${title}</p>
    ${box.suggestions.map(
      ({ label, hint, take }, index) => html`<div
        role="option"
        id="suggestion-${index}"
        class="suggestion"
        aria-selected=${index === box.active}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${take}
      >
        <b>${label}</b><span>${hint}</span>
      </div>`,
    )}
  </div>`;
}

function key(event: KeyboardEvent, server: Snapshot): void {
  if (event.isComposing || !(event.target instanceof HTMLInputElement)) return;
  const chosen = box.suggestions[box.active];
  const count = box.suggestions.length;
  const move = (by: number) => {
    box.active = (Math.max(box.active, by > 0 ? -1 : 0) + by + count) % count;
    redraw();
  };
  if (event.key === 'ArrowDown' && count > 0) move(1);
  else if (event.key === 'ArrowUp' && count > 0) move(-1);
  else if (event.key === 'Enter' && chosen && !chosen.asTyped) chosen.take();
  else if (event.key === 'Enter') send(server);
  else if (event.key === 'Tab' && !event.shiftKey && chosen) chosen.take();
  else if (event.key === 'Tab' && !event.shiftKey && box.at < box.fields.length)
    set({ at: box.at + 1 });
  else if (event.key === 'Escape' && count > 0) hideSuggestions();
  else if (event.key === 'Escape') clear();
  else if (event.key === 'Backspace' && event.target.value === '' && box.command) back();
  else return;
  event.preventDefault();
}

/** Handles Backspace in an empty field. */
function back(): void {
  if (box.at < box.fields.length) return box.fields.length > 1 ? removeField(box.at) : clear();
  return box.fields.length > 0 ? set({ at: box.fields.length - 1 }) : clear();
}

function focusEnd({ target, currentTarget }: Event): void {
  if (target === currentTarget) set({ at: box.fields.length });
}

/** Puts the cursor where it belongs, after each drawing. */
export function focusBox(): void {
  document.querySelector('.suggestion[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  if (!box.moved) return;
  box.moved = false;
  focusBoxInput();
}

/** Puts the cursor at the end of the current field. */
export function focusBoxInput(): void {
  const input = document.querySelector<HTMLInputElement>(`.box input[data-at="${box.at}"]`);
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
