import type { ModalView, Snapshot, Update } from './wire.ts';

/** A failure, shown under its message or in its channel. */
export type Failure = {
  readonly id: number;
  readonly channelId: string;
  /** Null for a command, which has no message yet. */
  readonly messageId: string | null;
  /** The command that was used; null for a button or menu. */
  readonly command: string | null;
  readonly personId: string;
  readonly sentence: string;
  readonly detail: string;
  /** ms since 1970. */
  readonly at: number;
};

export type Drawer = 'channels' | 'panel' | null;

export type State = {
  server: Snapshot | null;
  connected: boolean;
  /** The visitor's person and channel. The address keeps them over reloads. */
  personId: string;
  channelId: string;
  drawer: Drawer;
  modal: ModalView | null;
  failures: readonly Failure[];
  /** `message/custom_id` of components that are waiting for the bot. */
  pending: ReadonlySet<string>;
};

const LIST_LIMIT = 300;

export const state: State = {
  server: null,
  connected: false,
  personId: '',
  channelId: '',
  drawer: null,
  modal: null,
  failures: [],
  pending: new Set(),
};

/** The playground's time, in ms since 1970. */
export function now(): number {
  return Date.now() + (state.server?.aheadMs ?? 0);
}

/** Discord's language. */
export function locale(): string {
  return state.server?.locale ?? 'en-US';
}

let scheduled = false;
let draw = (): void => undefined;

/** Sets what draws the page: once after any number of changes. */
export function drawWith(drawing: () => void): void {
  draw = drawing;
  redraw();
}

export function redraw(): void {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    draw();
  });
}

export function change(part: Partial<State>): void {
  Object.assign(state, part);
  redraw();
}

/** Applies an update from the server. */
export function apply(update: Update): void {
  const { server } = state;
  if (update.kind === 'set') return setServer(update.part);
  if (server === null) return undefined;
  switch (update.kind) {
    case 'message': {
      const { message } = update;
      const known = server.messages.some(({ id }) => id === message.id);
      const messages = known
        ? server.messages.map((other) => (other.id === message.id ? message : other))
        : [...server.messages, message];
      return setServer({ messages });
    }
    case 'gone':
      return setServer({ messages: server.messages.filter(({ id }) => id !== update.messageId) });
    case 'request': {
      const { request } = update;
      const others = server.requests.filter(({ number }) => number !== request.number);
      const requests = [...others, request].toSorted((a, b) => a.number - b.number);
      return setServer({ requests: requests.slice(-LIST_LIMIT) });
    }
    case 'log':
      return setServer({ log: [...server.log, update.line].slice(-LIST_LIMIT) });
  }
}

function setServer(part: Partial<Snapshot>): void {
  // The first update is the whole snapshot.
  const server = state.server === null ? whole(part) : { ...state.server, ...part };
  change({ server });
}

function whole(part: Partial<Snapshot>): Snapshot | null {
  return 'people' in part && 'messages' in part ? { ...EMPTY, ...part } : null;
}

const EMPTY: Snapshot = {
  serverName: '',
  locale: 'en-US',
  locales: [],
  bot: { name: '', status: 'starting', online: false, note: null },
  people: [],
  channels: [],
  roles: [],
  commands: [],
  offered: {},
  messages: [],
  players: [],
  faults: [],
  requests: [],
  log: [],
  violations: [],
  aheadMs: 0,
};
