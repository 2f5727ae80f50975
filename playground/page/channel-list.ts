import { html } from 'lit';

import { become, go } from './address.ts';
import { state } from './state.ts';
import type { ChannelView, PersonView, Snapshot } from './wire.ts';

/** The server's channels, the visitor's direct messages, and whom to be. */
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
  const icon = { text: '#', news: '📣', direct: '' }[channel.kind];
  const here = channel.id === state.channelId;
  return html`<button
    class="channel"
    aria-current=${here ? 'page' : 'false'}
    @click=${() => go(server, channel.id)}
  >
    ${channel.kind === 'direct'
      ? html`<img src="/people/${channel.name}" alt="" /><span
            class="dot ${server.bot.status}"
          ></span>`
      : html`<span class="hash ${channel.kind}">${icon}</span>`}
    ${channel.name}
  </button>`;
}

function personEntry(server: Snapshot, { id, name, role }: PersonView) {
  return html`<button
    class="person"
    aria-pressed=${id === state.personId}
    @click=${() => become(server, id)}
  >
    <img src="/people/${name}" alt="" />
    <span>${name}<small>${role}</small></span>
  </button>`;
}
