import { html, nothing } from 'lit';

import { act } from './connection.ts';
import { logLines, requestLines } from './panel-lines.ts';
import type { FaultView, Play, PlayerView, Snapshot } from './wire.ts';

const HOUR_MS = 60 * 60_000;
const LATER_HINT = 'Stops the bot, puts all clocks forward, and starts it again';

/** The panel: players, faults, the bot, and its requests. */
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
    ${section('Language', true, language(server))} ${section('The bot', true, bot(server))}
    ${violations(server)}
    ${section('Requests to the site', false, requestLines(server.requests, 'site'))}
    ${section('Requests to Discord', false, requestLines(server.requests, 'discord'))}
    ${section('Log', false, logLines(server))}
  </aside>`;
}

function section(title: string, open: boolean, content: unknown) {
  return html`<details ?open=${open}>
    <summary>${title}</summary>
    ${content}
  </details>`;
}

function player({ ulid, name, note, picture, games, motto, news }: PlayerView) {
  const play = (how: Play) => () => act({ kind: 'play', player: ulid, how });
  const rename = () => act({ kind: 'rename', player: ulid });
  const setMotto = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) {
      void act({ kind: 'motto', player: ulid, motto: target.value });
    }
  };
  return html`<div class="player">
    <img src=${picture} alt="" />
    <div>
      <b>${name}</b>
      <button class="link" aria-label="Rename ${name}" title="Rename" @click=${rename}>✎</button>
      <small>${games.toLocaleString('en')} games · ${note}</small>
      <input
        class="motto"
        aria-label="Motto of ${name}"
        placeholder="Motto"
        maxlength="50"
        .value=${motto}
        @change=${setMotto}
      />
      ${news === null ? nothing : html`<small class="news" role="status">${news}</small>`}
      <div class="row" role="group" aria-label=${name}>
        <button @click=${play('unlock')}>Unlock</button>
        <button @click=${play('beat')}>Beat</button>
        <button @click=${play('master')}>Master</button>
        <button @click=${play('beat-six')} title="All at once, so the bot posts a list">
          Beat six
        </button>
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

/** Discord has some thirty locales. This one has no texts of its own. */
const WITHOUT_TEXTS = 'nl';

function chooseLanguage({ target }: Event): void {
  if (target instanceof HTMLSelectElement) void act({ kind: 'language', locale: target.value });
}

function language({ locale, locales }: Snapshot) {
  return html`<select aria-label="Discord’s language" @change=${chooseLanguage}>
    ${[...locales, WITHOUT_TEXTS].map(
      (known) => html`<option value=${known} ?selected=${known === locale}>
        ${new Intl.DisplayNames(known, { type: 'language' }).of(known)}
      </option>`,
    )}
  </select>`;
}

const tell = (what: 'restart' | 'start' | 'kill') => () => act({ kind: 'bot', what });

const passTime = (hours: number) => () => act({ kind: 'later', hours });

function bot({ bot: { status, online, note }, aheadMs }: Snapshot) {
  const running = status === 'ready' || status === 'starting';
  return html`<p>
      <span class="dot ${status}"></span> ${status}${status === 'ready' && !online
        ? ', but offline'
        : ''}
      ${note ?? ''}
    </p>
    <div class="row">
      ${running
        ? html`<button @click=${tell('restart')}>Restart</button
            ><button @click=${tell('kill')}>Kill</button>`
        : html`<button ?disabled=${status === 'stopping'} @click=${tell('start')}>Start</button>`}
      <button title=${LATER_HINT} @click=${passTime(1)}>An hour later</button>
      <button title=${LATER_HINT} @click=${passTime(24)}>A day later</button>
    </div>
    ${aheadMs === 0
      ? nothing
      : html`<p class="none">All clocks are ${aheadMs / HOUR_MS} h ahead.</p>`}`;
}

function violations({ violations: all }: Snapshot) {
  if (all.length === 0) return nothing;
  return section(
    'Broken Discord rules',
    true,
    html`<ul class="lines bad">
      ${all.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`,
  );
}
