import type { Component } from '#loopback/discord/wire.ts';

import type { SelectOption, Snapshot } from './wire.ts';

const USERS = 5;
const ROLES = 6;
const MENTIONABLES = 7;
const CHANNELS = 8;

/** A menu's options: its own, or the server's people, roles, or channels. */
export function optionsOf({ type, options }: Component, server: Snapshot): readonly SelectOption[] {
  const people = server.people.map(({ id, name }) => ({ value: id, label: name }));
  const roles = server.roles.map(({ id, name }) => ({ value: id, label: name }));
  const channels = server.channels
    .filter(({ personId }) => personId === null)
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
  switch (type) {
    case USERS:
      return people;
    case ROLES:
      return roles;
    case MENTIONABLES:
      return [...people, ...roles];
    case CHANNELS:
      return channels;
    default:
      return options ?? [];
  }
}
