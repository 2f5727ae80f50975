import { html, nothing } from 'lit';

import { act } from './connection.ts';
import type { FaultView, PlayerView, RequestView, Snapshot } from './wire.ts';

/** What stands behind the scenes: players, faults, the bot, and what it asks. */
export function panel(server: Snapshot) {
  return html`<aside class="panel" aria-label="Playground">
    <h2>Playground</h2>
    ${section('Players on the site', true, server.players.map(player))}
    ${section(
      'RetroAchievements',
      true,
      html`<div class="faults">
        ${server.faults.filter(({ service }) => service === 'site').map(fault)}
      </div>`,
    )}
    ${section(
      'Discord',
      true,
      html`<div class="faults">
        ${server.faults.filter(({ service }) => service === 'discord').map(fault)}
      </div>`,
    )}
    ${section('The bot', true, bot(server))} ${violations(server)}
    ${section('Requests to the site', false, requests(server.requests, 'site'))}
    ${section('Requests to Discord', false, requests(server.requests, 'discord'))}
    ${section('Log', false, log(server))}
  </aside>`;
}

function section(title: string, open: boolean, content: unknown) {
  return html`<details ?open=${open}>
    <summary>${title}</summary>
    ${content}
  </details>`;
}

function player({ name, note, picture, games, news }: PlayerView) {
  const play = (how: 'unlock' | 'beat' | 'master') => () =>
    act({ kind: 'play', player: name, how });
  return html`<div class="player">
    <img src=${picture} alt="" />
    <div>
      <b>${name}</b> <small>${games.toLocaleString('en')} games · ${note}</small>
      ${news === null ? nothing : html`<small class="news" role="status">${news}</small>`}
      <div class="row" role="group" aria-label=${name}>
        <button @click=${play('unlock')}>Unlock</button>
        <button @click=${play('beat')}>Beat</button>
        <button @click=${play('master')}>Master</button>
      </div>
    </div>
  </div>`;
}

function fault({ id, label, hint, on }: FaultView) {
  return html`<button
    class="fault"
    role="switch"
    aria-checked=${on}
    title=${hint}
    @click=${() => act({ kind: 'fault', id, on: !on })}
  >
    ${label}
  </button>`;
}

const tell = (what: 'restart' | 'start' | 'kill') => () => act({ kind: 'bot', what });

function bot({ bot: { status, note } }: Snapshot) {
  const running = status === 'ready' || status === 'starting';
  return html`<p><span class="dot ${status}"></span> ${status} ${note ?? ''}</p>
    <div class="row">
      ${running
        ? html`<button @click=${tell('restart')}>Restart</button
            ><button @click=${tell('kill')}>Kill</button>`
        : html`<button ?disabled=${status === 'stopping'} @click=${tell('start')}>Start</button>`}
    </div>`;
}

function violations({ violations: all }: Snapshot) {
  if (all.length === 0) return nothing;
  return section(
    'Against Discord’s rules',
    true,
    html`<ul class="lines bad">
      ${all.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`,
  );
}

function requests(all: readonly RequestView[], service: RequestView['service']) {
  const own = all.filter((request) => request.service === service).toReversed();
  if (own.length === 0) return html`<p class="none">None yet</p>`;
  return html`<ol class="lines">
    ${own.map(
      ({ method, path, status }) =>
        html`<li>
          <b class=${status === null || status < 400 ? '' : 'bad'}
            >${status === null ? '…' : status || 'cut'}</b
          >
          ${method} ${path}
        </li>`,
    )}
  </ol>`;
}

function log({ log: lines }: Snapshot) {
  return html`<ol class="lines">
    ${lines
      .toReversed()
      .map(({ level, text }) => html`<li class=${level >= 40 ? 'bad' : ''}>${text}</li>`)}
  </ol>`;
}
