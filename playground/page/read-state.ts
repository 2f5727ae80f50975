import { state } from './state.ts';
import type { MessageView, Snapshot } from './wire.ts';

/** A channel's unread messages. */
export type Unread = { readonly messages: number; readonly pings: number };

const KEY = 'read';

/** The last message that each person read, by `person/channel`. The tab keeps it over reloads. */
const read = new Map<string, string>(load());

function load(): [string, string][] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  return Array.isArray(kept) ? kept : [];
}

/** Marks the open channel as read. */
export function noteRead(): void {
  const { server, personId, channelId } = state;
  const newest = server && messagesIn(server, channelId).at(-1);
  const key = `${personId}/${channelId}`;
  if (!newest || document.hidden || read.get(key) === newest.id) return;
  read.set(key, newest.id);
  sessionStorage.setItem(KEY, JSON.stringify([...read]));
}

export function unreadIn(server: Snapshot, channelId: string, personId: string): Unread {
  const last = BigInt(read.get(`${personId}/${channelId}`) ?? 0);
  const unread = messagesIn(server, channelId).filter(({ id }) => BigInt(id) > last);
  const pings = unread.filter((message) => message.pings.includes(personId));
  return { messages: unread.length, pings: pings.length };
}

/** A person's unread pings and direct messages. */
export function callsFor(server: Snapshot, personId: string): number {
  const counts = server.channels.map(({ id, personId: whose }) => {
    if (whose === null) return unreadIn(server, id, personId).pings;
    return whose === personId ? unreadIn(server, id, personId).messages : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Whether the visitor has unread messages elsewhere, or another person has pings. */
export function isAnythingUnread(server: Snapshot): boolean {
  const { personId } = state;
  const others = server.people.filter(({ id }) => id !== personId);
  return (
    server.channels.some(
      ({ id, personId: whose }) =>
        (whose === null || whose === personId) &&
        id !== state.channelId &&
        unreadIn(server, id, personId).messages > 0,
    ) || others.some(({ id }) => callsFor(server, id) > 0)
  );
}

/** A channel's public messages. */
function messagesIn(server: Snapshot, channelId: string): readonly MessageView[] {
  return server.messages.filter(
    (message) => message.channelId === channelId && message.visibleTo === null,
  );
}
