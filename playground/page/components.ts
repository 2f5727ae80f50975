import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import type { Component } from '#loopback/discord/wire.ts';

import { act } from './connection.ts';
import { markdown } from './markdown-view.ts';
import { optionsOf } from './select-options.ts';
import { state } from './state.ts';
import type { MessageView, Snapshot } from './wire.ts';

const ROW = 1;
const BUTTON = 2;
const TEXT_DISPLAY = 10;
const SELECTS = new Set([3, 5, 6, 7, 8]);
const LOOKS: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
  5: 'secondary',
};

/** A message's buttons and menus. */
export function componentRows(message: MessageView, server: Snapshot) {
  if (message.components.length === 0) return nothing;
  return html`<discord-attachments slot="components">
    ${message.components.map((component) => componentView(component, message, server))}
  </discord-attachments>`;
}

function componentView(
  component: Component,
  message: MessageView,
  server: Snapshot,
): TemplateResult | typeof nothing {
  const { type, components = [] } = component;
  if (type === ROW) {
    return html`<discord-action-row
      >${components.map((inner) => componentView(inner, message, server))}</discord-action-row
    >`;
  }
  if (type === BUTTON) return button(component, message);
  if (SELECTS.has(type)) return select(component, message, server);
  if (type === TEXT_DISPLAY) return markdown(component.content ?? '');
  return html`${components.map((inner) => componentView(inner, message, server))}`;
}

function button(
  { custom_id, style = 2, label, emoji, url, disabled }: Component,
  { id }: MessageView,
) {
  const busy = custom_id !== undefined && state.pending.has(`${id}/${custom_id}`);
  const press = () => {
    if (custom_id === undefined || disabled || busy) return;
    const from = { messageId: id, customId: custom_id };
    void act({ kind: 'click', as: state.personId, ...from }, from);
  };
  return html`<press-button
    type=${LOOKS[style] ?? 'secondary'}
    url=${ifDefined(url)}
    ?disabled=${disabled}
    ?busy=${busy}
    @click=${press}
    >${emojiView(emoji)}${emoji && label ? ' ' : ''}${label ?? ''}</press-button
  >`;
}

export function emojiView(emoji: Component['emoji']) {
  if (emoji === undefined) return nothing;
  if (emoji.id !== undefined) {
    return html`<img
      class="emoji"
      src="/media/emoji/${emoji.name ?? 'emoji'}"
      alt=":${emoji.name ?? ''}:"
    />`;
  }
  return html`<span class="emoji">${emoji.name ?? ''}</span>`;
}

function select(component: Component, { id }: MessageView, server: Snapshot) {
  const { custom_id = '', placeholder, min_values = 1, max_values = 1, disabled } = component;
  const from = { messageId: id, customId: custom_id };
  const choose = ({ detail }: CustomEvent<string[]>) =>
    void act({ kind: 'select', as: state.personId, ...from, values: detail }, from);
  return html`<select-menu
    .options=${optionsOf(component, server)}
    .placeholder=${placeholder ?? 'Make a selection'}
    .min=${min_values}
    .max=${max_values}
    ?disabled=${disabled}
    ?busy=${state.pending.has(`${id}/${custom_id}`)}
    @choose=${choose}
  ></select-menu>`;
}
