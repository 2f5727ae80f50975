import type { Channel, Role } from '#loopback/discord/entities.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { Permission } from '#loopback/discord/permissions.ts';

/** A person the visitor can be. */
export type Player = { readonly person: Person; readonly role: string; readonly direct: Channel };

/** The server's channels and people. */
export type Stage = {
  readonly channels: readonly Channel[];
  readonly people: readonly Player[];
  readonly announcements: Channel;
  /** Has Manage Server. */
  readonly manager: Person;
  /** Has verified an account from the start. */
  readonly linked: Person;
  /** The role that announcements ping. */
  readonly fans: Role;
};

const TOPICS = {
  announcements:
    'Awards of MaxMilyin, NewLeaf, SofterTimes, and NoGamesYet. In the panel, let them beat or master a game.',
  digest:
    'For a digest here, be Sam and use `/announcements setup channel:#digest schedule:hourly`, then `/announcements track channel:#digest user:MaxMilyin`. It comes on the hour. The panel can put the clock forward.',
};

/** Sets up a server with three channels, a member, and a manager. */
export function setStage(discord: LoopbackDiscord): Stage {
  const { world, guild, generalChannel } = discord;
  const announcements = discord.channel('announcements', 5);
  announcements.topic = TOPICS.announcements;
  const digest = discord.channel('digest');
  digest.topic = TOPICS.digest;
  const managers = world.addRole(
    guild,
    'Managers',
    Permission.ManageGuild | Permission.ManageMessages | Permission.MentionEveryone,
  );
  const fans = world.addRole(guild, 'Completionists');
  fans.mentionable = true;
  const robin = discord.person('Robin');
  const sam = discord.person('Sam');
  const noa = discord.person('Noa');
  guild.members.get(robin.id)?.roles.push(fans.id);
  guild.members.get(sam.id)?.roles.push(managers.id);
  const cast = (person: Person, role: string): Player => ({
    person,
    role,
    direct: world.directChannel(person.user),
  });
  return {
    channels: [generalChannel, announcements, digest],
    people: [cast(robin, 'Member'), cast(sam, 'Manager'), cast(noa, 'Member')],
    announcements,
    manager: sam,
    linked: noa,
    fans,
  };
}
