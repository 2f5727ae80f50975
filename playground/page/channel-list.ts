import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

import { become, go } from './address.ts';
import { act } from './connection.ts';
import { callsFor, unreadIn } from './read-state.ts';
import { state } from './state.ts';
import type { ChannelView, PersonView, Snapshot } from './wire.ts';

/** The server's channels, the visitor's direct messages, and people to be. */
export function channelList(server: Snapshot) {
  const own = server.channels.filter(({ personId }) => personId === null);
  const direct = server.channels.filter(({ personId }) => personId === state.personId);
  return html`
    <nav class="channels" aria-label="Channels">
      <h2 class="server-name">${server.serverName}</h2>
      <div class="channel-group">
        <h3>Text channels</h3>
        ${own.map((channel) => entry(server, channel))}
        <h3>Direct messages</h3>
        ${direct.map((channel) => entry(server, channel))}
      </div>
      <div class="people" role="group" aria-label="You are">
        <h3>You are</h3>
        ${server.people.map((person) => personEntry(server, person))}
      </div>
    </nav>
  `;
}

function entry(server: Snapshot, channel: ChannelView) {
  const { id, name, kind } = channel;
  const icon = { text: '#', news: '📣', direct: '' }[kind];
  const here = id === state.channelId;
  const unread = unreadIn(server, id, state.personId);
  const isUnread = !here && unread.messages > 0;
  const calls = kind === 'direct' ? unread.messages : unread.pings;
  return html`<button
    class="channel ${isUnread ? 'is-unread' : ''}"
    aria-current=${here ? 'page' : 'false'}
    aria-label=${ifDefined(isUnread ? `${name}, unread` : undefined)}
    @click=${() => go(server, id)}
  >
    ${kind === 'direct'
      ? html`<img src="/people/${name}" alt="" /><span class="dot ${presence(server)}"></span>`
      : html`<span class="hash ${kind}">${icon}</span>`}
    <span class="channel-name">${name}</span>
    ${isUnread ? badge(calls) : nothing}
  </button>`;
}

/** Discord shows a bot as online while it's connected. */
function presence({ bot }: Snapshot): string {
  return bot.status === 'ready' && !bot.online ? 'offline' : bot.status;
}

/** The one command that the bot has in the menu of a member. */
const MENU_COMMAND = 'Show progress';

function personEntry(server: Snapshot, { id, name, role }: PersonView) {
  const here = id === state.personId;
  const { personId: as, channelId } = state;
  const showProgress = () => act({ kind: 'menu', as, channelId, name: MENU_COMMAND, target: id });
  return html`<div class="person-row">
    <button class="person" aria-pressed=${here} @click=${() => become(server, id)}>
      <img src="/people/${name}" alt="" />
      <span class="channel-name">${name}<small>${role}</small></span>
      ${here ? nothing : badge(callsFor(server, id))}
    </button>
    ${here
      ? nothing
      : html`<button
          class="person-menu"
          aria-label="${MENU_COMMAND} of ${name}"
          title="Apps › ${MENU_COMMAND}"
          @click=${showProgress}
        >
          ⋯
        </button>`}
  </div>`;
}

function badge(count: number) {
  if (count === 0) return nothing;
  return html`<span class="badge" title="For you">${count}</span>`;
}
