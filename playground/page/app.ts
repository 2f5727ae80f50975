import { html, nothing } from 'lit';

import { channelList } from './channel-list.ts';
import { composer } from './composer-view.ts';
import { act } from './connection.ts';
import { inlines, plainText } from './markdown.ts';
import { messageList } from './message-list.ts';
import { modal } from './modal.ts';
import { panel } from './panel.ts';
import { isAnythingUnread } from './read-state.ts';
import { change, type Drawer, state } from './state.ts';
import type { Snapshot } from './wire.ts';

/** The whole page. */
export function app() {
  const { server, drawer } = state;
  if (server === null) return html`<p class="loading">Loading…</p>`;
  return html`
    <div class="app" data-drawer=${drawer ?? 'none'} @keydown=${closeDrawer}>
      ${channelList(server)}
      <main class="chat">
        ${header(server)} ${banner(server)} ${messageList(server)} ${composer(server)}
      </main>
      ${panel(server)}
      <button
        class="scrim"
        aria-label="Close"
        tabindex="-1"
        @click=${() => change({ drawer: null })}
      ></button>
    </div>
    ${modal()}
  `;
}

function closeDrawer({ key }: KeyboardEvent): void {
  if (key === 'Escape' && state.drawer !== null) change({ drawer: null });
}

function header(server: Snapshot) {
  const channel = server.channels.find(({ id }) => id === state.channelId);
  const icon = { text: '#', news: '📣', direct: '@' }[channel?.kind ?? 'text'];
  return html`
    <header class="chat-header">
      ${drawerButton('channels', 'Channels', '☰', isAnythingUnread(server))}
      <h1><span class="hash ${channel?.kind}">${icon}</span>${channel?.name ?? ''}</h1>
      <p class="topic">${plainText(inlines(channel?.topic ?? ''))}</p>
      ${drawerButton('panel', 'Playground panel', '🎛️')}
    </header>
  `;
}

function drawerButton(drawer: Drawer, label: string, icon: string, isUnread = false) {
  const open = state.drawer === drawer;
  return html`<button
    class="drawer-button drawer-button-${drawer} ${isUnread ? 'is-unread' : ''}"
    aria-label=${label}
    aria-expanded=${open}
    @click=${() => change({ drawer: open ? null : drawer })}
  >
    ${icon}
  </button>`;
}

const startBot = () => act({ kind: 'bot', what: 'start' });

/** Says why the bot can't be used, if so. */
function banner({ bot, commands }: Snapshot) {
  if (!state.connected) {
    return html`<p class="banner bad" role="status">
      The playground isn’t responding. Trying again…
    </p>`;
  }
  if (bot.status === 'ready') {
    // At its very first start, it has yet to register them.
    return commands.length > 0
      ? nothing
      : html`<p class="banner" role="status">The bot is registering its commands…</p>`;
  }
  const text = {
    starting: 'The bot is starting…',
    stopping: 'The bot is stopping…',
    ended: `The bot is not running. ${bot.note ?? ''}`,
  }[bot.status];
  return html`<p class="banner ${bot.status === 'ended' ? 'bad' : ''}" role="status">
    ${text}
    ${bot.status === 'ended' ? html`<button @click=${startBot}>Start it again</button>` : nothing}
  </p>`;
}
