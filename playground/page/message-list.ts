import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';

import { markdown } from './markdown-view.ts';
import { failureView, messageView } from './message.ts';
import { state } from './state.ts';
import type { MessageView, Snapshot } from './wire.ts';

/** Closer to the end than this counts as following, in px. */
const NEAR = 120;

/** The messages of the open channel that the visitor can see. */
export function messageList(server: Snapshot) {
  const seen = server.messages.filter(
    ({ channelId, visibleTo }) =>
      channelId === state.channelId && (visibleTo === null || visibleTo === state.personId),
  );
  const failed = state.failures.filter(
    ({ channelId, personId, messageId }) =>
      channelId === state.channelId && personId === state.personId && messageId === null,
  );
  const entries = [
    ...seen.map((message) => ({
      key: message.id,
      at: Date.parse(message.timestamp),
      view: () => guard(dependencies(message), () => messageView(message, server)),
    })),
    ...failed.map((failure) => ({
      key: `failure-${failure.id}`,
      at: failure.at,
      view: () => failureView(failure, server),
    })),
  ].toSorted((a, b) => a.at - b.at);
  return html`
    <div class="messages" role="log" aria-label="Messages" tabindex="0" @scroll=${noteScroll}>
      <discord-messages no-background>
        ${entries.length === 0 ? welcome(server) : ''}
        ${repeat(
          entries,
          ({ key }) => key,
          ({ view }) => view(),
        )}
      </discord-messages>
    </div>
  `;
}

/** What a message's look depends on. */
function dependencies(message: MessageView): unknown[] {
  const own = [...state.pending].filter((key) => key.startsWith(`${message.id}/`));
  const failed = state.failures.filter(({ messageId }) => messageId === message.id);
  return [message, state.personId, own.join(), failed.map(({ id }) => id).join()];
}

function welcome({ bot, channels }: Snapshot) {
  const here = channels.find(({ id }) => id === state.channelId);
  if (here?.topic) {
    return html`<div class="welcome">
      <h2>Welcome</h2>
      ${markdown(here.topic)}
    </div>`;
  }
  return html`<div class="welcome">
    <h2>Welcome</h2>
    <p>
      ${bot.name} is the real bot. Only Discord and RetroAchievements are simulated. Type
      <kbd>/</kbd> to see its commands, for example
    </p>
    <p><code>/progress MaxMilyin</code></p>
    <p>
      Or let a player in the panel <b>Beat</b> or <b>Master</b> a game, and watch #announcements. As
      Sam, who manages the server, you can also use <code>/announcements</code>.
    </p>
  </div>`;
}

let following = true;
let lastTop = 0;
let shown = '';

/** Stops following when the visitor scrolls up. A growing list isn't scrolling. */
function noteScroll({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  const { scrollHeight, scrollTop, clientHeight } = currentTarget;
  const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
  if (isNear || scrollTop < lastTop) following = isNear;
  lastTop = scrollTop;
}

/** Components and pictures render later. */
const growth = new ResizeObserver(() => {
  const list = document.querySelector('.messages');
  if (following && list) list.scrollTop = list.scrollHeight;
});

/** Keeps the newest message in view while following, and starts each channel at its end. */
export function followMessages(): void {
  const list = document.querySelector('.messages');
  if (list === null) return;
  const key = `${state.channelId}/${state.personId}`;
  if (key !== shown) following = true;
  shown = key;
  growth.observe(list);
  if (list.firstElementChild) growth.observe(list.firstElementChild);
  if (following) list.scrollTop = list.scrollHeight;
}
