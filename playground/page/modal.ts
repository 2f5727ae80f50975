import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { Component } from '#loopback/discord/wire.ts';

import { act } from './connection.ts';
import { markdown } from './markdown-view.ts';
import { optionsOf } from './select-options.ts';
import { change, state } from './state.ts';
import type { ModalView } from './wire.ts';

const ROW = 1;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const PARAGRAPH = 2;

let values: Record<string, string | string[]> = {};
let problem = '';
let lastOpen = '';

/** The open modal, if any. */
export function modal() {
  const { modal: open } = state;
  if (open === null) return nothing;
  if (open.id !== lastOpen) {
    lastOpen = open.id;
    values = {};
    problem = '';
  }
  return html`<dialog class="modal" aria-label=${open.title} @close=${close}>
    <form @submit=${(event: Event) => void submit(event, open)}>
      <header>
        <img src="/people/${state.server?.bot.name}" alt="" />
        <h2>${open.title}</h2>
        <button type="button" class="close" aria-label="Close" @click=${close}>✕</button>
      </header>
      <div class="modal-body">${open.components.map((component) => part(component))}</div>
      ${problem === '' ? nothing : html`<p class="failed" role="alert">${problem}</p>`}
      <footer>
        <button type="button" class="plain" @click=${close}>Cancel</button>
        <button type="submit" class="submit">Submit</button>
      </footer>
    </form>
  </dialog>`;
}

/** Opens the dialog after it's drawn. */
export function openModal(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.modal');
  if (dialog === null || dialog.open) return;
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select-menu button')?.focus();
}

function close(): void {
  change({ modal: null });
}

function part(component: Component): unknown {
  const { type, label = '', description, components = [], component: inner } = component;
  if (type === ROW) return components.map((input) => field(input, input.label ?? '', undefined));
  if (type === LABEL && inner) return field(inner, label, description);
  if (type === TEXT_DISPLAY) return markdown(component.content ?? '');
  return nothing;
}

function field(input: Component, label: string, description: string | undefined) {
  const { required = true } = input;
  return html`<label class="field">
    <span>${label}${required ? html`<b aria-hidden="true"> *</b>` : nothing}</span>
    ${description ? html`<small>${description}</small>` : nothing}
    ${input.type === TEXT_INPUT ? textInput(input) : menu(input)}
  </label>`;
}

function textInput(input: Component) {
  const {
    custom_id = '',
    required = true,
    min_length,
    max_length,
    placeholder,
    value = '',
  } = input;
  const write = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      values = { ...values, [custom_id]: target.value };
    }
  };
  if (input.style === PARAGRAPH) {
    return html`<textarea
      rows="4"
      ?required=${required}
      minlength=${ifDefined(min_length)}
      maxlength=${ifDefined(max_length)}
      placeholder=${placeholder ?? ''}
      .defaultValue=${value}
      @input=${write}
    ></textarea>`;
  }
  return html`<input
    ?required=${required}
    minlength=${ifDefined(min_length)}
    maxlength=${ifDefined(max_length)}
    placeholder=${placeholder ?? ''}
    .defaultValue=${value}
    @input=${write}
  />`;
}

function menu(input: Component) {
  const {
    custom_id = '',
    placeholder = 'Make a selection',
    min_values = 1,
    max_values = 1,
  } = input;
  if (state.server === null) return nothing;
  const chosen = values[custom_id];
  const options = optionsOf(input, state.server).map((option) =>
    chosen === undefined ? option : { ...option, default: chosen.includes(option.value) },
  );
  const choose = ({ detail }: CustomEvent<string[]>) => {
    values = { ...values, [custom_id]: detail };
    change({});
  };
  return html`<select-menu
    .options=${options}
    .placeholder=${placeholder}
    .min=${min_values}
    .max=${max_values}
    @choose=${choose}
  ></select-menu>`;
}

async function submit(event: Event, { id }: ModalView): Promise<void> {
  event.preventDefault();
  const outcome = await act({ kind: 'submit', as: state.personId, modalId: id, values });
  if (outcome.ok) {
    if (!outcome.modal) close();
    return;
  }
  problem = outcome.sentence;
  change({});
}
