import { change, state } from './state.ts';
import type { Snapshot } from './wire.ts';

/** The channel and person in the address: `#general/Robin`. */
function writeAddress(server: Snapshot): void {
  const channel = server.channels.find(({ id }) => id === state.channelId);
  const person = server.people.find(({ id }) => id === state.personId);
  if (!channel || !person) return;
  const place = channel.kind === 'direct' ? '@bot' : channel.name;
  const hash = `#${encodeURIComponent(place)}/${encodeURIComponent(person.name)}`;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

/** Restores channel and person from the address, or takes the first of each. */
export function readAddress(server: Snapshot): void {
  const [place = '', name = ''] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const person = server.people.find((known) => known.name === name) ?? server.people[0];
  const channel =
    server.channels.find((known) =>
      known.kind === 'direct'
        ? place === '@bot' && known.personId === person?.id
        : known.name === place,
    ) ?? server.channels[0];
  change({ personId: person?.id ?? '', channelId: channel?.id ?? '' });
}

/** Becomes another person in the same channel, or in their own direct messages. */
export function become(server: Snapshot, personId: string): void {
  const here = server.channels.find(({ id }) => id === state.channelId);
  const person = server.people.find(({ id }) => id === personId);
  const channelId = here?.kind === 'direct' ? person?.directChannelId : state.channelId;
  change({ personId, channelId: channelId ?? state.channelId, drawer: null, modal: null });
  writeAddress(server);
}

export function go(server: Snapshot, channelId: string): void {
  change({ channelId, drawer: null });
  writeAddress(server);
}
