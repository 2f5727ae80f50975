import { html, nothing } from 'lit';

import type { RequestView, Snapshot } from './wire.ts';

/** The bot's requests to one service, newest first. */
export function requestLines(all: readonly RequestView[], service: RequestView['service']) {
  const own = all.filter((request) => request.service === service).toReversed();
  if (own.length === 0) return html`<p class="none">None yet</p>`;
  return html`<ol class="lines">
    ${folded(own).map(
      ({ request: { method, path, status }, times }) =>
        html`<li>
          <b class=${status === null || status < 400 ? '' : 'bad'}
            >${status === null ? '…' : status || 'cut'}</b
          >
          ${method} ${path} ${times > 1 ? html`<b>× ${times}</b>` : nothing}
        </li>`,
    )}
  </ol>`;
}

/** Folds repeated requests into one line. */
function folded(all: readonly RequestView[]) {
  const lines: { request: RequestView; times: number }[] = [];
  for (const request of all) {
    const last = lines.at(-1);
    if (last && isAlike(last.request, request)) last.times += 1;
    else lines.push({ request, times: 1 });
  }
  return lines;
}

function isAlike(a: RequestView, b: RequestView): boolean {
  return a.method === b.method && a.path === b.path && a.status === b.status;
}

/** The bot's log, newest first. */
export function logLines({ log: lines }: Snapshot) {
  return html`<ol class="lines">
    ${lines
      .toReversed()
      .map(({ level, text }) => html`<li class=${level >= 40 ? 'bad' : ''}>${text}</li>`)}
  </ol>`;
}
