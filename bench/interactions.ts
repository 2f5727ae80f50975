import type { User } from '#loopback/discord/entities.ts';
import { Messages, onTheWire } from '#loopback/discord/messages.ts';
import { placeFields, placeOf } from '#loopback/discord/people/place.ts';
import { messageBody } from '#loopback/discord/wire.ts';
import { World } from '#loopback/discord/world.ts';

import type { InteractionText } from './discord.ts';
import { APPLICATION_ID, BOT_USER, TOKEN } from './identity.ts';

const world = new World(
  { token: TOKEN, applicationId: APPLICATION_ID, botUser: BOT_USER },
  Date.now,
);
const guild = world.addGuild('Retro Lounge');
const channel = world.addChannel(guild, 'general');
const messages = new Messages(world);

const COMMAND = 2;
const COMPONENT = 3;

/** Someone in the only server. */
export function person(name: string): User {
  const user = world.addUser(name);
  world.join(guild, user);
  return user;
}

/** `/progress user:…`, as Discord sends it. */
export function progressCommand(user: User, playerName: string): InteractionText {
  return commandAbout(user, 'progress', playerName);
}

/** `/stats user:…`. */
export function statsCommand(user: User, playerName: string): InteractionText {
  return commandAbout(user, 'stats', playerName);
}

function commandAbout(user: User, name: string, playerName: string): InteractionText {
  return interaction(user, COMMAND, {
    id: '1100000000000000100',
    name,
    type: 1,
    options: [{ type: 3, name: 'user', value: playerName }],
  });
}

/** A page from the bot, as an interaction with one of its buttons carries it. */
export function sentTo(user: User, page: unknown): unknown {
  const source = messages.create({
    channelId: channel.id,
    author: BOT_USER,
    body: messageBody.parse(page),
    files: [],
    metadata: {
      id: world.ids.next(),
      type: COMMAND,
      user,
      authorizing_integration_owners: { 0: guild.id },
    },
  });
  return onTheWire(source);
}

/** A press of a button, or a choice in a menu. @param message the one it's on. */
export function press(
  user: User,
  message: unknown,
  { customId, values }: { readonly customId: string; readonly values?: readonly string[] },
): InteractionText {
  const data = values
    ? { custom_id: customId, id: 7, component_type: 3, values }
    : { custom_id: customId, id: 5, component_type: 2 };
  return interaction(user, COMPONENT, data, { message });
}

function interaction(user: User, type: number, data: unknown, more: object = {}): InteractionText {
  const place = placeOf(world, user, undefined, channel);
  const fields = placeFields(world, user, 'en-US', place);
  const rest = { application_id: APPLICATION_ID, type, version: 1, data, ...fields, ...more };
  const tail = JSON.stringify(rest).slice(1);
  return (id, token) => `{"id":"${id}","token":"${token}",${tail}`;
}
