import { html, nothing } from 'lit';

import { attachmentViews } from './attachments.ts';
import { componentRows } from './components.ts';
import { act } from './connection.ts';
import { embedView } from './embed.ts';
import { markdown } from './markdown-view.ts';
import { change, type Failure, locale, now, state } from './state.ts';
import { messageTime } from './time-text.ts';
import type { MessageView, Snapshot } from './wire.ts';

/** A message with its embeds, files, and components. */
export function messageView(message: MessageView, server: Snapshot) {
  const { author, visibleTo, usedBy } = message;
  const failures = state.failures.filter(({ messageId }) => messageId === message.id);
  return html`
    <discord-message
      data-id=${message.id}
      author=${author.name}
      avatar="/people/${author.name}"
      ?bot=${author.bot}
      ?edited=${message.edited && message.content !== ''}
      ?ephemeral=${visibleTo !== null}
      ?highlight=${message.pings.includes(state.personId)}
      timestamp=${messageTime(Date.parse(message.timestamp), now(), locale())}
    >
      ${usedBy ? usedLine(usedBy.name, usedBy.command) : nothing}
      ${message.thinking
        ? html`<span class="thinking">${author.name} is thinking<i></i><i></i><i></i></span>`
        : nothing}
      ${message.content === '' ? nothing : markdown(message.content)}
      ${message.edited && message.content === ''
        ? html`<span class="edited">(edited)</span>`
        : nothing}
      ${attachmentViews(message.attachments)} ${message.embeds.map((embed) => embedView(embed))}
      ${componentRows(message, server)}
      ${message.published
        ? html`<small
            slot="components"
            class="published"
            title="Channels that follow this one show it"
            >📣 Published</small
          >`
        : nothing}
      ${failures.map(
        ({ sentence, detail }) =>
          html`<p slot="components" class="failed" role="alert" title=${detail}>${sentence}</p>`,
      )}
      ${visibleTo === null
        ? nothing
        : html`<div slot="components">
            ${onlyYou(() => act({ kind: 'dismiss', messageId: message.id }))}
          </div>`}
    </discord-message>
  `;
}

/** The line above a reply: who used which command. */
function usedLine(person: string, command: string) {
  return html`<discord-command
    slot="reply"
    author=${person}
    avatar="/people/${person}"
    command=${command}
  ></discord-command>`;
}

/** A failed command, for the person who used it. */
export function failureView(failure: Failure, { bot, people }: Snapshot) {
  const { id, sentence, detail, command, personId, at } = failure;
  const person = people.find((other) => other.id === personId)?.name ?? '';
  const dismiss = () => change({ failures: state.failures.filter((other) => other.id !== id) });
  return html`<discord-message
    data-id="failure-${id}"
    author=${bot.name}
    avatar="/people/${bot.name}"
    bot
    ephemeral
    timestamp=${messageTime(at, now(), locale())}
  >
    ${command === null ? nothing : usedLine(person, command)}
    <span class="failed" role="alert" title=${detail}>⚠ ${sentence}</span>
    <div slot="components">${onlyYou(dismiss)}</div>
  </discord-message>`;
}

/** Replaces the component's own line, which the keyboard can't reach. */
function onlyYou(dismiss: () => unknown) {
  return html`<small class="only-you">
    👁 Only you can see this •
    <button class="link" @click=${dismiss}>Dismiss message</button>
  </small>`;
}
