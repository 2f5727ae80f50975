import { html, nothing } from 'lit';

import { attachmentViews } from './attachments.ts';
import { componentRows } from './components.ts';
import { act } from './connection.ts';
import { embedView } from './embed.ts';
import { markdown } from './markdown-view.ts';
import { change, type Failure, now, state } from './state.ts';
import { messageTime } from './time-text.ts';
import type { MessageView, Snapshot } from './wire.ts';

/** A message with everything on it. */
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
      timestamp=${messageTime(Date.parse(message.timestamp), now())}
    >
      ${usedBy
        ? html`<discord-command
            slot="reply"
            author=${usedBy.name}
            avatar="/people/${usedBy.name}"
            command=${usedBy.command}
          ></discord-command>`
        : nothing}
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
            title="Channels that follow this one show it, too"
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

/** A command that came to nothing: only who used it sees that. */
export function failureView({ id, sentence, detail }: Failure) {
  const dismiss = () => change({ failures: state.failures.filter((other) => other.id !== id) });
  return html`<div class="failed-command" role="alert">
    <p class="failed" title=${detail}>⚠ ${sentence}</p>
    ${onlyYou(dismiss)}
  </div>`;
}

/** In place of the component's own line, which the keyboard does not reach. */
function onlyYou(dismiss: () => unknown) {
  return html`<small class="only-you">
    👁 Only you can see this •
    <button class="link" @click=${dismiss}>Dismiss message</button>
  </small>`;
}
