import { apply, change, type Failure, now, redraw, state } from './state.ts';
import type { Action, Outcome, Update } from './wire.ts';

const RECONNECT_MS = 1000;

/** Follows the server and reconnects when needed. */
export function connect(onFirst: () => void): void {
  const source = new WebSocket(`ws://${window.location.host}/updates`);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const update: Update = JSON.parse(data);
    const first = state.server === null;
    apply(update);
    if (!state.connected) change({ connected: true });
    if (first) onFirst();
  });
  source.addEventListener('close', () => {
    change({ connected: false });
    setTimeout(() => connect(redraw), RECONNECT_MS);
  });
}

async function post(action: Action): Promise<Outcome> {
  try {
    const response = await fetch('/act', { method: 'POST', body: JSON.stringify(action) });
    if (!response.ok) throw new Error(await response.text());
    const outcome: Outcome = await response.json();
    return outcome;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, sentence: 'The playground isn’t responding', detail };
  }
}

let failures = 0;

/** Does something as the visitor and shows a failure. @param from the message and component that were used */
export async function act(
  action: Action,
  from?: { messageId: string; customId: string },
): Promise<Outcome> {
  const key = from && `${from.messageId}/${from.customId}`;
  const { channelId, personId } = state;
  const messageId = from?.messageId ?? null;
  change({
    failures: state.failures.filter(
      (failure) => failure.messageId !== messageId || messageId === null,
    ),
    ...(key === undefined ? {} : { pending: new Set([...state.pending, key]) }),
  });
  const outcome = await post(action);
  if (key !== undefined) {
    change({ pending: new Set([...state.pending].filter((other) => other !== key)) });
  }
  if (outcome.ok) {
    if (outcome.modal) change({ modal: outcome.modal });
    return outcome;
  }
  if (action.kind !== 'complete' && action.kind !== 'submit') {
    failures += 1;
    const failure: Failure = {
      id: failures,
      at: now(),
      channelId,
      messageId,
      command: action.kind === 'command' ? action.name : null,
      personId,
      ...outcome,
    };
    change({ failures: [...state.failures, failure] });
  }
  return outcome;
}
